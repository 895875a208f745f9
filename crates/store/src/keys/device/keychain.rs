//! The login's keychain: the device secret of a desk (Secret Service on Linux, Credential Manager on Windows).
//!
//! It opens when the worker's login session opens and is kept by the system, outside the data folder. Blocking: never call it on the
//! thread of an async runtime. Invariant: no session bus, no service or a locked keychain is said by name; what was written is read
//! back before anything is sealed with it.

use keyring::{Entry, Error};
use qabyldau_domain::surroundings::Surroundings;
use zeroize::Zeroizing;

use super::{DeviceKey, DeviceSecret, Installation, SecretUnavailable, Why};

/// The service under which the secret stands in the keychain; the user is the installation.
const SERVICE: &str = "kz.qabyldau.device";

/// The keychain of whoever is logged in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Keychain;

impl Keychain {
    fn unavailable(self, why: Why) -> SecretUnavailable {
        SecretUnavailable {
            keeper: self.name(),
            why,
        }
    }

    fn entry(self, installation: &Installation) -> Result<Entry, SecretUnavailable> {
        if let Err(error) = Entry::store_status() {
            return Err(self.unavailable(Why::NoAnswer(error.to_string().into())));
        }
        Entry::new(SERVICE, installation.as_str()).map_err(|error| self.unavailable(Why::NoAnswer(Box::new(error))))
    }

    fn read(self, entry: &Entry) -> Result<DeviceKey, SecretUnavailable> {
        match entry.get_secret().map(Zeroizing::new) {
            Ok(bytes) => DeviceKey::from_slice(&bytes).ok_or_else(|| self.unavailable(Why::Form)),
            Err(Error::NoEntry) => Err(self.unavailable(Why::NotFound)),
            Err(error) => Err(self.unavailable(Why::NoAnswer(Box::new(error)))),
        }
    }
}

impl DeviceSecret for Keychain {
    fn name(&self) -> &'static str {
        if cfg!(windows) {
            "Windows Credential Manager"
        } else {
            "Secret Service"
        }
    }

    fn get(&self, installation: &Installation) -> Result<DeviceKey, SecretUnavailable> {
        self.read(&self.entry(installation)?)
    }

    fn get_or_create(
        &self,
        installation: &Installation,
        surroundings: &Surroundings,
    ) -> Result<DeviceKey, SecretUnavailable> {
        let entry = self.entry(installation)?;
        match self.read(&entry) {
            Err(SecretUnavailable { why: Why::NotFound, .. }) => {}
            kept => return kept,
        }
        let new = DeviceKey::random(surroundings);
        entry
            .set_secret(new.as_bytes())
            .map_err(|error| self.unavailable(Why::NoAnswer(Box::new(error))))?;
        let kept = self.read(&entry)?;
        (kept.as_bytes() == new.as_bytes())
            .then_some(kept)
            .ok_or_else(|| self.unavailable(Why::Form))
    }
}
