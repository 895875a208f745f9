//! The rows of the directory, of checkpoints, and of what remains of closed subjects.

use qabyldau_domain::fold::{BranchRow, CheckpointRow, ClosedRow, DocumentRow, NodeRow, RoomRow};
use rusqlite::{Connection, named_params};

use super::row::{Place, upsert};
use crate::fault::StoreError;
use crate::sql::{role_word, to_view};

pub(super) fn put_node(conn: &Connection, place: &Place<'_>, row: &NodeRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("node.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":node": row.node.as_bytes(),
            ":role": role_word(row.role),
            ":label": row.label,
            ":retired": row.retired,
            ":view": to_view(row)?,
        },
    )
}

pub(super) fn put_room(conn: &Connection, place: &Place<'_>, row: &RoomRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("room.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":label": row.label,
            ":view": to_view(row)?,
        },
    )
}

pub(super) fn put_branch(conn: &Connection, place: &Place<'_>, row: &BranchRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("branch.sql"),
        named_params! { ":id": place.id, ":subject": place.subject.as_str(), ":view": to_view(row)? },
    )
}

pub(super) fn put_document(conn: &Connection, place: &Place<'_>, row: &DocumentRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("document.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":name": row.name,
            ":sha256": row.sha256.as_bytes(),
            ":view": to_view(row)?,
        },
    )
}

pub(super) fn put_checkpoint(conn: &Connection, place: &Place<'_>, row: &CheckpointRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("checkpoint.sql"),
        named_params! { ":id": place.id, ":subject": place.subject.as_str(), ":view": to_view(row)? },
    )
}

pub(super) fn put_closed(conn: &Connection, place: &Place<'_>, row: &ClosedRow) -> Result<(), StoreError> {
    let kind = place.subject.as_str().split('/').next().unwrap_or_default();
    upsert(
        conn,
        include_str!("closed.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":kind": kind,
            ":day": row.day.map(|day| day.to_string()),
            ":view": to_view(row)?,
        },
    )
}
