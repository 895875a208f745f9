//! Enrolling: the hub joins at the portal with a code that carries the portal's key hash, and keeps what it was told.

use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_exchange::pair::{NodeKeys, PairingCode, join_blocking};

use crate::home::Home;
use crate::outside;
use crate::trouble::Trouble;

/// Enrols. Killed before the end it starts over, with a new code.
pub fn enrol(home: &Home, code: &str) -> Result<(), Trouble> {
    if home.enrolled() {
        return Err(Trouble::Enrolled);
    }
    let code: PairingCode = code.parse().map_err(|_| Trouble::NotACode)?;
    if code.pin.is_none() {
        // Without the portal's key hash this is a code for a node behind a hub.
        return Err(Trouble::NotForAHub);
    }
    let surroundings = outside::surroundings();
    let keys = NodeKeys::throw(&surroundings)?;
    let joined = join_blocking(&code, &keys, &surroundings)?;
    if joined.admission.role != NodeRoleV1::Hub || joined.admission.certificate.is_none() {
        return Err(Trouble::NotForAHub);
    }
    home.keep(&keys, joined)?;
    tracing::info!(node = %keys.node(), "enrolled");
    Ok(())
}
