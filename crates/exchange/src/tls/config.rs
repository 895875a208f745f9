//! The four configurations of TLS that exist: pinned client, admitting server, and the two ends of pairing.
//!
//! Invariant: TLS 1.3 alone, a certificate demanded of both sides, no session resumed past a retirement.

use std::sync::Arc;

use qabyldau_domain::fact::Digest;
use qabyldau_domain::surroundings::Clock;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::version::TLS13;
use rustls::{ClientConfig, ServerConfig};

use super::certificate::Certificate;
use super::clock::Told;
use super::key::TlsKey;
use super::pinned::{Admitted, Seen, Span, Verifier, Whom};
use super::{HTTP, PAIRING, provider};
use crate::error::ExchangeError;

/// Do a certificate's dates count?
#[derive(Debug, Clone)]
pub enum Dates {
    /// On the LAN: only the pinned key counts.
    Ignored,
    /// Towards the portal: the server's certificate must be in date.
    Count,
    /// At the portal: a client's certificate must be in date and issued by the key of this certificate.
    IssuedBy(Certificate),
}

impl Dates {
    fn span(self) -> Span {
        match self {
            Self::Ignored => Span::Ignored,
            Self::Count => Span::OwnWord,
            Self::IssuedBy(issuer) => Span::IssuedBy(issuer),
        }
    }
}

fn private(key: &TlsKey) -> PrivateKeyDer<'static> {
    PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.pkcs8().to_vec()))
}

fn client_of(
    key: &TlsKey,
    certificate: &Certificate,
    whom: Whom,
    span: Span,
    alpn: &[u8],
    clock: Arc<dyn Clock>,
) -> Result<ClientConfig, ExchangeError> {
    let verifier = Verifier {
        whom,
        span,
        ring: provider(),
    };
    let mut config = ClientConfig::builder_with_details(provider(), Arc::new(Told(clock)))
        .with_protocol_versions(&[&TLS13])
        .map_err(ExchangeError::key)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_client_auth_cert(vec![certificate.clone()], private(key))
        .map_err(ExchangeError::key)?;
    config.alpn_protocols = vec![alpn.to_vec()];
    config.enable_sni = false;
    config.resumption = rustls::client::Resumption::disabled();
    Ok(config)
}

fn server_of(
    key: &TlsKey,
    certificate: &Certificate,
    whom: Whom,
    span: Span,
    alpn: &[u8],
    clock: Arc<dyn Clock>,
) -> Result<Arc<ServerConfig>, ExchangeError> {
    let verifier = Verifier {
        whom,
        span,
        ring: provider(),
    };
    let mut config = ServerConfig::builder_with_details(provider(), Arc::new(Told(clock)))
        .with_protocol_versions(&[&TLS13])
        .map_err(ExchangeError::key)?
        .with_client_cert_verifier(Arc::new(verifier))
        .with_single_cert(vec![certificate.clone()], private(key))
        .map_err(ExchangeError::key)?;
    config.alpn_protocols = vec![alpn.to_vec()];
    config.session_storage = Arc::new(rustls::server::NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    Ok(Arc::new(config))
}

/// A client that speaks only to the server with this key.
pub fn client(
    key: &TlsKey,
    certificate: &Certificate,
    server: Digest,
    dates: Dates,
    clock: Arc<dyn Clock>,
) -> Result<ClientConfig, ExchangeError> {
    client_of(key, certificate, Whom::Pinned(server), dates.span(), HTTP, clock)
}

/// A server that lets in only clients whose key is admitted.
pub fn server(
    key: &TlsKey,
    certificate: &Certificate,
    admitted: Admitted,
    dates: Dates,
    clock: Arc<dyn Clock>,
) -> Result<Arc<ServerConfig>, ExchangeError> {
    server_of(key, certificate, Whom::Admitted(admitted), dates.span(), HTTP, clock)
}

/// A client about to pair: it notes which key the server has, and trusts nothing until the code's proof came back. A code that
/// carries the server's pin is held to it at once.
pub fn pairing_client(
    key: &TlsKey,
    certificate: &Certificate,
    pin: Option<Digest>,
    seen: &Seen,
    clock: Arc<dyn Clock>,
) -> Result<ClientConfig, ExchangeError> {
    let (whom, span) = match pin {
        Some(pin) => (Whom::Pinned(pin), Span::OwnWord),
        None => (Whom::Pairing(seen.clone()), Span::Ignored),
    };
    client_of(key, certificate, whom, span, PAIRING, clock)
}

/// The server's side of pairing: any client that has a key; behind it stands the pairing route alone.
pub fn pairing_server(
    key: &TlsKey,
    certificate: &Certificate,
    clock: Arc<dyn Clock>,
) -> Result<Arc<ServerConfig>, ExchangeError> {
    server_of(
        key,
        certificate,
        Whom::Pairing(Seen::default()),
        Span::Ignored,
        PAIRING,
        clock,
    )
}
