//! The rows of print jobs.

use qabyldau_domain::fold::JobRow;
use rusqlite::{Connection, named_params};

use super::row::{Place, upsert};
use crate::fault::StoreError;
use crate::sql::to_view;

pub(super) fn put(conn: &Connection, place: &Place<'_>, row: &JobRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("job.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":node": row.node.as_bytes(),
            ":about": row.about,
            ":tick": place.tick,
            ":state": row.state.word(),
            ":view": to_view(row)?,
        },
    )
}
