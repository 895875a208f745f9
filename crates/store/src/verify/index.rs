//! The index of names against the journal lines it is made from.
//!
//! The engine's own check of such an index is a write: beside a program that writes it could not be done. So the index is made afresh in a
//! temporary table, and every place of every word is compared. Prefixes are looked over by the engine's check of the trees.

use rusqlite::{Connection, ErrorCode};

use super::{Fault, Verdict};
use crate::fault::StoreError;

pub(super) fn check(conn: &Connection, verdict: &mut Verdict) -> Result<(), StoreError> {
    conn.execute_batch(include_str!("index_afresh.sql"))?;
    let differs = conn.query_row(include_str!("index_differs.sql"), [], |row| row.get(0));
    match differs {
        Ok(false) => {}
        Ok(true) => verdict.find(Fault::SearchIndex),
        // A page of the index itself cannot be read.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => verdict.find(Fault::SearchIndex),
        Err(error) => return Err(error.into()),
    }
    Ok(conn.execute_batch(
        "DROP TABLE temp.words_held; DROP TABLE temp.words_afresh_places; DROP TABLE temp.words_afresh;",
    )?)
}
