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
    create_bare(conn)?;
    create_indexes(conn)
}

/// The statements of indexes each stand on one line (a test holds that), so that they can be told from the tables.
fn is_index(line: &str) -> bool {
    line.starts_with("CREATE INDEX ")
}

/// Makes the tables without their indexes: a rebuild fills them first and then sorts once, instead of finding a place in each index for each row.
pub(super) fn create_bare(conn: &Connection) -> Result<(), StoreError> {
    let tables: Vec<&str> = SCHEMA.lines().filter(|line| !is_index(line)).collect();
    Ok(conn.execute_batch(&tables.join("\n"))?)
}

/// Makes the indexes of the tables as they stand, and notes the edition.
pub(super) fn create_indexes(conn: &Connection) -> Result<(), StoreError> {
    for line in SCHEMA.lines().filter(|line| is_index(line)) {
        conn.execute_batch(line)?;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_index_stands_on_one_line() {
        let all = SCHEMA.matches("CREATE").count()
            - SCHEMA.matches("CREATE TABLE").count()
            - SCHEMA.matches("CREATE VIRTUAL TABLE").count();
        let lines = SCHEMA.lines().filter(|line| is_index(line) && line.ends_with(';'));
        assert_eq!(lines.count(), all);
    }
}
