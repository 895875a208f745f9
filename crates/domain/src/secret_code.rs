//! The secret code that opens the answer: twelve symbols and a check symbol, `АК72 ТМ49 ХР5ЕК` (50.9 bits).
//!
//! Shown once in the booth and on the receipt; kept nowhere but as a verifier, which is made elsewhere.
//! Invariant: a value has a right check symbol, is never shown by `Debug`, has no serde form, and is wiped when dropped.

use std::fmt;
use std::str::FromStr;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Letters that have one shape in Cyrillic and Latin, and digits that are no letter; the place is the value.
const CYRILLIC: [char; 19] = [
    'А', 'В', 'Е', 'К', 'М', 'Н', 'Р', 'С', 'Т', 'У', 'Х', '2', '3', '4', '5', '6', '7', '8', '9',
];
const LATIN: [char; 11] = ['A', 'B', 'E', 'K', 'M', 'H', 'P', 'C', 'T', 'Y', 'X'];

/// Symbols that carry chance; one check symbol follows.
const SYMBOLS: usize = 12;

/// A secret code by the values of its thirteen symbols.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct SecretCode([u8; SYMBOLS + 1]);

/// Why a typed or dictated text is no secret code. Never carries the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecretCodeError {
    /// Other than thirteen symbols.
    #[error("not thirteen symbols")]
    Length,
    /// A symbol outside the alphabet.
    #[error("a symbol outside the alphabet")]
    Symbol,
    /// The check symbol is another one.
    #[error("check symbol does not match")]
    CheckSymbol,
}

impl SecretCodeError {
    /// The stable code, for words and scripts.
    pub const fn code(self) -> &'static str {
        match self {
            SecretCodeError::Length => "length",
            SecretCodeError::Symbol => "symbol",
            SecretCodeError::CheckSymbol => "check_symbol",
        }
    }
}

impl SecretCode {
    /// A code from random bytes; a byte of 247 or more is passed over, so that every symbol is equally likely
    /// (247 = 13 · 19). `None` if fewer than twelve bytes are left: 32 random bytes always do in practice.
    pub fn from_random(bytes: &[u8]) -> Option<Self> {
        let mut code = SecretCode([0; SYMBOLS + 1]);
        let mut fair = bytes.iter().filter(|byte| **byte < 247).map(|byte| byte % 19);
        for symbol in &mut code.0[..SYMBOLS] {
            *symbol = fair.next()?;
        }
        code.0[SYMBOLS] = code.check_symbol();
        Some(code)
    }

    /// As it is shown and printed: `АК72 ТМ49 ХР5ЕК`, in Cyrillic.
    pub fn printed(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(32));
        for (place, symbol) in self.symbols().enumerate() {
            if place == 4 || place == 8 {
                text.push(' ');
            }
            text.push(symbol);
        }
        text
    }

    /// The thirteen symbols in Cyrillic without spaces: the one form a verifier is made of.
    pub fn canonical(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(32));
        text.extend(self.symbols());
        text
    }

    fn symbols(&self) -> impl Iterator<Item = char> {
        self.0
            .iter()
            .filter_map(|value| CYRILLIC.get(usize::from(*value)).copied())
    }

    /// Σ i·vᵢ mod 19 over i = 1…12; 19 is prime, so every wrong symbol and every swap is noticed.
    fn check_symbol(&self) -> u8 {
        let sum: u32 = (1u32..)
            .zip(&self.0[..SYMBOLS])
            .map(|(weight, value)| weight * u32::from(*value))
            .sum();
        u8::try_from(sum % 19).unwrap_or_default()
    }
}

/// The value of a symbol in either alphabet and any case.
fn value(symbol: char) -> Option<u8> {
    let upper = symbol.to_uppercase().next()?;
    let place = CYRILLIC
        .iter()
        .position(|own| *own == upper)
        .or_else(|| LATIN.iter().position(|own| *own == upper))?;
    u8::try_from(place).ok()
}

impl FromStr for SecretCode {
    type Err = SecretCodeError;

    /// Either alphabet, any case; spaces and dashes anywhere.
    fn from_str(text: &str) -> Result<Self, SecretCodeError> {
        let mut code = SecretCode([0; SYMBOLS + 1]);
        let mut length = 0;
        for symbol in text
            .chars()
            .filter(|symbol| !symbol.is_whitespace() && !is_dash(*symbol))
        {
            *code.0.get_mut(length).ok_or(SecretCodeError::Length)? = value(symbol).ok_or(SecretCodeError::Symbol)?;
            length += 1;
        }
        match (length == SYMBOLS + 1, code.check_symbol() == code.0[SYMBOLS]) {
            (false, _) => Err(SecretCodeError::Length),
            (true, false) => Err(SecretCodeError::CheckSymbol),
            (true, true) => Ok(code),
        }
    }
}

fn is_dash(symbol: char) -> bool {
    symbol == '-' || ('\u{2010}'..='\u{2015}').contains(&symbol)
}

impl fmt::Debug for SecretCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretCode(hidden)")
    }
}

#[cfg(test)]
mod tests;
