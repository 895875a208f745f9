//! Shows the demonstration branch in its windows: `demonstration --demo FOLDER --tour FOLDER [--fresh] [--both]`. Ends with the window of desk A.

use std::io::Write as _;
use std::process::ExitCode;

use qabyldau_tests::demonstration::{Demonstration, Places, Windows, Wish, how_to_sign_in};
use qabyldau_tests::running::Outcome;

fn main() -> ExitCode {
    let Some((places, words)) = Places::of(std::env::args().skip(1)) else {
        say("usage: demonstration --demo FOLDER --tour FOLDER [--fresh] [--both]");
        return ExitCode::from(2);
    };
    let said = |word: &str| words.iter().any(|said| said == word);
    match show(&places, said("--fresh"), said("--both")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn show(places: &Places, fresh: bool, both: bool) -> Outcome {
    let wish = Wish {
        fresh,
        new_day: false,
        leave_desk_b: both,
    };
    let demonstration = Demonstration::begin(places, wish)?;
    let windows = Windows::open(&demonstration, both)?;
    say(&how_to_sign_in());
    say(&format!("Prints and exports: {}", places.tour.display()));
    say("It ends when the window of desk A is closed, or by Ctrl-C.");
    windows.until_closed()?;
    demonstration.end()
}

fn say(words: &str) {
    let _ = writeln!(std::io::stdout(), "{words}");
}
