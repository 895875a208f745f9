//! Numbers that the house gives: entries, appeals, receptions, and the labels of branches, desks and booths.
//!
//! Not numbers of documents or people. Invariant: each value has exactly one text form, and that form is its JSON.

mod booth_label;
mod branch_code;
mod damm;
mod desk_label;
mod entry;
mod reception_ref;
mod registration;

pub use booth_label::BoothLabel;
pub use branch_code::BranchCode;
pub use desk_label::DeskLabel;
pub use entry::EntryNumber;
pub use reception_ref::ReceptionRef;
pub use registration::RegistrationNumber;

/// Why a text or a set of parts is no number of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Not as many characters as the form has.
    #[error("wrong length")]
    Length,
    /// A character that cannot stand at its place in the form.
    #[error("a character that cannot stand there")]
    Form,
    /// The check digit is another one.
    #[error("check digit does not match")]
    CheckDigit,
    /// A year outside 2000–2099.
    #[error("year outside 2000-2099")]
    Year,
    /// A running number of zero or too large for the form; counting begins at 1.
    #[error("running number outside the form")]
    Number,
}

impl NumberError {
    /// The stable code, for words and scripts.
    pub const fn code(self) -> &'static str {
        match self {
            NumberError::Length => "length",
            NumberError::Form => "form",
            NumberError::CheckDigit => "check_digit",
            NumberError::Year => "year",
            NumberError::Number => "number",
        }
    }
}

/// The years that two digits can name in our numbers.
const YEARS: std::ops::RangeInclusive<u16> = 2000..=2099;

/// Exactly `length` ASCII digits.
fn digits(text: &str, length: usize) -> Result<u64, NumberError> {
    if text.chars().count() != length {
        return Err(NumberError::Length);
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::Form);
    }
    text.parse().map_err(|_| NumberError::Form)
}

#[cfg(test)]
mod tests;
