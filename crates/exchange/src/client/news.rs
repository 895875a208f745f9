//! What an exchanger tells the program around it, and what it asks of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use qabyldau_domain::fact::{Digest, Fact, Instant, NodeId, PublicKey};
use qabyldau_domain::ledger::{Have, Refused};

use crate::error::ExchangeError;
use crate::message::{PutOrder, SealedOrder, Upstream};
use crate::parcel::{ParcelFolder, Receipt};

/// Something was heard from the peer. Called from the exchanger's thread: be quick, or hand it on.
#[derive(Debug, Clone)]
pub enum Heard {
    /// Facts of these streams were taken and folded.
    Facts(BTreeSet<NodeId>),
    /// The status changed; ask for it.
    Status,
    /// All orders lying for this booth, as they stand.
    Orders(Vec<SealedOrder>),
    /// The portal's notices, each verified with the portal's key (booths).
    Notices(Vec<Fact>),
    /// A document or answer is now whole in the folder.
    Document(Digest),
    /// A receipt of the portal was committed; the parcel is gone.
    Delivered(Digest),
}

/// Whom the exchanger tells.
pub type OnNews = Arc<dyn Fn(Heard) + Send + Sync>;

/// An order that a desk wants to lie at the hub.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wanted {
    /// The booth.
    pub booth: NodeId,
    /// The order's name: the session's, or that of a word.
    pub name: String,
}

/// A desk's wants of booths, derived from its state: asked again after every round and every restart of the hub.
pub trait Wants: Send + Sync + 'static {
    /// The orders that should lie at the hub now. Blocks.
    fn wanted(&self) -> Vec<Wanted>;
    /// The order itself, sealed; nothing if it is wanted no longer. Blocks.
    fn seal(&self, wanted: &Wanted) -> Option<PutOrder>;
}

/// Commits the portal's receipt; blocks.
pub type Commit = Arc<dyn Fn(&Receipt) -> Result<(), ExchangeError> + Send + Sync>;

/// What leaves by parcel: a folder of sealed recordings, and whom to tell before one is let go.
#[derive(Clone)]
pub struct Outbox {
    /// The sealed parcels.
    pub folder: Arc<ParcelFolder>,
    /// The portal's signing key.
    pub portal: PublicKey,
    /// Commits the receipt (a booth writes `ParcelDelivered`). Only if this answers `Ok` is the parcel let go. Blocks.
    pub commit: Commit,
}

/// How the exchange stands, for screens and `doctor`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Status {
    /// The last round with the peer went through.
    pub connected: bool,
    /// This node's clock when the peer was last heard.
    pub heard_at: Option<Instant>,
    /// The peer's clock at that moment.
    pub peer_at: Option<Instant>,
    /// What the peer held after the last round that went through; empty before the first.
    pub peer_have: Have,
    /// How the hub stood with the portal when it was heard last (desks).
    pub upstream: Option<Upstream>,
    /// Why the last try failed: a stable code.
    pub trouble: Option<String>,
    /// Streams of ours that the peer refused, by name.
    pub refused_there: BTreeMap<NodeId, Refused>,
    /// Streams of the peer that were refused here.
    pub refused_here: BTreeMap<NodeId, Refused>,
    /// Facts the peer would not take in the last round. While it is away `Reader::unsent` of the store counts what waits.
    pub unsent: u64,
    /// Parcels not yet delivered.
    pub parcels: usize,
    /// Why the last parcel failed: a stable code.
    pub parcel_trouble: Option<String>,
}

impl Status {
    /// What a hub tells those below of its own exchange with the portal.
    pub(super) fn for_those_below(&self) -> Upstream {
        Upstream {
            connected: self.connected,
            heard_at: self.heard_at,
            have: self.peer_have.clone(),
        }
    }
}
