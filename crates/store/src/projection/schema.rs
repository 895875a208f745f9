//! The tables of the projections are made anew whenever their form or the fold changes; no migration carries them over.

use qabyldau_domain::fact::Digest;
use qabyldau_domain::fold::FOLD_VERSION;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::fault::StoreError;
use crate::local;
use crate::own::Own;

/// The tables as they are now.
pub(super) const SCHEMA: &str = include_str!("../../../../migrations/projections.sql");

/// Which form the tables in the file have: the fold's version and the schema's digest.
const EDITION: &str = "projections";

fn edition() -> String {
    format!("{FOLD_VERSION} {}", Digest::of(SCHEMA.as_bytes()))
}

/// Makes the tables, empty.
pub(crate) fn create(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(SCHEMA)?;
    local::setting::put(conn, EDITION, &edition())
}

/// Drops whatever projections the file has, of this edition or another.
pub(super) fn drop_all(conn: &Connection) -> Result<(), StoreError> {
    // The shadow tables of the search index go with it.
    const LIST: &str =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'p_*' AND sql LIKE 'CREATE VIRTUAL%'";
    const REST: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'p_*'";
    for list in [LIST, REST] {
        let names: Vec<String> = conn
            .prepare(list)?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for name in names {
            conn.execute_batch(&format!("DROP TABLE \"{name}\""))?;
        }
    }
    Ok(())
}

/// Folds everything again if the fold or the tables are of another edition than this program's.
pub(crate) fn bring_up_to_date(conn: &Connection, own: &Own) -> Result<(), StoreError> {
    if local::setting::get(conn, EDITION)?.as_deref() == Some(edition().as_str()) {
        return Ok(());
    }
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    super::rebuild(&tx, own)?;
    tx.commit()?;
    Ok(())
}
