//! The whole, as it runs: separate processes, real sockets, real files.

use std::path::Path;

/// The programs of all packages lie beside this one's: `cargo xtask test` builds them together.
#[test]
fn the_whole_main_job_runs_between_separate_processes() {
    let programs = Path::new(env!("CARGO_BIN_EXE_thread"))
        .parent()
        .expect("a program lies in a folder");
    let out = tempfile::tempdir().expect("a folder for the day");
    if let Err(error) = qabyldau_tests::thread::run(programs, out.path()) {
        panic!("{error}");
    }
}
