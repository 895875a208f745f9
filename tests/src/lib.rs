//! The harness of the acceptance tests: an invented branch with invented people, and programs that are killed, cut off and fed with failing
//! disks.

pub mod branch;
pub mod cut;
pub mod inject;
pub mod people;
pub mod registrar;
pub mod say;
pub mod seed;
pub mod standstill;
#[cfg(feature = "demo")]
pub mod demo;
#[cfg(feature = "demo")]
pub mod headless;
pub mod process;
#[cfg(feature = "demo")]
pub mod thread;
