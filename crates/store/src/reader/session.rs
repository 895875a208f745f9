//! Sessions: the booths wall, the waiting list, what still wants an answer.

use chrono::NaiveDate;
use qabyldau_domain::fact::NodeId;
use qabyldau_domain::fold::SessionRow;
use rusqlite::named_params;

use super::Reader;
use super::entry::subject_id;
use crate::fault::StoreError;

impl Reader<'_> {
    /// The session with this id.
    pub fn session(&self, id: &str) -> Result<Option<SessionRow>, StoreError> {
        let id = subject_id("session", id);
        self.view("SELECT view FROM p_session WHERE id = :id", named_params! { ":id": id })
    }

    /// The session that holds this booth, if one does.
    pub fn session_occupying(&self, booth: &NodeId) -> Result<Option<SessionRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_session WHERE booth = :booth AND occupies = 1 ORDER BY tick DESC LIMIT 1";
        self.view(SQL, named_params! { ":booth": booth.as_bytes() })
    }

    /// Sessions this desk asked for and no booth answered yet, oldest first: what must be ordered again after a start.
    pub fn sessions_asked(&self) -> Result<Vec<SessionRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_session WHERE desk = :desk AND state = 'asked' ORDER BY tick";
        self.views(SQL, named_params! { ":desk": self.own.node.as_bytes() })
    }

    /// Sessions with a word of staff that the booth has not answered, oldest first: what must be told again after a start.
    pub fn sessions_told(&self) -> Result<Vec<SessionRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_session WHERE told = 1 ORDER BY tick, id";
        self.views(SQL, named_params! {})
    }

    /// All sessions of a day, oldest first.
    pub fn sessions_of_day(&self, day: NaiveDate) -> Result<Vec<SessionRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_session WHERE day = :day ORDER BY tick, id";
        self.views(SQL, named_params! { ":day": day.to_string() })
    }

    /// The sessions of a journal line, oldest first.
    pub fn sessions_of_entry(&self, entry: &str) -> Result<Vec<SessionRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_session WHERE entry = :entry ORDER BY tick, id";
        self.views(SQL, named_params! { ":entry": entry })
    }
}
