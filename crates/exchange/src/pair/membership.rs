//! What a node keeps of its pairing for as long as it lives: its keys, the portal's words, and where its peer is.
//!
//! Not here: where it is kept (the node's own encrypted file). Invariant: as text it is a secret, wiped when dropped.

use qabyldau_domain::fact::Digest;
use qabyldau_domain::surroundings::Surroundings;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize as _, Zeroizing};

use super::join::Joined;
use super::keys::NodeKeys;
use super::proof::Admission;
use crate::client::{Link, LinkParts};
use crate::error::ExchangeError;
use crate::held::Shared;
use crate::tls::Dates;

/// A node's membership of its branch.
#[derive(Debug, Clone)]
pub struct Membership {
    /// The node's own keys.
    pub keys: NodeKeys,
    /// The portal's words at pairing.
    pub admission: Admission,
    /// `host:port` of the peer.
    pub address: String,
    /// The pin of the peer's TLS key.
    pub pin: Digest,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    keys: String,
    admission: Admission,
    address: String,
    pin: Digest,
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.keys.zeroize();
    }
}

impl Membership {
    /// What joining brought.
    pub fn new(keys: NodeKeys, joined: Joined) -> Self {
        Self {
            keys,
            admission: joined.admission,
            address: joined.address,
            pin: joined.pin,
        }
    }

    /// To be kept only inside an encrypted file.
    pub fn to_text(&self) -> Result<Zeroizing<String>, ExchangeError> {
        let keys = self.keys.to_bytes()?;
        let keys = std::str::from_utf8(&keys).map_err(|_| ExchangeError::Garbled("not a node's keys"))?;
        let kept = Kept {
            keys: keys.to_owned(),
            admission: self.admission.clone(),
            address: self.address.clone(),
            pin: self.pin,
        };
        serde_json::to_string(&kept)
            .map(Zeroizing::new)
            .map_err(ExchangeError::key)
    }

    /// What [`to_text`](Self::to_text) wrote.
    pub fn from_text(text: &str) -> Result<Self, ExchangeError> {
        let kept: Kept = serde_json::from_str(text).map_err(|_| ExchangeError::Garbled("not a membership"))?;
        let keys = NodeKeys::from_bytes(kept.keys.as_bytes())?;
        Ok(Self {
            keys,
            admission: kept.admission.clone(),
            address: kept.address.clone(),
            pin: kept.pin,
        })
    }

    /// A link to the peer on the LAN, over the ledger given.
    pub fn link(&self, shared: Shared, surroundings: &Surroundings) -> Result<Link, ExchangeError> {
        let certificate = self.keys.tls.self_signed(surroundings.clock.now())?;
        Link::new(LinkParts {
            address: &self.address,
            pin: self.pin,
            key: &self.keys.tls,
            certificate: &certificate,
            dates: Dates::Ignored,
            shared,
            surroundings,
        })
    }
}
