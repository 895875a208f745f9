//! What comes from outside the program: clock, dice, and the keeper of this machine's secret.
//!
//! Invariant: without a demonstration build the secret is kept by the login's keychain (a desk) or systemd's credential (a booth) and nothing else, and the clock is the machine's.

use std::path::Path;
use std::sync::Arc;

use qabyldau_window::{DeviceSecret, Surroundings};

/// The keeper of a desk's secret: the login's keychain; in a demonstration, a file that says that it is one.
pub fn of_the_login(folder: &Path) -> Arc<dyn DeviceSecret> {
    #[cfg(feature = "demo")]
    return Arc::new(qabyldau_standin::SecretInFile::at(folder));
    #[cfg(not(feature = "demo"))]
    {
        let _ = folder;
        Arc::new(qabyldau_window::Keychain)
    }
}

/// The keeper of a booth's secret, where nobody logs in: systemd's credential; in a demonstration, the same file.
pub fn of_the_machine(folder: &Path) -> Arc<dyn DeviceSecret> {
    #[cfg(feature = "demo")]
    return Arc::new(qabyldau_standin::SecretInFile::at(folder));
    #[cfg(not(feature = "demo"))]
    {
        let _ = folder;
        Arc::new(qabyldau_window::Credential::of_this_service())
    }
}

/// The real clock and dice; a demonstration may move the clock.
pub fn surroundings() -> Surroundings {
    let real = qabyldau_window::real();
    #[cfg(feature = "demo")]
    return qabyldau_standin::surroundings(real);
    #[cfg(not(feature = "demo"))]
    real
}
