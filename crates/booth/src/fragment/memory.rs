//! The running recording in memory: one piece, reserved at once, wiped when dropped. Never copied about, never grown.

use zeroize::Zeroizing;

/// The most that is held. Three minutes at the usual rate are about half of it.
pub(super) const MEMORY_BYTES: usize = 64 * 1024 * 1024;

/// The recording so far, or nothing once it became too large: then the fragments are the recording.
pub(super) struct Memory(Option<Zeroizing<Vec<u8>>>);

impl Memory {
    pub(super) fn new() -> Self {
        Self::reserved(MEMORY_BYTES)
    }

    pub(super) fn reserved(bytes: usize) -> Self {
        Self(Some(Zeroizing::new(Vec::with_capacity(bytes))))
    }

    pub(super) fn add(&mut self, more: &[u8]) {
        match &mut self.0 {
            Some(held) if held.capacity() - held.len() >= more.len() => held.extend_from_slice(more),
            held => *held = None,
        }
    }

    /// The whole recording, if all of it is held.
    pub(super) fn whole(&self) -> Option<&[u8]> {
        self.0.as_deref().map(Vec::as_slice)
    }
}
