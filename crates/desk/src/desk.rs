//! A desk that is open: somebody is signed in, the database is open, the key is in memory.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use qabyldau_domain::fact::{NodeId, StaffId};
use qabyldau_domain::language::Language;
use qabyldau_domain::number::{BranchCode, DeskLabel};
use qabyldau_domain::role::Role;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::Store;
use qabyldau_store::keys::slots::SlotFile;
use qabyldau_store::keys::{DatabaseKey, DeviceSecret};

use crate::failed::Failed;
use crate::read::Shelf;

/// Where the desk stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Home {
    /// The branch.
    pub branch: BranchCode,
    /// The desk's node.
    pub node: NodeId,
    /// Its label.
    pub label: DeskLabel,
}

/// Who works at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    /// The member of staff.
    pub id: StaffId,
    /// The role.
    pub role: Role,
    /// Name, as on the badge.
    pub name: String,
    /// The language of the screen.
    pub language: Language,
}

/// An open desk. Dropping it closes the database; the exchange holds the same store and must be ended first.
pub struct Desk {
    pub(crate) folder: PathBuf,
    pub(crate) store: Arc<Mutex<Store>>,
    pub(crate) surroundings: Surroundings,
    pub(crate) home: Home,
    pub(crate) worker: Worker,
    pub(crate) key: DatabaseKey,
    pub(crate) slots: SlotFile,
    pub(crate) device: Arc<dyn DeviceSecret>,
    pub(crate) shelf: Shelf,
}

impl Desk {
    /// Where it stands.
    pub const fn home(&self) -> Home {
        self.home
    }

    /// Who works at it.
    pub const fn worker(&self) -> &Worker {
        &self.worker
    }

    /// The ledger, for the exchange.
    pub fn ledger(&self) -> Arc<Mutex<Store>> {
        Arc::clone(&self.store)
    }

    /// Makes the key slots what the directory says now: after facts of staff came. Who was removed opens nothing any more.
    pub fn look_after_slots(&self) -> Result<(), Failed> {
        let staff = self.store().reader()?.staff()?;
        let synced = self
            .slots
            .sync_staff(&staff, &self.key, self.device.as_ref(), &self.surroundings);
        synced
            .map(drop)
            .map_err(|_| Failed::Refused(qabyldau_domain::refusal::Refusal::new("key-slots-unfit")))
    }

    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
