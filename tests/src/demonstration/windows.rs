//! The windows of a demonstration, before a person: desk A with the escort board, the booth, and desk B if it is asked for.

use std::path::Path;

use super::Demonstration;
use crate::demo;
use crate::process::{Process, tied};
use crate::running::{Outcome, Who};

/// The window's program.
pub const WINDOW: &str = "qabyldau";
/// The port of the booth's receipt printer, beside the prints.
pub const RECEIPTS: &str = "receipts.escpos";

/// The windows as they stand open.
pub struct Windows {
    desk: Process,
    others: Vec<Process>,
}

impl Windows {
    /// Opens them.
    pub fn open(demonstration: &Demonstration, both: bool) -> Outcome<Self> {
        let mut others = vec![window(demonstration, Who::Booth)?];
        if both {
            others.push(window(demonstration, Who::DeskB)?);
        }
        let desk = window(demonstration, Who::DeskA)?;
        Ok(Self { desk, others })
    }

    /// Waits until the window of desk A is closed, and closes the others.
    pub fn until_closed(mut self) -> Outcome {
        self.desk.end()?;
        for other in &mut self.others {
            other.terminate()?;
        }
        Ok(())
    }
}

fn window(demonstration: &Demonstration, who: Who) -> Outcome<Process> {
    let mut command = tied(demonstration.places().programs.join(WINDOW));
    command
        .args(arguments(demonstration, who))
        .envs(demonstration.environment())
        // The web view makes itself a folder, though it keeps nothing there.
        .env("XDG_DATA_HOME", demonstration.places().demo.join("state"));
    Ok(Process::start_command(
        who.folder(),
        command,
        &demonstration.log(who.folder()),
    )?)
}

/// What the window's program is told for a node of this branch.
pub fn arguments(demonstration: &Demonstration, who: Who) -> Vec<String> {
    let told = |path: &Path| path.display().to_string();
    let mut words = vec!["--data".to_owned(), told(&demonstration.folder(who))];
    let tour = &demonstration.places().tour;
    match who {
        Who::Booth => words.extend([
            "--booth".to_owned(),
            "--synthetic-camera".to_owned(),
            "--receipts".to_owned(),
            told(&tour.join(RECEIPTS)),
        ]),
        Who::DeskA => words.extend(["--board".to_owned(), "--prints".to_owned(), told(tour)]),
        _ => words.extend(["--prints".to_owned(), told(tour)]),
    }
    words
}

/// Who may sign in and how, for the console. The sign-in page says the same, because the portal's directory says that this is a demonstration.
pub fn how_to_sign_in() -> String {
    let mut lines = vec!["Sign in (invented staff of a demonstration):".to_owned()];
    for member in &demo::STAFF {
        lines.push(format!("  {:<14} {:<28} {}", member.role, member.name, member.password));
    }
    lines.join("\n")
}
