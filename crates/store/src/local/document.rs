//! Signed documents by content. Which of them counts, the ledger says.

use qabyldau_domain::fact::Digest;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::fault::StoreError;

pub(crate) fn get(conn: &Connection, sha256: &Digest) -> Result<Option<Vec<u8>>, StoreError> {
    let bytes: Option<Vec<u8>> = conn
        .prepare_cached("SELECT bytes FROM local_document WHERE sha256 = :sha256")?
        .query_row(named_params! { ":sha256": sha256.as_bytes() }, |row| row.get(0))
        .optional()?;
    match bytes {
        Some(bytes) if Digest::of(&bytes) != *sha256 => Err(StoreError::Damaged("a document")),
        bytes => Ok(bytes),
    }
}

pub(crate) fn is_here(conn: &Connection, sha256: &Digest) -> Result<bool, StoreError> {
    Ok(conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM local_document WHERE sha256 = :sha256)")?
        .query_row(named_params! { ":sha256": sha256.as_bytes() }, |row| row.get(0))?)
}

pub(crate) fn put(conn: &Connection, bytes: &[u8]) -> Result<Digest, StoreError> {
    let sha256 = Digest::of(bytes);
    const SQL: &str =
        "INSERT INTO local_document (sha256, bytes) VALUES (:sha256, :bytes) ON CONFLICT (sha256) DO NOTHING";
    conn.prepare_cached(SQL)?
        .execute(named_params! { ":sha256": sha256.as_bytes(), ":bytes": bytes })?;
    Ok(sha256)
}
