//! The desk's peer, as pairing left it in the desk's own encrypted file.

use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::ExchangeError;
use qabyldau_exchange::client::Link;
use qabyldau_exchange::held::Shared;
use qabyldau_exchange::pair::Membership;
use qabyldau_store::Store;

use crate::failed::Failed;

const MEMBERSHIP: &str = "membership";

/// Keeps what pairing brought.
pub(crate) fn keep(store: &mut Store, membership: &Membership) -> Result<(), PeerError> {
    Ok(store
        .set_setting(MEMBERSHIP, Some(&membership.to_text()?))
        .map_err(Failed::Store)?)
}

/// A link to the hub over the ledger given.
pub(crate) fn link(store: &Store, shared: Shared, surroundings: &Surroundings) -> Result<Link, PeerError> {
    let kept = store
        .reader()
        .and_then(|reader| reader.setting(MEMBERSHIP))
        .map_err(Failed::Store)?;
    let kept = zeroize::Zeroizing::new(kept.ok_or(PeerError::Missing)?);
    Ok(Membership::from_text(&kept)?.link(shared, surroundings)?)
}

/// Why there is no link.
#[derive(Debug, thiserror::Error)]
pub enum PeerError {
    /// The desk was not paired, or its file lost what pairing wrote.
    #[error("the desk is not paired")]
    Missing,
    /// Keys or TLS.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// The database.
    #[error(transparent)]
    Desk(#[from] Failed),
}
