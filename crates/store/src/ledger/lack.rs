//! What a peer lacks: whole acts, the portal's stream first, not more than was asked for and not more than fits a message.

use qabyldau_domain::fact::{Fact, NodeId};
use qabyldau_domain::ledger::{Chunk, Have, Scope};
use rusqlite::{Connection, named_params};

use super::fact_row::{self, fact_columns};
use super::{node, tick};
use crate::fault::StoreError;
use crate::own::Own;
use crate::sql::signed;

/// Bodies beyond this wait for the next chunk, however few facts that makes (one act may be as large as two MiB).
const MAX_CHUNK_BYTES: usize = 4 * 1024 * 1024;

const SQL: &str = concat!(
    "SELECT ",
    fact_columns!(),
    " FROM ledger_fact f WHERE f.node = :node AND f.seq > :after ORDER BY f.seq"
);

/// The next chunk for a peer that has `have`.
pub(crate) fn lack(conn: &Connection, own: &Own, have: &Have, scope: Scope, limit: usize) -> Result<Chunk, StoreError> {
    let mut chunk = Chunk {
        tick: tick::read(conn)?,
        facts: Vec::new(),
    };
    let mut bytes = 0;
    for known in node::all(conn)? {
        let leaves = match scope {
            Scope::Branch => true,
            Scope::Own(only) => known.node == only,
        };
        let after = have.get(&known.node).copied().unwrap_or_default();
        if leaves && !stream(conn, own, &known.node, after, limit, &mut bytes, &mut chunk.facts)? {
            break;
        }
    }
    Ok(chunk)
}

/// Adds whole acts of one stream. `false` if the chunk is full: then no other stream may overtake this one.
fn stream(
    conn: &Connection,
    own: &Own,
    node: &NodeId,
    after: u64,
    limit: usize,
    bytes: &mut usize,
    facts: &mut Vec<Fact>,
) -> Result<bool, StoreError> {
    let mut statement = conn.prepare_cached(SQL)?;
    let mut rows = statement.query(named_params! { ":node": node.as_bytes(), ":after": signed(after) })?;
    let mut act = Vec::new();
    let mut act_bytes = 0;
    while let Some(row) = rows.next()? {
        let fact = fact_row::read(own.branch, row)?;
        act_bytes += fact.body.as_ref().map_or(0, String::len);
        let ends = fact.act_end;
        act.push(fact);
        if !facts.is_empty() && (facts.len() + act.len() > limit || *bytes + act_bytes > MAX_CHUNK_BYTES) {
            return Ok(false);
        }
        if ends {
            facts.append(&mut act);
            *bytes += std::mem::take(&mut act_bytes);
        }
    }
    Ok(true)
}
