//! systemd's encrypted credentials: the device secret of a hub or booth on Linux.
//!
//! `LoadCredentialEncrypted=qabyldau-device:…` makes systemd decrypt the secret with the TPM2 or the host key and put it into a folder
//! in memory that only the service sees; `$CREDENTIALS_DIRECTORY` names it (systemd.exec(5), systemd-creds(1)). How to make it
//! stands in docs/admin.md. Invariant: the program only reads. Started by hand there is no such folder, and it refuses.

use std::io;
use std::path::PathBuf;

use qabyldau_domain::surroundings::Surroundings;
use zeroize::Zeroizing;

use super::{DeviceKey, DeviceSecret, Installation, SecretUnavailable, Why};

/// The credential's name in the unit file.
const CREDENTIAL: &str = "qabyldau-device";

/// The secret that systemd hands to its service.
pub struct Credential(Option<PathBuf>);

impl Credential {
    /// The folder that systemd named for this process, if it started it with credentials.
    pub fn of_this_service() -> Self {
        Self(std::env::var_os("CREDENTIALS_DIRECTORY").map(PathBuf::from))
    }

    /// A credentials folder, or none as for a program started by hand.
    pub fn in_folder(folder: Option<PathBuf>) -> Self {
        Self(folder)
    }
}

impl DeviceSecret for Credential {
    fn name(&self) -> &'static str {
        "systemd-creds"
    }

    fn get(&self, _: &Installation) -> Result<DeviceKey, SecretUnavailable> {
        let unavailable = |why| SecretUnavailable {
            keeper: self.name(),
            why,
        };
        let folder = self.0.as_ref().ok_or_else(|| unavailable(Why::StartedByHand))?;
        let bytes = match std::fs::read(folder.join(CREDENTIAL)) {
            Ok(bytes) => Zeroizing::new(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(unavailable(Why::NotFound)),
            Err(error) => return Err(unavailable(Why::NoAnswer(Box::new(error)))),
        };
        DeviceKey::from_slice(&bytes).ok_or_else(|| unavailable(Why::Form))
    }

    /// systemd alone makes credentials: the same as [`get`](DeviceSecret::get).
    fn get_or_create(&self, installation: &Installation, _: &Surroundings) -> Result<DeviceKey, SecretUnavailable> {
        self.get(installation)
    }
}
