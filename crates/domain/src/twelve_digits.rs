//! What the IIN and the BIN share: twelve digits, the last of which controls the eleven before it
//! (rules for forming identification numbers, Government Resolution № 406 of 22 May 2007).
//!
//! Not a value of its own. Invariant: `read` accepts exactly what both numbers must satisfy.

/// Why twelve characters are no identification number. Never carries the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotANumber {
    /// Other than twelve characters.
    #[error("not twelve characters")]
    Length,
    /// Something other than the digits 0–9.
    #[error("something other than digits")]
    Digits,
    /// Twelve equal digits: twelve zeros would pass the arithmetic and are nobody's number.
    #[error("all digits equal")]
    AllEqual,
    /// The control digit is another one.
    #[error("control digit does not match")]
    CheckDigit,
    /// Both passes give 10: such eleven digits are never issued.
    #[error("no control digit exists for these eleven digits")]
    NeverIssued,
}

impl NotANumber {
    /// The stable code, for words and scripts.
    pub const fn code(self) -> &'static str {
        match self {
            NotANumber::Length => "length",
            NotANumber::Digits => "digits",
            NotANumber::AllEqual => "all_equal",
            NotANumber::CheckDigit => "check_digit",
            NotANumber::NeverIssued => "never_issued",
        }
    }
}

const FIRST_PASS: [u32; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_PASS: [u32; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/// The control digit of eleven ASCII digits, or `None` where both passes give 10.
pub(crate) fn control_digit(eleven: &[u8]) -> Option<u8> {
    let pass = |weights: [u32; 11]| -> u32 {
        eleven
            .iter()
            .zip(weights)
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum::<u32>()
            % 11
    };
    let digit = match pass(FIRST_PASS) {
        10 => pass(SECOND_PASS),
        sum => sum,
    };
    u8::try_from(digit).ok().filter(|digit| *digit < 10)
}

/// Twelve ASCII digits with the right control digit, not all equal.
pub(crate) fn read(text: &str) -> Result<[u8; 12], NotANumber> {
    if text.chars().count() != 12 {
        return Err(NotANumber::Length);
    }
    let digits: [u8; 12] = text.as_bytes().try_into().map_err(|_| NotANumber::Digits)?;
    if !digits.iter().all(u8::is_ascii_digit) {
        return Err(NotANumber::Digits);
    }
    if digits.iter().all(|digit| *digit == digits[0]) {
        return Err(NotANumber::AllEqual);
    }
    match control_digit(&digits[..11]) {
        None => Err(NotANumber::NeverIssued),
        Some(control) if control == digits[11] - b'0' => Ok(digits),
        Some(_) => Err(NotANumber::CheckDigit),
    }
}

/// The digits as text; they are ASCII by construction.
pub(crate) fn text(digits: &[u8; 12]) -> &str {
    std::str::from_utf8(digits).unwrap_or_default()
}
