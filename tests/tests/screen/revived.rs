//! A page whose process dies, and a program that is asked to end.

use qabyldau_tests::driving::key::function;
use qabyldau_tests::running::Who;
use serde_json::json;

use super::capabilities::{asked, sign_in};
use super::memory;
use super::program::{Outcome, Shift, pages_of, signal, until};

#[test]
fn a_page_whose_process_dies_comes_back_with_its_draft_and_nobody_is_signed_out_by_it() -> Outcome {
    let Some(mut shift) = Shift::begun()? else {
        return Ok(());
    };
    shift.branch.register(Who::DeskA, 0)?;
    let (name, draft) = ("Қасымова", "Жоғалмас-Тест");
    let driver = shift.window()?;
    let id = until("the window's process", || shift.process());
    sign_in(&driver)?;
    driver.until_said(name)?;
    driver.key(function(2))?;
    driver.until("[data-sheet=\"visit\"] [name=\"surname\"]")?;
    driver.fill("[data-sheet=\"visit\"] [name=\"surname\"]", draft)?;
    let kept = || {
        let (_, drafts) = asked(&driver, "drafts", &json!({})).ok()?;
        drafts[0]["title"].as_str()?.contains(draft).then_some(())
    };
    until("what is typed behind the page", kept);
    let pages = pages_of(id);
    assert!(!pages.is_empty(), "a page has a process");
    for page in &pages {
        signal("KILL", *page);
    }
    // The driver gives its session up when a page dies. So the new page is looked at from outside: it was told who is registered, which is told
    // to nobody who is not signed in, and what was being typed.
    let utf16 = |words: &str| -> Vec<u8> { words.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let (name, draft) = (utf16(name), utf16(draft));
    let knows = |page: &u32, words: &[u8]| memory::times(*page, &[words]);
    if knows(&id, &name).is_none() {
        qabyldau_tests::say::not_proven(
            "a page that comes back",
            "this machine does not let one look into a process",
        );
        return Ok(());
    }
    let again = until("the page again", || {
        pages_of(id).into_iter().find(|page| {
            [&name, &draft]
                .iter()
                .all(|words| knows(page, words).is_some_and(|times| times > 0))
        })
    });
    assert!(!pages.contains(&again), "{pages:?} → {again}");
    assert_eq!(shift.process(), Some(id), "the program itself never ended");

    // Asked to end, it ends in order: signed out, and its window's place is remembered.
    signal("TERM", id);
    until("its end", || shift.process().is_none().then_some(()));
    drop(driver);
    shift.branch.store(Who::DeskA)?;
    let places = std::fs::read_dir(shift.branch.path("state").join("qabyldau/windows"))?;
    assert_eq!(places.count(), 1);
    Ok(())
}
