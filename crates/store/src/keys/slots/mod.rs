//! The slot file: what wraps a node's database key, and what the sign-in page shows while the database is still closed.
//!
//! It lies in the data folder in two copies, `keys.slots` and `keys.slots.2`. Each is written aside, fsynced, renamed and its
//! folder fsynced, so at every moment at least one copy is whole; a damaged copy is answered by the other and mended by the next
//! write. Where both are damaged that is said by name and both stay where they are.
//!
//! A slot is opened by a member of staff's password *and* this machine's secret (desk), by the machine's secret alone
//! (hub, booth), by the recovery authority's key, or by a printed code. All slots are written together, before a pairing reports
//! success. Not here: when to sign in or lock (desk). Invariants: a removed slot opens nothing; a wrong try is counted
//! durably before it is judged; only who holds the database key changes slots, and every opening checks their seal under it.

mod body;
mod copies;
mod create;
mod error;
mod examine;
mod form;
mod open;
mod sign_in;
mod sync;
mod tries;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use qabyldau_domain::number::BranchCode;
use serde::{Deserialize, Serialize};

pub use create::{NewSlots, OpenedBy};
pub use error::{Damage, SignInError, SignInRefused, SlotsError};
pub use examine::Examined;
pub use open::Recovered;
pub use sign_in::{SignInPage, SignInPerson, SignedIn};
pub use sync::Synced;
pub use tries::delays;

/// The slot file of a data folder. Holds no secret and no open file.
#[derive(Debug, Clone)]
pub struct SlotFile {
    folder: PathBuf,
}

impl SlotFile {
    /// The slot file of this data folder; touches nothing.
    pub fn at(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// Is there a copy, whole or not? A node that was never paired has none.
    pub fn exists(&self) -> bool {
        copies::NAMES.iter().any(|name| self.folder.join(name).exists())
    }
}

/// What stands above the sign-in page: whose desk this is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nameplate {
    /// The branch.
    pub branch: BranchCode,
    /// Its name in Kazakh.
    pub name_kk: String,
    /// Its name in Russian.
    pub name_ru: String,
    /// The node's label, `A` or `01`; empty for a hub.
    pub label: String,
    /// The signed directory says `demonstration`: the page shows the hint for demonstration staff.
    pub demonstration: bool,
}
