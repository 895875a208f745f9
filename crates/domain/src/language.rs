//! The two languages of service: Kazakh and Russian, at the applicant's wish (Order № 52 of 22 January 2016, p. 16).
//!
//! A language is a property of a record or a paper, never of the screen alone. Invariant: there are exactly two.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Kazakh or Russian; in JSON `"kk"` or `"ru"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Қазақ тілі.
    Kk,
    /// Русский язык.
    Ru,
}

/// The text names no language of service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a language of service: expected kk or ru")]
pub struct UnknownLanguage;

impl Language {
    /// Both, Kazakh first.
    pub const ALL: [Language; 2] = [Language::Kk, Language::Ru];

    /// The two-letter code (ISO 639-1), as in JSON and in the names of the folders with words.
    pub const fn code(self) -> &'static str {
        match self {
            Language::Kk => "kk",
            Language::Ru => "ru",
        }
    }

    /// The other of the two: what the switch key changes to.
    pub const fn other(self) -> Language {
        match self {
            Language::Kk => Language::Ru,
            Language::Ru => Language::Kk,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        Language::ALL
            .into_iter()
            .find(|language| language.code() == text)
            .ok_or(UnknownLanguage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_and_text_use_the_same_two_letters() {
        for language in Language::ALL {
            assert_eq!(serde_json::to_string(&language).unwrap(), format!("\"{language}\""));
            assert_eq!(language.code().parse(), Ok(language));
            assert_eq!(language.other().other(), language);
        }
        assert_eq!("KK".parse::<Language>(), Err(UnknownLanguage));
        assert!(serde_json::from_str::<Language>("\"en\"").is_err());
    }
}
