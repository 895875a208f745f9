//! The journal: a line with its history, the search, and who was here before.

use qabyldau_domain::fold::EntryRow;
use qabyldau_domain::refusal::Refusal;

use super::scan::PersonRead;
use crate::desk::Desk;
use crate::failed::Failed;

/// What a search found, exact names first.
pub type Found = Vec<EntryRow>;

impl Desk {
    /// One line with its history.
    pub fn entry(&self, number: &str) -> Result<EntryRow, Failed> {
        let row = self.store().reader()?.entry(number)?;
        Ok(row.ok_or_else(|| Refusal::new("entry-unknown").with("number", number))?)
    }

    /// Lines in whose names every word of the text begins a word, in either spelling.
    pub fn search(&self, text: &str, limit: usize) -> Result<Found, Failed> {
        Ok(self.store().reader()?.search_entries(text, limit)?)
    }

    /// The newest line of the same IIN or document, and how many there are.
    pub(crate) fn earlier(&self, person: &PersonRead) -> Result<(Option<EntryRow>, u64), Failed> {
        let store = self.store();
        let reader = store.reader()?;
        if let Some(iin) = &person.iin {
            return Ok((reader.newest_entry_by_iin(iin)?, reader.count_entries_by_iin(iin)?));
        }
        match &person.document {
            Some(document) => Ok((
                reader.newest_entry_by_document(&document.kind, &document.number)?,
                reader.count_entries_by_document(&document.kind, &document.number)?,
            )),
            None => Ok((None, 0)),
        }
    }
}
