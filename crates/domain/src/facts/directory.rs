//! The portal's directory stream: branch, rooms, nodes, documents, checkpoints, closings.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::bodies;
use crate::fact::{Digest, Head, NodeId, PublicKey};

/// The branch and its address, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BranchNamed {
    /// Name in Kazakh.
    pub name_kk: String,
    /// Name in Russian.
    pub name_ru: String,
    /// Address in Kazakh.
    pub address_kk: String,
    /// Address in Russian.
    pub address_ru: String,
}

/// A room for online receptions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomNamed {
    /// Name in Kazakh.
    pub name_kk: String,
    /// Name in Russian.
    pub name_ru: String,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(utoipa::ToSchema))]
pub enum NodeRoleV1 {
    /// The portal: the directory's writer.
    Portal,
    /// The branch's relay.
    Hub,
    /// A desk.
    Desk,
    /// A booth.
    Booth,
}

/// The portal admitted a node and gave it its label. Labels are never reused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeAdmitted {
    /// What it is.
    pub role: NodeRoleV1,
    /// `A`, `01`, … ; empty for a hub.
    pub label: String,
    /// Its Ed25519 public key (its id is the key's digest).
    pub public_key: PublicKey,
    /// SHA-256 of the SubjectPublicKeyInfo of its TLS key.
    pub tls: Digest,
    /// Its age recipient, to which orders and parcels are sealed.
    pub recipient: String,
}

/// A node is out of service for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeRetired {
    /// Why.
    pub reason: String,
}

/// A signed document changed as a whole: addressees, calendar, rule packs, texts, the demonstration mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentPublished {
    /// Version, from 1.
    pub version: u32,
    /// SHA-256 of its bytes; they travel as a parcel.
    pub sha256: Digest,
    /// Size in bytes.
    pub bytes: u64,
    /// From which day it counts.
    pub from: NaiveDate,
}

/// What the portal held of every stream at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckpointTaken {
    /// Heads by node.
    pub heads: BTreeMap<NodeId, Head>,
}

/// Retention ended: the remainder stands here, the bodies before go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectClosed {
    /// The facts that are closed, per stream up to this seq.
    pub through: BTreeMap<NodeId, u64>,
    /// The end state's word.
    pub state: String,
    /// The day it belonged to.
    pub day: Option<NaiveDate>,
}

bodies!(
    BranchNamed = 1,
    RoomNamed = 1,
    NodeAdmitted = 1,
    NodeRetired = 1,
    DocumentPublished = 1,
    CheckpointTaken = 1,
    SubjectClosed = 1,
);
