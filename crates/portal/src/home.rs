//! The portal's folder: one writing program at a time, and the encrypted file with the portal's keys in it.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use qabyldau_exchange::pair::NodeKeys;
use qabyldau_store::keys::slots::SlotFile;
use qabyldau_store::{Place, Store, make_private};
use zeroize::Zeroizing;

use crate::At;
use crate::outside;
use crate::trouble::Trouble;

/// The mark that a branch was created to the end.
pub const CREATED: &str = "created";
/// The setting that holds the portal's keys.
pub const KEYS: &str = "keys";
/// The setting that holds the recovery authority's recipient.
pub const RECOVERY: &str = "recovery";
/// The socket of a serving portal.
pub const SOCKET: &str = "control.sock";

/// The portal's data folder.
#[derive(Debug, Clone)]
pub struct Home {
    place: Place,
}

/// The right to write in it, while it lives.
pub struct Lock(#[expect(dead_code, reason = "the lock goes when the file is closed")] File);

impl Home {
    /// The folder, made if it is not there, looked into by nobody else.
    pub fn at(at: &At) -> Result<Self, Trouble> {
        make_private(&at.data)?;
        let place = Place::new(&at.data);
        let place = match &at.state {
            Some(state) => place.with_state(state),
            None => place,
        };
        Ok(Self { place })
    }

    /// Takes the right to write; refused while another program has it.
    pub fn lock(&self) -> Result<Lock, Trouble> {
        let lock = File::create(self.folder("lock"))?;
        match lock.try_lock() {
            Ok(()) => Ok(Lock(lock)),
            Err(TryLockError::WouldBlock) => Err(Trouble::Busy),
            Err(TryLockError::Error(why)) => Err(why.into()),
        }
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        self.place.data()
    }

    /// Where its things lie.
    pub fn place(&self) -> Place {
        self.place.clone()
    }

    /// A thing inside the data folder.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.data().join(name)
    }

    /// Was a branch created here to the end?
    pub fn created(&self) -> bool {
        self.folder(CREATED).exists()
    }

    /// Opens the encrypted file by this machine's secret.
    pub fn open(&self) -> Result<Store, Trouble> {
        if !self.created() {
            return Err(Trouble::NotCreated);
        }
        let device = outside::device(self.data());
        let key = SlotFile::at(self.data()).open_by_device(device.as_ref())?;
        Ok(Store::open(self.place(), &key)?)
    }
}

/// The portal's own keys, out of its encrypted file.
pub fn keys(store: &Store) -> Result<NodeKeys, Trouble> {
    let text = Zeroizing::new(store.reader()?.setting(KEYS)?.ok_or(Trouble::Kept)?);
    Ok(NodeKeys::from_bytes(text.as_bytes())?)
}
