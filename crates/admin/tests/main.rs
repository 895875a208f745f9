//! `qabyldau-admin` as a script meets it: the built program, its answers to the letter, its exit codes.

mod check;
mod doctor;
mod export;
mod fill;
mod open;
mod trial;
mod usage;
mod verify;

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// The built program.
fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_qabyldau-admin"))
}

/// Runs with arguments; standard input is empty.
fn run(arguments: &[&str]) -> Output {
    program()
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the program runs")
}

/// Runs with lines on standard input.
fn run_with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = program()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child
        .stdin
        .take()
        .expect("its input")
        .write_all(input)
        .expect("it reads");
    child.wait_with_output().expect("the program ends")
}

/// What it wrote, which must be UTF-8.
fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}
