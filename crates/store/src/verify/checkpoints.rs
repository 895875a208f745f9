//! What the portal signed about every stream, against what stands here: a stream that its own writer wrote anew does not fit.

use std::collections::BTreeMap;

use qabyldau_domain::fact::NodeId;
use qabyldau_domain::facts::{Decoded, decode};
use rusqlite::{Connection, named_params};

use super::{Fault, Verdict};
use crate::fault::StoreError;
use crate::ledger::head;
use crate::own::Own;

pub(super) fn check(conn: &Connection, own: &Own, verdict: &mut Verdict) -> Result<(), StoreError> {
    let mut statement = conn.prepare(include_str!("checkpoints.sql"))?;
    let mut rows = statement.query(named_params! { ":portal": own.portal.node().as_bytes() })?;
    let mut first: BTreeMap<(NodeId, Fault), u64> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (version, body): (u16, Option<String>) = (row.get(0)?, row.get(1)?);
        let Ok(Decoded::CheckpointTaken(checkpoint)) = decode("CheckpointTaken", version, body.as_deref()) else {
            continue;
        };
        for (node, noted) in checkpoint.heads {
            let fault = match head::hash_at(conn, &node, noted.seq)? {
                Some(held) if held != noted.hash => Fault::CheckpointDiffers,
                // Other streams may lag behind what the portal knows; the own one cannot.
                None if node == own.node => Fault::BehindCheckpoint,
                _ => continue,
            };
            let place = first.entry((node, fault)).or_insert(noted.seq);
            *place = noted.seq.min(*place);
        }
    }
    for ((node, fault), seq) in first {
        verdict.find_at(node, seq, fault);
    }
    Ok(())
}
