//! The desk beside its visits: the door, the day, receptions, the board, papers, the journal, the ledger.

use chrono::Timelike as _;
use qabyldau_domain::language::Language;
use serde_json::json;

use super::album::Album;
use super::guest::Guest;
use super::places::{ARRIVAL, CHOOSE_WORKER, ENTER_BUTTON, ENTRY, FREE_BOOTH, OPENING, PASSWORD, TODAY, page};
use super::visit::scan;
use super::{Hands, TourError, Toured};
use crate::demo::{self, Member};
use crate::driving::Driver;
use crate::driving::key::{ENTER, function};

/// Who works at the desk in each language, and who may look into the ledger.
const fn worker(language: Language) -> &'static Member {
    match language {
        Language::Kk => &demo::STAFF[0],
        Language::Ru => &demo::STAFF[1],
    }
}

const fn overseer(language: Language) -> &'static Member {
    match language {
        Language::Kk => &demo::STAFF[3],
        Language::Ru => &demo::STAFF[4],
    }
}

/// The door, and behind it the day that has to be opened first. The door speaks Kazakh until it is told otherwise.
pub(super) fn sign_in(hands: &Hands, album: &mut Album) -> Toured {
    let desk = hands.desk;
    let member = worker(album.language());
    desk.until(PASSWORD)?;
    desk.until_said(member.name)?;
    if album.language() == Language::Ru {
        speaks(desk, Language::Ru)?;
    }
    album.take(desk, "sign-in")?;
    enter(desk, member)?;
    if album.language() == Language::Kk {
        open_day(hands, album)?;
    }
    Ok(desk.until(TODAY)?)
}

/// The day is opened once, so its page is seen in both languages now.
fn open_day(hands: &Hands, album: &mut Album) -> Toured {
    let desk = hands.desk;
    desk.until(OPENING)?;
    desk.until("[data-check=\"roster\"][data-state=\"ready\"], [data-check=\"roster\"][data-state=\"attention\"]")?;
    album.take(desk, "opening")?;
    speaks(desk, Language::Ru)?;
    album.take_in(desk, "opening", Language::Ru)?;
    speaks(desk, Language::Kk)?;
    if desk.there("[name=confirmed]")? {
        desk.press("[name=confirmed]")?;
    }
    desk.until(OPENING)?;
    desk.focus(OPENING)?;
    Ok(desk.key_by_hand(ENTER)?)
}

/// Turns the screen to a language with F9, if it speaks the other one.
fn speaks(desk: &Driver, language: Language) -> Toured {
    let code = super::album::code(language);
    let script = "return document.documentElement.lang";
    if desk.run(script)?.as_str() != Some(code) {
        desk.key(function(9))?;
        desk.until_holds("return document.documentElement.lang === wanted", code, code)?;
    }
    Ok(())
}

fn enter(desk: &Driver, member: &Member) -> Toured {
    let chosen = desk.run_with(CHOOSE_WORKER, &json!(member.name))?;
    if chosen != json!(true) {
        return Err(TourError::Wrong(format!("the door does not offer {}", member.name)));
    }
    desk.fill(PASSWORD, member.password)?;
    desk.press(ENTER_BUTTON)?;
    Ok(desk.until_gone(&page("sign-in"))?)
}

/// Today, with everything that has to come from others.
pub(super) fn today(hands: &Hands, album: &mut Album) -> Toured {
    let desk = hands.desk;
    desk.until(FREE_BOOTH)?;
    desk.until("[data-pane=\"receptions\"] [data-reception]")?;
    album.take(desk, "today")
}

/// The receipt that came out of the booth, read at the desk.
pub(super) fn receipt(hands: &Hands, album: &mut Album) -> Toured {
    let desk = hands.desk;
    let number = album.number(album.language()).unwrap_or_default().to_owned();
    scan(
        hands,
        &[&number],
        "[data-page=\"appeals\"] .stages, [data-page=\"appeals\"] ol",
        "receipt's barcode",
        album,
    )?;
    album.take(desk, "receipt")?;
    desk.alt('1')?;
    Ok(desk.until(TODAY)?)
}

/// Whoever is expected next and has time to spare: found in the roster as it was handed in.
fn expected(hands: &Hands, album: &Album) -> Toured<demo::Planned> {
    let now = hands.demonstration.now();
    let time = now.time();
    let soon = format!("{:02}:{:02}", time.hour(), time.minute());
    let day = now.date();
    let mut rows: Vec<_> = demo::plan_of(day)
        .into_iter()
        .filter(|row| row.day == day.to_string() && row.time > soon)
        .collect();
    rows.sort_by(|one, other| one.time.cmp(&other.time));
    // The first walk takes the first of them, the second the next.
    let place = usize::from(album.language() == Language::Ru);
    let none = || TourError::Wrong("nobody is expected any more today".into());
    rows.into_iter().nth(place).ok_or_else(none)
}

/// Somebody who is expected is scanned, and the arrival marked.
pub(super) fn check_in(hands: &Hands, album: &mut Album) -> Toured {
    let desk = hands.desk;
    let row = expected(hands, album)?;
    scan(hands, &[&row.iin], ARRIVAL, "an expected person's card", album)?;
    let mark = format!("{ARRIVAL}[data-verdict=\"expected\"] [data-primary]");
    desk.until(&mark)?;
    desk.until_said(&row.surname)?;
    album.take(desk, "check-in")?;
    desk.focus(&mark)?;
    desk.key_by_hand(ENTER)?;
    desk.until_gone(ARRIVAL)?;
    album.take(desk, "arrived")
}

/// The board in its own window: a digit takes the person.
pub(super) fn board(hands: &Hands, album: &mut Album) -> Toured {
    let desk = hands.desk;
    let window = desk.here()?;
    desk.turn_to("board.html")?;
    let arrived = "[data-reception][data-state=\"arrived\"]";
    desk.until(arrived)?;
    album.take(desk, "board")?;
    let taken = desk.run("return document.querySelectorAll('[data-state=\"escorted\"]').length")?;
    let digit = desk.run_with(
        "return document.querySelector(arguments[0] + ' [data-press]').dataset.press.replace('take-', '')",
        &json!(arrived),
    )?;
    for key in digit.as_str().unwrap_or_default().chars() {
        desk.key_by_hand(key)?;
    }
    desk.until_holds(
        "return document.querySelectorAll('[data-state=\"escorted\"]').length > Number(wanted)",
        &taken.to_string(),
        "showing who was taken over",
    )?;
    album.take(desk, "board-taken")?;
    Ok(desk.back_to(&window)?)
}

/// Today's roster on paper.
pub(super) fn roster(hands: &Hands, album: &mut Album) -> Toured {
    let desk = hands.desk;
    let primary = format!("{} [data-primary]", page("rosters"));
    let before = super::papers::prints(&hands.demonstration.places().tour)?;
    desk.key(function(7))?;
    desk.until(&primary)?;
    // Whoever prints it again says why.
    let reason = format!("{} .reasons input[value=\"0\"]", page("rosters"));
    if desk.there(&reason)? {
        desk.press(&reason)?;
        desk.until(&format!("{} .reasons .chosen", page("rosters")))?;
    }
    desk.until("[data-pane=\"preview\"] [data-drawn=\"true\"]")?;
    desk.take_a_moment();
    desk.focus(&primary)?;
    desk.key(ENTER)?;
    desk.until(&format!("{} .reasons", page("rosters")))?;
    // The sheet is drawn again: it says now that it was printed.
    desk.until("[data-pane=\"preview\"] [data-drawn=\"true\"]")?;
    album.take(desk, "roster")?;
    super::papers::roster(&hands.demonstration.places().tour, &before, album.language())
}

/// The journal: the first visit's entry with its history, corrected.
pub(super) fn entry(hands: &Hands, guest: &Guest, number: &str, album: &mut Album) -> Toured {
    let desk = hands.desk;
    desk.alt('2')?;
    let line = format!("[data-page=\"journal\"] [data-entry=\"{number}\"] button");
    desk.until(&line)?;
    desk.press(&line)?;
    let sheet = format!("{ENTRY}[data-entry=\"{number}\"]");
    desk.until(&sheet)?;
    album.take(desk, "entry")?;
    desk.key_by_hand('e')?;
    let correction = "[data-correction]";
    desk.until(correction)?;
    desk.press(&format!("{correction} input[value=\"given\"]"))?;
    desk.until(&format!("{correction} [name=\"new-value\"]"))?;
    desk.fill(&format!("{correction} [name=\"new-value\"]"), &guest.corrected)?;
    let primary = format!("{correction} [data-primary]");
    desk.take_a_moment();
    desk.press(&primary)?;
    let reason = format!("{correction} .reasons input[value=\"0\"]");
    desk.until(&reason)?;
    desk.press(&reason)?;
    desk.until(&format!("{correction} .reasons .chosen"))?;
    album.take(desk, "correction")?;
    desk.take_a_moment();
    desk.press(&primary)?;
    desk.until_gone(correction)?;
    desk.until(&format!("{sheet} .correction"))?;
    desk.until_said(&guest.corrected)?;
    album.take(desk, "corrected")
}

/// The ledger is for who oversees: the worker changes, and at the end the desk is locked.
pub(super) fn ledger(hands: &Hands, album: &mut Album) -> Toured {
    let desk = hands.desk;
    let language = album.language();
    desk.key(function(12))?;
    desk.until(PASSWORD)?;
    enter(desk, overseer(language))?;
    desk.until(TODAY)?;
    speaks(desk, language)?;
    desk.alt('7')?;
    desk.until(&format!("{} table td", page("ledger")))?;
    desk.until("[data-link=\"connected\"]")?;
    album.take(desk, "ledger")?;
    desk.key(function(12))?;
    Ok(desk.until(PASSWORD)?)
}
