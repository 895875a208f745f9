//! An invented branch at the level of its files: keys that grow from a node's name, stores in folders, the portal's first words.
//!
//! Not the demonstration branch with its staff and its day. Invariant: the same name always gives the same node.

use std::path::Path;

use qabyldau_domain::fact::{By, Digest, Draft, NodeKey};
use qabyldau_domain::facts::{NodeAdmitted, NodeRoleV1};
use qabyldau_domain::number::BranchCode;
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::{DatabaseKey, NewNode, Place, Store, StoreError};

use crate::standstill;

/// The branch's code.
pub fn code() -> BranchCode {
    "0512".parse().expect("a branch code")
}

/// A node of the invented branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// What its keys grow from and its folders are called by.
    pub name: &'static str,
    /// What it is.
    pub role: NodeRoleV1,
    /// `A`, `01` …; empty for portal and hub.
    pub label: &'static str,
}

impl Node {
    /// The portal.
    pub const PORTAL: Self = Self::new("portal", NodeRoleV1::Portal, "");
    /// The relay.
    pub const HUB: Self = Self::new("hub", NodeRoleV1::Hub, "");
    /// The first desk.
    pub const DESK_A: Self = Self::new("desk-a", NodeRoleV1::Desk, "A");
    /// The second desk.
    pub const DESK_B: Self = Self::new("desk-b", NodeRoleV1::Desk, "B");
    /// The first booth.
    pub const BOOTH_01: Self = Self::new("booth-01", NodeRoleV1::Booth, "01");
    /// Everybody the portal admits.
    pub const ADMITTED: [Self; 4] = [Self::HUB, Self::DESK_A, Self::DESK_B, Self::BOOTH_01];

    const fn new(name: &'static str, role: NodeRoleV1, label: &'static str) -> Self {
        Self { name, role, label }
    }

    /// Its signing key.
    pub fn key(&self) -> NodeKey {
        NodeKey::from_seed(Digest::of(format!("invented node {}", self.name).as_bytes()).as_bytes())
    }

    /// The key of its database.
    pub fn database_key(&self) -> DatabaseKey {
        let digest = Digest::of(format!("invented database {}", self.name).as_bytes());
        let seed = digest
            .as_bytes()
            .iter()
            .take(8)
            .fold(0, |seed, byte| seed << 8 | u64::from(*byte));
        DatabaseKey::random(&standstill::surroundings(seed))
    }

    /// Its folders below `folder`.
    pub fn place(&self, folder: &Path) -> Place {
        Place::new(folder.join(self.name)).with_state(folder.join("state"))
    }

    /// What its file is made from.
    pub fn made_from(&self) -> NewNode {
        NewNode {
            branch: code(),
            role: self.role,
            key: self.key(),
            portal: Self::PORTAL.key().public(),
            projections: self.role != NodeRoleV1::Hub,
        }
    }

    /// Makes its store below `folder`.
    pub fn create(&self, folder: &Path) -> Result<Store, StoreError> {
        Store::create(self.place(folder), &self.database_key(), &self.made_from())
    }

    /// Opens its store below `folder`.
    pub fn open(&self, folder: &Path) -> Result<Store, StoreError> {
        Store::open(self.place(folder), &self.database_key())
    }

    /// The portal's word that admits it.
    pub fn admission(&self) -> Draft {
        let key = self.key().public();
        Draft::new(
            Subject::node(&key.node()),
            &NodeAdmitted {
                role: self.role,
                label: self.label.into(),
                public_key: key,
                tls: Digest::of(self.name.as_bytes()),
                recipient: format!("age1{}", self.name),
            },
        )
    }
}

/// Makes the portal's store below `folder`, with one act that admits everybody.
pub fn portal(folder: &Path, surroundings: &Surroundings) -> Result<Store, StoreError> {
    let mut portal = Node::PORTAL.create(folder)?;
    let admissions: Vec<Draft> = Node::ADMITTED.iter().map(Node::admission).collect();
    let admitted = portal.act(surroundings, By::Node, |_| {
        Ok::<_, std::convert::Infallible>((admissions, ()))
    });
    match admitted {
        Ok(_) => Ok(portal),
        Err(qabyldau_store::ActFailed::NotWritten(error)) => Err(error),
        Err(qabyldau_store::ActFailed::Refused(never)) => match never {},
    }
}
