//! The folder of parcels: `<sha256>` is whole, `<sha256>.part` is on its way, `<sha256>.receipt` is the portal's word for it.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use qabyldau_domain::fact::Digest;

use super::receipt::Receipt;

/// The largest parcel anybody takes.
pub const MAX_PARCEL_BYTES: u64 = 256 * 1024 * 1024;

/// Why a parcel was not taken further.
#[derive(Debug, thiserror::Error)]
pub enum ParcelError {
    /// The sender begins elsewhere than where the part ends.
    #[error("the offset is {0}")]
    Offset(u64),
    /// The whole does not hash to its name; the part is gone.
    #[error("the content is not what its name says")]
    WrongHash,
    /// Larger than a parcel may be, or longer than announced.
    #[error("too large")]
    TooLarge,
    /// A later sender took over.
    #[error("another sender took over")]
    Superseded,
    /// The disk.
    #[error("the disk failed")]
    Disk(#[from] io::Error),
}

/// A folder of parcels. One program, one value per folder.
#[derive(Debug)]
pub struct ParcelFolder {
    pub(super) root: PathBuf,
    /// Whoever appends holds this; the number of the latest sender by parcel.
    pub(super) turn: Mutex<std::collections::HashMap<Digest, u64>>,
}

impl ParcelFolder {
    /// Opens the folder, making it if it is not there.
    pub fn open(root: impl Into<PathBuf>) -> io::Result<Self> {
        let root = root.into();
        fs::create_dir_all(&root)?;
        Ok(Self {
            root,
            turn: Mutex::default(),
        })
    }

    /// Where the whole parcel lies.
    pub fn path(&self, sha256: &Digest) -> PathBuf {
        self.root.join(sha256.to_string())
    }

    pub(super) fn part(&self, sha256: &Digest) -> PathBuf {
        self.root.join(format!("{sha256}.part"))
    }

    fn receipt_path(&self, sha256: &Digest) -> PathBuf {
        self.root.join(format!("{sha256}.receipt"))
    }

    /// The size of a whole parcel.
    pub fn size(&self, sha256: &Digest) -> io::Result<Option<u64>> {
        match fs::metadata(self.path(sha256)) {
            Ok(found) => Ok(Some(found.len())),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }

    /// The whole parcels, oldest first.
    pub fn whole(&self) -> io::Result<Vec<Digest>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.root)? {
            let entry = entry?;
            if let Some(sha256) = entry.file_name().to_str().and_then(|name| name.parse::<Digest>().ok()) {
                found.push((entry.metadata()?.modified()?, sha256));
            }
        }
        found.sort();
        Ok(found.into_iter().map(|(_, sha256)| sha256).collect())
    }

    /// Puts a whole parcel: written aside, fsynced, renamed, the folder fsynced. Answers its name.
    pub fn put(&self, bytes: &[u8]) -> io::Result<Digest> {
        let sha256 = Digest::of(bytes);
        if self.size(&sha256)?.is_none() {
            self.write_whole(&self.path(&sha256), bytes)?;
        }
        Ok(sha256)
    }

    /// Takes in a file that lies on the same disk, whole and fsynced, under its content's name.
    pub fn adopt(&self, file: &Path, sha256: &Digest) -> io::Result<()> {
        fs::rename(file, self.path(sha256))?;
        self.sync_folder()
    }

    /// At most `limit` bytes from an offset of a whole parcel.
    pub fn read(&self, sha256: &Digest, from: u64, limit: usize) -> io::Result<Vec<u8>> {
        let mut file = File::open(self.path(sha256))?;
        file.seek(SeekFrom::Start(from))?;
        let mut bytes = Vec::new();
        file.take(limit as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The whole parcel, if it lies here and still has its content.
    pub fn read_whole(&self, sha256: &Digest) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.path(sha256)) {
            Ok(bytes) if Digest::of(&bytes) == *sha256 => Ok(Some(bytes)),
            Ok(_) => Err(io::Error::new(io::ErrorKind::InvalidData, "a parcel's content changed")),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }

    /// Lets a parcel go. Call it only when the portal's receipt is committed.
    pub fn remove(&self, sha256: &Digest) -> io::Result<()> {
        for path in [self.path(sha256), self.part(sha256)] {
            match fs::remove_file(path) {
                Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
                _ => {}
            }
        }
        self.sync_folder()
    }

    /// Keeps the portal's receipt, durably.
    pub fn keep_receipt(&self, receipt: &Receipt) -> io::Result<()> {
        let text = serde_json::to_vec(receipt).map_err(io::Error::other)?;
        self.write_whole(&self.receipt_path(&receipt.sha256), &text)
    }

    /// The portal's receipt, if it came.
    pub fn receipt(&self, sha256: &Digest) -> io::Result<Option<Receipt>> {
        match fs::read(self.receipt_path(sha256)) {
            Ok(text) => serde_json::from_slice(&text).map(Some).map_err(io::Error::other),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }

    fn write_whole(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let aside = path.with_extension("tmp");
        let mut file = File::create(&aside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&aside, path)?;
        self.sync_folder()
    }

    pub(super) fn sync_folder(&self) -> io::Result<()> {
        // Windows has no folder handle to flush; NTFS journals the rename.
        if cfg!(unix) {
            File::open(&self.root)?.sync_all()
        } else {
            Ok(())
        }
    }
}
