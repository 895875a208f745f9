//! The desk's peer, as pairing left it in the desk's own encrypted file: keys, address and pin of the hub.

use qabyldau_domain::fact::Digest;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::ExchangeError;
use qabyldau_exchange::client::{Link, LinkParts};
use qabyldau_exchange::held::Shared;
use qabyldau_exchange::pair::NodeKeys;
use qabyldau_exchange::tls::Dates;
use qabyldau_store::Store;
use serde::{Deserialize, Serialize};

use crate::failed::Failed;

const KEYS: &str = "node-keys";
const PEER: &str = "peer";

/// Where the hub is and which key it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Peer {
    pub(crate) address: String,
    pub(crate) pin: Digest,
}

impl Peer {
    /// Keeps keys and peer.
    pub(crate) fn keep(&self, store: &mut Store, keys: &NodeKeys) -> Result<(), PeerError> {
        let bytes = keys.to_bytes()?;
        let text = std::str::from_utf8(&bytes).map_err(|_| PeerError::Missing)?;
        store.set_setting(KEYS, Some(text)).map_err(Failed::Store)?;
        let peer = serde_json::to_string(self).map_err(|_| PeerError::Missing)?;
        store.set_setting(PEER, Some(&peer)).map_err(Failed::Store)?;
        Ok(())
    }

    /// A link to the peer over the ledger given.
    pub(crate) fn link(store: &Store, shared: Shared, surroundings: &Surroundings) -> Result<Link, PeerError> {
        let reader = store.reader().map_err(Failed::Store)?;
        let setting = |name| reader.setting(name).map_err(Failed::Store)?.ok_or(PeerError::Missing);
        let keys = NodeKeys::from_bytes(zeroize::Zeroizing::new(setting(KEYS)?).as_bytes())?;
        let peer: Self = serde_json::from_str(&setting(PEER)?).map_err(|_| PeerError::Missing)?;
        let certificate = keys.tls.self_signed(surroundings.clock.now())?;
        Ok(Link::new(LinkParts {
            address: &peer.address,
            pin: peer.pin,
            key: &keys.tls,
            certificate: &certificate,
            dates: Dates::Ignored,
            shared,
            surroundings,
        })?)
    }
}

/// Why there is no link.
#[derive(Debug, thiserror::Error)]
pub enum PeerError {
    /// The desk was not paired, or its file lost what pairing wrote.
    #[error("the desk is not paired")]
    Missing,
    /// Keys or TLS.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// The database.
    #[error(transparent)]
    Desk(#[from] Failed),
}
