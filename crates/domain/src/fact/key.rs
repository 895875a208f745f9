//! The node's Ed25519 key pair: who may write a stream.

use ed25519_dalek::{Signer as _, SigningKey, Verifier as _, VerifyingKey};

use super::primitive::{NodeId, NotA, hex, hex_value, unhex};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::str::FromStr;

hex_value!(
    /// An Ed25519 public key.
    PublicKey, 32, "public key"
);
hex_value!(
    /// An Ed25519 signature.
    Signature, 64, "signature"
);

impl PublicKey {
    /// The node this key belongs to.
    pub fn node(&self) -> NodeId {
        let digest: [u8; 32] = Sha256::digest(self.0).into();
        let mut id = [0; 16];
        id.copy_from_slice(&digest[..16]);
        NodeId(id)
    }

    /// Does the signature belong to the message under this key? A malformed key verifies nothing.
    pub fn verifies(&self, message: &[u8], signature: &Signature) -> bool {
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| {
            key.verify(message, &ed25519_dalek::Signature::from_bytes(&signature.0))
                .is_ok()
        })
    }
}

/// A node's signing key. Wiped when dropped; shows nothing of itself.
#[derive(Clone)]
pub struct NodeKey(SigningKey);

impl NodeKey {
    /// The key that grows from 32 secret random bytes.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The 32 secret bytes, to be kept only inside an encrypted database.
    pub fn seed(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// The node of this key.
    pub fn node(&self) -> NodeId {
        self.public().node()
    }

    /// Signs a message.
    pub fn sign(&self, message: &[u8]) -> Signature {
        Signature(self.0.sign(message).to_bytes())
    }
}

impl fmt::Debug for NodeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NodeKey({})", self.node())
    }
}
