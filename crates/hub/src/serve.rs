//! Serving: doors for the LAN, an exchanger upwards, and news between the two.

use std::io::Write as _;
use std::sync::{Arc, Mutex, RwLock};

use qabyldau_domain::ledger::Scope;
use qabyldau_exchange::ExchangeError;
use qabyldau_exchange::client::{Delays, Exchanger, Heard, Link, LinkParts, Outbox, Work};
use qabyldau_exchange::directory::Directory;
use qabyldau_exchange::held::{Shared, share_mended};
use qabyldau_exchange::message::Topic;
use qabyldau_exchange::pair::NodeKeys;
use qabyldau_exchange::parcel::ParcelFolder;
use qabyldau_exchange::server::{News, Relay, RelayParts, Seat, serve as serve_doors};
use qabyldau_exchange::tls::{Certificate, Dates};
use qabyldau_store::{Condition, Store, StoreError};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::home::{Home, Kept};
use crate::outside;
use crate::trouble::Trouble;

/// Serves until SIGTERM (or Ctrl-C). Prints `{"listening":"host:port"}` when the port is open.
pub fn serve(home: &Home, listen: &str, announce: Option<String>, portal: Option<String>) -> Result<(), Trouble> {
    let (store, keys, kept) = home.open()?;
    let days = kept.days_left(outside::surroundings().clock.now());
    if days < 60 {
        tracing::warn!(
            days,
            "the certificate towards the portal ends soon: run `renew` with a new code"
        );
    }
    let shared = share_mended(Arc::new(Mutex::new(store)), mend);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let up = link_up(&shared, &keys, &kept, portal)?;
    let folders = Folders {
        up: Arc::new(ParcelFolder::open(home.folder("up"))?),
        down: Arc::new(ParcelFolder::open(home.folder("down"))?),
    };
    let surroundings = outside::surroundings();
    let relay = Relay::new(RelayParts {
        shared,
        directory: Arc::new(RwLock::new(Directory::of(kept.admission.portal.node()))),
        surroundings: surroundings.clone(),
        up: Arc::clone(&folders.up),
        down: Arc::clone(&folders.down),
        seat: Seat::Hub(up.clone()),
        pin: keys.tls.pin(),
    })?;
    let certificate = keys.tls.self_signed(surroundings.clock.now())?;
    let doors = relay.doors(&keys.tls, &certificate, Dates::Ignored)?;
    let listener = runtime.block_on(TcpListener::bind(listen))?;
    let address = listener.local_addr()?.to_string();
    let going = Exchanger::start(work(&relay, &kept, up.clone(), &folders))?;
    runtime.spawn(going.follow(&relay));
    runtime.spawn(tell_place(
        up,
        announce.unwrap_or_else(|| address.clone()),
        Delays::new(surroundings),
    ));
    let (end, ended) = watch::channel(false);
    let serving = runtime.spawn(serve_doors(listener, doors, ended));
    writeln!(std::io::stdout(), "{}", serde_json::json!({ "listening": address }))?;
    std::io::stdout().flush()?;
    runtime.block_on(told_to_end())?;
    tracing::info!("ending");
    relay.end();
    let _ = end.send(true);
    let _ = runtime.block_on(serving);
    going.stop();
    Ok(())
}

struct Folders {
    up: Arc<ParcelFolder>,
    down: Arc<ParcelFolder>,
}

/// A store closes itself when its disk fails under a write; before the next use it is opened again, so that one bad moment is not the end.
fn mend(store: &mut Store) -> Result<(), StoreError> {
    if store.condition() == Condition::Poisoned {
        store.reopen()
    } else {
        Ok(())
    }
}

fn link_up(shared: &Shared, keys: &NodeKeys, kept: &Kept, portal: Option<String>) -> Result<Link, Trouble> {
    let hex = kept.admission.certificate.as_deref().ok_or(Trouble::Kept)?;
    let der: Option<Vec<u8>> = (0..hex.len() / 2)
        .map(|at| u8::from_str_radix(hex.get(at * 2..at * 2 + 2)?, 16).ok())
        .collect();
    let certificate = Certificate::from(der.ok_or(Trouble::Kept)?);
    Ok(Link::new(LinkParts {
        address: portal.as_deref().unwrap_or(&kept.address),
        pin: kept.admission.portal_tls,
        key: &keys.tls,
        certificate: &certificate,
        dates: Dates::Count,
        shared: Arc::clone(shared),
        surroundings: &outside::surroundings(),
    })?)
}

/// Upwards: facts both ways, recordings up with the portal's receipt handed down, documents down.
fn work(relay: &Relay, kept: &Kept, link: Link, folders: &Folders) -> Work {
    let (told, receipts, up) = (relay.clone(), relay.clone(), Arc::clone(&folders.up));
    Work {
        link,
        scope: Scope::Branch,
        on_news: Arc::new(move |heard| match heard {
            Heard::Facts(_) => {
                if let Err(error) = told.facts_written() {
                    tracing::error!(code = error.code(), "the directory was not read");
                }
            }
            Heard::Document(_) => told.announce(News::of(Topic::Documents)),
            Heard::Delivered(parcel) => tracing::info!(%parcel, "delivered"),
            Heard::Status | Heard::Orders(_) | Heard::Notices(_) => {}
        }),
        surroundings: outside::surroundings(),
        portal: kept.admission.portal,
        wants: None,
        outbox: Some(Outbox {
            folder: Arc::clone(&folders.up),
            portal: kept.admission.portal,
            commit: Arc::new(move |receipt| {
                up.keep_receipt(receipt).map_err(ExchangeError::from)?;
                receipts.announce(News::of(Topic::Receipts));
                Ok(())
            }),
        }),
        documents: Some(Arc::clone(&folders.down)),
    }
}

/// Tells the portal where desks and booths reach this hub, until it was heard.
async fn tell_place(up: Link, address: String, mut delays: Delays) {
    while up.tell_place(&address).await.is_err() {
        tokio::time::sleep(delays.after(None)).await;
    }
}

#[cfg(unix)]
async fn told_to_end() -> Result<(), std::io::Error> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut term = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = term.recv() => Ok(()),
        told = tokio::signal::ctrl_c() => told,
    }
}

#[cfg(not(unix))]
async fn told_to_end() -> Result<(), std::io::Error> {
    tokio::signal::ctrl_c().await
}
