//! The individual identification number (ЖСН / ИИН): twelve digits, always text.
//!
//! Not a source of truth about a person: since Government Resolution № 853 of 26 August 2013 its digits are no longer
//! bound to birth date and sex, so what they say is a hint and a mismatch a warning, never a refusal.
//! Invariant: a value of [`Iin`] has the right control digit; it is never shown by `Debug`.

use crate::twelve_digits;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

pub use crate::twelve_digits::NotANumber as IinError;

/// An individual identification number with the right control digit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Iin([u8; 12]);

/// Male or female, as the seventh digit or a machine-readable zone says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Ер / мужской.
    Male,
    /// Әйел / женский.
    Female,
}

impl Sex {
    /// The stable code, as in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Sex::Male => "male",
            Sex::Female => "female",
        }
    }
}

/// What is odd about a number that is nevertheless valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IinWarning {
    /// The first six digits are no day of the calendar.
    ImpossibleDate,
    /// The seventh digit is 0 or 7–9: it names no century.
    CenturyDigit,
}

impl IinWarning {
    /// The stable code, for words and scripts.
    pub const fn code(self) -> &'static str {
        match self {
            IinWarning::ImpossibleDate => "impossible_date",
            IinWarning::CenturyDigit => "century_digit",
        }
    }
}

impl Iin {
    /// All twelve digits. For comparing, storing and the owner's own sheet; never for a log.
    pub fn as_str(&self) -> &str {
        twelve_digits::text(&self.0)
    }

    /// The first six digits and six dots: how staff screens show it.
    pub fn masked(&self) -> String {
        format!("{}••••••", &self.as_str()[..6])
    }

    /// The birth date the digits suggest; `None` where they are no day or name no century.
    pub fn birth_hint(&self) -> Option<NaiveDate> {
        self.day_in(self.century()?)
    }

    /// The sex the seventh digit suggests.
    pub fn sex_hint(&self) -> Option<Sex> {
        match self.0[6] {
            b'1' | b'3' | b'5' => Some(Sex::Male),
            b'2' | b'4' | b'6' => Some(Sex::Female),
            _ => None,
        }
    }

    /// What is odd about the number; empty for most.
    pub fn warnings(&self) -> Vec<IinWarning> {
        let mut warnings = Vec::new();
        // Without a century 29 February is given the benefit of the doubt: 2000 was a leap year.
        if self.day_in(self.century().unwrap_or(2000)).is_none() {
            warnings.push(IinWarning::ImpossibleDate);
        }
        if self.century().is_none() {
            warnings.push(IinWarning::CenturyDigit);
        }
        warnings
    }

    /// The first year of the century that the seventh digit names.
    pub(crate) fn century(&self) -> Option<i32> {
        match self.0[6] {
            b'1' | b'2' => Some(1800),
            b'3' | b'4' => Some(1900),
            b'5' | b'6' => Some(2000),
            _ => None,
        }
    }

    fn day_in(&self, century: i32) -> Option<NaiveDate> {
        let pair = |at: usize| u32::from(self.0[at] - b'0') * 10 + u32::from(self.0[at + 1] - b'0');
        NaiveDate::from_ymd_opt(century + i32::try_from(pair(0)).ok()?, pair(2), pair(4))
    }
}

impl FromStr for Iin {
    type Err = IinError;

    fn from_str(text: &str) -> Result<Self, IinError> {
        twelve_digits::read(text).map(Iin)
    }
}

impl TryFrom<&str> for Iin {
    type Error = IinError;

    fn try_from(text: &str) -> Result<Self, IinError> {
        text.parse()
    }
}

impl TryFrom<String> for Iin {
    type Error = IinError;

    fn try_from(text: String) -> Result<Self, IinError> {
        text.parse()
    }
}

impl From<Iin> for String {
    fn from(iin: Iin) -> String {
        iin.as_str().to_owned()
    }
}

impl fmt::Debug for Iin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Iin({})", self.masked())
    }
}

#[cfg(test)]
mod tests;
