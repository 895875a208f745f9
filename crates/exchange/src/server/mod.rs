//! What a hub and a portal answer: one set of routes over one ledger, told apart by [`Place`].
//!
//! Not here: what the portal alone may do (its [`Authority`]), and the ledger. Invariant: every route names its [`Deed`], and who asks is
//! known by a pinned key before anything is read.

mod answer;
mod deed;
mod events;
mod facts;
mod listen;
mod orders;
mod pairing;
mod parcels;
mod relay;
mod routes;
mod said;
mod whom;

pub use deed::{Deed, Place, may};
pub(crate) use facts::fill;
pub use listen::{Doors, MAX_PEERS, serve};
pub use relay::{Authority, News, Relay, RelayParts, Seat};
pub(crate) use routes::TellPlace;
#[cfg(test)]
pub(crate) use routes::{Method, endpoints};
pub use routes::{pairing_routes, routes};
pub use whom::{Caller, PeerPin};
