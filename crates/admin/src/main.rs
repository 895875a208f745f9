//! `qabyldau-admin`: what the branch's administrator and a script use, and the core without a window.
//!
//! Not a second way to write: what changes facts goes through the same door as on screen. Invariant: exit code 0 means
//! that everything asked was done, 1 that something could not be, 2 that the command was not understood.
#![deny(missing_docs)]

mod check;
mod doctor;
mod export;
mod fill;
mod open;
mod say;
mod today;
mod usage;
mod verify;
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
    /// Бұл орнатудың несі дұрыс емес екенін сөзбен айту / сказать словами, что в этой установке не так
    Doctor(doctor::Arguments),
    /// Журнал жазылғандай тұр ма: әр хеш, қол, нөмір, жол / стоит ли журнал так, как записан: хеши, подписи, номера, строки
    Verify(verify::Arguments),
    /// Деректерді шығару / выгрузить факты
    Export(export::Arguments),
    /// Ойдан шығарылған адамдар мен күндер, сынақ үшін / вымышленные люди и дни для проб
    Fill(fill::Arguments),
}

fn main() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => match arguments.command {
            Command::Check(arguments) => check::run(arguments),
            Command::Doctor(arguments) => ended(doctor::run(&arguments)),
            Command::Verify(arguments) => ended(verify::run(&arguments)),
            Command::Export(arguments) => ended(export::run(&arguments)),
            Command::Fill(arguments) => ended(fill::run(&arguments)),
        },
        Err(error) => usage::explain(&error),
    }
}

/// What could not even be said (a closed pipe) is a failure.
fn ended(said: std::io::Result<ExitCode>) -> ExitCode {
    said.unwrap_or(ExitCode::FAILURE)
}
