//! Staff of the branch.

use chrono::NaiveDate;
use qabyldau_domain::fact::{NodeId, StaffId};
use qabyldau_domain::fold::{ShiftRow, StaffRow};
use qabyldau_domain::subject::Subject;
use rusqlite::named_params;

use super::Reader;
use crate::fault::StoreError;
use crate::sql::row_id;

impl Reader<'_> {
    /// Everybody who is staff now, by id.
    pub fn staff(&self) -> Result<Vec<StaffRow>, StoreError> {
        self.views("SELECT view FROM p_staff WHERE removed = 0 ORDER BY staff", [])
    }

    /// One member of staff, also one who was removed.
    pub fn staff_member(&self, id: &StaffId) -> Result<Option<StaffRow>, StoreError> {
        let id = row_id(&Subject::staff(id));
        self.view("SELECT view FROM p_staff WHERE id = :id", named_params! { ":id": id })
    }

    /// A member's day at a node.
    pub fn shift(&self, node: &NodeId, date: NaiveDate, id: &StaffId) -> Result<Option<ShiftRow>, StoreError> {
        let id = row_id(&Subject::shift(node, date, id));
        self.view("SELECT view FROM p_shift WHERE id = :id", named_params! { ":id": id })
    }
}
