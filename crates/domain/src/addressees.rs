//! The list of bodies and officials an appeal may be addressed to (Order 213/НҚ p. 15): a signed document, kept in versions.
//!
//! Not a table of the database: it changes as a whole. Invariant: ids are unique and never reused for another addressee.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::bilingual::Bilingual;
use crate::names::search_words;

/// Under which heading the booth shows an addressee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Ministries and other central bodies.
    Ministries,
    /// Local executives.
    Akimats,
}

/// One addressee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// Stable id, ASCII.
    pub id: String,
    /// The heading.
    pub group: Group,
    /// The body or the official, as it is shown and printed.
    pub name: Bilingual,
}

/// The whole list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressees {
    addressees: Vec<Addressee>,
}

/// Not a list of addressees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddresseesError {
    /// Not the document's JSON.
    #[error("not an addressees document")]
    Form,
    /// An id stands twice or is empty.
    #[error("an addressee's id is empty or stands twice")]
    Id,
}

impl Addressees {
    /// Reads the document's bytes.
    pub fn from_document(bytes: &[u8]) -> Result<Self, AddresseesError> {
        let list: Self = serde_json::from_slice(bytes).map_err(|_| AddresseesError::Form)?;
        let ids: BTreeSet<&str> = list.addressees.iter().map(|one| one.id.as_str()).collect();
        if ids.len() < list.addressees.len() || ids.contains("") {
            return Err(AddresseesError::Id);
        }
        Ok(list)
    }

    /// All, in the order of the document.
    pub fn all(&self) -> &[Addressee] {
        &self.addressees
    }

    /// The one with this id.
    pub fn by_id(&self, id: &str) -> Option<&Addressee> {
        self.addressees.iter().find(|one| one.id == id)
    }

    /// Those in whose name, in either language and either spelling, every word of `text` begins a word.
    pub fn search(&self, text: &str) -> Vec<&Addressee> {
        let wanted = search_words(text);
        let fits = |one: &&Addressee| {
            let words = search_words(&format!("{} {}", one.name.kk, one.name.ru));
            wanted
                .iter()
                .all(|start| words.iter().any(|word| word.starts_with(start)))
        };
        self.addressees.iter().filter(fits).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = r#"{"addressees":[
        {"id":"akim-almaty-region","group":"akimats","name":{"kk":"Алматы облысының әкімі","ru":"Аким Алматинской области"}},
        {"id":"justice","group":"ministries","name":{"kk":"Әділет министрі","ru":"Министр юстиции"}}]}"#;

    #[test]
    fn the_search_finds_beginnings_of_words_in_either_language_and_spelling() {
        let list = Addressees::from_document(LIST.as_bytes()).unwrap();
        for (text, found) in [
            ("әкім", vec!["akim-almaty-region"]),
            ("аким", vec!["akim-almaty-region"]),
            ("адилет", vec!["justice"]),
            ("юст мин", vec!["justice"]),
            ("қазына", vec![]),
            ("", vec!["akim-almaty-region", "justice"]),
        ] {
            assert_eq!(
                list.search(text).iter().map(|one| one.id.as_str()).collect::<Vec<_>>(),
                found,
                "{text}"
            );
        }
    }

    #[test]
    fn an_id_that_stands_twice_is_no_list() {
        let twice = LIST.replace("\"justice\"", "\"akim-almaty-region\"");
        assert_eq!(Addressees::from_document(twice.as_bytes()), Err(AddresseesError::Id));
        assert_eq!(Addressees::from_document(b"{}"), Err(AddresseesError::Form));
    }
}
