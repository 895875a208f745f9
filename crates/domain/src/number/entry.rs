//! The number of a line in the journal: `0512-A-2026/000123`.
//!
//! One desk counts alone, so no network is needed and no number is missing: gap-free per desk and year.

use super::{BranchCode, DeskLabel, NumberError, YEARS, digits};
use crate::text_form::text_form;
use std::fmt;
use std::str::FromStr;

/// Branch, desk, year and running number of a journal entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryNumber {
    branch: BranchCode,
    desk: DeskLabel,
    year: u16,
    number: u32,
}

impl EntryNumber {
    /// From its parts; `year` is that of the open day (2000–2099), `number` counts from 1 to 999 999.
    pub fn new(branch: BranchCode, desk: DeskLabel, year: u16, number: u32) -> Result<Self, NumberError> {
        if !YEARS.contains(&year) {
            return Err(NumberError::Year);
        }
        if !(1..=999_999).contains(&number) {
            return Err(NumberError::Number);
        }
        Ok(EntryNumber {
            branch,
            desk,
            year,
            number,
        })
    }

    /// The branch that keeps the journal.
    pub const fn branch(&self) -> BranchCode {
        self.branch
    }

    /// The desk that counts.
    pub const fn desk(&self) -> DeskLabel {
        self.desk
    }

    /// The year of the open day.
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// The running number of desk and year, from 1.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// In groups that can be read aloud: `0512 A 2026 000 123`.
    pub fn spoken(&self) -> String {
        let (thousands, rest) = (self.number / 1000, self.number % 1000);
        format!("{} {} {} {thousands:03} {rest:03}", self.branch, self.desk, self.year)
    }
}

impl FromStr for EntryNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        let (head, number) = text.split_once('/').ok_or(NumberError::Form)?;
        let mut parts = head.split('-');
        let (Some(branch), Some(desk), Some(year), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NumberError::Form);
        };
        let year = u16::try_from(digits(year, 4)?).map_err(|_| NumberError::Year)?;
        let number = u32::try_from(digits(number, 6)?).map_err(|_| NumberError::Number)?;
        EntryNumber::new(branch.parse()?, desk.parse()?, year, number)
    }
}

impl fmt::Display for EntryNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}/{:06}", self.branch, self.desk, self.year, self.number)
    }
}

text_form!(EntryNumber);
