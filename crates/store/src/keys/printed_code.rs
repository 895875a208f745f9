//! The printed recovery code: two lines of thirteen symbols on paper in the branch's safe.
//!
//! The same alphabet as the secret code of an appeal: the same shape in Cyrillic and Latin, so it can be typed in either layout.
//! Each line has its own check symbol, so a slip is found in its line. Not here: the slot it opens (`super::slots`).
//! Invariant: 101.9 bits by the dice; behind Argon2id nobody tries that through.

use std::fmt;
use std::str::FromStr;

use qabyldau_domain::secret_code::{SecretCode, SecretCodeError};
use qabyldau_domain::surroundings::Surroundings;
use zeroize::Zeroizing;

/// A printed code. Shown once, when it is made; wiped when dropped.
pub struct PrintedCode([SecretCode; 2]);

/// Why a typed text is no printed code. Never carries the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PrintedCodeError {
    /// Not two lines of thirteen symbols.
    #[error("not two lines of thirteen symbols")]
    Length,
    /// A line is not what was printed.
    #[error("line {line}: {why}")]
    Line {
        /// Counted from 1.
        line: u8,
        /// What is wrong with it.
        why: SecretCodeError,
    },
}

impl PrintedCode {
    /// A new code by the dice.
    pub(super) fn create(surroundings: &Surroundings) -> Self {
        let line = || loop {
            let mut bytes = Zeroizing::new([0; 32]);
            surroundings.dice.fill(&mut bytes[..]);
            // 32 bytes nearly always hold twelve fair ones; if not, the dice are thrown again.
            if let Some(code) = SecretCode::from_random(&bytes[..]) {
                return code;
            }
        };
        Self([line(), line()])
    }

    /// The two lines as they are printed, in Cyrillic: `АК72 ТМ49 ХР5ЕК`.
    pub fn lines(&self) -> [Zeroizing<String>; 2] {
        [self.0[0].printed(), self.0[1].printed()]
    }

    /// The one form a key grows from.
    pub(super) fn canonical(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(64));
        for line in &self.0 {
            text.push_str(&line.canonical());
        }
        text
    }
}

impl FromStr for PrintedCode {
    type Err = PrintedCodeError;

    /// Both lines one after the other; either alphabet, any case; spaces, dashes and line ends anywhere.
    fn from_str(text: &str) -> Result<Self, PrintedCodeError> {
        const LINE: usize = 13;
        let letters = |text: &mut dyn Iterator<Item = char>| Zeroizing::new(text.collect::<String>());
        let dash = |letter: char| letter == '-' || ('\u{2010}'..='\u{2015}').contains(&letter);
        let all = letters(&mut text.chars().filter(|letter| !letter.is_whitespace() && !dash(*letter)));
        if all.chars().count() != 2 * LINE {
            return Err(PrintedCodeError::Length);
        }
        let line = |number: u8, letters: Zeroizing<String>| {
            letters
                .parse()
                .map_err(|why| PrintedCodeError::Line { line: number, why })
        };
        let first = line(1, letters(&mut all.chars().take(LINE)))?;
        let second = line(2, letters(&mut all.chars().skip(LINE)))?;
        Ok(Self([first, second]))
    }
}

impl fmt::Debug for PrintedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrintedCode(hidden)")
    }
}
