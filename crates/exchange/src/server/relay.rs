//! The state behind the routes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use qabyldau_domain::fact::{Digest, NodeId};
use qabyldau_domain::surroundings::Surroundings;
use tokio::sync::{broadcast, watch};

use super::deed::Place;
use super::listen::Doors;
use super::orders::OrderBook;
use super::routes::{pairing_routes, routes};
use crate::client::Link;
use crate::directory::Directory;
use crate::error::ExchangeError;
use crate::held::Shared;
use crate::message::{Topic, Upstream};
use crate::pair::{Answer, Join};
use crate::parcel::{ParcelFolder, Receipt};
use crate::tls::{self, Admitted, Certificate, Dates, TlsKey};

/// What the portal alone can do. Called on a thread that may block.
pub trait Authority: Send + Sync + 'static {
    /// Admits a node by its code; `join.server` is already the true key of whom it spoke to.
    fn admit(&self, join: &Join) -> Result<Answer, ExchangeError>;
    /// A parcel is whole and on the disk: writes `ParcelStored` once, and signs for it (as often as asked).
    fn stored(&self, sha256: &Digest, bytes: u64) -> Result<Receipt, ExchangeError>;
    /// The hub tells where desks and booths reach it.
    fn hub_at(&self, hub: NodeId, address: &str) -> Result<(), ExchangeError>;
}

/// Who answers: the portal itself, or a hub that passes on what only the portal can say.
#[derive(Clone)]
pub enum Seat {
    /// The portal.
    Portal(Arc<dyn Authority>),
    /// A hub, with its link upwards.
    Hub(Link),
}

impl Seat {
    /// As the table of deeds names it.
    pub fn place(&self) -> Place {
        match self {
            Self::Portal(_) => Place::Portal,
            Self::Hub(_) => Place::Hub,
        }
    }
}

/// Something is new.
#[derive(Debug, Clone, Copy)]
pub struct News {
    /// What.
    pub topic: Topic,
    /// For this node alone.
    pub to: Option<NodeId>,
    /// Not for the node it came from.
    pub from: Option<NodeId>,
}

impl News {
    /// For everybody.
    pub fn of(topic: Topic) -> Self {
        Self {
            topic,
            to: None,
            from: None,
        }
    }
}

/// What a relay is made of.
pub struct RelayParts {
    /// The ledger.
    pub shared: Shared,
    /// The directory, kept up to the ledger's portal stream.
    pub directory: Arc<RwLock<Directory>>,
    /// Clock and dice.
    pub surroundings: Surroundings,
    /// Parcels on their way up: recordings.
    pub up: Arc<ParcelFolder>,
    /// Parcels going down: documents and answers.
    pub down: Arc<ParcelFolder>,
    /// Who answers.
    pub seat: Seat,
    /// The pin of this program's own TLS key.
    pub pin: Digest,
}

pub(super) struct Inner {
    pub parts: RelayParts,
    pub news: broadcast::Sender<News>,
    pub orders: Mutex<OrderBook>,
    /// Who is sending a parcel holds its line.
    pub lines: Mutex<HashMap<Digest, Arc<tokio::sync::Mutex<()>>>>,
    pub started: String,
    pub upstream: Mutex<Option<Upstream>>,
    pub ended: watch::Sender<bool>,
}

/// A relay: what the routes answer from. Cheap to clone.
#[derive(Clone)]
pub struct Relay(pub(super) Arc<Inner>);

impl Relay {
    /// Puts the parts together and reads the directory.
    pub fn new(parts: RelayParts) -> Result<Self, ExchangeError> {
        let relay = Self(Arc::new(Inner {
            news: broadcast::channel(256).0,
            orders: Mutex::default(),
            upstream: Mutex::default(),
            lines: Mutex::default(),
            ended: watch::Sender::new(false),
            started: parts.surroundings.id(),
            parts,
        }));
        relay.follow()?;
        Ok(relay)
    }

    /// Tells everybody who listens.
    pub fn announce(&self, news: News) {
        // Nobody listening is no fault.
        let _ = self.0.news.send(news);
    }

    /// How this program stands with the portal from now on, for the desks that ask.
    pub(crate) fn stands(&self, upstream: Upstream) {
        *self.0.upstream.lock().unwrap_or_else(PoisonError::into_inner) = Some(upstream);
    }

    pub(super) fn upstream(&self) -> Option<Upstream> {
        self.0.upstream.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The program ends: whoever listens is let go, so that the doors can close at once.
    pub fn end(&self) {
        self.0.ended.send_replace(true);
    }

    /// Everything that is announced from now on, for the program around: a hub goes up when something came.
    pub fn listen(&self) -> broadcast::Receiver<News> {
        self.0.news.subscribe()
    }

    /// Reads on in the portal's stream; announces if the directory changed. Blocks.
    pub fn follow(&self) -> Result<(), ExchangeError> {
        // The directory is not held while the ledger is asked, for handshakes need it. Two at once read the same twice, to no harm.
        let directory = &self.0.parts.directory;
        let mut told = false;
        loop {
            let asked = directory.read().unwrap_or_else(PoisonError::into_inner).place();
            let facts = self.0.parts.shared.unread(asked)?;
            if facts.is_empty() {
                break;
            }
            told |= directory.write().unwrap_or_else(PoisonError::into_inner).read_on(facts);
        }
        if told {
            self.announce(News::of(Topic::Documents));
        }
        Ok(())
    }

    /// Facts were written or taken by this program itself: follows the directory and tells everybody. Blocks.
    pub fn facts_written(&self) -> Result<(), ExchangeError> {
        self.follow()?;
        self.announce(News::of(Topic::Facts));
        Ok(())
    }

    /// The doors to this relay: admitted nodes by their pinned keys, and pairing beside them.
    pub fn doors(&self, key: &TlsKey, certificate: &Certificate, dates: Dates) -> Result<Doors, ExchangeError> {
        let (directory, clock) = (Arc::clone(&self.0.parts.directory), &self.0.parts.surroundings.clock);
        let admitted: Admitted = Arc::new(move |pin| {
            directory
                .read()
                .unwrap_or_else(PoisonError::into_inner)
                .behind(pin)
                .is_some()
        });
        Ok(Doors {
            tls: tls::server(key, certificate, admitted, dates, Arc::clone(clock))?,
            routes: routes(self),
            pairing_tls: tls::pairing_server(key, certificate, Arc::clone(clock))?,
            pairing_routes: pairing_routes(self),
        })
    }

    /// What the directory says.
    pub fn directory<R>(&self, read: impl FnOnce(&Directory) -> R) -> R {
        read(&self.0.parts.directory.read().unwrap_or_else(PoisonError::into_inner))
    }
}
