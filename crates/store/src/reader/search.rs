//! Finding people by the beginnings of their names, in either spelling and any case.

use qabyldau_domain::fold::EntryRow;
use qabyldau_domain::names::{match_key, search_words};
use rusqlite::named_params;

use super::Reader;
use crate::fault::StoreError;

impl Reader<'_> {
    /// Lines in whose names every word typed begins some word: exactly these names first, then the newest. At most `limit`.
    pub fn search_entries(&self, typed: &str, limit: usize) -> Result<Vec<EntryRow>, StoreError> {
        // Words come folded and are quoted, so that nothing typed is an operator of the index's language.
        let words: Vec<String> = search_words(typed)
            .into_iter()
            .map(|word| format!("\"{}\"*", word.replace('"', "\"\"")))
            .collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        self.views(
            include_str!("search.sql"),
            named_params! {
                ":words": words.join(" AND "),
                ":match_key": match_key(typed),
                ":limit": i64::try_from(limit).unwrap_or(i64::MAX),
            },
        )
    }
}
