//! Who keeps the secret of this machine: the login's keychain; in a demonstration, a file that says that it is one.

use std::path::Path;
use std::sync::Arc;

use qabyldau_desk::DeviceSecret;

/// The keeper for the data folder.
#[cfg(not(feature = "demo"))]
pub fn of(_: &Path) -> Arc<dyn DeviceSecret> {
    Arc::new(qabyldau_desk::Keychain)
}

/// The keeper for the data folder.
#[cfg(feature = "demo")]
pub fn of(folder: &Path) -> Arc<dyn DeviceSecret> {
    Arc::new(qabyldau_standin::SecretInFile::at(folder))
}
