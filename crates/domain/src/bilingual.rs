//! A title or citation that comes with its data in both languages of service.
//!
//! Not for words of screens and papers: those stand in the locales. Invariant: both languages are there.

use crate::language::Language;
use serde::{Deserialize, Serialize};

/// One text in Kazakh and Russian.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Bilingual {
    /// In Kazakh.
    pub kk: String,
    /// In Russian.
    pub ru: String,
}

impl Bilingual {
    /// The text in one of the two.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
        }
    }
}
