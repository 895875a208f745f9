//! Where recordings lie: `recordings/<session>/000001 … manifest`. Names say nothing of a person.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The folder of running and interrupted recordings.
#[derive(Debug, Clone)]
pub struct Recordings {
    root: PathBuf,
}

impl Recordings {
    /// Opens the folder, making it if it is not there.
    pub fn open(root: impl Into<PathBuf>) -> io::Result<Self> {
        let root = root.into();
        fs::create_dir_all(&root)?;
        Ok(Self { root })
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The recording of a session.
    pub(super) fn of(&self, session: &str) -> Folder {
        Folder {
            path: self.root.join(session),
        }
    }

    /// Keeps a parcel beside its fragments until the appeal it belongs to stands in the ledger. Durable when this answers.
    pub fn stage(&self, session: &str, parcel: &[u8]) -> io::Result<PathBuf> {
        fs::create_dir_all(self.root.join(session))?;
        sync(&self.root)?;
        self.of(session).write_as("whole", parcel)
    }

    /// The parcels that were staged and not taken over.
    pub fn staged(&self) -> io::Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.root)? {
            let whole = entry?.path().join("whole");
            if whole.is_file() {
                found.push(whole);
            }
        }
        Ok(found)
    }

    /// Wipes the recording of a session, if there is one. It was sealed; what remains on the disk opens to nobody here.
    pub fn wipe(&self, session: &str) -> io::Result<()> {
        match fs::remove_dir_all(self.root.join(session)) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
            _ => {}
        }
        sync(&self.root)
    }

    /// Wipes every recording but that of one session.
    pub fn keep_only(&self, session: Option<&str>) -> io::Result<()> {
        for entry in fs::read_dir(&self.root)? {
            let name = entry?.file_name();
            if name.to_str() != session {
                fs::remove_dir_all(self.root.join(name))?;
            }
        }
        sync(&self.root)
    }
}

/// The folder of one recording.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
}

impl Folder {
    pub(super) fn create(&self) -> io::Result<()> {
        fs::create_dir(&self.path)?;
        self.path.parent().map_or(Ok(()), sync)
    }

    pub(super) fn manifest(&self) -> PathBuf {
        self.path.join("manifest")
    }

    pub(super) fn fragment(&self, number: u32) -> PathBuf {
        self.path.join(format!("{number:06}"))
    }

    /// Writes a sealed fragment: aside, fsync, rename, fsync of the folder.
    pub(super) fn write(&self, number: u32, sealed: &[u8]) -> io::Result<()> {
        self.write_as(&format!("{number:06}"), sealed).map(drop)
    }

    fn write_as(&self, name: &str, sealed: &[u8]) -> io::Result<PathBuf> {
        let path = self.path.join(name);
        let aside = path.with_extension("tmp");
        let mut file = File::create(&aside)?;
        file.write_all(sealed)?;
        file.sync_all()?;
        fs::rename(&aside, &path)?;
        sync(&self.path)?;
        Ok(path)
    }
}

fn sync(folder: &Path) -> io::Result<()> {
    // Windows has no folder handle to flush; NTFS journals the rename.
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}
