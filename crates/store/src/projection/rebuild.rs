//! All projections again, from the ledger: dropped, made, folded and indexed in the caller's one transaction. Other connections
//! read the old ones until it commits; killed in the middle, the old ones stand.

use qabyldau_domain::fold::{Row, fold};
use rusqlite::Connection;

use super::refold::{self, Said};
use super::row::{self, Place};
use super::{schema, subjects};
use crate::fault::StoreError;
use crate::own::Own;
use crate::store::Store;
use crate::transaction::Writes;

impl Store {
    /// Folds every projection anew from the ledger. Answers how many facts were folded. Not needed in ordinary life: a store whose
    /// fold or tables have changed does it by itself when it is opened.
    pub fn rebuild(&mut self) -> Result<u64, StoreError> {
        self.write(Writes::Local, rebuild)
    }
}

/// Folds every subject anew. Answers how many facts were read.
pub(crate) fn rebuild(conn: &Connection, own: &Own) -> Result<u64, StoreError> {
    schema::drop_all(conn)?;
    schema::create(conn)?;
    if !own.projections {
        return Ok(0);
    }
    let facts = subjects::each(conn, own, |said| subject(conn, said))?;
    conn.execute_batch("INSERT INTO p_entry_words (p_entry_words) VALUES ('rebuild')")?;
    Ok(facts)
}

fn subject(conn: &Connection, said: &Said) -> Result<(), StoreError> {
    let Some(first) = said.items.first() else {
        return Ok(());
    };
    let folded = fold(&said.items);
    refold::mark(conn, said, &folded)?;
    let place = Place::new(&first.fact.subject, &said.items);
    match &folded.row {
        // The index of names is filled in one go at the end.
        Some(row @ Row::Entry(_)) => row::put(conn, &place, row, false),
        Some(row) => row::put(conn, &place, row, true),
        None => Ok(()),
    }
}
