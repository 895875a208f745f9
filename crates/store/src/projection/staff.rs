//! The rows of staff and their shifts.

use qabyldau_domain::fold::{ShiftRow, StaffRow};
use rusqlite::{Connection, named_params};

use super::row::{Place, upsert};
use crate::fault::StoreError;
use crate::sql::to_view;

pub(super) fn put(conn: &Connection, place: &Place<'_>, row: &StaffRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("staff.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":staff": row.id.as_bytes(),
            ":removed": row.removed,
            ":view": to_view(row)?,
        },
    )
}

pub(super) fn put_shift(conn: &Connection, place: &Place<'_>, row: &ShiftRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("shift.sql"),
        named_params! { ":id": place.id, ":subject": place.subject.as_str(), ":view": to_view(row)? },
    )
}
