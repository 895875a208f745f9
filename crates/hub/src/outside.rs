//! What comes from outside the program: clock, dice, and the keeper of the device secret.
//!
//! Invariant: without a demonstration build the device secret is systemd's credential and nothing else.

use std::path::Path;

use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::keys::device::DeviceSecret;

/// The keeper of this machine's secret.
pub fn device(folder: &Path) -> Box<dyn DeviceSecret> {
    #[cfg(feature = "demo")]
    return Box::new(qabyldau_standin::SecretInFile::at(folder));
    #[cfg(not(feature = "demo"))]
    {
        let _ = folder;
        Box::new(qabyldau_store::keys::device::Credential::of_this_service())
    }
}

/// The real clock and dice; a demonstration may move the clock.
pub fn surroundings() -> Surroundings {
    let real = qabyldau_store::surroundings::real();
    #[cfg(feature = "demo")]
    return qabyldau_standin::surroundings(real);
    #[cfg(not(feature = "demo"))]
    real
}
