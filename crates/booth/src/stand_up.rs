//! A paired booth from its folder: the file opened by the machine's own slot, the booth over it, and its exchange with the hub.

use std::sync::{Arc, Mutex};

use qabyldau_domain::ledger::Scope;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::client::{Exchanger, OnNews, Work};
use qabyldau_exchange::held::share;
use qabyldau_store::keys::DeviceSecret;
use qabyldau_store::{Place, Store};

use crate::error::BoothError;
use crate::pairing::{PairingError, unlock};
use crate::printer::Printer;
use crate::receipt::ReceiptPaper;
use crate::recorder::Recorder;
use crate::session::{Booth, Parts};

/// Why a booth does not stand up.
#[derive(Debug, thiserror::Error)]
pub enum NotStanding {
    /// It is not paired, or its file does not open.
    #[error(transparent)]
    Pairing(#[from] PairingError),
    /// The booth.
    #[error(transparent)]
    Booth(#[from] BoothError),
    /// The exchange.
    #[error(transparent)]
    Exchange(#[from] qabyldau_exchange::ExchangeError),
}

/// What a place has beside its folder.
pub struct Furniture {
    /// Camera and microphone.
    pub recorder: Box<dyn Recorder>,
    /// The receipt printer.
    pub printer: Arc<dyn Printer>,
    /// How receipts are printed.
    pub paper: ReceiptPaper,
}

/// A booth as it stands. Drop the exchange before the booth's folder is used by another.
pub struct Standing {
    /// The booth.
    pub booth: Booth,
    /// Its encrypted file.
    pub store: Arc<Mutex<Store>>,
    /// Its exchange with the hub.
    pub exchanger: Exchanger,
}

/// Opens the booth of a folder. `heard` is called, after the booth's inbox has it, whenever the exchange brings something.
pub fn stand_up(
    place: &Place,
    device: &dyn DeviceSecret,
    surroundings: &Surroundings,
    furniture: Furniture,
    heard: Arc<dyn Fn() + Send + Sync>,
) -> Result<Standing, NotStanding> {
    let (store, membership) = unlock(place, device)?;
    let store = Arc::new(Mutex::new(store));
    let booth = Booth::open(Parts {
        store: Arc::clone(&store),
        surroundings: surroundings.clone(),
        identity: membership.keys.identity.clone(),
        recorder: furniture.recorder,
        printer: furniture.printer,
        paper: furniture.paper,
        recovery: vec![membership.admission.recovery.clone()],
    })?;
    let link = membership.link(share(Arc::clone(&store)), surroundings)?;
    let inbox = booth.inbox().on_news();
    let on_news: OnNews = Arc::new(move |news| {
        inbox(news);
        heard();
    });
    let exchanger = Exchanger::start(Work {
        link,
        scope: Scope::Own(membership.keys.node()),
        on_news,
        surroundings: surroundings.clone(),
        portal: membership.admission.portal,
        wants: None,
        outbox: Some(booth.outbox()),
        documents: Some(Arc::clone(booth.documents())),
    })?;
    Ok(Standing {
        booth,
        store,
        exchanger,
    })
}
