//! The one port of the domain: a ledger that can say what it has, give what another lacks, and take what comes.
//!
//! Not here: how it is kept (store), how it travels (exchange). Invariant: `take` keeps whole acts, checks every stream
//! against its writer's key, and is idempotent by (node, seq).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::fact::{BrokenStream, Fact, NodeId};
use crate::number::BranchCode;

/// The last seq held of each stream; a stream not named is not held at all.
pub type Have = BTreeMap<NodeId, u64>;

/// Which streams may leave: all of the branch, or (a booth) only one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All streams of the branch: desks, hub, portal.
    Branch,
    /// Only this stream: a booth, upwards.
    Own(NodeId),
}

/// A piece of several streams, cut at act borders; each stream's facts are consecutive.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(utoipa::ToSchema))]
pub struct Chunk {
    /// The sender's highest tick, seen or told. The receiver keeps it before it writes its next fact.
    pub tick: u64,
    /// The facts, grouped by stream, in order of seq.
    pub facts: Vec<Fact>,
}

/// What became of one stream of a chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(utoipa::ToSchema))]
pub struct Taken {
    /// The last seq now held (known facts count).
    pub accepted_to: u64,
    /// The first fact that was refused, and why.
    pub refused: Option<Refused>,
}

/// A fact that was refused, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(utoipa::ToSchema))]
pub struct Refused {
    /// Its place.
    pub seq: u64,
    /// The reason.
    pub code: BrokenStream,
}

/// A ledger of facts of one branch.
pub trait Ledger {
    /// What can go wrong underneath (disk, database).
    type Error: std::error::Error + Send + Sync + 'static;

    /// The branch whose facts it holds.
    fn branch(&self) -> BranchCode;

    /// The highest tick seen or told.
    fn tick(&self) -> Result<u64, Self::Error>;

    /// Keeps, durably, that a peer has seen this tick.
    fn told(&mut self, tick: u64) -> Result<(), Self::Error>;

    /// What it holds.
    fn have(&self) -> Result<Have, Self::Error>;

    /// What a peer with `have` lacks: the portal's stream first, at most `limit` facts (but at least one whole act), whole acts only.
    fn lack(&self, have: &Have, scope: Scope, limit: usize) -> Result<Chunk, Self::Error>;

    /// Checks and keeps a chunk; folds it where the ledger has projections; all in one transaction.
    fn take(&mut self, chunk: &Chunk) -> Result<BTreeMap<NodeId, Taken>, Self::Error>;
}
