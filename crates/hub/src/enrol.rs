//! Enrolling: the hub joins at the portal with a code that carries the portal's key hash, and keeps what it was told.

use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::pair::{Joined, NodeKeys, PairingCode, join_blocking};

use crate::home::{Home, keep_words};
use crate::outside;
use crate::trouble::Trouble;

/// Enrols. Killed before the end it starts over, with a new code.
pub fn enrol(home: &Home, code: &str) -> Result<(), Trouble> {
    if home.enrolled() {
        return Err(Trouble::Enrolled);
    }
    let surroundings = outside::surroundings();
    let keys = NodeKeys::throw(&surroundings)?;
    let joined = joined(code, &keys, &surroundings)?;
    home.keep(&keys, joined)?;
    tracing::info!(node = %keys.node(), "enrolled");
    Ok(())
}

/// Comes for a new certificate with the same keys: before the old one ends, or after. The keys prove themselves, the code is new.
pub fn renew(home: &Home, code: &str) -> Result<(), Trouble> {
    let (mut store, keys, kept) = home.open()?;
    let surroundings = outside::surroundings();
    let joined = joined(code, &keys, &surroundings)?;
    if joined.admission.portal != kept.admission.portal {
        return Err(Trouble::AnotherPortal);
    }
    keep_words(&mut store, joined, surroundings.clock.now())?;
    tracing::info!(node = %keys.node(), "the certificate is renewed");
    Ok(())
}

fn joined(code: &str, keys: &NodeKeys, surroundings: &Surroundings) -> Result<Joined, Trouble> {
    let code: PairingCode = code.parse().map_err(|_| Trouble::NotACode)?;
    if code.pin.is_none() {
        // Without the portal's key hash this is a code for a node behind a hub.
        return Err(Trouble::NotForAHub);
    }
    let joined = join_blocking(&code, keys, surroundings)?;
    if joined.admission.role != NodeRoleV1::Hub || joined.admission.certificate.is_none() {
        return Err(Trouble::NotForAHub);
    }
    Ok(joined)
}
