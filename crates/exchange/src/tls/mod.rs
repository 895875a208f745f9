//! TLS 1.3 with pinned keys on both sides: rustls with ring, nothing else.
//!
//! Not here: who is admitted (directory) and what one may ask for (server). Invariant: there is no verifier here that accepts a key it
//! was not told, but the one of pairing, and that one only tells which key it saw; the pairing code decides.

mod certificate;
mod clock;
mod config;
mod key;
mod pinned;

use std::sync::{Arc, OnceLock};

use rustls::crypto::CryptoProvider;

pub(crate) use certificate::pin_of_public;
pub use certificate::{CERTIFICATE_DAYS, Certificate, issue};
pub use config::{Dates, client, pairing_client, pairing_server, server};
pub use key::TlsKey;
#[cfg(test)]
pub(crate) use pinned::test_verifier;
pub use pinned::{Admitted, Seen, pin_of};

/// What a pairing connection names in ALPN; an admitted peer's is `http/1.1`.
pub const PAIRING: &[u8] = b"qabyldau-pair/1";
/// What an admitted peer's connection names in ALPN.
pub const HTTP: &[u8] = b"http/1.1";

/// Ring, made the process's default once: reqwest is built without a provider of its own.
pub fn provider() -> Arc<CryptoProvider> {
    static RING: OnceLock<Arc<CryptoProvider>> = OnceLock::new();
    Arc::clone(RING.get_or_init(|| {
        let ring = rustls::crypto::ring::default_provider();
        // Somebody else in the process may have installed one; ours is named in each configuration all the same.
        let _ = ring.clone().install_default();
        Arc::new(ring)
    }))
}
