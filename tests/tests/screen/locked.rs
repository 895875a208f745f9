//! F27: a desk is locked in the middle of the rush.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use qabyldau_store::keys::slots::SlotFile;
use qabyldau_tests::driving::key;
use qabyldau_tests::running::{Branch, Who};
use serde_json::json;

use super::capabilities::sign_in;
use super::memory;
use super::program::{Outcome, Shift, until};

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
    let Some(mut shift) = Shift::begun()? else {
        return Ok(());
    };
    shift.branch.register(Who::DeskA, 0)?;
    let driver = shift.window()?;
    let id = until("the window's process", || shift.process());
    let key = key_of(&shift.branch)?;
    let words: Vec<&[u8]> = key.iter().map(Vec::as_slice).collect();
    sign_in(&driver)?;
    // What another desk writes stands here without a touch: the database is open.
    shift.branch.register(Who::DeskB, 1)?;
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
    let number = shift.branch.register(Who::DeskB, 2)?;
    shift.branch.act(
        Who::DeskB,
        &json!({"act": "ask_booth", "number": number, "booth": "01"}),
    )?;
    shift.branch.not_me()?;
    shift.branch.register(Who::DeskB, 3)?;
    assert!(shift.branch.hub.runs() && shift.branch.portal.runs());

    // And whoever signs in again finds what happened meanwhile.
    sign_in(&driver)?;
    driver.until_said("Mueller")?;
    Ok(())
}

#[test]
fn f27_a_desk_that_its_person_left_locks_itself_and_one_where_somebody_types_does_not() -> Outcome {
    const TERM: Duration = Duration::from_millis(4_500);
    let Some(mut shift) = Shift::begun()? else {
        return Ok(());
    };
    let driver = shift.window_with(&["--idle-ms", &TERM.as_millis().to_string()])?;
    sign_in(&driver)?;
    let (_held, nothing) = mpsc::channel::<()>();
    let begun = Instant::now();
    // Two terms long somebody types now and then.
    while begun.elapsed() < TERM * 2 {
        driver.key('a')?;
        let _ = nothing.recv_timeout(TERM / 6);
    }
    driver.until("#scan-box")?;
    // Then nobody does. What another desk writes meanwhile is read by the page, again and again, and is nobody.
    let left = Instant::now();
    let mut people = 0;
    while !driver.there("input[type=password]")? {
        assert!(left.elapsed() < TERM * 3, "nobody is there, and the desk is open");
        if people < 8 {
            shift.branch.register(Who::DeskB, people)?;
            people += 1;
        }
        let _ = nothing.recv_timeout(TERM / 4);
    }
    assert!(people > 2, "the page had something to read");
    Ok(())
}
