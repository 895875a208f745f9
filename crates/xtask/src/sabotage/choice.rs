//! What was asked for on the command line.

use crate::trouble::Trouble;

/// Which patches, and how thoroughly.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// More cuts and kills; the tests read it from `QABYLDAU_FULL`.
    pub full: bool,
    /// Only patches whose name begins so; all if empty.
    pub only: Vec<String>,
}

impl Choice {
    /// Reads `--full` and `--only NAME` (which may stand several times).
    pub fn from_words(words: &[&str]) -> Result<Self, Trouble> {
        let mut choice = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match (*word, words.as_slice().first()) {
                ("--full", _) => choice.full = true,
                ("--only", Some(name)) => {
                    choice.only.push((*name).to_owned());
                    words.next();
                }
                _ => {
                    return Err(Trouble::Usage {
                        said: format!("sabotage {word}"),
                    });
                }
            }
        }
        Ok(choice)
    }

    /// Whether a patch of this name is wanted.
    pub fn takes(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|beginning| name.starts_with(beginning))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_a_choice_and_unknown_ones_are_refused() {
        let choice = Choice::from_words(&["--full", "--only", "f01", "--only", "a1"]).unwrap();
        assert!(choice.full && choice.takes("f01_fold") && choice.takes("a11_hash") && !choice.takes("f02_sync"));
        assert!(Choice::default().takes("anything"));
        assert!(Choice::from_words(&["--only"]).is_err());
        assert!(Choice::from_words(&["--ful"]).is_err());
    }
}
