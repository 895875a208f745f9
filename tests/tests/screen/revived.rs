//! A page whose process dies, and a program that is asked to end.

use qabyldau_tests::running::Who;

use super::capabilities::sign_in;
use super::memory;
use super::program::{Outcome, Shift, pages_of, signal, until};

#[test]
fn a_page_whose_process_dies_comes_back_and_nobody_is_signed_out_by_it() -> Outcome {
    let Some(mut shift) = Shift::begun()? else {
        return Ok(());
    };
    shift.branch.register(Who::DeskA, 0)?;
    let name = "Қасымова";
    let driver = shift.window()?;
    let id = until("the window's process", || shift.process());
    sign_in(&driver)?;
    driver.until_said(name)?;
    let pages = pages_of(id);
    assert!(!pages.is_empty(), "a page has a process");
    for page in &pages {
        signal("KILL", *page);
    }
    // The driver gives its session up when a page dies. So the new page is looked at from outside: it was told who is registered, which is told
    // to nobody who is not signed in.
    let utf16: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let knows = |page: &u32| memory::times(*page, &[&utf16]);
    if knows(&id).is_none() {
        qabyldau_tests::say::not_proven(
            "a page that comes back",
            "this machine does not let one look into a process",
        );
        return Ok(());
    }
    let again = until("the page again", || {
        pages_of(id)
            .into_iter()
            .find(|page| knows(page).is_some_and(|times| times > 0))
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
