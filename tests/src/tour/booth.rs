//! The booth from welcome to thanks, pressed as a finger presses.

use serde_json::json;

use super::album::Album;
use super::guest::Guest;
use super::places::{page, press};
use super::{Hands, TourError, Toured};
use crate::driving::Driver;

/// What is written on the booth's own keys as the address: a town.
const ADDRESS: &str = "қонаев";

/// Lives the session of whoever the desk has sent.
pub(super) fn whole_session(hands: &Hands, guest: &Guest, album: &mut Album) -> Toured {
    let booth = hands.booth;
    shows(booth, "welcome")?;
    album.take(booth, "booth-welcome")?;
    touch(booth, "start")?;
    shows(booth, "rules")?;
    album.take(booth, "booth-rules")?;
    touch(booth, "understood")?;
    shows(booth, "own_data")?;
    own_data(booth)?;
    booth.until_said(&guest.person.given)?;
    album.take(booth, "booth-data")?;
    touch(booth, "data_right")?;
    shows(booth, "kind")?;
    album.take(booth, "booth-kind")?;
    touch(booth, "kind-application")?;
    shows(booth, "addressee")?;
    touch(booth, "group-ministries")?;
    booth.until(&press("addressee-justice"))?;
    album.take(booth, "booth-addressee")?;
    touch(booth, "addressee-justice")?;
    shows(booth, "camera")?;
    mirrored(booth)?;
    album.take(booth, "booth-camera")?;
    touch(booth, "record")?;
    shows(booth, "recording")?;
    // Something must have been said before it can be stopped.
    booth.until_holds(
        "const left = document.querySelector('[data-left]')?.innerText ?? ''; const [minutes, seconds] = left.split(':').map(Number);
         return minutes < 2 || (minutes === 2 && seconds <= 56)",
        "",
        "recording for four seconds",
    )?;
    album.take(booth, "booth-recording")?;
    hands.desk.until("[data-booth=\"01\"][data-state=\"recording\"]")?;
    album.take(hands.desk, "today-recording")?;
    touch(booth, "pause")?;
    shows(booth, "stopped")?;
    album.take(booth, "booth-stopped")?;
    touch(booth, "send")?;
    shows(booth, "code")?;
    booth.until("[data-receipt=\"given\"]")?;
    album.take(booth, "booth-code")?;
    album.filed(number(booth)?);
    touch(booth, "taken")?;
    shows(booth, "rating")?;
    album.take(booth, "booth-rating")?;
    touch(booth, "rate-5")?;
    shows(booth, "bye")?;
    album.take(booth, "booth-thanks")
}

fn shows(booth: &Driver, name: &str) -> Toured {
    let step = |why| TourError::Step {
        step: format!("the booth's page {name}"),
        why: Box::new(TourError::Drive(why)),
    };
    booth.until(&page(name)).map_err(step)
}

/// A touch soon after another is dropped by the booth, because hands shake; a steady hand waits.
fn touch(booth: &Driver, name: &str) -> Toured {
    booth.until(&press(name))?;
    booth.take_a_moment();
    Ok(booth.press(&press(name))?)
}

/// An address written on the booth's keys, and no e-mail.
fn own_data(booth: &Driver) -> Toured {
    touch(booth, "edit-post")?;
    for letter in ADDRESS.chars() {
        let key = format!("[data-key=\"{letter}\"]");
        booth.until(&key)?;
        booth.press(&key)?;
    }
    touch(booth, "written")?;
    touch(booth, "no_mail")
}

/// The mirror shows a picture.
fn mirrored(booth: &Driver) -> Toured {
    let script = "const drawn = (one) => one.naturalWidth > 0 || one.width > 0;
        return [...document.querySelectorAll('main img, main canvas, main video')].some(drawn)";
    Ok(booth.until_holds(script, "", "showing the mirror's picture")?)
}

fn number(booth: &Driver) -> Toured<String> {
    let text = booth.run_with(
        "return document.querySelector(arguments[0])?.innerText ?? ''",
        &json!("[data-number]"),
    )?;
    let digits: String = text
        .as_str()
        .unwrap_or_default()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    if digits.len() == 14 {
        Ok(digits)
    } else {
        Err(TourError::Wrong(format!(
            "the booth shows no registration number: «{digits}»"
        )))
    }
}
