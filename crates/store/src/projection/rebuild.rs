//! All projections again, from the ledger: dropped, made, folded and indexed in the caller's one transaction. Other connections
//! read the old ones until it commits; killed in the middle, the old ones stand.

use qabyldau_domain::fold::{Row, fold};
use rusqlite::Connection;

use super::refold::{self, Said};
use super::row::{self, Place};
use super::{schema, subjects};
use crate::connection;
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

/// Memory for pages while everything is folded anew, as the pragma counts it (KiB, negative): rows come in an order that is none, and a page
/// put away too early is encrypted and read back many times.
const CACHE: &str = "-524288";

/// Folds every subject anew. Answers how many facts were read.
pub(crate) fn rebuild(conn: &Connection, own: &Own) -> Result<u64, StoreError> {
    let usual = connection::read(conn, "cache_size")?.unwrap_or_default();
    connection::run(conn, &format!("PRAGMA cache_size = {CACHE}"))?;
    let facts = rebuild_inner(conn, own);
    let back = connection::run(conn, &format!("PRAGMA cache_size = {usual}"));
    facts.and_then(|facts| back.map(|()| facts))
}

fn rebuild_inner(conn: &Connection, own: &Own) -> Result<u64, StoreError> {
    schema::drop_all(conn)?;
    schema::create_bare(conn)?;
    let facts = match own.projections {
        true => subjects::each(conn, own, |said| subject(conn, said))?,
        false => 0,
    };
    schema::create_indexes(conn)?;
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
