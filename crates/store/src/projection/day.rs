//! The rows of days.

use qabyldau_domain::fold::DayRow;
use rusqlite::{Connection, named_params};

use super::row::{Place, upsert};
use crate::fault::StoreError;
use crate::sql::to_view;

pub(super) fn put(conn: &Connection, place: &Place<'_>, row: &DayRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("day.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":node": row.node.as_bytes(),
            ":date": row.date.to_string(),
            ":closed": row.closed_at.is_some(),
            ":view": to_view(row)?,
        },
    )
}
