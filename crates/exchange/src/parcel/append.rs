//! Appending to a parcel on its way: at the exact offset, by one sender at a time, whole only under its own name.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::sync::PoisonError;

use qabyldau_domain::fact::Digest;
use sha2::{Digest as _, Sha256};

use super::folder::{MAX_PARCEL_BYTES, ParcelError, ParcelFolder};

/// How far a parcel has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that stand on the disk.
    pub offset: u64,
    /// The whole is here.
    pub complete: bool,
}

impl ParcelFolder {
    /// How far it has come; what is told here survives a power cut.
    pub fn progress(&self, sha256: &Digest) -> io::Result<Progress> {
        if let Some(offset) = self.size(sha256)? {
            return Ok(Progress { offset, complete: true });
        }
        if let Some(receipt) = self.receipt(sha256)? {
            return Ok(Progress {
                offset: receipt.bytes,
                complete: true,
            });
        }
        match OpenOptions::new().append(true).open(self.part(sha256)) {
            Ok(file) => {
                file.sync_all()?;
                Ok(Progress {
                    offset: file.metadata()?.len(),
                    complete: false,
                })
            }
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(Progress {
                offset: 0,
                complete: false,
            }),
            Err(why) => Err(why),
        }
    }

    /// A sender steps up; whoever appended to this parcel before may not any more.
    pub fn take_turn(&self, sha256: &Digest) -> u64 {
        let mut turns = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let turn = turns.entry(*sha256).or_default();
        *turn += 1;
        *turn
    }

    /// Appends at exactly this offset, without fsync: [`progress`](Self::progress) or [`finish`](Self::finish) does that before the
    /// offset is told. Answers the new offset.
    pub fn append(&self, sha256: &Digest, turn: u64, size: u64, offset: u64, bytes: &[u8]) -> Result<u64, ParcelError> {
        if size > MAX_PARCEL_BYTES || offset + bytes.len() as u64 > size {
            return Err(ParcelError::TooLarge);
        }
        let turns = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        if turns.get(sha256) != Some(&turn) {
            return Err(ParcelError::Superseded);
        }
        let part = self.part(sha256);
        let new = !part.exists();
        let mut file = OpenOptions::new().create(true).append(true).open(part)?;
        let length = file.metadata()?.len();
        if length != offset {
            return Err(ParcelError::Offset(length));
        }
        file.write_all(bytes)?;
        if new {
            self.sync_folder()?;
        }
        Ok(offset + bytes.len() as u64)
    }

    /// If all announced bytes are here: hashes them, and gives the parcel its name or throws it away.
    pub fn finish(&self, sha256: &Digest, size: u64) -> Result<Progress, ParcelError> {
        let _turns = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let progress = self.progress(sha256)?;
        if progress.complete || progress.offset < size {
            return Ok(progress);
        }
        let part = self.part(sha256);
        if progress.offset > size || hash(&part)? != *sha256 {
            fs::remove_file(part)?;
            self.sync_folder()?;
            return Err(ParcelError::WrongHash);
        }
        fs::rename(part, self.path(sha256))?;
        self.sync_folder()?;
        Ok(Progress {
            offset: size,
            complete: true,
        })
    }
}

fn hash(path: &std::path::Path) -> io::Result<Digest> {
    let mut file = File::open(path)?;
    let mut sha = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(Digest(sha.finalize().into()));
        }
        sha.update(&buffer[..read]);
    }
}
