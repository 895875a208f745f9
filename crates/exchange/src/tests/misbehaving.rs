//! F21: a peer with the right key that answers anything but what was promised. Bounded time, bounded memory, an honest state.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use qabyldau_domain::fact::Digest;
use qabyldau_domain::facts::NodeRoleV1;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::{Branch, wait_for};
use crate::client::Exchanger;
use crate::error::ExchangeError;
use crate::message::MAX_BYTES;
use crate::tls::{self, Dates};

/// What it does with every request.
#[derive(Clone, Copy)]
enum Says {
    /// This, and no more.
    Words(&'static str),
    /// A good head, and then bytes without end.
    Endless,
    /// A good head, and then one byte a second.
    Drip,
}

/// Listens with the hub's own key. Counts the bytes it could get rid of.
fn misbehaves(branch: &Branch, says: Says) -> (SocketAddr, Arc<AtomicUsize>) {
    let sent = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&sent);
    let clock = Arc::clone(&branch.hub.surroundings.clock);
    let config = tls::server(
        &branch.hub.keys.tls,
        &branch.hub.certificate,
        Arc::new(|_: &Digest| true),
        Dates::Ignored,
        clock,
    );
    let acceptor = TlsAcceptor::from(config.expect("tls"));
    let listener = branch
        .runtime
        .block_on(TcpListener::bind(("127.0.0.1", 0)))
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    branch.runtime.spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (acceptor, counted) = (acceptor.clone(), Arc::clone(&counted));
            tokio::spawn(async move {
                let mut stream = acceptor.accept(stream).await?;
                let mut asked = [0; 4096];
                let _ = stream.read(&mut asked).await?;
                match says {
                    Says::Words(words) => stream.write_all(words.as_bytes()).await?,
                    Says::Endless | Says::Drip => {
                        stream.write_all(b"HTTP/1.1 200 OK\r\nqabyldau-tick: 1\r\n\r\n").await?;
                        let piece = if matches!(says, Says::Drip) {
                            vec![b'{']
                        } else {
                            vec![b'{'; 65_536]
                        };
                        loop {
                            stream.write_all(&piece).await?;
                            stream.flush().await?;
                            counted.fetch_add(piece.len(), Ordering::SeqCst);
                            if matches!(says, Says::Drip) {
                                tokio::time::timeout(Duration::from_secs(1), std::future::pending::<()>())
                                    .await
                                    .unwrap_or_default();
                            }
                        }
                    }
                }
                stream.shutdown().await
            });
        }
    });
    (address, sent)
}

fn outcome(branch: &Branch, desk: &super::Person, says: Says) -> ExchangeError {
    let link = desk.link(misbehaves(branch, says).0, branch.hub.keys.tls.pin(), Dates::Ignored);
    branch
        .runtime
        .block_on(link.have())
        .expect_err("nothing good can come of it")
}

#[test]
fn f21_whatever_a_peer_answers_it_is_named_and_bounded() {
    let branch = Branch::open("f21");
    let desk = branch.joined(NodeRoleV1::Desk, "A");
    let of = |says| outcome(&branch, &desk, says);
    let head = "HTTP/1.1 500 Oops\r\nretry-after: 7\r\ncontent-length: 0\r\n\r\n";
    let failed = of(Says::Words(head));
    assert!(
        matches!(&failed, ExchangeError::Refused { status: 500, code, retry_after: Some(after) } if code == "server-error" && after.as_secs() == 7),
        "{failed:?}"
    );
    let html = "HTTP/1.1 200 OK\r\nqabyldau-tick: 1\r\ncontent-length: 15\r\n\r\n<html>hi</html>";
    assert!(matches!(of(Says::Words(html)), ExchangeError::Garbled(_)));
    let alien = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
    assert!(
        matches!(of(Says::Words(alien)), ExchangeError::Garbled(_)),
        "no tick: not one of ours"
    );
    let cut = "HTTP/1.1 200 OK\r\nqabyldau-tick: 1\r\ncontent-length: 99\r\n\r\n{\"tick\":1,";
    assert!(matches!(of(Says::Words(cut)), ExchangeError::Unreachable(_)));
    let tick = "HTTP/1.1 200 OK\r\nqabyldau-tick: 18446744073709551615\r\ncontent-length: 2\r\n\r\n{}";
    assert!(
        matches!(of(Says::Words(tick)), ExchangeError::Garbled(_)),
        "no honest tick"
    );
    let (address, sent) = misbehaves(&branch, Says::Endless);
    let endless = desk.link(address, branch.hub.keys.tls.pin(), Dates::Ignored);
    let endless = branch.runtime.block_on(endless.have());
    assert!(matches!(endless, Err(ExchangeError::TooLarge)), "{endless:?}");
    let sent = sent.load(Ordering::SeqCst);
    assert!(
        sent < 4 * MAX_BYTES,
        "{sent} bytes were read, or lie in sockets, of a message of {MAX_BYTES}"
    );
    assert!(
        matches!(of(Says::Drip), ExchangeError::Unreachable(_)),
        "the patience of one request ends"
    );
    assert_eq!(desk.shared.tick().unwrap(), 1, "told by the honest-looking ones alone");
}

#[test]
fn f21_the_exchanger_says_what_is_wrong_and_goes_on_trying() {
    let branch = Branch::open("f21-status");
    let desk = branch.joined(NodeRoleV1::Desk, "A");
    let words = "HTTP/1.1 503 Busy\r\ncontent-length: 23\r\n\r\n{\"code\":\"portal-tired\"}";
    let link = desk.link(
        misbehaves(&branch, Says::Words(words)).0,
        branch.hub.keys.tls.pin(),
        Dates::Ignored,
    );
    let (work, _) = branch.work(&desk, link);
    let going = Exchanger::start(work).unwrap();
    wait_for("the honest state", || {
        going.status().trouble.as_deref() == Some("portal-tired")
    });
    assert!(!going.status().connected);
}
