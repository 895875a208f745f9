//! Writers: besides the pinned portal and oneself, only whom the portal's stream admits, with that key and in that role.

use std::collections::BTreeMap;

use qabyldau_domain::fact::{NodeId, PublicKey};
use qabyldau_domain::facts::{Decoded, NodeRoleV1, decode};
use rusqlite::Connection;

use super::{Fault, Verdict};
use crate::fault::StoreError;
use crate::ledger::export::Facts;
use crate::ledger::node;
use crate::own::Own;

pub(super) fn check(conn: &Connection, own: &Own, verdict: &mut Verdict) -> Result<(), StoreError> {
    let portal = own.portal.node();
    let mut admitted: BTreeMap<NodeId, (PublicKey, NodeRoleV1)> = BTreeMap::new();
    for fact in Facts::new(conn, own)? {
        let fact = fact?;
        if fact.node != portal {
            // The portal's stream comes first.
            break;
        }
        if let Ok(Decoded::NodeAdmitted(body)) = decode(&fact.kind, fact.version, fact.body.as_deref()) {
            let node = body.public_key.node();
            if fact.subject.rest() == node.to_string() && body.role != NodeRoleV1::Portal {
                admitted.entry(node).or_insert((body.public_key, body.role));
            }
        }
    }
    for known in node::all(conn)? {
        let explained = match admitted.get(&known.node) {
            Some(word) => *word == (known.key, known.role),
            None if known.node == portal => known.key == own.portal && known.role == NodeRoleV1::Portal,
            None => known.node == own.node && known.key == own.key.public() && known.role == own.role,
        };
        if !explained || known.key.node() != known.node {
            verdict.find(Fault::NodeUnexplained(known.node));
        }
    }
    Ok(())
}
