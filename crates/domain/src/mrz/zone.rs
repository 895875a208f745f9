//! A zone read field by field, with what is wrong in it.

use super::date::ZoneDate;
use super::lines::{Lines, Unreadable, split};
use super::{td1, td3};
use crate::iin::{Iin, Sex};
use std::fmt;

/// The layout of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Three lines of 30: ID cards.
    Td1,
    /// Two lines of 44: passports.
    Td3,
}

impl Format {
    /// `TD1` or `TD3`.
    pub const fn code(self) -> &'static str {
        match self {
            Format::Td1 => "TD1",
            Format::Td3 => "TD3",
        }
    }
}

/// A zone as it was read, right or wrong; hidden from `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Zone {
    /// The layout.
    pub format: Format,
    /// The document code without fillers: `ID`, `P`.
    pub document_code: String,
    /// The issuing state, three letters (`D` is one).
    pub issuer: String,
    /// The whole document number, also where it is longer than its field.
    pub number: String,
    /// The nationality, three letters.
    pub nationality: String,
    /// The day of birth, without century.
    pub birth: ZoneDate,
    /// The sex; `None` where the zone does not say.
    pub sex: Option<Sex>,
    /// The day of expiry, without century.
    pub expiry: ZoneDate,
    /// The IIN, on documents issued by Kazakhstan that carry a right one.
    pub iin: Option<Iin>,
    /// The surname in Latin, `<` as space.
    pub surname: String,
    /// The given names in Latin, `<` as space.
    pub given: String,
    /// True if the name fills its field: it may go on beyond it.
    pub name_may_be_cut: bool,
    /// What is wrong, field by field; empty in a valid zone.
    pub errors: Vec<ZoneError>,
}

/// What is wrong in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum ZoneError {
    /// The document code does not belong to the layout (I, A, C on TD1; P on TD3).
    #[error("document code of another layout")]
    DocumentCode,
    /// The issuing state is no code of letters.
    #[error("issuing state is no code")]
    Issuer,
    /// The number is empty or begins with a filler.
    #[error("no document number")]
    Number,
    /// The check digit of the number.
    #[error("check digit of the number")]
    NumberCheck,
    /// The day of birth is no date.
    #[error("birth is no date")]
    Birth,
    /// The check digit of the birth.
    #[error("check digit of the birth")]
    BirthCheck,
    /// The sex is none of M, F, `<`.
    #[error("sex is no code")]
    Sex,
    /// The day of expiry is no date.
    #[error("expiry is no date")]
    Expiry,
    /// The check digit of the expiry.
    #[error("check digit of the expiry")]
    ExpiryCheck,
    /// The nationality is no code of letters.
    #[error("nationality is no code")]
    Nationality,
    /// The check digit of the personal number (TD3).
    #[error("check digit of the personal number")]
    PersonalNumberCheck,
    /// The field of the IIN holds twelve digits that are no IIN.
    #[error("the digits in the field of the IIN are no IIN")]
    Iin,
    /// The check digit over the whole zone.
    #[error("check digit of the whole zone")]
    CompositeCheck,
    /// The name is empty or has other signs than letters.
    #[error("no name")]
    Name,
}

impl ZoneError {
    /// The stable code, for words and scripts.
    pub const fn code(self) -> &'static str {
        match self {
            ZoneError::DocumentCode => "document_code",
            ZoneError::Issuer => "issuer",
            ZoneError::Number => "number",
            ZoneError::NumberCheck => "number_check",
            ZoneError::Birth => "birth",
            ZoneError::BirthCheck => "birth_check",
            ZoneError::Sex => "sex",
            ZoneError::Expiry => "expiry",
            ZoneError::ExpiryCheck => "expiry_check",
            ZoneError::Nationality => "nationality",
            ZoneError::PersonalNumberCheck => "personal_number_check",
            ZoneError::Iin => "iin",
            ZoneError::CompositeCheck => "composite_check",
            ZoneError::Name => "name",
        }
    }
}

impl Zone {
    /// Reads a zone: lines joined by `|`, CR or LF, or one string of 90 or 88 characters.
    pub fn read(text: &str) -> Result<Zone, Unreadable> {
        let fields = match split(text)? {
            Lines::Td1(lines) => td1::fields(lines),
            Lines::Td3(lines) => td3::fields(lines),
        };
        Ok(fields.judge())
    }

    /// Form and all check digits are right.
    pub fn is_valid(&self) -> bool {
        self.errors.is_empty()
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Zone")
            .field("format", &self.format)
            .field("errors", &self.errors)
            .finish_non_exhaustive()
    }
}
