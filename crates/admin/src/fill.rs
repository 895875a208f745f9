//! `fill`: a trial branch of invented people and days, by seed, in a new folder: a portal and a desk whose facts each other hold.
//!
//! Not a way into a real installation: nothing is ever written where anything lies. The facts go through the rules and the store like
//! any others. Invariants: one seed gives the same facts and rows, keys of nodes and staff among them (they are a trial's and guard nothing);
//! the keys that open the files are thrown anew each time. The folder says in its files' names and in its directory that it is a demonstration.

mod branch;
mod clock;
mod days;
mod dice;
mod exchange;
mod failed;
mod ground;
mod names;
mod papers;
mod people;
mod visits;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;

use crate::say::{self, Finding, How, Lines};
use branch::Branch;
use failed::Failed;

/// How many, since when, and where to.
#[derive(clap::Args)]
pub struct Arguments {
    /// Жаңа не бос қалта / новая или пустая папка
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Тұқым: бір тұқымнан бір сынақ / зерно: из одного зерна одни данные
    #[arg(long, value_name = "N")]
    seed: u64,
    /// Адам саны / число людей
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u32).range(1..=200_000))]
    people: u32,
    /// Жұмыс күнінің саны / число рабочих дней
    #[arg(long, value_name = "D", value_parser = clap::value_parser!(u32).range(1..=1000))]
    days: u32,
    /// Бірінші күні / с какого дня (ГГГГ-ММ-ДД)
    #[arg(long, value_name = "DAY", default_value = "2026-01-05")]
    from: NaiveDate,
    #[command(flatten)]
    how: How,
}

/// Makes it; exit 0 if it stands, 1 if not.
pub fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let mut lines = Lines::new(arguments.how);
    match fill(arguments) {
        Ok(findings) => findings.iter().try_for_each(|finding| lines.say(finding))?,
        Err(failed) => lines.say(&failed.finding())?,
    }
    Ok(match lines.wrong() {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

fn fill(arguments: &Arguments) -> Result<Vec<Finding>, Failed> {
    let days = days::working(arguments.from, arguments.days)?;
    ground::prepare(&arguments.data)?;
    let mut branch = Branch::found(&arguments.data, arguments.seed, days[0])?;
    let visits = visits::spread(arguments.seed, arguments.people, days.len());
    let lines = days::walk(&mut branch, &days, &visits)?;
    let digest = branch.digest()?;
    let mut findings = branch.whereabouts();
    findings.push(
        Finding::well(&say::TRIAL_DONE)
            .with("people", arguments.people)
            .with("lines", lines)
            .with("days", days.len())
            .with("facts", branch.facts()?)
            .with("digest", digest.to_string()),
    );
    Ok(findings)
}
