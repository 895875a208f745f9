//! A ledger held by this program, as sockets ask it: behind a lock, in short blocking sections of its own thread.
//!
//! Not here: any rule. Invariant: the lock is never held across an await, for only this file takes it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use qabyldau_domain::fact::{Fact, NodeId};
use qabyldau_domain::ledger::{Chunk, Have, Ledger, Scope, Taken};
use qabyldau_domain::number::BranchCode;

use crate::directory::Bookmark;
use crate::error::ExchangeError;

/// The highest tick a peer may tell. Far beyond any branch's life, and far from overflow.
pub const HIGHEST_TICK: u64 = 1 << 52;

/// A ledger with its lock, whatever it is.
pub trait Held: Send + Sync + 'static {
    /// The branch.
    fn branch(&self) -> BranchCode;
    /// The highest tick seen or told.
    fn tick(&self) -> Result<u64, ExchangeError>;
    /// Keeps durably what a peer told; a tick beyond [`HIGHEST_TICK`] is not believed.
    fn told(&self, tick: u64) -> Result<(), ExchangeError>;
    /// What it holds.
    fn have(&self) -> Result<Have, ExchangeError>;
    /// What a peer with `have` lacks.
    fn lack(&self, have: &Have, scope: Scope, limit: usize) -> Result<Chunk, ExchangeError>;
    /// Takes a chunk.
    fn take(&self, chunk: &Chunk) -> Result<BTreeMap<NodeId, Taken>, ExchangeError>;
    /// The next facts of the portal's stream behind a place.
    fn unread(&self, place: Bookmark) -> Result<Vec<Fact>, ExchangeError>;
}

/// A ledger shared by everybody in this program.
pub type Shared = Arc<dyn Held>;

/// Wraps a ledger that others hold too.
pub fn share<L: Ledger + Send + 'static>(ledger: Arc<Mutex<L>>) -> Shared {
    share_mended(ledger, |_| Ok(()))
}

/// The same, with something to do before each use: reopen a store that closed itself after its disk failed.
pub fn share_mended<L: Ledger + Send + 'static>(ledger: Arc<Mutex<L>>, mend: Mend<L>) -> Shared {
    Arc::new(Locked { ledger, mend })
}

/// Puts a ledger in order before it is used, if it can be.
pub type Mend<L> = fn(&mut L) -> Result<(), <L as Ledger>::Error>;

/// Asks the ledger on a thread that may block.
pub(crate) async fn ask<R: Send + 'static>(
    shared: &Shared,
    question: impl FnOnce(&dyn Held) -> Result<R, ExchangeError> + Send + 'static,
) -> Result<R, ExchangeError> {
    let shared = Arc::clone(shared);
    tokio::task::spawn_blocking(move || question(&*shared))
        .await
        .map_err(|_| ExchangeError::Ending)?
}

struct Locked<L: Ledger> {
    ledger: Arc<Mutex<L>>,
    mend: Mend<L>,
}

impl<L: Ledger> Locked<L> {
    fn with<R>(&self, act: impl FnOnce(&mut L) -> Result<R, L::Error>) -> Result<R, ExchangeError> {
        let mut ledger = self.ledger.lock().unwrap_or_else(PoisonError::into_inner);
        (self.mend)(&mut ledger)
            .and_then(|()| act(&mut ledger))
            .map_err(|source| ExchangeError::Ledger(Box::new(source)))
    }
}

impl<L: Ledger + Send + 'static> Held for Locked<L> {
    fn branch(&self) -> BranchCode {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner).branch()
    }
    fn tick(&self) -> Result<u64, ExchangeError> {
        self.with(|ledger| ledger.tick())
    }
    fn told(&self, tick: u64) -> Result<(), ExchangeError> {
        if tick > HIGHEST_TICK {
            return Err(ExchangeError::Garbled("a tick nobody can have reached"));
        }
        self.with(|ledger| {
            if tick > ledger.tick()? {
                ledger.told(tick)
            } else {
                Ok(())
            }
        })
    }
    fn have(&self) -> Result<Have, ExchangeError> {
        self.with(|ledger| ledger.have())
    }
    fn lack(&self, have: &Have, scope: Scope, limit: usize) -> Result<Chunk, ExchangeError> {
        self.with(|ledger| ledger.lack(have, scope, limit))
    }
    fn take(&self, chunk: &Chunk) -> Result<BTreeMap<NodeId, Taken>, ExchangeError> {
        self.with(|ledger| ledger.take(chunk))
    }
    fn unread(&self, place: Bookmark) -> Result<Vec<Fact>, ExchangeError> {
        self.with(|ledger| place.unread(ledger))
    }
}
