//! The one door: everything a booth writes goes through here, one act at a time, one file per thing it can do.
//!
//! Not here: when it is done (`crate::session`). Invariant: facts are written by `Store::act` alone, which seals, appends and folds
//! them in one transaction; whatever a rule decides by, it has read inside that transaction.

mod answer;
mod call;
mod deliver;
mod end;
mod file;
mod note;
mod occupied;
mod print;
mod rate;
mod word;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use qabyldau_domain::fact::{By, Draft};
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::{ActFailed, Condition, Reader, Store, StoreError};

pub use answer::Answering;
pub use file::{Attempt, Filed, FilingAct};
pub use occupied::Unfinished;

use crate::error::BoothError;

/// The door to the ledger of this booth.
#[derive(Clone)]
pub struct Door {
    store: Arc<Mutex<Store>>,
    surroundings: Surroundings,
}

impl Door {
    /// A door to a store that others (the exchange) hold too.
    pub fn new(store: Arc<Mutex<Store>>, surroundings: Surroundings) -> Self {
        Self { store, surroundings }
    }

    /// Clock and dice.
    pub fn surroundings(&self) -> &Surroundings {
        &self.surroundings
    }

    /// The store; a connection that was closed after a failed write is opened again first.
    fn store(&self) -> Result<MutexGuard<'_, Store>, StoreError> {
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        if store.condition() == Condition::Poisoned {
            store.reopen()?;
        }
        Ok(store)
    }

    /// Reads what stands now.
    pub fn read<R>(&self, look: impl FnOnce(&Reader<'_>) -> Result<R, StoreError>) -> Result<R, StoreError> {
        look(&self.store()?.reader()?)
    }

    /// One act of `by` at one instant.
    fn act<R>(
        &self,
        by: By,
        rule: impl FnOnce(&Reader<'_>) -> Result<(Vec<Draft>, R), BoothError>,
    ) -> Result<R, BoothError> {
        match self.store()?.act(&self.surroundings, by, rule) {
            Ok(acted) => Ok(acted.answer),
            Err(ActFailed::Refused(refused)) => Err(refused),
            Err(ActFailed::NotWritten(failed)) => Err(failed.into()),
        }
    }

    /// Keeps a small thing of this node: no fact, and in the encrypted file like everything.
    pub fn keep(&self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        self.store()?.keep_draft(name, value)
    }
}
