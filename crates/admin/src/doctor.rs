//! `doctor`: what is wrong with this installation, in words; one finding a line.
//!
//! Works without any key on what can be seen from outside, and with one on what the ledger says. Not the whole ledger gone through
//! again: that is `verify`. Invariants: nothing is mended and nothing of a person is said; exit 0 if nothing was wrong, else 1.

mod credential;
mod disk;
mod documents;
mod inside;
mod outside;

use std::io;
use std::process::ExitCode;

use qabyldau_store::EngineFacts;

use crate::open::{Folder, Who, open, trouble};
use crate::say::{self, Finding, How, Lines};

/// Which installation, and who looks.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    folder: Folder,
    #[command(flatten)]
    who: Who,
    #[command(flatten)]
    how: How,
}

/// Looks and says; exit code as in the head of this module.
pub fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let mut lines = Lines::new(arguments.how);
    for finding in look(arguments) {
        lines.say(&finding)?;
    }
    Ok(match lines.wrong() {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

fn look(arguments: &Arguments) -> Vec<Finding> {
    let surroundings = qabyldau_store::surroundings::real();
    let mut findings = outside::look(&arguments.folder, &surroundings);
    let opened = match arguments.who.is_nobody() {
        true => None,
        false => Some(open(&arguments.folder, &arguments.who, None, &surroundings)),
    };
    match opened {
        Some(Ok(opened)) => {
            findings.extend(inside::look(&opened));
            return findings;
        }
        Some(Err(trouble)) => {
            let finding = trouble.finding();
            // What could be seen from outside is not said twice.
            if findings.iter().all(|said| said.words.code != finding.words.code) {
                findings.push(finding);
            }
        }
        None => findings.push(Finding::told(&say::NOT_OPENED)),
    }
    findings.push(match EngineFacts::linked() {
        Ok(linked) => engine(linked),
        Err(error) => trouble::store(&error),
    });
    findings
}

/// The engines by their versions.
fn engine(engine: EngineFacts) -> Finding {
    let known = |word: Option<String>| word.unwrap_or_else(|| "–".into());
    Finding::told(&say::ENGINE)
        .with("sqlite", engine.sqlite)
        .with("cipher", known(engine.cipher))
        .with("provider", known(engine.provider))
}
