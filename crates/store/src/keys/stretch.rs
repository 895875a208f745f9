//! Argon2id: what makes trying passwords dear.
//!
//! Invariant: nothing is ever derived below the floor (a weak fact is refused, not obeyed), nor above the ceiling (a
//! hostile fact cannot take all memory of a desk).

use argon2::{Algorithm, Argon2, Params, Version};

use super::secret_bytes::SecretBytes;

/// Argon2id memory is at least this many KiB: 64 MiB.
pub const MEMORY_KIB_FLOOR: u32 = 65_536;
/// Argon2id memory is at most this many KiB: 1 GiB.
pub const MEMORY_KIB_CEILING: u32 = 1_048_576;
/// Argon2id passes over the memory at least three times.
pub const PASSES_FLOOR: u32 = 3;
/// Argon2id passes over the memory at most sixteen times.
pub const PASSES_CEILING: u32 = 16;

/// How dear one try is. Lanes are always 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    memory_kib: u32,
    passes: u32,
}

/// Parameters outside floor and ceiling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OutOfBounds;

impl Stretch {
    /// What this program writes.
    pub(super) const WRITTEN: Self = Self {
        memory_kib: MEMORY_KIB_FLOOR,
        passes: PASSES_FLOOR,
    };

    /// Parameters that somebody else wrote.
    pub(super) fn checked(memory_kib: u32, passes: u32) -> Result<Self, OutOfBounds> {
        let memory = (MEMORY_KIB_FLOOR..=MEMORY_KIB_CEILING).contains(&memory_kib);
        let over = (PASSES_FLOOR..=PASSES_CEILING).contains(&passes);
        (memory && over)
            .then_some(Self { memory_kib, passes })
            .ok_or(OutOfBounds)
    }

    pub(super) const fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    pub(super) const fn passes(self) -> u32 {
        self.passes
    }

    /// The 32 bytes that grow from a secret and a salt.
    pub(super) fn key(self, secret: &[u8], salt: &[u8; 16]) -> Result<SecretBytes, OutOfBounds> {
        let mut key = SecretBytes::zero();
        let params = Params::new(self.memory_kib, self.passes, 1, Some(key.len())).map_err(|_| OutOfBounds)?;
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(secret, salt, &mut key[..])
            .map_err(|_| OutOfBounds)?;
        Ok(key)
    }
}
