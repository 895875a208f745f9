//! The windows of a branch's reception desk. This program is the composition root: it opens the window and hands questions on.
//!
//! No rule of the field lives here, and no fact is made here.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod shell;

use std::process::ExitCode;

fn main() -> ExitCode {
    match shell::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("qabyldau: {error}");
            ExitCode::FAILURE
        }
    }
}
