//! The node's own small things, as a reader sees them.

use qabyldau_domain::fact::Digest;
use qabyldau_domain::ledger::Have;

use super::Reader;
use crate::fault::StoreError;
use crate::local::{document, draft, peer, setting};

impl Reader<'_> {
    /// A choice of this node.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        setting::get(self.conn, name)
    }

    /// The bytes of a signed document, if they have arrived.
    pub fn document_bytes(&self, sha256: &Digest) -> Result<Option<Vec<u8>>, StoreError> {
        document::get(self.conn, sha256)
    }

    /// Whether the bytes of a signed document have arrived.
    pub fn document_is_here(&self, sha256: &Digest) -> Result<bool, StoreError> {
        document::is_here(self.conn, sha256)
    }

    /// An unfinished form.
    pub fn draft(&self, name: &str) -> Result<Option<String>, StoreError> {
        draft::get(self.conn, name)
    }

    /// What a peer said it holds, last time.
    pub fn peer_have(&self, peer: &str) -> Result<Have, StoreError> {
        peer::get(self.conn, peer)
    }
}
