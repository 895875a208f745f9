//! What the measurements of `cargo xtask bench` share: ground to stand on, figures, CPU time, a branch to measure.
//!
//! Not a judge: a slow machine fails nothing, and a limit that does not hold is said in words. Invariants: what is compared is measured in
//! turns in one run, on one disk; a measurement reads the settings of its database back and prints them.

pub mod branch;
pub mod cpu;
pub mod crowd;
pub mod figures;
pub mod ground;
pub mod lived;
pub mod relays;

/// A measurement stops at the first thing that fails, and says which.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;
