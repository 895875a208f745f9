//! Who keeps this machine's secret: the login's keychain at a desk, systemd at a hub or booth; in a demonstration a file that says so.

use std::path::Path;

use qabyldau_store::keys::DeviceSecret;

/// The keeper for this folder; `machine`: of a node that opens by itself.
#[cfg(feature = "demo")]
pub fn keeper(folder: &Path, _machine: bool) -> Box<dyn DeviceSecret> {
    Box::new(qabyldau_standin::SecretInFile::at(folder))
}

/// The keeper for this folder; `machine`: of a node that opens by itself.
#[cfg(not(feature = "demo"))]
pub fn keeper(_: &Path, machine: bool) -> Box<dyn DeviceSecret> {
    use qabyldau_store::keys::device::{Credential, Keychain};
    match machine {
        true => Box::new(Credential::of_this_service()),
        false => Box::new(Keychain),
    }
}
