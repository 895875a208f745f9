//! `check mrz`: `{"valid":true,"format":"TD1","number":"…","iin":"…","surname":"…","given":"…","expires":"…","errors":[]}`.
//!
//! `iin` and `expires` are null where the zone has none. Differences from the IIN and an expired document follow as
//! `"warnings"`, only where there are any.

use super::answer::Answer;
use crate::words::{About, sentence};
use chrono::NaiveDate;
use qabyldau_domain::mrz::Zone;
use serde::Serialize;

#[derive(Serialize)]
struct Read<'a> {
    valid: bool,
    format: &'static str,
    number: &'a str,
    iin: Option<&'a str>,
    surname: &'a str,
    given: &'a str,
    expires: Option<NaiveDate>,
    errors: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<String>,
}

/// Judges a zone that is read on a day.
pub fn check(input: &str, on: NaiveDate) -> Answer {
    let zone = match Zone::read(input) {
        Ok(zone) => zone,
        Err(error) => return Answer::invalid_unnamed(About::Zone, error.code()),
    };
    Answer::judged(&Read {
        valid: zone.is_valid(),
        format: zone.format.code(),
        number: &zone.number,
        iin: zone.iin.as_ref().map(|iin| iin.as_str()),
        surname: &zone.surname,
        given: &zone.given,
        expires: zone.expiry.as_expiry(on),
        errors: zone
            .errors
            .iter()
            .map(|error| sentence(About::Zone, error.code()))
            .collect(),
        warnings: zone
            .warnings(on)
            .into_iter()
            .map(|warning| sentence(About::Zone, warning.code()))
            .collect(),
    })
}
