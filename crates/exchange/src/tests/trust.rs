//! Who gets in, and who does not.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;

use qabyldau_domain::fact::{Digest, Draft};
use qabyldau_domain::facts::{NodeRetired, NodeRoleV1};
use qabyldau_domain::subject::Subject;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer, ServerName};

use super::Branch;
use crate::error::ExchangeError;
use crate::tls::{Dates, provider};

fn kept_out<T: std::fmt::Debug>(result: Result<T, ExchangeError>) {
    assert!(matches!(result, Err(ExchangeError::Unreachable(_))), "{result:?}");
}

#[test]
fn a10_a_hub_with_another_key_is_not_spoken_to() {
    let branch = Branch::open("pin");
    let a = branch.joined(NodeRoleV1::Desk, "A");
    let wrong = a.link(branch.at_hub.address, Digest::of(b"another"), Dates::Ignored);
    kept_out(branch.runtime.block_on(wrong.have()));
    branch
        .runtime
        .block_on(branch.to_hub(&a).have())
        .expect("the right pin");
}

#[test]
fn a07_a_node_that_nobody_admitted_is_kept_out_and_so_is_a_retired_one() {
    let branch = Branch::open("unknown");
    let stranger = branch.stranger(NodeRoleV1::Desk);
    kept_out(branch.runtime.block_on(branch.to_hub(&stranger).have()));
    let b = branch.joined(NodeRoleV1::Desk, "B");
    let mut line = Line::to_hub(&branch, &b, &rustls::version::TLS13);
    assert_eq!(line.asks("/v1/have"), Some(200), "admitted");
    let body = NodeRetired {
        reason: "replaced".to_owned(),
    };
    let mut portal = branch.portal.ledger.lock().unwrap();
    portal.write(vec![Draft::new(Subject::node(&b.node()), &body)]);
    drop(portal);
    branch.joined(NodeRoleV1::Desk, "C");
    assert_eq!(line.asks("/v1/have"), Some(403), "on the open connection");
    kept_out(branch.runtime.block_on(branch.to_hub(&b).have()));
}

#[test]
fn a07_only_the_hub_speaks_to_the_portal_and_its_certificate_must_be_in_date() {
    let branch = Branch::open("dates");
    let pin = branch.portal.keys.tls.pin();
    let to_portal = || branch.hub.link(branch.at_portal.address, pin, Dates::Count);
    branch.runtime.block_on(to_portal().have()).expect("the hub");
    let desk = branch.joined(NodeRoleV1::Desk, "A");
    kept_out(
        branch
            .runtime
            .block_on(desk.link(branch.at_portal.address, pin, Dates::Count).have()),
    );
    let late = super::branch::NOON + 400 * 86_400_000;
    *branch.hub.clock.0.lock().unwrap() = late;
    kept_out(branch.runtime.block_on(to_portal().have()));
    *branch.hub.clock.0.lock().unwrap() = super::branch::NOON;
    *branch.portal.clock.0.lock().unwrap() = late;
    kept_out(branch.runtime.block_on(to_portal().have()));
    *branch.hub.clock.0.lock().unwrap() = late;
    branch
        .runtime
        .block_on(branch.to_hub(&desk).have())
        .expect("on the LAN dates do not count");
}

#[test]
fn a07_plain_http_and_tls_1_2_are_refused() {
    let branch = Branch::open("old");
    let a = branch.joined(NodeRoleV1::Desk, "A");
    let mut plain = TcpStream::connect(branch.at_hub.address).unwrap();
    plain.write_all(b"GET /v1/have HTTP/1.1\r\nhost: hub\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer);
    assert!(!answer.starts_with(b"HTTP/"), "no answer in plain words");
    for (version, gets_in) in [(&rustls::version::TLS12, false), (&rustls::version::TLS13, true)] {
        let status = Line::to_hub(&branch, &a, version).asks("/v1/have");
        assert_eq!(status, gets_in.then_some(200), "{version:?}");
    }
}

/// One connection that stays open, spoken to by hand.
struct Line {
    tls: rustls::ClientConnection,
    socket: TcpStream,
}

impl Line {
    fn to_hub(branch: &Branch, one: &super::Person, version: &'static rustls::SupportedProtocolVersion) -> Self {
        let verifier = crate::tls::test_verifier(branch.hub.keys.tls.pin());
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(one.keys.tls.pkcs8().to_vec()));
        let config = rustls::ClientConfig::builder_with_provider(provider())
            .with_protocol_versions(&[version])
            .expect("versions")
            .dangerous()
            .with_custom_certificate_verifier(verifier)
            .with_client_auth_cert(vec![one.certificate.clone()], key)
            .expect("a key");
        let name = ServerName::try_from("qabyldau").expect("a name");
        let tls = rustls::ClientConnection::new(Arc::new(config), name).expect("a client");
        Self {
            tls,
            socket: TcpStream::connect(branch.at_hub.address).expect("the hub listens"),
        }
    }

    /// The status of the answer, or nothing if there was none.
    fn asks(&mut self, path: &str) -> Option<u16> {
        let mut stream = rustls::Stream::new(&mut self.tls, &mut self.socket);
        let words = format!("GET {path} HTTP/1.1\r\nhost: hub\r\nqabyldau-tick: 1\r\n\r\n");
        stream.write_all(words.as_bytes()).ok()?;
        let mut answer = Vec::new();
        let length = |answer: &[u8]| {
            let text = String::from_utf8_lossy(answer).into_owned();
            let (head, body) = text.split_once("\r\n\r\n")?;
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "))?;
            Some(body.len() >= length.parse().ok()?)
        };
        while length(&answer) != Some(true) {
            let mut piece = [0; 4096];
            match stream.read(&mut piece) {
                Ok(read @ 1..) => answer.extend_from_slice(&piece[..read]),
                _ => return None,
            }
        }
        String::from_utf8_lossy(&answer).split(' ').nth(1)?.parse().ok()
    }
}
