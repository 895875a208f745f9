//! Visits at the desk: somebody for the first time, by the zone of a card; the same person again, by the card's barcode.

use serde_json::json;

use super::album::Album;
use super::guest::Guest;
use super::places::{DONE, FREE_BOOTH, VISIT, field, statement};
use super::{Hands, TourError, Toured};
use crate::driving::Driver;
use crate::driving::key::ENTER;

/// Watches, inside the page, how long it takes from the end of a scan to what is wanted. The press of the last ⏎ is kept from everybody but the
/// scan box; its release is not.
const WATCH: &str = "const wanted = arguments[0]; window.tourScan = {};
    const enter = (event) => { if (event.key === 'Enter') window.tourScan.enter = performance.now(); };
    window.addEventListener('keyup', enter, true);
    new MutationObserver((_, watch) => { if (window.tourScan.enter && document.querySelector(wanted)) {
        window.tourScan.shown = performance.now(); watch.disconnect(); window.removeEventListener('keyup', enter, true); } })
      .observe(document, { subtree: true, childList: true, attributes: true }); return true";
const WATCHED: &str = "return window.tourScan.shown - window.tourScan.enter";

/// How often a scan is repeated that a busy machine typed too slowly to be taken for one.
const TRIES: usize = 3;

/// Scans, and waits for what the scan opens.
pub(super) fn scan(hands: &Hands, lines: &[&str], opens: &str, what: &str, album: &mut Album) -> Toured {
    let desk = hands.desk;
    let mut tried = Ok(());
    for _ in 0..TRIES {
        desk.run_with(WATCH, &json!(opens))?;
        desk.scan(lines)?;
        tried = desk.until(opens);
        if tried.is_ok() {
            let ms = desk.run(WATCHED)?;
            album.scanned(what, ms.as_f64().unwrap_or_default());
            return Ok(());
        }
        // What fell into the scan box letter by letter goes, and so does a search that it became.
        for _ in 0..2 {
            desk.key(crate::driving::key::ESCAPE)?;
        }
    }
    tried.map_err(TourError::from)
}

/// A first-time visitor by the zone, sent to the booth; answers the entry's number.
pub(super) fn first_time(hands: &Hands, guest: &Guest, album: &mut Album) -> Toured<String> {
    let desk = hands.desk;
    let zone = guest.zone();
    let lines = [zone[0].as_str(), zone[1].as_str(), zone[2].as_str()];
    scan(hands, &lines, VISIT, "card's zone", album)?;
    desk.until(&statement(1))?;
    album.take(desk, "visit-read")?;
    let person = &guest.person;
    desk.fill(&field("surname"), &person.surname)?;
    desk.fill(&field("given"), &person.given)?;
    match &person.patronymic {
        Some(patronymic) => desk.fill(&field("patronymic"), patronymic)?,
        // `-` says that there is none; the sheet turns it into words, so nothing of it stays in the field to wait for.
        None => {
            desk.focus(&field("patronymic"))?;
            desk.burst("-")?;
            desk.take_a_moment();
        }
    }
    in_language(desk, album)?;
    album.take(desk, "visit-named")?;
    state(desk, 1)?;
    state(desk, 2)?;
    desk.until(&statement(3))?;
    album.take(desk, "visit-stated")?;
    state(desk, 3)?;
    desk.until_gone(VISIT)?;
    registered(desk)
}

/// The same person by barcode: known, registered once more, waiting.
pub(super) fn known(hands: &Hands, guest: &Guest, album: &mut Album) -> Toured {
    let desk = hands.desk;
    desk.until(super::places::TODAY).or_else(|_| desk.alt('1'))?;
    desk.until(FREE_BOOTH)?;
    scan(hands, &[guest.person.iin.as_str()], VISIT, "card's barcode", album)?;
    desk.until(&statement(1))?;
    album.take(desk, "known-visitor")?;
    state(desk, 1)?;
    state(desk, 2)?;
    desk.until(&statement(3))?;
    desk.press(&format!("{VISIT} input[type=radio][value=wait]"))?;
    state(desk, 3)?;
    desk.until_gone(VISIT)?;
    desk.until("[data-pane=\"waiting\"] [data-entry]")?;
    album.take(desk, "waiting")
}

/// Makes the statement of this step by ⏎, as a hand does that has read it.
fn state(desk: &Driver, step: u8) -> Toured {
    desk.until(&statement(step))?;
    desk.take_a_moment();
    desk.focus(&statement(step))?;
    desk.key(ENTER)?;
    if step < 3 {
        desk.until(&statement(step + 1))?;
    }
    Ok(())
}

/// The applicant's language is set on the sheet.
fn in_language(desk: &Driver, album: &Album) -> Toured {
    let code = super::album::code(album.language());
    Ok(desk.press(&format!("{VISIT} input[type=radio][value={code}]"))?)
}

/// The number that the status line says was registered.
fn registered(desk: &Driver) -> Toured<String> {
    let said = desk.run(DONE)?;
    let said = said.as_str().unwrap_or_default();
    let number = said
        .split(|letter: char| !(letter.is_ascii_alphanumeric() || "-/".contains(letter)))
        .find(|word| word.contains('/') && word.contains('-'));
    let none = || TourError::Wrong(format!("the status line names no entry: «{said}»"));
    number.map(str::to_owned).ok_or_else(none)
}
