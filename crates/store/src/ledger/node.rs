//! The streams known here: the pinned portal, oneself, and whom the portal's stream admitted.
//!
//! Invariant: a node's first admission in the portal's stream stands; its key never changes, since its id is the key's digest.

use qabyldau_domain::fact::{Fact, NodeId, PublicKey};
use qabyldau_domain::facts::{Decoded, NodeRoleV1, decode};
use rusqlite::{Connection, Row, named_params};

use crate::fault::StoreError;
use crate::sql::{self, signed};

/// A stream's writer.
#[derive(Debug, Clone)]
pub(crate) struct KnownNode {
    pub(crate) node: NodeId,
    pub(crate) role: NodeRoleV1,
    pub(crate) key: PublicKey,
}

/// What the portal's word changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Learnt {
    /// Nothing about writers.
    Nothing,
    /// A new writer, or its retirement.
    Node,
    /// The portal calls a node we knew (ourselves) another thing than we thought: its facts must be folded again.
    OtherRole,
}

/// All known streams, the portal's first, then by node.
pub(crate) fn all(conn: &Connection) -> Result<Vec<KnownNode>, StoreError> {
    const SQL: &str = "SELECT node, role, public_key FROM ledger_node ORDER BY role <> 'portal', node";
    let mut statement = conn.prepare_cached(SQL)?;
    let nodes = statement.query_map([], known)?.collect::<Result<_, _>>()?;
    Ok(nodes)
}

fn known(row: &Row<'_>) -> rusqlite::Result<KnownNode> {
    let role = row.get_ref(1)?.as_str()?;
    Ok(KnownNode {
        node: NodeId(row.get(0)?),
        role: sql::role(role).ok_or_else(|| sql::damaged(1, "role"))?,
        key: PublicKey(row.get(2)?),
    })
}

/// Learns from a fact of the portal's stream whom it admits or retires. Other facts teach nothing here.
pub(crate) fn learn(conn: &Connection, fact: &Fact) -> Result<Learnt, StoreError> {
    let learnt = match decode(&fact.kind, fact.version, fact.body.as_deref()) {
        Ok(Decoded::NodeAdmitted(body)) => {
            let node = body.public_key.node();
            // The portal is pinned: no fact makes a second one. And the subject must be the node itself.
            if body.role == NodeRoleV1::Portal || fact.subject.rest() != node.to_string() {
                return Ok(Learnt::Nothing);
            }
            return admit(conn, fact.seq, &node, &body.public_key, body.role, &body.label);
        }
        Ok(Decoded::NodeRetired(_)) => {
            let Ok(node) = fact.subject.rest().parse::<NodeId>() else {
                return Ok(Learnt::Nothing);
            };
            const SQL: &str = "UPDATE ledger_node SET retired_seq = :seq WHERE node = :node AND retired_seq IS NULL";
            conn.execute(
                SQL,
                named_params! { ":node": node.as_bytes(), ":seq": signed(fact.seq) },
            )?
        }
        _ => 0,
    };
    Ok(if learnt > 0 { Learnt::Node } else { Learnt::Nothing })
}

fn admit(
    conn: &Connection,
    seq: u64,
    node: &NodeId,
    key: &PublicKey,
    role: NodeRoleV1,
    label: &str,
) -> Result<Learnt, StoreError> {
    let before = all(conn)?.into_iter().find(|known| known.node == *node);
    let changed = conn.execute(
        include_str!("node_admit.sql"),
        named_params! {
            ":node": node.as_bytes(),
            ":role": sql::role_word(role),
            ":label": label,
            ":public_key": key.as_bytes(),
            ":seq": signed(seq),
        },
    )?;
    Ok(match before {
        _ if changed == 0 => Learnt::Nothing,
        Some(before) if before.role != role => Learnt::OtherRole,
        _ => Learnt::Node,
    })
}
