//! The door: accepts connections, shakes hands in a task of its own with a time limit, and serves HTTP/1.1 inside TLS 1.3.
//!
//! Invariant: a slow or silent peer costs one of a bounded number of places and nobody's time.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use rustls::ServerConfig;
use rustls::server::Acceptor;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::LazyConfigAcceptor;
use tower_service::Service as _;

use super::whom::PeerPin;
use crate::tls::{PAIRING, pin_of};

/// How many connections at once.
pub const MAX_PEERS: usize = 256;
/// How many of them may be pairing.
const MAX_PAIRING: usize = 8;
const HANDSHAKE: Duration = Duration::from_secs(10);
const HEADERS: Duration = Duration::from_secs(20);
/// How long running requests may still take when the program ends.
const FAREWELL: Duration = Duration::from_secs(5);

/// The two ways in: for admitted nodes, and for pairing.
#[derive(Clone)]
pub struct Doors {
    /// TLS for admitted nodes.
    pub tls: Arc<ServerConfig>,
    /// What they may ask.
    pub routes: Router,
    /// TLS for a node that pairs.
    pub pairing_tls: Arc<ServerConfig>,
    /// The one thing it may ask.
    pub pairing_routes: Router,
}

/// Serves until `ending` turns true (or its sender is gone); running requests get a few seconds.
pub async fn serve(listener: TcpListener, doors: Doors, mut ending: watch::Receiver<bool>) {
    let places = Arc::new(Semaphore::new(MAX_PEERS));
    let pairing = Arc::new(Semaphore::new(MAX_PAIRING));
    let mut peers = JoinSet::new();
    loop {
        let stream = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(why) => {
                    // Out of descriptors, or a connection that died in the queue: wait a moment, go on.
                    tracing::warn!(kind = ?why.kind(), "a connection was not accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
            () = ended(&mut ending) => break,
        };
        while peers.try_join_next().is_some() {}
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            continue;
        };
        let (doors, pairing, ending) = (doors.clone(), Arc::clone(&pairing), ending.clone());
        peers.spawn(async move {
            let _place = place;
            peer(stream, doors, pairing, ending).await;
        });
    }
    drop(listener);
    let _ = timeout(FAREWELL, async { while peers.join_next().await.is_some() {} }).await;
    peers.abort_all();
}

/// Waits until the program ends.
async fn ended(ending: &mut watch::Receiver<bool>) {
    let _ = ending.wait_for(|ending| *ending).await;
}

async fn peer(stream: TcpStream, doors: Doors, pairing: Arc<Semaphore>, mut ending: watch::Receiver<bool>) {
    let _ = stream.set_nodelay(true);
    let shaking = async {
        let hello = LazyConfigAcceptor::new(Acceptor::default(), stream).await?;
        let pairs = hello
            .client_hello()
            .alpn()
            .is_some_and(|mut names| names.any(|name| name == PAIRING));
        let config = if pairs { doors.pairing_tls } else { doors.tls };
        Ok::<_, std::io::Error>((pairs, hello.into_stream(config).await?))
    };
    let (pairs, stream) = match timeout(HANDSHAKE, shaking).await {
        Ok(Ok(done)) => done,
        Ok(Err(why)) => return tracing::debug!(kind = ?why.kind(), "a handshake was refused"),
        Err(_) => return tracing::debug!("a handshake took too long"),
    };
    let _pairing = match pairs.then(|| pairing.try_acquire()).transpose() {
        Ok(permit) => permit,
        Err(_) => return,
    };
    let certificate = stream.get_ref().1.peer_certificates().and_then(|chain| chain.first());
    let Some(Ok(pin)) = certificate.map(pin_of) else { return };
    let routes = if pairs { doors.pairing_routes } else { doors.routes };
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(PeerPin(pin));
        routes.clone().call(request)
    });
    let http = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS)
        .max_buf_size(64 * 1024)
        .serve_connection(TokioIo::new(stream), service);
    tokio::pin!(http);
    tokio::select! {
        _ = http.as_mut() => {}
        () = ended(&mut ending) => {
            http.as_mut().graceful_shutdown();
            let _ = http.await;
        }
    }
}
