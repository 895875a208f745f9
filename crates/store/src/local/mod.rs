//! What belongs to this node alone: choices, documents, unfinished forms, what peers hold. No facts, never compared with others.

pub(crate) mod document;
pub(crate) mod draft;
pub(crate) mod peer;
pub(crate) mod setting;

use qabyldau_domain::fact::Digest;
use qabyldau_domain::ledger::Have;

use crate::fault::StoreError;
use crate::store::Store;
use crate::transaction::Writes;

impl Store {
    /// Keeps a choice of this node; `None` forgets it.
    pub fn set_setting(&mut self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        self.write(Writes::Local, |conn, _| match value {
            Some(value) => setting::put(conn, name, value),
            None => setting::remove(conn, name),
        })
    }

    /// Keeps the bytes of a signed document; answers their digest. Known bytes are kept once.
    pub fn keep_document(&mut self, bytes: &[u8]) -> Result<Digest, StoreError> {
        self.write(Writes::Local, |conn, _| document::put(conn, bytes))
    }

    /// Keeps an unfinished form; `None` forgets it.
    pub fn keep_draft(&mut self, name: &str, body: Option<&str>) -> Result<(), StoreError> {
        self.write(Writes::Local, |conn, _| match body {
            Some(body) => draft::put(conn, name, body),
            None => draft::remove(conn, name),
        })
    }

    /// Keeps what a peer said it holds.
    pub fn keep_peer_have(&mut self, peer: &str, have: &Have) -> Result<(), StoreError> {
        self.write(Writes::Local, |conn, _| peer::put(conn, peer, have))
    }
}
