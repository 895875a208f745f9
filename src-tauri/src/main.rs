//! The windows of a branch's reception desk. This program is the composition root: it opens the window and hands questions on.
//!
//! No rule of the field lives here, and no fact is made here.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod answers;
mod commands;
mod outside;
mod place;
mod reception;
mod shell;

use std::process::ExitCode;

fn main() -> ExitCode {
    let place = place::folder(std::env::args_os().skip(1), |name| std::env::var_os(name));
    let ended = match place {
        Ok(folder) => shell::run(folder).map_err(|error| error.to_string()),
        Err(no_place) => Err(no_place.to_string()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("qabyldau: {words}");
            ExitCode::FAILURE
        }
    }
}
