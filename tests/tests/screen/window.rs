//! The desk's window: the door and today's journal, in both languages.

use std::path::{Path, PathBuf};

use qabyldau_tests::demo;
use qabyldau_tests::driving::{Display, Driven, Driver, Start, key};
use qabyldau_tests::running::{Branch, Who};
use serde_json::json;

/// What a test answers: the first thing that did not go as it should.
type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The window as it was built beside this test; `None` where a bare `cargo test` built none.
pub fn built() -> Option<PathBuf> {
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
    qabyldau_tests::say::not_proven("the desk's window", "no window was built; `cargo xtask test` builds it");
    None
}

fn start(
    display: &Display,
    program: &Path,
    data: &Path,
    home: &Path,
    environment: &[(String, String)],
) -> Driven<Driver> {
    let arguments = ["--data".to_owned(), data.display().to_string()];
    Driver::start(
        display,
        &Start {
            program,
            arguments: &arguments,
            home,
            environment,
            log: None,
        },
    )
}

#[test]
fn a_window_without_a_desk_says_so_and_offers_nothing() -> Outcome {
    let Some(program) = built() else { return Ok(()) };
    let home = tempfile::tempdir()?;
    let display = Display::start(1366, 768)?;
    let driver = start(&display, &program, &home.path().join("desk"), home.path(), &[])?;
    driver.until_said("Бұл үстел филиалға әлі қосылмаған")?;
    driver.key(key::function(9))?;
    driver.until_said("Этот стол ещё не подключён к филиалу")?;
    assert_eq!(
        driver.run("return document.querySelectorAll('button, input, a').length")?,
        0
    );
    Ok(())
}

#[test]
fn a_member_of_staff_signs_in_and_sees_todays_journal_in_both_languages() -> Outcome {
    let Some(program) = built() else { return Ok(()) };
    let out = tempfile::tempdir()?;
    let programs = program.parent().expect("a program lies in a folder");
    let mut branch = Branch::found(programs, out.path())?;
    branch.begin_day()?;
    branch.register(Who::DeskA, 0)?;
    // The window takes the place of the program without one: a folder has one program at a time.
    branch.kill(Who::DeskA)?;

    let (display, home) = (Display::start(1366, 768)?, out.path().join("home"));
    let driver = start(
        &display,
        &program,
        &branch.path(Who::DeskA.folder()),
        &home,
        &branch.environment(),
    )?;
    let member = &demo::STAFF[0];
    driver.until_said(member.name)?;
    driver.picture(&picture("sign-in.kk"))?;
    driver.key(key::function(9))?;
    driver.until_said("Войти")?;
    driver.picture(&picture("sign-in.ru"))?;
    driver.key(key::function(9))?;
    let choose = "[...document.querySelectorAll('label')].find((one) => one.innerText.includes(arguments[0])).querySelector('input').click()";
    driver.run_with(choose, &json!(member.name))?;
    sign_in(&driver, "not the password")?;
    driver.until_said("Құпиясөз сәйкес емес")?;
    driver.take_a_moment();
    sign_in(&driver, member.password)?;
    driver.until("[data-page=\"today\"]")?;
    driver.until_said("Қасымова")?;
    driver.picture(&picture("today.kk"))?;
    // What another desk writes is announced, and stands here without a touch.
    branch.register(Who::DeskB, 1)?;
    driver.until_said("Сейдахметова")?;
    driver.key(key::function(9))?;
    driver.until_said("Сегодня")?;
    driver.picture(&picture("today.ru"))?;
    driver.key(key::function(12))?;
    driver.until_said("Войти")?;
    assert!(
        !driver.text()?.contains("Қасымова"),
        "a locked window still shows who is waiting"
    );
    Ok(())
}

fn sign_in(driver: &Driver, password: &str) -> Driven {
    driver.fill("input[type=password]", password)?;
    driver.press("button[type=submit]")
}

/// Kept for people to look at.
fn picture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("screens")
        .join(format!("{name}.png"))
}
