//! The names of a person as they stand in the document: surname, given name, patronymic.
//!
//! Not what identifies a person: persons are never merged by name, and neither sex nor kinship is read out of one.
//! Some people have a single name, so one part is enough. Invariant: parts are NFC, without blank ends, and never shown
//! by `Debug`.

mod fold;
mod order;
mod scripts;

pub use fold::{match_key, search_words};
pub use order::alphabetical;
pub use scripts::{MixedScript, mixed_script};

use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// The names of one person; at least one part is there.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct Names {
    surname: Option<String>,
    given: Option<String>,
    patronymic: Patronymic,
}

/// The patronymic «if any» (Order № 213/НҚ of 16 June 2021, p. 13).
#[derive(Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Patronymic {
    /// As in the document.
    Known(String),
    /// Nobody said whether there is one.
    #[default]
    NotStated,
    /// The person has none.
    Absent,
}

/// All three parts are empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no part of the name is given")]
pub struct NoName;

/// The JSON shape of [`Names`], before it is judged.
#[derive(Serialize, Deserialize)]
struct Parts {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    surname: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    given: Option<String>,
    #[serde(default)]
    patronymic: Patronymic,
}

impl Names {
    /// Names from what was typed or read; parts are brought to NFC and trimmed, nothing else is changed.
    pub fn new(surname: &str, given: &str, patronymic: Patronymic) -> Result<Self, NoName> {
        let patronymic = match patronymic {
            Patronymic::Known(text) => part(&text).map_or(Patronymic::NotStated, Patronymic::Known),
            other => other,
        };
        let names = Names {
            surname: part(surname),
            given: part(given),
            patronymic,
        };
        if names.parts().next().is_none() {
            Err(NoName)
        } else {
            Ok(names)
        }
    }

    /// The surname, if the person has one.
    pub fn surname(&self) -> Option<&str> {
        self.surname.as_deref()
    }

    /// The given name, if the person has one.
    pub fn given(&self) -> Option<&str> {
        self.given.as_deref()
    }

    /// What is known of the patronymic.
    pub fn patronymic(&self) -> &Patronymic {
        &self.patronymic
    }

    /// All parts in the order of the documents: surname, given name, patronymic.
    pub fn full(&self) -> String {
        self.parts().collect::<Vec<_>>().join(" ")
    }

    /// The surname and initials, `Қасымова Ә. М.`; the first part there is stands in full.
    pub fn surname_initials(&self) -> String {
        let mut parts = self.parts();
        let mut text = parts.next().unwrap_or_default().to_owned();
        for initial in parts.filter_map(|part| part.chars().next()) {
            text.extend([' ']);
            text.extend(initial.to_uppercase());
            text.push('.');
        }
        text
    }

    /// The joined key of all parts: equal for «Қасымова Әлия» and «Касымова Алия».
    pub fn match_key(&self) -> String {
        match_key(&self.full())
    }

    /// The folded words of all parts, for a search by the beginning of any word.
    pub fn search_words(&self) -> Vec<String> {
        search_words(&self.full())
    }

    fn parts(&self) -> impl Iterator<Item = &str> {
        let patronymic = match &self.patronymic {
            Patronymic::Known(text) => Some(text.as_str()),
            Patronymic::NotStated | Patronymic::Absent => None,
        };
        [self.surname(), self.given(), patronymic].into_iter().flatten()
    }
}

fn part(text: &str) -> Option<String> {
    let text: String = text.nfc().collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

impl TryFrom<Parts> for Names {
    type Error = NoName;

    fn try_from(parts: Parts) -> Result<Self, NoName> {
        Names::new(
            &parts.surname.unwrap_or_default(),
            &parts.given.unwrap_or_default(),
            parts.patronymic,
        )
    }
}

impl From<Names> for Parts {
    fn from(names: Names) -> Parts {
        Parts {
            surname: names.surname,
            given: names.given,
            patronymic: names.patronymic,
        }
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Names(hidden)")
    }
}

impl fmt::Debug for Patronymic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Patronymic::Known(_) => "Known(hidden)",
            Patronymic::NotStated => "NotStated",
            Patronymic::Absent => "Absent",
        })
    }
}

#[cfg(test)]
mod tests;
