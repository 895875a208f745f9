//! The desk on a real store, with a real directory that came from a portal's store.

mod booths;
mod branch;
mod door;
mod journal;
mod law;
mod screens;
mod shift;
