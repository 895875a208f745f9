//! What staff can do at a desk: one file per thing, one door for all of them.
//!
//! Not here: what is allowed and what follows (domain), how it is kept (store), how it travels (exchange), windows.
//! Invariant: [`Desk::transact`] is the only way anything is written, and what it wrote is one act in one transaction.
#![deny(missing_docs)]

mod act;
mod connect;
mod desk;
mod door;
mod drafts;
mod failed;
mod orders;
mod pairing;
mod peer;
mod printing;
#[cfg(feature = "raw")]
mod raw;
mod read;
mod sign_in;

pub use act::{Act, Done, StatementsAgo, Visit};
pub use connect::Told;
pub use desk::{Desk, Home, Worker};
pub use drafts::Draft;
pub use failed::Failed;
pub use pairing::{NotPaired, pair};
pub use peer::PeerError;
pub use printing::{Port, PrintedJob};
pub use read::*;
pub use sign_in::{Locked, NotSignedIn, SignInState, StaffChoice};

/// What a program needs to stand a desk up and to speak with it: who keeps the machine's secret, clock and dice, the field's own values.
pub use qabyldau_domain::facts::{PrintStateV1, ReceptionStepV1, StaffWordV1};
pub use qabyldau_domain::{
    fact::StaffId, language::Language, refusal::Refusal, role::Role, surroundings::Surroundings,
};
pub use qabyldau_exchange::client::Exchanger;
pub use qabyldau_store::{
    keys::device::{Credential, DeviceKey, Installation, SecretUnavailable, Why},
    keys::{DeviceSecret, PrintedCode},
    make_private,
    surroundings::real,
};

#[cfg(feature = "keychain")]
pub use qabyldau_store::keys::device::Keychain;

#[cfg(test)]
mod tests;
