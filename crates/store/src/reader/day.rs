//! Days: each numbering node has its own; the branch's day is a question over all of them.

use chrono::NaiveDate;
use qabyldau_domain::fact::NodeId;
use qabyldau_domain::fold::DayRow;
use rusqlite::named_params;

use super::Reader;
use crate::fault::StoreError;

/// The own node's last opened day.
pub type OwnDay = DayRow;

impl Reader<'_> {
    /// The day the own node opened last; `closed_at` says whether it still runs.
    pub fn own_day(&self) -> Result<Option<OwnDay>, StoreError> {
        self.last_day(&self.own.node)
    }

    /// The day a node opened last.
    pub fn last_day(&self, node: &NodeId) -> Result<Option<DayRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_day WHERE node = :node ORDER BY date DESC LIMIT 1";
        self.view(SQL, named_params! { ":node": node.as_bytes() })
    }

    /// The days of all nodes with this date.
    pub fn days_of(&self, date: NaiveDate) -> Result<Vec<DayRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_day WHERE date = :date ORDER BY node";
        self.views(SQL, named_params! { ":date": date.to_string() })
    }
}
