//! XChaCha20-Poly1305 under a key of 32 bytes, bound to what it is for.
//!
//! Invariant: nonces are 24 random bytes, never counted; what is bound must be the same at opening, so a sealed text cannot be
//! moved from one slot, file or purpose to another.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use qabyldau_domain::surroundings::Surroundings;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::hex::Hex;
use super::secret_bytes::SecretBytes;

/// A sealed text and its nonce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sealed {
    pub nonce: Hex,
    pub text: Hex,
}

/// Another key, another purpose, or an altered text: nobody can tell which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DoesNotOpen;

/// Seals a text under the key, bound to `bound`.
pub(super) fn seal(key: &[u8; 32], bound: &[u8], text: &[u8], surroundings: &Surroundings) -> Sealed {
    let nonce: [u8; 24] = surroundings.random();
    let text = XChaCha20Poly1305::new(key.into())
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: text, aad: bound })
        .expect("a text of a few kilobytes is far below the cipher's limit");
    Sealed {
        nonce: Hex(nonce.to_vec()),
        text: Hex(text),
    }
}

/// Opens a sealed text.
pub(super) fn open(key: &[u8; 32], bound: &[u8], sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>, DoesNotOpen> {
    let nonce: &[u8; 24] = sealed.nonce.0.as_slice().try_into().map_err(|_| DoesNotOpen)?;
    XChaCha20Poly1305::new(key.into())
        .decrypt(
            XNonce::from_slice(nonce),
            Payload {
                msg: &sealed.text.0,
                aad: bound,
            },
        )
        .map(Zeroizing::new)
        .map_err(|_| DoesNotOpen)
}

/// A label and its parts as one text, each with its length before it: two lists of parts never give the same bytes.
pub(super) fn bind(label: &str, parts: &[&[u8]]) -> Vec<u8> {
    let mut bound = Vec::new();
    for part in std::iter::once(label.as_bytes()).chain(parts.iter().copied()) {
        bound.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bound.extend_from_slice(part);
    }
    bound
}

/// A key for one purpose, grown from a key of 32 random bytes (so no stretching is needed).
pub(super) fn subkey(key: &[u8; 32], label: &str, parts: &[&[u8]]) -> SecretBytes {
    let mut own = SecretBytes::zero();
    let hash = Sha256::new().chain_update(bind(label, parts)).chain_update(key);
    hash.finalize_into((&mut *own).into());
    own
}
