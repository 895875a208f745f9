//! Who the file belongs to: branch, node, role, signing key, and the portal it trusts. Written once, when the file is made.

use qabyldau_domain::fact::{NodeId, NodeKey, PublicKey};
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::number::BranchCode;
use rusqlite::{Connection, OptionalExtension, named_params};
use zeroize::Zeroizing;

use crate::fault::StoreError;
use crate::sql;

/// What a new file needs to know.
#[derive(Debug, Clone)]
pub struct NewNode {
    /// The branch whose facts it holds.
    pub branch: BranchCode,
    /// What the node is.
    pub role: NodeRoleV1,
    /// Its signing key.
    pub key: NodeKey,
    /// The portal's public key, pinned for ever. For the portal itself: its own.
    pub portal: PublicKey,
    /// Does it fold facts into projections? A hub only relays.
    pub projections: bool,
}

/// Who the opened file belongs to.
#[derive(Debug)]
pub(crate) struct Own {
    pub(crate) branch: BranchCode,
    pub(crate) node: NodeId,
    pub(crate) role: NodeRoleV1,
    pub(crate) key: NodeKey,
    pub(crate) portal: PublicKey,
    pub(crate) projections: bool,
}

/// Writes the one row, and the two nodes known from the start: the portal and oneself.
pub(crate) fn write(conn: &Connection, new: &NewNode) -> Result<(), StoreError> {
    let seed = Zeroizing::new(new.key.seed());
    conn.execute(
        include_str!("own_insert.sql"),
        named_params! {
            ":branch": new.branch.to_string(),
            ":node": new.key.node().as_bytes(),
            ":role": sql::role_word(new.role),
            ":key_seed": seed.as_slice(),
            ":portal": new.portal.as_bytes(),
            ":projections": new.projections,
        },
    )?;
    know(conn, &new.portal, NodeRoleV1::Portal)?;
    if new.key.public() != new.portal {
        know(conn, &new.key.public(), new.role)?;
    }
    Ok(())
}

fn know(conn: &Connection, key: &PublicKey, role: NodeRoleV1) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO ledger_node (node, role, public_key) VALUES (:node, :role, :public_key)",
        named_params! {
            ":node": key.node().as_bytes(),
            ":role": sql::role_word(role),
            ":public_key": key.as_bytes(),
        },
    )?;
    Ok(())
}

/// Reads the one row.
pub(crate) fn read(conn: &Connection) -> Result<Own, StoreError> {
    let own = conn
        .query_row(include_str!("own_select.sql"), [], |row| {
            let seed = Zeroizing::new(row.get::<_, [u8; 32]>(3)?);
            let role = row.get_ref(2)?.as_str()?;
            Ok(Own {
                branch: sql::parsed(row, 0, "branch")?,
                node: NodeId(row.get(1)?),
                role: sql::role(role).ok_or_else(|| sql::damaged(2, "role"))?,
                key: NodeKey::from_seed(&seed),
                portal: PublicKey(row.get(4)?),
                projections: row.get(5)?,
            })
        })
        .optional()?
        .ok_or(StoreError::Damaged("the file belongs to nobody"))?;
    if own.key.node() != own.node {
        return Err(StoreError::Damaged("the node's key is not its own"));
    }
    Ok(own)
}
