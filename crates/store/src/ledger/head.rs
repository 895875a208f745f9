//! The last fact held of each stream.

use qabyldau_domain::fact::{Digest, Head, NodeId};
use qabyldau_domain::ledger::Have;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::fault::StoreError;
use crate::sql::{signed, unsigned};

/// The head of one stream with its tick; none if nothing of it is held.
pub(crate) fn of(conn: &Connection, node: &NodeId) -> Result<Option<(Head, u64)>, StoreError> {
    const SQL: &str = "SELECT seq, hash, tick FROM ledger_fact WHERE node = :node ORDER BY seq DESC LIMIT 1";
    let head = conn
        .prepare_cached(SQL)?
        .query_row(named_params! { ":node": node.as_bytes() }, |row| {
            let head = Head {
                seq: unsigned(row.get(0)?),
                hash: Digest(row.get(1)?),
            };
            Ok((head, unsigned(row.get(2)?)))
        })
        .optional()?;
    Ok(head)
}

/// The hash at a place of a stream; none if it is not held.
pub(crate) fn hash_at(conn: &Connection, node: &NodeId, seq: u64) -> Result<Option<Digest>, StoreError> {
    const SQL: &str = "SELECT hash FROM ledger_fact WHERE node = :node AND seq = :seq";
    let place = named_params! { ":node": node.as_bytes(), ":seq": signed(seq) };
    let hash = conn
        .prepare_cached(SQL)?
        .query_row(place, |row| row.get(0))
        .optional()?;
    Ok(hash.map(Digest))
}

/// The last seq of every stream of which something is held.
pub(crate) fn all(conn: &Connection) -> Result<Have, StoreError> {
    let mut have = Have::new();
    for node in super::node::all(conn)? {
        if let Some((head, _)) = of(conn, &node.node)? {
            have.insert(node.node, head.seq);
        }
    }
    Ok(have)
}
