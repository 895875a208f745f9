//! The label of a booth: two digits, given once by the portal and never again.

use super::{NumberError, digits};
use crate::text_form::text_form;
use std::fmt;
use std::str::FromStr;

/// A booth of a branch by its two digits, `01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BoothLabel(u8);

impl BoothLabel {
    /// The label as a number, 0–99.
    pub const fn value(self) -> u8 {
        self.0
    }
}

impl FromStr for BoothLabel {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        u8::try_from(digits(text, 2)?)
            .map(BoothLabel)
            .map_err(|_| NumberError::Form)
    }
}

impl fmt::Display for BoothLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

text_form!(BoothLabel);
