//! The journal: lines of a day, by number, and who was here before.

use chrono::NaiveDate;
use qabyldau_domain::fold::EntryRow;
use rusqlite::named_params;

use super::Reader;
use crate::fault::StoreError;

impl Reader<'_> {
    /// The journal's lines of a day, of all desks, by number.
    pub fn entries_of_day(&self, day: NaiveDate) -> Result<Vec<EntryRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_entry WHERE day = :day ORDER BY number";
        self.views(SQL, named_params! { ":day": day.to_string() })
    }

    /// The days that have lines, newest first, at most those of the last weeks.
    pub fn days_with_entries(&self) -> Result<Vec<NaiveDate>, StoreError> {
        const SQL: &str = "SELECT DISTINCT day FROM p_entry ORDER BY day DESC LIMIT 60";
        let mut statement = self.conn.prepare_cached(SQL)?;
        let days = statement.query_map([], |row| row.get::<_, String>(0))?;
        let mut found = Vec::new();
        for day in days {
            found.extend(day?.parse::<NaiveDate>());
        }
        Ok(found)
    }

    /// The lines a stream wrote on a day: what its day is closed with.
    pub fn count_entries(&self, node: &qabyldau_domain::fact::NodeId, day: NaiveDate) -> Result<u64, StoreError> {
        const SQL: &str = "SELECT count(*) FROM p_entry WHERE day = :day AND node = :node";
        self.count(SQL, named_params! { ":day": day.to_string(), ":node": node.as_bytes() })
    }

    /// The line with this number.
    pub fn entry(&self, number: &str) -> Result<Option<EntryRow>, StoreError> {
        let id = subject_id("entry", number);
        self.view("SELECT view FROM p_entry WHERE id = :id", named_params! { ":id": id })
    }

    /// The newest line with this IIN that was not annulled: the returning person.
    pub fn newest_entry_by_iin(&self, iin: &str) -> Result<Option<EntryRow>, StoreError> {
        self.view(include_str!("entry_newest_by_iin.sql"), named_params! { ":iin": iin })
    }

    /// The newest line with this document that was not annulled.
    pub fn newest_entry_by_document(&self, kind: &str, number: &str) -> Result<Option<EntryRow>, StoreError> {
        let params = named_params! { ":kind": kind, ":number": number };
        self.view(include_str!("entry_newest_by_document.sql"), params)
    }

    /// How many lines with this IIN there are, annulled ones not counted.
    pub fn count_entries_by_iin(&self, iin: &str) -> Result<u64, StoreError> {
        const SQL: &str = "SELECT count(*) FROM p_entry WHERE iin = :iin AND annulled = 0";
        self.count(SQL, named_params! { ":iin": iin })
    }

    /// How many lines with this document there are, annulled ones not counted.
    pub fn count_entries_by_document(&self, kind: &str, number: &str) -> Result<u64, StoreError> {
        const SQL: &str =
            "SELECT count(*) FROM p_entry WHERE document_number = :number AND document_kind = :kind AND annulled = 0";
        self.count(SQL, named_params! { ":kind": kind, ":number": number })
    }
}

/// The id under which a subject's row stands.
pub(super) fn subject_id(word: &str, rest: &str) -> Option<i64> {
    let subject = format!("{word}/{rest}").parse().ok()?;
    Some(crate::sql::row_id(&subject))
}
