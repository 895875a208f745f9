//! The windows of a branch. This program is the composition root: it opens windows and hands their questions on.
//!
//! No rule of the field lives here, and no fact is made here.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod asked;
mod behind;
mod booth;
mod drawing;
mod guard;
mod idle;
mod outside;
mod placement;
mod revive;
mod shell;
mod single;
mod stop;
mod windows;

use std::process::ExitCode;

use arguments::Arguments;
use single::Start;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("qabyldau: {words}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments = Arguments::read(std::env::args_os().skip(1), |name| std::env::var_os(name));
    let arguments = arguments.map_err(|error| error.to_string())?;
    let surroundings = outside::surroundings();
    match single::start(&arguments.data, &surroundings).map_err(|error| error.to_string())? {
        // The first of this folder shows itself; that is all there is to do.
        Start::HandedOver => Ok(()),
        Start::First(held) => shell::run(arguments, held, surroundings).map_err(|error| error.to_string()),
    }
}
