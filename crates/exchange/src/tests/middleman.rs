//! Enemies of a pairing: one in the middle with a key of his own who passes every byte on, and one who answers in the portal's place.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
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

/// Answers every request of a pairing with `words`.
pub(crate) fn pretender(branch: &Branch, enemy: &Person, words: String) -> SocketAddr {
    let clock = Arc::clone(&enemy.surroundings.clock);
    let tls = tls::pairing_server(&enemy.keys.tls, &enemy.certificate, clock).expect("tls");
    let listener = branch
        .runtime
        .block_on(TcpListener::bind(("127.0.0.1", 0)))
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    branch.runtime.spawn(async move {
        let acceptor = TlsAcceptor::from(tls);
        while let Ok((stream, _)) = listener.accept().await {
            let (acceptor, words) = (acceptor.clone(), words.clone());
            tokio::spawn(async move {
                let mut stream = acceptor.accept(stream).await?;
                let mut asked = [0; 4096];
                while stream.read(&mut asked).await? > 0 {
                    let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{words}", words.len());
                    stream.write_all(answer.as_bytes()).await?;
                }
                Ok::<_, std::io::Error>(())
            });
        }
    });
    address
}
