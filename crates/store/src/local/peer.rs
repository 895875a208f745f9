//! What a peer said it holds, last time: for counts on the screen, never for what is sent.

use qabyldau_domain::fact::NodeId;
use qabyldau_domain::ledger::Have;
use rusqlite::{Connection, named_params};

use crate::fault::StoreError;
use crate::sql::{signed, unsigned};

pub(crate) fn get(conn: &Connection, peer: &str) -> Result<Have, StoreError> {
    let mut statement = conn.prepare_cached("SELECT node, seq FROM local_peer WHERE peer = :peer")?;
    let rows = statement.query_map(named_params! { ":peer": peer }, |row| {
        Ok((NodeId(row.get(0)?), unsigned(row.get(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn put(conn: &Connection, peer: &str, have: &Have) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM local_peer WHERE peer = :peer")?
        .execute(named_params! { ":peer": peer })?;
    for (node, seq) in have.iter().filter(|(_, seq)| **seq > 0) {
        conn.prepare_cached("INSERT INTO local_peer (peer, node, seq) VALUES (:peer, :node, :seq)")?
            .execute(named_params! { ":peer": peer, ":node": node.as_bytes(), ":seq": signed(*seq) })?;
    }
    Ok(())
}
