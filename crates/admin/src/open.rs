//! Opening a node's folder for reading: by a member of staff, the recovery authority, the printed code, or the machine itself.
//!
//! Not signing in: no fact is written, so a running program beside keeps its stream to itself. Invariants: a password is read from
//! standard input or a descriptor, never an argument; who opens as staff may do only what the role allows.

mod keeper;
mod secret;
pub mod trouble;
mod who;

pub use keeper::keeper;
pub use trouble::Trouble;
pub use who::Who;

use std::path::PathBuf;

use qabyldau_domain::staff::Deed;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::keys::slots::SlotFile;
use qabyldau_store::{Place, Store};

/// Which folder.
#[derive(clap::Args, Clone)]
pub struct Folder {
    /// Түйіннің деректер қалтасы / папка данных узла
    #[arg(long, value_name = "DIR")]
    pub data: PathBuf,
    /// Ағын басы жазылған күй қалтасы / папка состояния с отметкой о голове потока
    #[arg(long, value_name = "DIR")]
    pub state: Option<PathBuf>,
    /// Құпиясөз не код оқылатын дескриптор / дескриптор, из которого читается пароль или код
    #[arg(long, value_name = "N")]
    pub secret_fd: Option<u32>,
}

impl Folder {
    /// As the store wants it.
    pub fn place(&self) -> Place {
        let place = Place::new(&self.data);
        match &self.state {
            Some(state) => place.with_state(state),
            None => place,
        }
    }

    /// The slot file.
    pub fn slots(&self) -> SlotFile {
        SlotFile::at(&self.data)
    }
}

/// An opened node.
pub struct Opened {
    /// Its store.
    pub store: Store,
    /// Are the slots what the key's holder wrote?
    pub slots_unaltered: bool,
}

/// Opens the folder as `who`; a member of staff must be allowed `deed`, where one is asked.
pub fn open(folder: &Folder, who: &Who, deed: Option<Deed>, surroundings: &Surroundings) -> Result<Opened, Trouble> {
    let unlocked = who::unlock(folder, who, surroundings)?;
    let store = Store::open(folder.place(), &unlocked.key)?;
    if let (Some(staff), Some(deed)) = (unlocked.staff, deed) {
        let row = store.reader()?.staff_member(&staff)?.filter(|row| !row.removed);
        match row {
            Some(row) if qabyldau_domain::staff::may(row.role, deed) => {}
            Some(_) => return Err(Trouble::RoleMayNot),
            None => return Err(Trouble::StaffUnknown),
        }
    }
    Ok(Opened {
        store,
        slots_unaltered: unlocked.unaltered,
    })
}
