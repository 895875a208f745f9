//! F27: a desk is locked in the middle of the rush.

use std::path::Path;

use qabyldau_store::keys::slots::SlotFile;
use qabyldau_tests::driving::{Display, key};
use qabyldau_tests::running::{Branch, Who};
use serde_json::json;

use super::capabilities::sign_in;
use super::memory;
use super::program::{Ground, Outcome, process_of, until};
use super::window::built;

/// The key that opens a desk's database, as bytes and in the two ways to write it.
fn key_of(branch: &Branch) -> Outcome<[Vec<u8>; 3]> {
    let authority = std::fs::read_to_string(branch.path("recovery-key"))?;
    let opened = SlotFile::at(&branch.path(Who::DeskA.folder())).open_by_recovery_identity(&authority)?;
    let bytes = opened.key.as_bytes();
    let lower: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok([bytes.to_vec(), lower.to_uppercase().into_bytes(), lower.into_bytes()])
}

#[test]
fn f27_a_desk_locked_in_the_rush_stops_nobody_and_its_key_is_gone() -> Outcome {
    let Some(program) = built() else { return Ok(()) };
    let out = tempfile::tempdir()?;
    let programs = program.parent().expect("a program lies in a folder");
    let mut branch = Branch::found(programs, out.path())?;
    branch.begin_day()?;
    branch.register(Who::DeskA, 0)?;
    branch.kill(Who::DeskA)?;
    let key = key_of(&branch)?;
    let words: Vec<&[u8]> = key.iter().map(Vec::as_slice).collect();

    let display = Display::start(1366, 768)?;
    let (home, environment) = (out.path().join("home"), branch.environment());
    let ground = Ground {
        program: &program,
        display: &display,
        home: &home,
        environment: &environment,
    };
    let folder = branch.path(Who::DeskA.folder());
    let driver = ground.driven(&["--data", &folder.display().to_string()])?;
    let id = until("the window's process", || process_of(&program, Path::new(&folder)));
    sign_in(&driver)?;
    // What another desk writes stands here without a touch: the database is open.
    branch.register(Who::DeskB, 1)?;
    driver.until_said("Сейдахметова")?;

    let Some(open) = memory::times(id, &words) else {
        qabyldau_tests::say::not_proven(
            "F27, the key in memory",
            "this machine does not let one look into a process",
        );
        return Ok(());
    };
    assert!(open > 0, "an open desk holds its key, or this looks in the wrong place");
    driver.key(key::function(12))?;
    driver.until("input[type=password]")?;
    assert_eq!(
        memory::times(id, &words),
        Some(0),
        "the key of a locked desk is still there ({open} times before)"
    );

    // The others do not notice: another line, another person in the booth, and the hub carries both.
    let number = branch.register(Who::DeskB, 2)?;
    branch.act(
        Who::DeskB,
        &json!({"act": "ask_booth", "number": number, "booth": "01"}),
    )?;
    branch.not_me()?;
    branch.register(Who::DeskB, 3)?;
    assert!(branch.hub.runs() && branch.portal.runs());

    // And whoever signs in again finds what happened meanwhile.
    sign_in(&driver)?;
    driver.until_said("Mueller")?;
    Ok(())
}
