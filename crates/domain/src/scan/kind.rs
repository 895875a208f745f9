//! What a scan is, by its shape alone; whether it is right is a second question.

use crate::iin::Iin;
use crate::mrz::{Zone, is_zone};
use crate::number::{EntryNumber, ReceptionRef, RegistrationNumber};

/// What was scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScanKind {
    /// Twelve digits: the barcode on the back of an ID card.
    Iin,
    /// A machine-readable zone.
    Mrz,
    /// Fourteen digits: the receipt of an appeal.
    Receipt,
    /// Sixteen digits: a row of a roster.
    Roster,
    /// The number of a journal entry as printed.
    Entry,
    /// None of these.
    Unknown,
}

impl ScanKind {
    /// The stable code, for scripts and screens.
    pub const fn code(self) -> &'static str {
        match self {
            ScanKind::Iin => "iin",
            ScanKind::Mrz => "mrz",
            ScanKind::Receipt => "receipt",
            ScanKind::Roster => "roster",
            ScanKind::Entry => "entry",
            ScanKind::Unknown => "unknown",
        }
    }

    /// The kind by shape.
    pub(super) fn of(value: &str) -> ScanKind {
        let digits = value.bytes().all(|byte| byte.is_ascii_digit());
        match value.len() {
            12 if digits => ScanKind::Iin,
            14 if digits => ScanKind::Receipt,
            16 if digits => ScanKind::Roster,
            _ if is_entry(value) => ScanKind::Entry,
            _ if is_zone(value) => ScanKind::Mrz,
            _ => ScanKind::Unknown,
        }
    }

    /// Whether a value of this kind is right.
    pub(super) fn is_right(self, value: &str) -> bool {
        match self {
            ScanKind::Iin => value.parse::<Iin>().is_ok(),
            ScanKind::Mrz => Zone::read(value).is_ok_and(|zone| zone.is_valid()),
            ScanKind::Receipt => value.parse::<RegistrationNumber>().is_ok(),
            ScanKind::Roster => ReceptionRef::from_barcode(value).is_ok(),
            ScanKind::Entry => value.parse::<EntryNumber>().is_ok(),
            ScanKind::Unknown => false,
        }
    }
}

/// `0000-A-0000/000000`, with one or two capitals.
fn is_entry(value: &str) -> bool {
    let shape: String = value
        .chars()
        .map(|sign| match sign {
            '0'..='9' => '0',
            'A'..='Z' => 'A',
            other => other,
        })
        .collect();
    shape == "0000-A-0000/000000" || shape == "0000-AA-0000/000000"
}
