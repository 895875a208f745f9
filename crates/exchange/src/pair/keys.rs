//! The three key pairs of a node: it signs facts with one, speaks TLS with one, and opens what is sealed to it with one.

use qabyldau_domain::fact::{NodeId, NodeKey};
use qabyldau_domain::surroundings::Surroundings;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use crate::error::ExchangeError;
use crate::seal::Identity;
use crate::tls::TlsKey;

/// A node's own keys. They never leave the machine; `to_bytes` is for an encrypted file.
#[derive(Debug, Clone)]
pub struct NodeKeys {
    /// Signs its facts.
    pub signing: NodeKey,
    /// Speaks TLS.
    pub tls: TlsKey,
    /// Opens orders and parcels.
    pub identity: Identity,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    signing: [u8; 32],
    tls: Vec<u8>,
    identity: String,
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.signing.zeroize();
        self.tls.zeroize();
        self.identity.zeroize();
    }
}

impl NodeKeys {
    /// New keys for a new node.
    pub fn throw(surroundings: &Surroundings) -> Result<Self, ExchangeError> {
        let seed = Zeroizing::new(surroundings.random::<32>());
        Ok(Self {
            signing: NodeKey::from_seed(&seed),
            tls: TlsKey::throw(surroundings)?,
            identity: Identity::generate(),
        })
    }

    /// The node of these keys.
    pub fn node(&self) -> NodeId {
        self.signing.node()
    }

    /// All three, to be kept only inside an encrypted file.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, ExchangeError> {
        let kept = Kept {
            signing: self.signing.seed(),
            tls: self.tls.pkcs8().to_vec(),
            identity: self.identity.secret().to_string(),
        };
        serde_json::to_vec(&kept)
            .map(Zeroizing::new)
            .map_err(ExchangeError::key)
    }

    /// What [`to_bytes`](Self::to_bytes) wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ExchangeError> {
        let kept: Kept = serde_json::from_slice(bytes).map_err(|_| ExchangeError::Garbled("not a node's keys"))?;
        Ok(Self {
            signing: NodeKey::from_seed(&kept.signing),
            tls: TlsKey::from_pkcs8(&kept.tls)?,
            identity: Identity::read(&kept.identity)?,
        })
    }
}
