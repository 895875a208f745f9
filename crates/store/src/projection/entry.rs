//! The journal's rows, with the index of the beginnings of names.

use qabyldau_domain::fold::EntryRow;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::row::{Place, upsert};
use crate::fault::StoreError;
use crate::sql::to_view;

pub(super) fn put(conn: &Connection, place: &Place<'_>, row: &EntryRow, index: bool) -> Result<(), StoreError> {
    let stood = if index { words(conn, place.id)? } else { None };
    let changed = index && stood.as_deref() != Some(row.search_words.as_str());
    // The index keeps no text of its own: it must be told the old words before they are gone.
    if changed && stood.is_some() {
        forget_words(conn, place.id)?;
    }
    upsert(
        conn,
        include_str!("entry.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":number": row.number,
            ":node": row.node.as_bytes(),
            ":day": row.day.to_string(),
            ":tick": place.tick,
            ":iin": row.person.iin,
            ":document_kind": row.document.kind,
            ":document_number": row.document.number,
            ":match_key": row.match_key,
            ":search_words": row.search_words,
            ":annulled": row.annulled.is_some(),
            ":view": to_view(row)?,
        },
    )?;
    if changed {
        const SQL: &str = "INSERT INTO p_entry_words (rowid, search_words) VALUES (:id, :words)";
        conn.prepare_cached(SQL)?
            .execute(named_params! { ":id": place.id, ":words": row.search_words })?;
    }
    Ok(())
}

/// Takes a row's words out of the index, while the row still stands.
pub(super) fn forget_words(conn: &Connection, id: i64) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO p_entry_words (p_entry_words, rowid, search_words) VALUES ('delete', :id, :words)";
    if let Some(words) = words(conn, id)? {
        conn.prepare_cached(SQL)?
            .execute(named_params! { ":id": id, ":words": words })?;
    }
    Ok(())
}

fn words(conn: &Connection, id: i64) -> Result<Option<String>, StoreError> {
    let words = conn
        .prepare_cached("SELECT search_words FROM p_entry WHERE id = :id")?
        .query_row(named_params! { ":id": id }, |row| row.get(0))
        .optional()?;
    Ok(words)
}
