//! One number for all projections: equal on every node that holds the same facts.

use qabyldau_domain::fact::Digest;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest as _, Sha256};

use super::table::Table;
use crate::fault::StoreError;

/// SHA-256 over every row of every table: tables by name, rows by id, each column with its type and length before it.
pub(crate) fn digest(conn: &Connection) -> Result<Digest, StoreError> {
    let mut sha = Sha256::new();
    let mut field = |kind: u8, bytes: &[u8]| {
        sha.update([kind]);
        sha.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        sha.update(bytes);
    };
    for table in Table::ALL {
        field(b'T', table.name().as_bytes());
        let mut statement = conn.prepare(&format!("SELECT * FROM {} ORDER BY id", table.name()))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                match row.get_ref(column)? {
                    ValueRef::Null => field(b'N', &[]),
                    ValueRef::Integer(number) => field(b'I', &number.to_be_bytes()),
                    ValueRef::Real(number) => field(b'R', &number.to_be_bytes()),
                    ValueRef::Text(text) => field(b'S', text),
                    ValueRef::Blob(bytes) => field(b'B', bytes),
                }
            }
        }
    }
    Ok(Digest(sha.finalize().into()))
}
