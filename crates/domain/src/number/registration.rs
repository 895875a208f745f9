//! The registration number of an appeal: 14 digits `YY BBBB NN SSSSS C`, printed as the barcode of the receipt.
//!
//! Digits only and of even length, so that Code 128 set C fits a 58 mm roll; 14 digits cannot be taken for an IIN.

use super::{BoothLabel, BranchCode, NumberError, YEARS, damm, digits};
use crate::text_form::text_form;
use std::fmt;
use std::str::FromStr;

/// Year, branch, booth and running number of an appeal, with a Damm check digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegistrationNumber {
    year: u16,
    branch: BranchCode,
    booth: BoothLabel,
    number: u32,
}

impl RegistrationNumber {
    /// From its parts; `year` is that of the booth's open day (2000–2099), `number` counts from 1 to 99 999.
    pub fn new(branch: BranchCode, booth: BoothLabel, year: u16, number: u32) -> Result<Self, NumberError> {
        if !YEARS.contains(&year) {
            return Err(NumberError::Year);
        }
        if !(1..=99_999).contains(&number) {
            return Err(NumberError::Number);
        }
        Ok(RegistrationNumber {
            year,
            branch,
            booth,
            number,
        })
    }

    /// The year of the booth's open day.
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// The branch of the booth.
    pub const fn branch(&self) -> BranchCode {
        self.branch
    }

    /// The booth that counts.
    pub const fn booth(&self) -> BoothLabel {
        self.booth
    }

    /// The running number of booth and year, from 1.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// In groups separated by spaces, as it stands under the barcode and is read aloud: `26 0512 01 00123 8`.
    pub fn spoken(&self) -> String {
        let text = self.to_string();
        format!(
            "{} {} {} {} {}",
            &text[..2],
            &text[2..6],
            &text[6..8],
            &text[8..13],
            &text[13..]
        )
    }
}

impl FromStr for RegistrationNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        digits(text, 14)?;
        if damm::check_digit(text) != 0 {
            return Err(NumberError::CheckDigit);
        }
        let year = 2000 + u16::try_from(digits(&text[..2], 2)?).map_err(|_| NumberError::Year)?;
        let number = u32::try_from(digits(&text[8..13], 5)?).map_err(|_| NumberError::Number)?;
        RegistrationNumber::new(text[2..6].parse()?, text[6..8].parse()?, year, number)
    }
}

impl fmt::Display for RegistrationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:02}{}{}{:05}", self.year % 100, self.branch, self.booth, self.number);
        write!(f, "{digits}{}", damm::check_digit(&digits))
    }
}

text_form!(RegistrationNumber);
