//! The harness of the acceptance tests: an invented branch with invented people, and programs that are killed, cut off and fed with failing
//! disks.

#[cfg(feature = "demo")]
pub mod bench;
pub mod branch;
pub mod cut;
#[cfg(feature = "demo")]
pub mod demo;
#[cfg(feature = "demo")]
pub mod demonstration;
pub mod driving;
#[cfg(feature = "demo")]
pub mod headless;
pub mod inject;
pub mod people;
pub mod process;
pub mod registrar;
#[cfg(feature = "demo")]
pub mod running;
pub mod say;
pub mod seed;
pub mod standstill;
#[cfg(feature = "demo")]
pub mod thread;
#[cfg(feature = "demo")]
pub mod tour;
#[cfg(feature = "demo")]
pub mod ui_host;
