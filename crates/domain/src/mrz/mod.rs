//! The machine-readable zone of identity documents: TD1 (cards, 3 × 30) and TD3 (passports, 2 × 44), ICAO Doc 9303.
//!
//! Reads, never writes: no zone can be made for a Kazakh name. Not the truth about a person: a zone that does not check
//! is shown with its faults, and a difference from the IIN is a warning. Invariant: a zone is valid when its form and
//! every check digit in it are right, whatever day it is.

mod check_digit;
mod date;
mod fields;
mod lines;
mod name;
mod td1;
mod td3;
mod warning;
mod zone;

pub use date::ZoneDate;
pub use lines::Unreadable;
pub use warning::ZoneWarning;
pub use zone::{Format, Zone, ZoneError};

pub(crate) use lines::is_zone;

#[cfg(test)]
mod tests;
