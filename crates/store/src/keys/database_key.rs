//! The database key: 32 random bytes, given raw to SQLCipher.
//!
//! Not here: how it is kept (`super::slots`). Invariant: it shows nothing of itself and is wiped when dropped.

use std::fmt;

use qabyldau_domain::surroundings::Surroundings;
use zeroize::Zeroizing;

use super::hex;
use super::secret_bytes::SecretBytes;

/// The key of a node's database. Wiped when dropped.
#[derive(Clone)]
pub struct DatabaseKey(SecretBytes);

impl DatabaseKey {
    /// A new key by the dice.
    pub fn random(surroundings: &Surroundings) -> Self {
        Self(SecretBytes::random(surroundings))
    }

    /// The key that a slot held.
    pub(super) fn from_slice(bytes: &[u8]) -> Option<Self> {
        SecretBytes::from_slice(bytes).map(Self)
    }

    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The statement that hands the key to the engine as it is, without derivation.
    pub fn pragma(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(96));
        text.push_str("PRAGMA key = \"x'");
        hex::push(&mut text, &self.0[..]);
        text.push_str("'\"");
        text
    }
}

impl fmt::Debug for DatabaseKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DatabaseKey(hidden)")
    }
}
