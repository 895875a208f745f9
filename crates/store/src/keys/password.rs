//! The password as typed, and the rule for a new one.
//!
//! Not here: whether it is the right one (only unwrapping a key can tell). Invariant: one password has one form, whatever
//! the keyboard composed it of; it is wiped when dropped and shown nowhere.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// The shortest new password, in characters. The internal rules of the field say 8 to 12 (domain reference § 8.3). It is
/// 10 here because the wrapped key travels in the ledger: whoever copies a desk's opened ledger can try passwords at leisure, and
/// ten letters and digits (51 bits) at 64 MiB a try hold against that where eight (41 bits) do not.
pub const MIN_PASSWORD_CHARS: usize = 10;

/// The fewest different characters: `1111111111` is long and no password.
const MIN_DIFFERENT: usize = 5;

/// Longer input is cut off by nobody but refused: it is no password, and normalising it costs time.
const MAX_BYTES: usize = 1024;

/// A typed password.
pub struct Password(Zeroizing<String>);

/// Why a new password is refused. Never carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefused {
    /// Fewer than [`MIN_PASSWORD_CHARS`] characters.
    #[error("password-too-short")]
    TooShort,
    /// More than 1,024 bytes.
    #[error("password-too-long")]
    TooLong,
    /// Fewer than five different characters.
    #[error("password-too-plain")]
    TooPlain,
}

impl PasswordRefused {
    /// The stable code, for words and scripts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooShort => "password-too-short",
            Self::TooLong => "password-too-long",
            Self::TooPlain => "password-too-plain",
        }
    }
}

impl Password {
    /// What somebody typed, in one Unicode form (NFC): `й` is the same whether the keyboard sent one letter or two.
    /// No rule is applied: a wrong password may have any length.
    pub fn typed(text: &str) -> Self {
        let mut own = Zeroizing::new(String::with_capacity(text.len().min(MAX_BYTES) * 3 + 4));
        for letter in text.nfc() {
            if own.len() > MAX_BYTES {
                break;
            }
            own.push(letter);
        }
        Self(own)
    }

    /// Is it fit to be a new password?
    pub fn check_new(&self) -> Result<(), PasswordRefused> {
        let letters = self.0.chars().count();
        let first = |(place, letter): &(usize, char)| !self.0.chars().take(*place).any(|earlier| earlier == *letter);
        let different = self.0.chars().enumerate().filter(first).count();
        match () {
            () if self.0.len() > MAX_BYTES => Err(PasswordRefused::TooLong),
            () if letters < MIN_PASSWORD_CHARS => Err(PasswordRefused::TooShort),
            () if different < MIN_DIFFERENT => Err(PasswordRefused::TooPlain),
            () => Ok(()),
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl From<&str> for Password {
    fn from(text: &str) -> Self {
        Self::typed(text)
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(hidden)")
    }
}
