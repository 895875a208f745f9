//! Choices of this node: small texts by name.

use rusqlite::{Connection, OptionalExtension, named_params};

use crate::fault::StoreError;

pub(crate) fn get(conn: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    let value = conn
        .prepare_cached("SELECT value FROM local_setting WHERE name = :name")?
        .query_row(named_params! { ":name": name }, |row| row.get(0))
        .optional()?;
    Ok(value)
}

pub(crate) fn put(conn: &Connection, name: &str, value: &str) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO local_setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    conn.prepare_cached(SQL)?
        .execute(named_params! { ":name": name, ":value": value })?;
    Ok(())
}

pub(crate) fn remove(conn: &Connection, name: &str) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM local_setting WHERE name = :name")?
        .execute(named_params! { ":name": name })?;
    Ok(())
}
