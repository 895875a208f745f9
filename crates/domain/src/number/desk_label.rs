//! The label of a desk: one or two Latin capitals, given once by the portal and never again.
//!
//! A replaced machine is a new desk with a new label, so a branch may need more than 26: after `Z` comes `AA`.

use super::NumberError;
use crate::text_form::text_form;
use std::fmt;
use std::str::FromStr;

/// A desk of a branch: `A` … `Z`, then `AA` … `ZZ`; ordered as they are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeskLabel(u16);

/// `A` … `Z` and `AA` … `ZZ`.
const LABELS: u16 = 26 + 26 * 26;

impl DeskLabel {
    /// The label given first.
    pub const FIRST: DeskLabel = DeskLabel(0);

    /// The label given after this one; `None` after `ZZ`.
    pub fn next(self) -> Option<DeskLabel> {
        (self.0 + 1 < LABELS).then_some(DeskLabel(self.0 + 1))
    }
}

impl FromStr for DeskLabel {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        if !text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(NumberError::Form);
        }
        match text.as_bytes() {
            [only] => Ok(DeskLabel(u16::from(only - b'A'))),
            [first, second] => Ok(DeskLabel(26 + u16::from(first - b'A') * 26 + u16::from(second - b'A'))),
            _ => Err(NumberError::Length),
        }
    }
}

impl fmt::Display for DeskLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = |place: u16| char::from(b'A' + u8::try_from(place % 26).unwrap_or_default());
        match self.0.checked_sub(26) {
            None => write!(f, "{}", letter(self.0)),
            Some(pair) => write!(f, "{}{}", letter(pair / 26), letter(pair)),
        }
    }
}

text_form!(DeskLabel);
