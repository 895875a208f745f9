//! The messages, as JSON. Every one carries the sender's highest tick; the receiver keeps it before it answers.
//!
//! Not here: sockets. Invariant: unknown fields are passed over, so that an older node understands a newer one.

use std::collections::BTreeMap;

use qabyldau_domain::fact::{Fact, Instant, NodeId};
use qabyldau_domain::ledger::{Have, Taken};
use serde::{Deserialize, Serialize};

/// The header that carries the sender's highest tick on every request and answer.
pub const TICK: &str = "qabyldau-tick";
/// The most facts in one message.
pub const MAX_FACTS: usize = 500;
/// What a sender fills a message of facts up to, in bytes; one act alone may be more.
pub const FULL_BYTES: usize = 3 * 1024 * 1024;
/// The most bytes a message of facts may have: the largest act, escaped.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// The most bytes any other message may have.
pub const MAX_SMALL_BYTES: usize = 256 * 1024;
/// The most bytes of a request on a pairing connection.
pub const MAX_JOIN_BYTES: usize = 16 * 1024;
/// The most bytes of a sealed order.
pub const MAX_ORDER_BYTES: usize = 64 * 1024;

/// What a node holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct Holding {
    /// The sender's highest tick.
    pub tick: u64,
    /// The last seq of each stream.
    #[cfg_attr(test, schema(value_type = BTreeMap<NodeId, u64>))]
    pub have: Have,
    /// Changes when the answering program was started anew: what it kept in memory is gone.
    #[serde(default)]
    pub started: String,
    /// The answering node's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Instant>,
    /// How a hub stands with the portal; only desks are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upstream: Option<Upstream>,
}

/// How a hub stands with the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct Upstream {
    /// The last round with the portal went through.
    pub connected: bool,
    /// The hub's clock when the portal was heard last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heard_at: Option<Instant>,
    /// The last seq of each stream that the portal held then; empty if it was never heard.
    #[cfg_attr(test, schema(value_type = BTreeMap<NodeId, u64>))]
    pub have: Have,
}

/// What became of a chunk, stream by stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct Outcome {
    /// The answering node's highest tick.
    pub tick: u64,
    /// By stream.
    pub streams: BTreeMap<NodeId, Taken>,
}

/// Something is new; the listener asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// Facts were taken or written.
    Facts,
    /// Orders of a booth changed.
    Orders,
    /// A receipt of the portal arrived.
    Receipts,
    /// Documents arrived or the portal's notices changed.
    Documents,
}

impl Topic {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Facts, Self::Orders, Self::Receipts, Self::Documents];

    /// The word on the wire.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Orders => "orders",
            Self::Receipts => "receipts",
            Self::Documents => "documents",
        }
    }

    /// Reads the word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.word() == word)
    }
}

/// The data of one server-sent event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct EventData {
    /// The sender's highest tick.
    pub tick: u64,
}

/// A sealed order lying at the hub.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct SealedOrder {
    /// Its name: 32 hex digits that say nothing of what it is.
    pub name: String,
    /// The desk that put it.
    pub desk: NodeId,
    /// Refused after this moment.
    pub valid_until: Instant,
    /// The order with its desk's signature, sealed to the booth's recipient; hex.
    pub sealed: String,
}

/// What a desk puts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct PutOrder {
    /// Refused after this moment.
    pub valid_until: Instant,
    /// The order with its desk's signature, sealed to the booth's recipient; hex.
    pub sealed: String,
}

/// All orders for a booth.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct Orders {
    /// The hub's highest tick.
    pub tick: u64,
    /// In order of arrival.
    pub orders: Vec<SealedOrder>,
}

/// The portal's facts that prove themselves, for nodes that hold no other stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct Notices {
    /// The sender's highest tick.
    pub tick: u64,
    /// Each with its act's signature.
    pub facts: Vec<Fact>,
}

/// A refusal by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct Refusal {
    /// Stable, in kebab case.
    pub code: String,
}
