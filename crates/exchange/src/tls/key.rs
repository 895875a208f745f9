//! A node's TLS key: Ed25519, apart from the key that signs its facts, made from dice handed in.
//!
//! Not here: where it is kept (the caller keeps its PKCS#8 in an encrypted file). Invariant: shows nothing of itself, wiped when dropped.

use std::fmt;

use qabyldau_domain::fact::Digest;
use qabyldau_domain::surroundings::Surroundings;
use rcgen::{KeyPair, PKCS_ED25519, PublicKeyData};
use rustls::pki_types::PrivatePkcs8KeyDer;
use zeroize::Zeroizing;

use crate::error::ExchangeError;

/// PKCS#8 of an Ed25519 key before its 32 secret bytes (RFC 8410 § 7).
const PKCS8_HEAD: [u8; 16] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];

/// A TLS key pair.
pub struct TlsKey {
    pkcs8: Zeroizing<Vec<u8>>,
    pair: KeyPair,
}

impl TlsKey {
    /// A new key.
    pub fn throw(surroundings: &Surroundings) -> Result<Self, ExchangeError> {
        let seed = Zeroizing::new(surroundings.random::<32>());
        Self::from_pkcs8(&Zeroizing::new([&PKCS8_HEAD[..], &seed[..]].concat()))
    }

    /// The key kept earlier.
    pub fn from_pkcs8(pkcs8: &[u8]) -> Result<Self, ExchangeError> {
        let pkcs8 = Zeroizing::new(pkcs8.to_vec());
        let pair = KeyPair::from_pkcs8_der_and_sign_algo(&PrivatePkcs8KeyDer::from(&pkcs8[..]), &PKCS_ED25519)
            .map_err(ExchangeError::key)?;
        Ok(Self { pkcs8, pair })
    }

    /// The private key, PKCS#8 DER; to be kept only inside an encrypted file.
    pub fn pkcs8(&self) -> &[u8] {
        &self.pkcs8
    }

    /// SHA-256 of its SubjectPublicKeyInfo: what peers pin.
    pub fn pin(&self) -> Digest {
        Digest::of(&self.pair.subject_public_key_info())
    }

    /// The 32 public bytes.
    pub fn public(&self) -> Vec<u8> {
        self.pair.der_bytes().to_vec()
    }

    pub(super) fn pair(&self) -> &KeyPair {
        &self.pair
    }
}

impl Clone for TlsKey {
    fn clone(&self) -> Self {
        Self::from_pkcs8(&self.pkcs8).expect("was read from these bytes before")
    }
}

impl fmt::Debug for TlsKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TlsKey({})", self.pin())
    }
}
