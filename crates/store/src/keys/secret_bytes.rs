//! Thirty-two secret bytes: what every key here is.
//!
//! Invariant: they lie on the heap behind a wiper and are filled in place, so that moving the value leaves no copy behind.

use std::fmt;
use std::ops::{Deref, DerefMut};

use qabyldau_domain::surroundings::Surroundings;
use zeroize::Zeroizing;

/// The bytes. Wiped when dropped; show nothing.
#[derive(Clone)]
pub(super) struct SecretBytes(Box<Zeroizing<[u8; 32]>>);

impl SecretBytes {
    /// Zeros, to be filled in place.
    pub(super) fn zero() -> Self {
        Self(Box::new(Zeroizing::new([0; 32])))
    }

    /// By the dice.
    pub(super) fn random(surroundings: &Surroundings) -> Self {
        let mut own = Self::zero();
        surroundings.dice.fill(&mut own[..]);
        own
    }

    /// A copy of exactly 32 bytes.
    pub(super) fn from_slice(bytes: &[u8]) -> Option<Self> {
        let mut own = Self::zero();
        (bytes.len() == own.len()).then(|| own.copy_from_slice(bytes))?;
        Some(own)
    }
}

impl Deref for SecretBytes {
    type Target = [u8; 32];
    fn deref(&self) -> &[u8; 32] {
        &self.0
    }
}

impl DerefMut for SecretBytes {
    fn deref_mut(&mut self) -> &mut [u8; 32] {
        &mut self.0
    }
}

impl fmt::Debug for SecretBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("hidden")
    }
}
