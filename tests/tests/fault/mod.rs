//! What must never break: faults made to happen on real files, real processes and real sockets. A test is named after its line of
//! faults; each line has a patch in `tests/sabotage` that takes the guard out, and `cargo xtask sabotage` demands that its test goes red.

#[cfg(feature = "demo")]
mod a09_foreign_facts;
#[cfg(feature = "demo")]
mod a11_altered_ledger;
mod aftermath;
mod f01_killed;
mod f02_power_cut;
mod f04_failing_disk;
#[cfg(feature = "demo")]
mod f10_lost_answer;
#[cfg(feature = "demo")]
mod f11_split_lan;
#[cfg(feature = "demo")]
mod f12_one_booth;
#[cfg(feature = "demo")]
mod f26_rebuilt;
#[cfg(feature = "demo")]
mod running;

use std::path::{Path, PathBuf};

/// The program the blows fall on.
fn registrar() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_registrar"))
}

/// A folder on the disk the build lies on: a kill or an fsync in memory would prove less.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in(Path::new(env!("CARGO_TARGET_TMPDIR"))).expect("a folder for the trial")
}

/// More cuts and kills were asked for.
fn full() -> bool {
    std::env::var("QABYLDAU_FULL").is_ok_and(|value| value == "1")
}
