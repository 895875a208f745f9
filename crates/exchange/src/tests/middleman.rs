//! Somebody in the middle of a pairing: own key towards both sides, passes every byte of HTTP on.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::{TlsAcceptor, TlsConnector};

use super::{Branch, Person};
use crate::tls::{self, Seen};

/// Stands in front of `target` with `enemy`'s key.
pub(crate) fn middleman(branch: &Branch, enemy: &Person, target: SocketAddr) -> SocketAddr {
    let clock = || Arc::clone(&enemy.surroundings.clock);
    let near = tls::pairing_server(&enemy.keys.tls, &enemy.certificate, clock()).expect("tls");
    let far = tls::pairing_client(&enemy.keys.tls, &enemy.certificate, None, &Seen::default(), clock()).expect("tls");
    let listener = branch
        .runtime
        .block_on(TcpListener::bind(("127.0.0.1", 0)))
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    branch.runtime.spawn(async move {
        let (near, far) = (TlsAcceptor::from(near), TlsConnector::from(Arc::new(far)));
        while let Ok((stream, _)) = listener.accept().await {
            let (near, far) = (near.clone(), far.clone());
            tokio::spawn(async move {
                let mut near = near.accept(stream).await?;
                let name = "qabyldau".try_into().map_err(std::io::Error::other)?;
                let mut far = far.connect(name, TcpStream::connect(target).await?).await?;
                copy_bidirectional(&mut near, &mut far).await
            });
        }
    });
    address
}
