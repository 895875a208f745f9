//! The desk's exchange with its hub, while it is open: facts both ways, orders down, documents in.

use std::sync::{Arc, Weak};

use qabyldau_domain::fact::Digest;
use qabyldau_domain::ledger::Scope;
use qabyldau_exchange::client::{Exchanger, Heard, Status, Work};
use qabyldau_exchange::held::share;
use qabyldau_exchange::parcel::ParcelFolder;

use crate::act::CLOCK_DRIFT;
use crate::desk::Desk;
use crate::failed::Failed;
use crate::orders::Orders;
use crate::peer::{self, PeerError};

/// What the desk tells its screens after something came.
pub type Told = Arc<dyn Fn(&Heard) + Send + Sync>;

impl Desk {
    /// Starts the exchange. It must be ended before the desk is locked: a locked desk does not sync.
    pub fn connect(self: &Arc<Self>, told: Told) -> Result<Exchanger, PeerError> {
        let folder = ParcelFolder::open(self.folder.join(DOCUMENTS)).map_err(qabyldau_exchange::ExchangeError::Disk)?;
        let documents = Arc::new(folder);
        let shared = share(self.ledger());
        let (link, portal) = {
            let store = self.store();
            (peer::link(&store, shared, &self.surroundings)?, store.portal())
        };
        let (desk, kept) = (Arc::downgrade(self), Arc::clone(&documents));
        let heard = Arc::new(move |heard: Heard| {
            if let Some(desk) = Weak::upgrade(&desk) {
                // What cannot be kept now is asked for again in the next round; the ledger says what is missing.
                let _ = desk.heard(&heard, &kept);
            }
            told(&heard);
        });
        let orders = Orders {
            store: self.ledger(),
            surroundings: self.surroundings.clone(),
            home: self.home,
        };
        Ok(Exchanger::start(Work {
            link,
            scope: Scope::Branch,
            on_news: heard,
            surroundings: self.surroundings.clone(),
            portal,
            wants: Some(Arc::new(orders)),
            outbox: None,
            documents: Some(documents),
        })?)
    }

    fn heard(&self, heard: &Heard, documents: &ParcelFolder) -> Result<(), Failed> {
        match heard {
            Heard::Facts(_) => self.look_after_slots(),
            Heard::Document(sha256) => self.keep_document(sha256, documents),
            Heard::Status | Heard::Orders(_) | Heard::Notices(_) | Heard::Delivered(_) => Ok(()),
        }
    }

    fn keep_document(&self, sha256: &Digest, documents: &ParcelFolder) -> Result<(), Failed> {
        let Ok(Some(bytes)) = documents.read_whole(sha256) else {
            return Ok(());
        };
        self.store().keep_document(&bytes)?;
        Ok(())
    }

    /// Notes how far our clock is from the peer's: the day opens by itself only with a clock that others agree with.
    pub fn note_clock(&self, status: &Status) -> Result<(), Failed> {
        let drift = status
            .heard_at
            .zip(status.peer_at)
            .map(|(own, peer)| (own.utc_ms - peer.utc_ms).to_string());
        Ok(self.store().set_setting(CLOCK_DRIFT, drift.as_deref())?)
    }
}

/// Where documents arrive, sealed or public, before they are in the database.
pub(crate) const DOCUMENTS: &str = "documents";
