//! The reference of one reception on a roster: 14 digits, and the barcode of its row.
//!
//! The barcode is `7`, the reference and a Damm digit: 16 digits, even for Code 128 set C, and by its length neither
//! an IIN nor a receipt.

use super::{BranchCode, NumberError, damm, digits};
use crate::text_form::text_form;
use std::fmt;
use std::str::FromStr;

/// A reception by the branch that holds it (4 digits) and the row the portal gave it (10 digits).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReceptionRef {
    branch: BranchCode,
    row: u64,
}

/// The first digit of every row barcode.
const ROW_MARK: &str = "7";

impl ReceptionRef {
    /// From its parts; `row` has at most ten digits.
    pub fn new(branch: BranchCode, row: u64) -> Result<Self, NumberError> {
        if row > 9_999_999_999 {
            return Err(NumberError::Number);
        }
        Ok(ReceptionRef { branch, row })
    }

    /// The branch that holds the reception.
    pub const fn branch(&self) -> BranchCode {
        self.branch
    }

    /// The row reference, 0 to 9 999 999 999.
    pub const fn row(&self) -> u64 {
        self.row
    }

    /// The 16 digits printed as the barcode of the row.
    pub fn barcode(&self) -> String {
        let digits = format!("{ROW_MARK}{self}");
        let check = damm::check_digit(&digits);
        format!("{digits}{check}")
    }

    /// Reads the 16 digits of a row barcode.
    pub fn from_barcode(text: &str) -> Result<Self, NumberError> {
        digits(text, 16)?;
        if damm::check_digit(text) != 0 {
            return Err(NumberError::CheckDigit);
        }
        text.strip_prefix(ROW_MARK).ok_or(NumberError::Form)?[..14].parse()
    }
}

impl FromStr for ReceptionRef {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        digits(text, 14)?;
        ReceptionRef::new(text[..4].parse()?, digits(&text[4..], 10)?)
    }
}

impl fmt::Display for ReceptionRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:010}", self.branch, self.row)
    }
}

text_form!(ReceptionRef);
