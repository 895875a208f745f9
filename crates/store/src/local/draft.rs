//! Unfinished forms. They may hold a person's data and lie nowhere else.

use rusqlite::{Connection, OptionalExtension, named_params};

use crate::fault::StoreError;

pub(crate) fn get(conn: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    let body = conn
        .prepare_cached("SELECT body FROM local_draft WHERE name = :name")?
        .query_row(named_params! { ":name": name }, |row| row.get(0))
        .optional()?;
    Ok(body)
}

pub(crate) fn put(conn: &Connection, name: &str, body: &str) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO local_draft (name, body) VALUES (:name, :body) ON CONFLICT (name) DO UPDATE SET body = excluded.body";
    conn.prepare_cached(SQL)?
        .execute(named_params! { ":name": name, ":body": body })?;
    Ok(())
}

pub(crate) fn remove(conn: &Connection, name: &str) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM local_draft WHERE name = :name")?
        .execute(named_params! { ":name": name })?;
    Ok(())
}
