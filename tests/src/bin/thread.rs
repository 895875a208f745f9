//! Lives the demonstration day: `thread --out FOLDER`. Prints how long each part took and where the papers lie.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let out = match (arguments.next(), arguments.next()) {
        (Some(flag), Some(out)) if flag == "--out" => PathBuf::from(out),
        _ => return say("usage: thread --out FOLDER", ExitCode::from(2)),
    };
    let Some(programs) = std::env::current_exe()
        .ok()
        .and_then(|program| program.parent().map(PathBuf::from))
    else {
        return say("this program has no folder", ExitCode::FAILURE);
    };
    match qabyldau_tests::thread::run(&programs, &out) {
        Ok(figures) => say(&figures.to_string(), ExitCode::SUCCESS),
        Err(error) => say(&error.to_string(), ExitCode::FAILURE),
    }
}

fn say(words: &str, code: ExitCode) -> ExitCode {
    let _ = writeln!(std::io::stdout(), "{words}");
    code
}
