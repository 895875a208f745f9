//! The screens in a browser of this machine, over the real cores: what the windows' program does with its commands, this does over HTTP.
//!
//! Not a product and no part of one: it listens on 127.0.0.1 alone, for one run, and answers nobody who does not know the run's token.
//! Invariant: nothing of the field is decided here; a question goes to the core as it came, and the core's answer goes back as it is.

mod clock;
mod door;
mod files;
mod heard;
mod house;
mod routes;

pub use clock::MovedClock;
pub use door::Door;
pub use files::Files;
pub use heard::Heard;
pub use house::House;
pub use routes::{Behind, Said, serve};
