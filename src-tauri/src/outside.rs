//! What comes from outside the program: clock, dice, and the keeper of this machine's secret.
//!
//! Invariant: without a demonstration build the secret is kept by the login's keychain and nothing else, and the clock is the machine's.

use std::path::Path;
use std::sync::Arc;

use qabyldau_desk::{DeviceSecret, Surroundings};

/// The keeper for the data folder: the login's keychain; in a demonstration, a file that says that it is one.
pub fn device(folder: &Path) -> Arc<dyn DeviceSecret> {
    #[cfg(feature = "demo")]
    return Arc::new(qabyldau_standin::SecretInFile::at(folder));
    #[cfg(not(feature = "demo"))]
    {
        let _ = folder;
        Arc::new(qabyldau_desk::Keychain)
    }
}

/// The real clock and dice; a demonstration may move the clock.
pub fn surroundings() -> Surroundings {
    let real = qabyldau_desk::real();
    #[cfg(feature = "demo")]
    return qabyldau_standin::surroundings(real);
    #[cfg(not(feature = "demo"))]
    real
}
