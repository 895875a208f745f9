//! The two copies on disk: read, written, held against a second process.
//!
//! Invariant: a copy is replaced only by rename, after its new content and before the folder are fsynced; what a killed write leaves
//! aside (`….tmp`) is never read and is written over by the next.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use super::SlotFile;
use super::error::{Damage, SlotsError};
use super::form::{self, Content, Read, Slots};

/// The two copies.
pub(super) const NAMES: [&str; 2] = ["keys.slots", "keys.slots.2"];

/// Held while the file is read and written: two processes never count into each other.
const LOCK: &str = "keys.slots.lock";

/// The slot file held by this process; let go when dropped.
pub(super) struct Held<'a> {
    folder: &'a Path,
    _lock: File,
}

impl SlotFile {
    /// Reads the copy that stands, without waiting for anybody.
    pub(super) fn read(&self) -> Result<Slots, SlotsError> {
        read(&self.folder)
    }

    /// Waits until no other process writes, then holds the file.
    pub(super) fn hold(&self) -> Result<Held<'_>, SlotsError> {
        let lock = private()
            .open(self.folder.join(LOCK))
            .map_err(SlotsError::disk("locked"))?;
        lock.lock().map_err(SlotsError::disk("locked"))?;
        Ok(Held {
            folder: &self.folder,
            _lock: lock,
        })
    }
}

impl Held<'_> {
    /// Reads the copy that stands.
    pub(super) fn read(&self) -> Result<Slots, SlotsError> {
        read(self.folder)
    }

    /// Writes both copies, each whole before the other is touched.
    pub(super) fn write(&self, content: &Content) -> Result<(), SlotsError> {
        let bytes = form::write(content);
        for name in NAMES {
            replace(self.folder, name, &bytes).map_err(SlotsError::disk("written"))?;
        }
        Ok(())
    }
}

fn read(folder: &Path) -> Result<Slots, SlotsError> {
    let [first, second] = NAMES.map(|name| read_copy(&folder.join(name)));
    match (first, second) {
        (Ok(Read::Newer(version)), _) | (_, Ok(Read::Newer(version))) => Err(SlotsError::Newer { version }),
        (Ok(Read::Whole(first)), Ok(Read::Whole(second))) if second.content.generation > first.content.generation => {
            Ok(*second)
        }
        (Ok(Read::Whole(slots)), _) | (Err(_), Ok(Read::Whole(slots))) => Ok(*slots),
        (Err(Damage::Missing), Err(Damage::Missing)) => Err(SlotsError::NotThere),
        (Err(first), Err(second)) => Err(SlotsError::BothCopiesDamaged { first, second }),
    }
}

pub(super) fn read_copy(path: &Path) -> Result<Read, Damage> {
    let size = match fs::metadata(path) {
        Ok(about) => about.len(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Damage::Missing),
        Err(_) => return Err(Damage::Unreadable),
    };
    if size > form::MAX_BYTES {
        return Err(Damage::Content);
    }
    form::read(&fs::read(path).map_err(|_| Damage::Unreadable)?)
}

fn replace(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let aside = folder.join(format!("{name}.tmp"));
    let mut file = private().truncate(true).open(&aside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&aside, folder.join(name))?;
    sync_folder(folder)
}

/// Created for the program's own user alone.
fn private() -> fs::OpenOptions {
    let mut options = File::options();
    options.write(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows journals the rename itself; a folder cannot be opened as a file there.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
