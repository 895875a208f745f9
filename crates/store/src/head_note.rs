//! The head of the own stream, noted outside the data folder after each commit: what an old copy of the data does not know.
//!
//! Invariants: the note may lag, it is never ahead of a commit; it costs the act nothing, since a thread of its own overwrites it
//! in place without fsync; it is fsynced when the store closes. A note that cannot be read is no note: a power cut may tear it.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;

use qabyldau_domain::fact::Head;

use crate::fault::StoreError;
use crate::place::make_private;

/// The last head to note, and whether it was the last of all.
#[derive(Default)]
struct Slot {
    head: Option<Head>,
    closing: bool,
}

/// The thread that writes the note.
pub(crate) struct HeadNote {
    slot: Arc<(Mutex<Slot>, Condvar)>,
    thread: Option<JoinHandle<()>>,
}

/// Reads a note; none if there is none or it is torn.
pub(crate) fn read(path: &Path) -> Option<Head> {
    let mut text = String::new();
    File::open(path).ok()?.take(256).read_to_string(&mut text).ok()?;
    let (seq, hash) = text.trim_end().split_once(' ')?;
    Some(Head {
        seq: seq.parse().ok()?,
        hash: hash.parse().ok()?,
    })
}

impl HeadNote {
    /// Opens (or makes) the note at `path`.
    pub(crate) fn start(path: PathBuf) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent() {
            make_private(folder)?;
        }
        let file = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(false)
            .open(&path)?;
        let slot = Arc::new((Mutex::new(Slot::default()), Condvar::new()));
        let shared = Arc::clone(&slot);
        let thread = std::thread::Builder::new()
            .name("head-note".into())
            .spawn(move || keep(&shared, file))?;
        Ok(Self {
            slot,
            thread: Some(thread),
        })
    }

    /// Notes a committed head. Returns at once; a newer head replaces one that was not written yet.
    pub(crate) fn note(&self, head: Head) {
        self.tell(|slot| slot.head = Some(head));
    }

    fn tell(&self, change: impl FnOnce(&mut Slot)) {
        let (slot, bell) = &*self.slot;
        change(&mut slot.lock().unwrap_or_else(PoisonError::into_inner));
        bell.notify_one();
    }
}

impl Drop for HeadNote {
    /// Waits until the last head stands on the disk.
    fn drop(&mut self) {
        self.tell(|slot| slot.closing = true);
        if let Some(thread) = self.thread.take() {
            // A thread that panicked left an older note behind: it lags, which is allowed.
            let _ = thread.join();
        }
    }
}

fn keep(shared: &(Mutex<Slot>, Condvar), mut file: File) {
    let (slot, bell) = shared;
    loop {
        let (head, closing) = {
            let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
            while slot.head.is_none() && !slot.closing {
                slot = bell.wait(slot).unwrap_or_else(PoisonError::into_inner);
            }
            (slot.head.take(), slot.closing)
        };
        // A note that cannot be written lags; the ledger itself is whole without it.
        let _ = head.map(|head| write(&mut file, head));
        if closing {
            let _ = file.sync_all();
            return;
        }
    }
}

/// Always the same length, so that overwriting in place leaves no rest.
fn write(file: &mut File, head: Head) -> std::io::Result<()> {
    file.seek(SeekFrom::Start(0))?;
    file.write_all(format!("{:020} {}\n", head.seq, head.hash).as_bytes())
}
