//! The rows of appeals and of their parcels.

use qabyldau_domain::fold::{AppealRow, ParcelRow};
use rusqlite::{Connection, named_params};

use super::row::{Place, upsert};
use crate::fault::StoreError;
use crate::sql::to_view;

pub(super) fn put(conn: &Connection, place: &Place<'_>, row: &AppealRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("appeal.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":number": row.number,
            ":node": row.node.as_bytes(),
            ":entry": row.entry,
            ":session": row.session,
            ":day": row.day.to_string(),
            ":tick": place.tick,
            ":due": row.promise.as_ref().map(|promise| promise.due.to_string()),
            ":parcel": row.parcel.sha256.as_bytes(),
            ":handed_over": row.handed_over_at.is_some(),
            ":view": to_view(row)?,
        },
    )
}

pub(super) fn put_parcel(conn: &Connection, place: &Place<'_>, row: &ParcelRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("parcel.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":sha256": row.sha256.as_bytes(),
            ":stored": row.stored_at.is_some(),
            ":delivered": row.delivered_at.is_some(),
            ":view": to_view(row)?,
        },
    )
}
