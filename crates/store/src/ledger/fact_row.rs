//! A fact as a row, both ways. The branch stands once in the file, not in each row.

use qabyldau_domain::fact::{Digest, Fact, Instant, NodeId, Signature};
use qabyldau_domain::number::BranchCode;
use rusqlite::{Connection, Row, named_params};

use crate::fault::StoreError;
use crate::sql::{self, signed, unsigned};

/// The columns [`read`] expects first, in this order.
macro_rules! fact_columns {
    () => {
        "f.node, f.seq, f.tick, f.at_ms, f.at_offset, f.by, f.subject, f.kind, f.version, f.body, f.body_hash, f.prev, \
         f.hash, f.act_end, f.sig"
    };
}
pub(crate) use fact_columns;

/// How many columns that is.
pub(crate) const WIDTH: usize = 15;

/// A fact from a row that begins with the columns of [`fact_columns`].
pub(crate) fn read(branch: BranchCode, row: &Row<'_>) -> rusqlite::Result<Fact> {
    Ok(Fact {
        branch,
        node: NodeId(row.get(0)?),
        seq: unsigned(row.get(1)?),
        tick: unsigned(row.get(2)?),
        at: Instant {
            utc_ms: row.get(3)?,
            offset_min: row.get(4)?,
        },
        by: sql::parsed(row, 5, "author")?,
        subject: sql::parsed(row, 6, "subject")?,
        kind: row.get(7)?,
        version: row.get(8)?,
        body: row.get(9)?,
        body_hash: Digest(row.get(10)?),
        prev: Digest(row.get(11)?),
        hash: Digest(row.get(12)?),
        act_end: row.get(13)?,
        sig: row.get::<_, Option<[u8; 64]>>(14)?.map(Signature),
    })
}

/// Writes one fact, with its body or without.
pub(crate) fn insert(conn: &Connection, fact: &Fact, body: Option<&str>) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("fact_row.sql"))?
        .execute(named_params! {
            ":node": fact.node.as_bytes(),
            ":seq": signed(fact.seq),
            ":tick": signed(fact.tick),
            ":at_ms": fact.at.utc_ms,
            ":at_offset": fact.at.offset_min,
            ":by": fact.by.to_string(),
            ":subject": fact.subject.as_str(),
            ":kind": fact.kind,
            ":version": fact.version,
            ":body": body,
            ":body_hash": fact.body_hash.as_bytes(),
            ":prev": fact.prev.as_bytes(),
            ":hash": fact.hash.as_bytes(),
            ":act_end": fact.act_end,
            ":sig": fact.sig.as_ref().map(|sig| sig.as_bytes().as_slice()),
        })?;
    Ok(())
}
