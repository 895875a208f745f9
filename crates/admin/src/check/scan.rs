//! `check scan`: `{"kind":"iin|mrz|receipt|roster|entry|unknown","value":"…","valid":true}`, with `"errors"` where the
//! value is not valid.

use super::answer::Answer;
use crate::words::{About, sentence};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use qabyldau_domain::iin::Iin;
use qabyldau_domain::mrz::Zone;
use qabyldau_domain::number::{EntryNumber, ReceptionRef, RegistrationNumber};
use qabyldau_domain::scan::{Layout, Scan, ScanKind, decode};
use serde::Serialize;

#[derive(Serialize)]
struct Decoded<'a> {
    kind: &'static str,
    value: &'a str,
    valid: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<String>,
}

/// The layouts by name.
pub fn layout() -> impl TypedValueParser<Value = Layout> {
    PossibleValuesParser::new(Layout::ALL.map(Layout::code)).map(|name| name.parse().unwrap_or(Layout::Us))
}

/// Decodes what a scanner typed.
pub fn check(input: &str, layout: Layout, caps: bool) -> Answer {
    let scan = decode(input, layout, caps);
    Answer::judged(&Decoded {
        kind: scan.kind.code(),
        value: &scan.value,
        valid: scan.valid,
        errors: errors(&scan),
    })
}

fn errors(scan: &Scan) -> Vec<String> {
    let value = scan.value.as_str();
    let number = |code| vec![sentence(About::Number, code)];
    let found = match scan.kind {
        ScanKind::Iin => value
            .parse::<Iin>()
            .err()
            .map(|error| vec![sentence(About::Twelve, error.code())]),
        ScanKind::Mrz => Zone::read(value).ok().map(|zone| {
            zone.errors
                .iter()
                .map(|error| sentence(About::Zone, error.code()))
                .collect()
        }),
        ScanKind::Receipt => value
            .parse::<RegistrationNumber>()
            .err()
            .map(|error| number(error.code())),
        ScanKind::Roster => ReceptionRef::from_barcode(value)
            .err()
            .map(|error| number(error.code())),
        ScanKind::Entry => value.parse::<EntryNumber>().err().map(|error| number(error.code())),
        ScanKind::Unknown => Some(vec![sentence(About::Scan, "unknown")]),
    };
    found.unwrap_or_default()
}
