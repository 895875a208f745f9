//! What belongs to this node alone: choices, documents, unfinished forms, what peers hold. No facts, never compared with others.

pub(crate) mod document;
pub(crate) mod draft;
pub(crate) mod peer;
pub(crate) mod setting;

use qabyldau_domain::fact::Digest;
use qabyldau_domain::ledger::Have;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::fault::StoreError;
use crate::store::Store;

impl Store {
    /// Keeps a choice of this node; `None` forgets it.
    pub fn set_setting(&mut self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        self.write_local(|conn| match value {
            Some(value) => setting::put(conn, name, value),
            None => setting::remove(conn, name),
        })
    }

    /// Keeps the bytes of a signed document; answers their digest. Known bytes are kept once.
    pub fn keep_document(&mut self, bytes: &[u8]) -> Result<Digest, StoreError> {
        self.write_local(|conn| document::put(conn, bytes))
    }

    /// Keeps an unfinished form; `None` forgets it.
    pub fn keep_draft(&mut self, name: &str, body: Option<&str>) -> Result<(), StoreError> {
        self.write_local(|conn| match body {
            Some(body) => draft::put(conn, name, body),
            None => draft::remove(conn, name),
        })
    }

    /// Keeps what a peer said it holds.
    pub fn keep_peer_have(&mut self, peer: &str, have: &Have) -> Result<(), StoreError> {
        self.write_local(|conn| peer::put(conn, peer, have))
    }

    /// One transaction that touches no facts: allowed also where the ledger is read-only.
    fn write_local<T>(&mut self, write: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let result = self.conn().and_then(|conn| {
            let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
            let answer = write(&tx)?;
            Ok((answer, tx.commit()))
        });
        match result {
            Ok((answer, Ok(()))) => Ok(answer),
            Ok((_, Err(error))) => {
                self.poison();
                Err(error.into())
            }
            Err(failure) => {
                self.judge(&failure);
                Err(failure)
            }
        }
    }
}
