//! A branch in memory over real sockets: portal, hub, desks, booths as the tests speak of them.

mod branch;
pub(crate) mod contract;
mod facts;
mod kept;
mod memory;
mod middleman;
mod misbehaving;
mod orders;
mod rights;
mod trust;

pub(crate) use branch::{Branch, NOON, Person, surroundings, wait_for};
pub(crate) use kept::Kept;
pub(crate) use memory::Memory;
pub(crate) use middleman::{middleman, pretender};
