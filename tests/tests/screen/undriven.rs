//! The windows as they open for people. Driven web views are not incognito, and what is incognito shares nothing with its neighbour: a page that only a
//! driven window shows would be seen by nobody but tests.

use qabyldau_tests::driving::Display;

use super::memory;
use super::program::{Ground, Outcome, pages_of, until};
use super::window::built;

#[test]
fn each_window_of_a_desk_opens_its_own_page_when_nobody_drives_it() -> Outcome {
    let Some(program) = built() else { return Ok(()) };
    let folder = tempfile::tempdir()?;
    let display = Display::start(1920, 1080)?;
    let ground = Ground {
        program: &program,
        display: &display,
        home: folder.path(),
        environment: &[],
    };
    let data = folder.path().join("desk-a").display().to_string();
    let desk = ground.started("desk", &["--data", &data, "--board", "--applicant"])?;
    // Words that only the program's own scripts bring into a page's process; an error's page has none of them.
    let words: Vec<u8> = "Үстел құлыпталған".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if memory::times(desk.id(), &[&words]).is_none() {
        qabyldau_tests::say::not_proven(
            "windows that nobody drives",
            "this machine does not let one look into a process",
        );
        return Ok(());
    }
    let speaks = |page: &u32| memory::times(*page, &[&words]).is_some_and(|times| times > 0);
    until("a page in each of the three windows", || {
        let pages = pages_of(desk.id());
        (pages.len() == 3 && pages.iter().all(speaks)).then_some(())
    });
    Ok(())
}
