//! One recording while it runs: bytes in, sealed fragments out; at the end one sealed parcel.

use qabyldau_domain::booth::recording::{FORM_FRAGMENTS, FORM_WHOLE, pack, seekable};
use qabyldau_domain::fact::Digest;
use zeroize::Zeroizing;

use super::folder::Folder;
use super::manifest::{Manifest, Noted};
use super::memory::Memory;
use super::{FragmentError, Recordings, Sealing};

/// A fragment is about so long.
const FRAGMENT_MS: u32 = 1_000;
/// Reserved for what is not sealed yet; a second of recording is a fraction of it.
const PENDING: usize = 1 << 20;

/// A parcel that is ready to be kept: sealed bytes and what the fact says of them.
pub struct Sealed {
    /// The sealed bytes.
    pub bytes: Vec<u8>,
    /// How long the recording is, in milliseconds.
    pub duration_ms: u32,
    /// `sealed-whole` or `sealed-fragments`.
    pub form: &'static str,
}

/// A running recording.
pub struct Take {
    folder: Folder,
    manifest: Manifest,
    sealing: Sealing,
    memory: Memory,
    /// What is not sealed yet.
    pending: Zeroizing<Vec<u8>>,
    fragments: u32,
    ms: u32,
    sealed_ms: u32,
}

impl Take {
    /// Begins the recording of a session; there must be none of it.
    pub fn begin(recordings: &Recordings, session: &str, sealing: &Sealing) -> Result<Self, FragmentError> {
        Self::begin_with(recordings, session, sealing, Memory::new())
    }

    pub(super) fn begin_with(
        recordings: &Recordings,
        session: &str,
        sealing: &Sealing,
        memory: Memory,
    ) -> Result<Self, FragmentError> {
        let folder = recordings.of(session);
        folder.create()?;
        let manifest = Manifest::create(&folder.manifest())?;
        let pending = Zeroizing::new(Vec::with_capacity(PENDING));
        let sealing = sealing.clone();
        Ok(Self {
            folder,
            manifest,
            sealing,
            memory,
            pending,
            fragments: 0,
            ms: 0,
            sealed_ms: 0,
        })
    }

    /// More of the recording. Kept in memory in any case; an error tells that the disk did not take what was due.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), FragmentError> {
        self.memory.add(bytes);
        let crowded = self.pending.capacity() - self.pending.len() < bytes.len();
        let sealed = if crowded { self.seal_pending() } else { Ok(()) };
        if self.pending.capacity() - self.pending.len() < bytes.len() {
            // Grown without leaving an unwiped copy behind.
            let mut larger = Zeroizing::new(Vec::with_capacity(
                (self.pending.len() + bytes.len()).next_power_of_two(),
            ));
            larger.extend_from_slice(&self.pending);
            self.pending = larger;
        }
        self.pending.extend_from_slice(bytes);
        sealed
    }

    /// So much is recorded by now; each second a fragment goes to the disk.
    pub fn reached(&mut self, ms: u32) -> Result<(), FragmentError> {
        self.ms = self.ms.max(ms);
        if self.ms - self.sealed_ms >= FRAGMENT_MS {
            self.seal_pending()
        } else {
            Ok(())
        }
    }

    /// Seals what is there: called at a pause, so that a crash while it rests costs nothing that was told.
    pub fn rest(&mut self) -> Result<(), FragmentError> {
        self.seal_pending()
    }

    /// Milliseconds recorded.
    pub fn ms(&self) -> u32 {
        self.ms
    }

    /// The end: the whole recording made seekable in memory and sealed as one; too large for memory, its fragments in order.
    /// The fragments stay until the caller has the parcel safe.
    pub fn finish(&mut self, last: &[u8]) -> Result<Sealed, FragmentError> {
        // What the disk did not take as a fragment is still in memory, if all of it is.
        let added = self.add(last);
        if let Some((file, duration_ms)) = self.memory.whole().and_then(|streamed| seekable(streamed).ok()) {
            let file = Zeroizing::new(file);
            return Ok(Sealed {
                bytes: self.sealing.seal(&file)?,
                duration_ms,
                form: FORM_WHOLE,
            });
        }
        added?;
        self.seal_pending()?;
        if self.fragments == 0 {
            return Err(FragmentError::NoRecording);
        }
        let fragments = (1..=self.fragments).map(|number| std::fs::read(self.folder.fragment(number)));
        let fragments = fragments.collect::<Result<Vec<_>, _>>()?;
        let bytes = pack(fragments.iter().map(Vec::as_slice));
        Ok(Sealed {
            bytes,
            duration_ms: self.ms,
            form: FORM_FRAGMENTS,
        })
    }

    fn seal_pending(&mut self) -> Result<(), FragmentError> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let sealed = self.sealing.seal(&self.pending)?;
        let number = self.fragments + 1;
        self.folder.write(number, &sealed)?;
        let sha256 = Digest::of(&sealed);
        self.manifest.note(&Noted {
            number,
            ms: self.ms,
            bytes: sealed.len() as u64,
            sha256,
        })?;
        (self.fragments, self.sealed_ms) = (number, self.ms);
        self.clear_pending();
        Ok(())
    }

    /// Empties without giving the memory back unwiped.
    fn clear_pending(&mut self) {
        zeroize::Zeroize::zeroize(&mut *self.pending);
        self.pending.reserve(PENDING);
    }
}
