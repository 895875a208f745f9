//! The device secret: 32 bytes that never leave this machine, so that a stolen slot file opens nowhere else.
//!
//! Who keeps them is the machine's affair: the login's keychain at a desk, systemd's encrypted credentials at a hub or booth on
//! Linux. Not here: the demonstration stand-in (its own crate). Invariant: it fails closed. If the keeper is
//! missing, locked or empty, that is said by name and nothing opens; there is no fallback to a file.

mod credential;
#[cfg(feature = "keychain")]
mod keychain;
mod sealed_by;

use std::fmt;

use qabyldau_domain::surroundings::Surroundings;
use serde::{Deserialize, Serialize};

use crate::keys::secret_bytes::SecretBytes;
pub use credential::Credential;
#[cfg(feature = "keychain")]
pub use keychain::Keychain;
pub use sealed_by::SealedBy;

/// Keeps a machine's secret.
pub trait DeviceSecret: Send + Sync {
    /// What keeps it, as `doctor` shows it.
    fn name(&self) -> &'static str;

    /// The secret of this installation; never makes one, so that a vanished secret is noticed.
    fn get(&self, installation: &Installation) -> Result<DeviceKey, SecretUnavailable>;

    /// The secret of this installation, made if there is none yet. For the moment slots are written.
    fn get_or_create(
        &self,
        installation: &Installation,
        surroundings: &Surroundings,
    ) -> Result<DeviceKey, SecretUnavailable>;
}

/// One data folder's random name, so that two nodes of one machine have two secrets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Installation(String);

impl Installation {
    pub(super) fn create(surroundings: &Surroundings) -> Self {
        Self(surroundings.id())
    }

    /// 32 hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The 32 bytes. Wiped when dropped.
pub struct DeviceKey(SecretBytes);

impl DeviceKey {
    /// A new secret by the dice.
    pub fn random(surroundings: &Surroundings) -> Self {
        Self(SecretBytes::random(surroundings))
    }

    /// What a keeper gave back; `None` unless it is 32 bytes.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        SecretBytes::from_slice(bytes).map(Self)
    }

    /// The 32 bytes, for a keeper to keep.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceKey(hidden)")
    }
}

/// The device secret cannot be had; nothing opens. The keeper's name and why.
#[derive(Debug, thiserror::Error)]
#[error("device secret unavailable ({keeper}): {why}")]
pub struct SecretUnavailable {
    /// [`DeviceSecret::name`].
    pub keeper: &'static str,
    /// Why.
    #[source]
    pub why: Why,
}

/// Why a device secret cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum Why {
    /// A hub or booth started by hand: systemd gave no credentials folder.
    #[error("started by hand: systemd gave no credentials")]
    StartedByHand,
    /// The keeper answers and has nothing for this installation.
    #[error("none kept for this installation")]
    NotFound,
    /// The keeper does not answer: no session bus, no service, locked.
    #[error("the keeper does not answer")]
    NoAnswer(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// What is kept is not 32 bytes.
    #[error("what is kept is not 32 bytes")]
    Form,
}

impl SecretUnavailable {
    /// The stable code, for words and scripts.
    pub const fn code(&self) -> &'static str {
        match self.why {
            Why::StartedByHand => "device-secret-started-by-hand",
            Why::NotFound => "device-secret-not-found",
            Why::NoAnswer(_) => "device-secret-no-answer",
            Why::Form => "device-secret-form",
        }
    }
}
