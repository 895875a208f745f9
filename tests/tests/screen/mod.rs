//! The real window, driven as a person drives it ([`qabyldau_tests::driving`]).
//!
//! Needs the built window (`target/…/qabyldau` with its screens inside), Xvfb and WebKitWebDriver. A bare `cargo test` has built no window: then
//! these tests say «not proven here». `cargo xtask test` builds it and demands it.

mod capabilities;
mod locked;
mod memory;
mod program;
mod revived;
mod second_start;
mod undriven;
mod window;
