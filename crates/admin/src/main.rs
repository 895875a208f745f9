//! `qabyldau-admin`: what the branch's administrator and a script use, and the core without a window.
//!
//! Not a second way to write: what changes facts goes through the same door as on screen. Invariant: exit code 0 means
//! that everything asked was done, 1 that something could not be, 2 that the command was not understood.
#![deny(missing_docs)]

mod check;
mod today;
mod usage;
mod words;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(
    name = "qabyldau-admin",
    about = "«Қабылдау» бағдарламасының әкімшісі / администратору программы «Қабылдау»"
)]
#[command(subcommand_help_heading = "Пәрмендер / Команды", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Бір ережені тексеру: мәндер – аргумент немесе кіріс жолдары / проверить одно правило: значения – аргументы или строки ввода
    Check(check::Arguments),
}

fn main() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => match arguments.command {
            Command::Check(arguments) => check::run(arguments),
        },
        Err(error) => usage::explain(&error),
    }
}
