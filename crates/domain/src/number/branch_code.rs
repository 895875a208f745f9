//! The code of a branch: four digits.

use super::{NumberError, digits};
use crate::text_form::{text_form, text_shape};
use std::fmt;
use std::str::FromStr;

/// A branch by its four digits, `0512`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BranchCode(u16);

impl BranchCode {
    /// The code as a number, 0–9999.
    pub const fn value(self) -> u16 {
        self.0
    }
}

impl FromStr for BranchCode {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        u16::try_from(digits(text, 4)?)
            .map(BranchCode)
            .map_err(|_| NumberError::Form)
    }
}

impl fmt::Display for BranchCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

text_form!(BranchCode);
text_shape!(BranchCode, "^[0-9]{4}$", "branch");
