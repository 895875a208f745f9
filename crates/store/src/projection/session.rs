//! The rows of sessions.

use qabyldau_domain::fold::SessionRow;
use rusqlite::{Connection, named_params};

use super::row::{Place, upsert};
use crate::fault::StoreError;
use crate::sql::to_view;

pub(super) fn put(conn: &Connection, place: &Place<'_>, row: &SessionRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("session.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":desk": row.desk.as_bytes(),
            ":booth": row.booth.as_bytes(),
            ":entry": row.entry,
            ":day": row.day.to_string(),
            ":tick": place.tick,
            ":state": row.state.word(),
            ":occupies": row.occupies(),
            ":told": row.words_waiting().next().is_some(),
            ":view": to_view(row)?,
        },
    )
}
