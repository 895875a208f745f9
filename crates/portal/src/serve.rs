//! Serving: doors for hubs, the office behind them, the control socket beside them.

use std::io::Write as _;
use std::sync::{Arc, RwLock};

use qabyldau_exchange::directory::Directory;
use qabyldau_exchange::held::share_mended;
use qabyldau_exchange::parcel::ParcelFolder;
use qabyldau_exchange::server::{Relay, RelayParts, Seat, serve as serve_doors};
use qabyldau_exchange::tls::Dates;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::At;
use crate::control;
use crate::home::{Home, SOCKET, keys};
use crate::office::{Office, mend};
use crate::outside;
use crate::trouble::Trouble;

/// Serves until SIGTERM (or Ctrl-C). Prints `{"listening":"host:port"}` when the port is open.
pub fn serve(at: &At, listen: &str, announce: Option<String>) -> Result<(), Trouble> {
    let home = Home::at(at)?;
    let _lock = home.lock()?;
    let store = home.open()?;
    let keys = keys(&store)?;
    let surroundings = outside::surroundings();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let listener = runtime.block_on(TcpListener::bind(listen))?;
    let address = listener.local_addr()?.to_string();
    let office = Arc::new(Office::new(
        store,
        keys.clone(),
        surroundings.clone(),
        Some(announce.unwrap_or_else(|| address.clone())),
    ));
    let relay = Relay::new(RelayParts {
        shared: share_mended(Arc::clone(&office.store), mend),
        directory: Arc::new(RwLock::new(Directory::of(keys.node()))),
        surroundings: surroundings.clone(),
        up: Arc::new(ParcelFolder::open(home.folder("up"))?),
        down: Arc::new(ParcelFolder::open(home.folder("down"))?),
        seat: Seat::Portal(office.clone()),
        pin: keys.tls.pin(),
    })?;
    let _ = office.relay.set(relay.clone());
    let certificate = keys.tls.self_signed(surroundings.clock.now())?;
    let doors = relay.doors(&keys.tls, &certificate, Dates::IssuedBy(certificate.clone()))?;
    let (end, ended) = watch::channel(false);
    let socket = runtime.block_on(async { control::open(&home.folder(SOCKET)) })?;
    let errands = runtime.spawn(Arc::clone(&office).receive(socket));
    let serving = runtime.spawn(serve_doors(listener, doors, ended));
    writeln!(std::io::stdout(), "{}", serde_json::json!({ "listening": address }))?;
    std::io::stdout().flush()?;
    runtime.block_on(told_to_end())?;
    tracing::info!("ending");
    errands.abort();
    relay.end();
    let _ = end.send(true);
    let _ = runtime.block_on(serving);
    Ok(())
}

async fn told_to_end() -> Result<(), std::io::Error> {
    let mut term = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = term.recv() => Ok(()),
        told = tokio::signal::ctrl_c() => told,
    }
}
