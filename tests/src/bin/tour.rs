//! Takes the tour through the demonstration branch: `tour --demo FOLDER --tour FOLDER [--fresh]`.

use std::io::Write as _;
use std::process::ExitCode;

use qabyldau_tests::demonstration::Places;

fn main() -> ExitCode {
    let Some((places, words)) = Places::of(std::env::args().skip(1)) else {
        say("usage: tour --demo FOLDER --tour FOLDER [--fresh]");
        return ExitCode::from(2);
    };
    let fresh = words.iter().any(|word| word == "--fresh");
    match qabyldau_tests::tour::take(&places, fresh, |name| std::env::var(name).ok()) {
        Ok(written) => {
            say(&written);
            say(&format!("Everything lies in {}", places.tour.display()));
            ExitCode::SUCCESS
        }
        Err(error) => {
            say(&format!("tour: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn say(words: &str) {
    let _ = writeln!(std::io::stdout(), "{words}");
}
