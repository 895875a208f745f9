//! The schema's way from its first form to today's: append-only steps, all or nothing, never back, never past what is known.
//!
//! Not here: the projections (`crate::projection::schema`), which are made anew instead of migrated. Invariant: a migrated file
//! has the schema of a fresh one.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::fault::StoreError;

/// Marks our files: «Qbd» and the format's first edition.
const APPLICATION_ID: i64 = 0x5162_6401;

/// Every step, in order. A step that was ever shipped is never edited: the next one mends it.
pub(crate) const MIGRATIONS: &[(&str, &str)] =
    &[("0001_ledger.sql", include_str!("../../../migrations/0001_ledger.sql"))];

/// Brings the schema up to date. One transaction for all steps: killed in the middle, nothing has happened.
pub(crate) fn migrate(conn: &Connection) -> Result<(), StoreError> {
    migrate_to(conn, MIGRATIONS)
}

/// The same with other steps, so that tests can stop half-way and look into the future.
pub(crate) fn migrate_to(conn: &Connection, steps: &[(&str, &str)]) -> Result<(), StoreError> {
    let known = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    let found = number(conn, "PRAGMA user_version")?;
    if found > known {
        return Err(StoreError::FromTheFuture { found, known });
    }
    if found > 0 && number(conn, "PRAGMA application_id")? != APPLICATION_ID {
        return Err(StoreError::Damaged("not a database of this program"));
    }
    if found == known {
        return Ok(());
    }
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    run(&tx, found, steps)?;
    tx.commit()?;
    Ok(())
}

/// All steps on a new file, inside the caller's transaction.
pub(crate) fn steps(tx: &Transaction<'_>) -> Result<(), StoreError> {
    run(tx, 0, MIGRATIONS)
}

fn run(tx: &Transaction<'_>, found: i64, steps: &[(&str, &str)]) -> Result<(), StoreError> {
    for (_, sql) in steps.iter().skip(usize::try_from(found).unwrap_or_default()) {
        tx.execute_batch(sql)?;
    }
    let known = steps.len();
    tx.execute_batch(&format!(
        "PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {known};"
    ))?;
    Ok(())
}

fn number(conn: &Connection, sql: &str) -> Result<i64, StoreError> {
    Ok(conn.query_row(sql, [], |row| row.get(0))?)
}
