//! What the exchange's thread leaves for the booth: the newest orders and notices. The booth takes it at its next tick.

use std::sync::{Arc, Mutex, PoisonError};

use qabyldau_domain::fact::{Fact, PublicKey};
use qabyldau_exchange::ExchangeError;
use qabyldau_exchange::client::{Heard, OnNews, Outbox};
use qabyldau_exchange::message::SealedOrder;
use qabyldau_exchange::parcel::ParcelFolder;

use crate::door::Door;

/// What came and was not looked at yet.
#[derive(Debug, Default)]
pub struct Came {
    /// All orders lying for this booth, as they stand.
    pub orders: Option<Vec<SealedOrder>>,
    /// The portal's notices, proved.
    pub notices: Option<Vec<Fact>>,
    /// A document arrived.
    pub document: bool,
}

/// The letter box between the exchange and the booth.
#[derive(Debug, Clone, Default)]
pub struct Inbox(Arc<Mutex<Came>>);

impl Inbox {
    /// Takes what came.
    pub fn take(&self) -> Came {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts what was heard. What is newer replaces what is older: orders and notices come whole.
    pub fn put(&self, heard: Heard) {
        let mut came = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match heard {
            Heard::Orders(orders) => came.orders = Some(orders),
            Heard::Notices(notices) => came.notices = Some(notices),
            Heard::Document(_) => came.document = true,
            Heard::Facts(_) | Heard::Status | Heard::Delivered(_) => {}
        }
    }

    /// Whom the exchanger tells.
    pub fn on_news(&self) -> OnNews {
        let inbox = self.clone();
        Arc::new(move |heard| inbox.put(heard))
    }
}

/// What leaves by parcel: let go only after the portal's receipt stands in the ledger.
pub(crate) fn outbox(door: &Door, folder: Arc<ParcelFolder>, portal: PublicKey) -> Outbox {
    let door = door.clone();
    let commit = move |receipt: &qabyldau_exchange::parcel::Receipt| {
        door.delivered(receipt)
            .map_err(|error| ExchangeError::Ledger(Box::new(error)))
    };
    Outbox {
        folder,
        portal,
        commit: Arc::new(commit),
    }
}
