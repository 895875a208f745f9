//! The asking side: a link to one pinned peer, and the exchanger that keeps a node and its peer alike.
//!
//! Not here: what the facts mean. Invariant: everything has a time limit and a size limit, and nothing is taken for done that the peer
//! has not answered.

mod body;
mod delays;
mod events;
mod exchanger;
mod fetch;
mod link;
mod news;
mod orders;
mod rounds;
mod send_parcels;

pub use delays::Delays;
pub use exchanger::{Exchanger, Work};
pub use link::{Link, LinkParts};
pub use news::{Commit, Heard, OnNews, Outbox, Status, Wanted, Wants};

#[cfg(test)]
pub(crate) use fetch::proved;
pub(crate) use link::{CONNECT, PATIENCE, http};

#[cfg(test)]
mod tests;
