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

#[test]
fn a_desk_killed_while_pairing_starts_over_and_its_printed_code_opens_it() {
    let programs = Path::new(env!("CARGO_BIN_EXE_thread"))
        .parent()
        .expect("a program lies in a folder");
    let out = tempfile::tempdir().expect("a folder for the pairing");
    if let Err(error) = qabyldau_tests::thread::pairing(programs, out.path()) {
        panic!("{error}");
    }
}
