//! The file below the facts: authentic pages, sound trees, and the tables this program makes – no more, no fewer, no other.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Fault, Verdict};
use crate::fault::StoreError;
use crate::own::Own;
use crate::{migration, projection};

pub(super) fn check(conn: &Connection, _own: &Own, verdict: &mut Verdict) -> Result<(), StoreError> {
    // The authentication code of every page (nothing to say for an unkeyed file).
    if !answers(conn, "PRAGMA cipher_integrity_check")?.is_empty() {
        verdict.find(Fault::File("pages"));
    }
    if answers(conn, "PRAGMA integrity_check")? != ["ok"] {
        verdict.find(Fault::File("trees"));
    }
    let strangers: i64 = conn.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    if strangers != 0 {
        verdict.find(Fault::File("references"));
    }
    Ok(())
}

fn answers(conn: &Connection, pragma: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare(pragma)?;
    let mut rows = statement.query([])?;
    let mut answers = Vec::new();
    while let Some(row) = rows.next()? {
        answers.push(row.get(0)?);
    }
    Ok(answers)
}

/// Compares with a file made fresh: a dropped CHECK or an added trigger would change what later writes mean.
pub(super) fn check_schema(conn: &Connection, _own: &Own, verdict: &mut Verdict) -> Result<(), StoreError> {
    let fresh = Connection::open_in_memory()?;
    migration::migrate(&fresh)?;
    projection::create(&fresh)?;
    let (expected, mut found) = (schema(&fresh)?, schema(conn)?);
    for (name, sql) in expected {
        if found.remove(&name) != Some(sql) {
            verdict.find(Fault::Schema(name));
        }
    }
    found.into_keys().for_each(|name| verdict.find(Fault::Schema(name)));
    Ok(())
}

/// Every table, index, view and trigger, by name, with the words that made it.
pub(crate) fn schema(conn: &Connection) -> Result<BTreeMap<String, Option<String>>, StoreError> {
    let mut statement = conn.prepare("SELECT name, sql FROM sqlite_schema")?;
    let objects = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(objects.collect::<Result<_, _>>()?)
}
