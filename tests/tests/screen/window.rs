//! The desk's window: the door and today's journal, in both languages.

use std::path::PathBuf;

use super::display::Display;
use super::driver::{Driver, Start};

/// The window as it was built beside this test; `None` where a bare `cargo test` built none.
fn built() -> Option<PathBuf> {
    let here = std::env::current_exe().expect("this test's own path");
    let program = here.ancestors().nth(2).expect("the build folder").join("qabyldau");
    if program.is_file() {
        return Some(program);
    }
    assert!(
        std::env::var_os("QABYLDAU_WINDOW").is_none(),
        "{} must be built",
        program.display()
    );
    None
}

#[test]
fn a_window_without_a_desk_says_so_and_offers_nothing() {
    let Some(program) = built() else {
        qabyldau_tests::say::not_proven("the desk's window", "no window was built; `cargo xtask test` builds it");
        return;
    };
    let home = tempfile::tempdir().expect("a folder");
    let display = Display::start();
    let arguments = ["--data".to_owned(), home.path().join("desk").display().to_string()];
    let driver = Driver::start(
        &display,
        &Start {
            program: &program,
            arguments: &arguments,
            home: home.path(),
        },
    );
    driver.until_said("Бұл үстел филиалға әлі қосылмаған");
    driver.key('\u{e039}');
    driver.until_said("Этот стол ещё не подключён к филиалу");
    assert_eq!(
        driver.run("return document.querySelectorAll('button, input, a').length"),
        0
    );
}
