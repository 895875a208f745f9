//! `cargo xtask test`: everything that is checked, each thing built once.
//!
//! First the bundle of the screens (the windows' package embeds it). Then two halves that share little but the machine: form, lints, one build of all
//! programs and tests together, and the tests; beside it types, tests and the second bundle of the screens, and, once the programs are built, the screens in
//! a browser over them. Tests wait for processes more than they compute. All steps run even if one failed, so that one run tells everything.

use std::process::Command;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use crate::demo;
use crate::step::{self, Outcome, Watch};
use crate::totals::Totals;
use crate::trouble::Trouble;
use crate::{debian, front, node, say, workspace};

/// The steps' outcome, for the table at the end.
#[derive(Default)]
struct Report {
    rows: Vec<(String, bool, Duration)>,
    totals: Totals,
}

impl Report {
    fn take(&mut self, name: &str, outcome: &Outcome) -> bool {
        let well = outcome.status.success();
        self.totals += outcome.totals;
        if !well && outcome.totals.failed == 0 {
            // Form, lints, types or a build: no runner counted it, and it is a failure all the same.
            self.totals.failed += 1;
        }
        self.rows.push((name.to_owned(), well, outcome.took));
        well
    }

    fn well(&self) -> bool {
        self.totals.failed == 0 && self.rows.iter().all(|row| row.1)
    }

    fn table(&self, all: Duration) -> String {
        let mut text = String::new();
        for (name, well, took) in &self.rows {
            let mark = if *well { "ok" } else { "FAILED" };
            text.push_str(&format!("{:>8.1} s  {mark:<6}  {name}\n", took.as_secs_f64()));
        }
        text.push_str(&format!("{:>8.1} s          together\n", all.as_secs_f64()));
        text
    }
}

/// The report while two halves write into it.
#[derive(Default)]
struct Shared(Mutex<Report>);

impl Shared {
    /// A step that is shown as it goes.
    fn step(&self, name: &str, command: &mut Command) -> Result<bool, Trouble> {
        say::head(name);
        self.take(name, step::watch(command))
    }

    /// A step beside another, shown once it has ended.
    fn beside(&self, name: &str, command: &mut Command) -> Result<bool, Trouble> {
        self.take(name, step::watch_apart(name, command))
    }

    fn take(&self, name: &str, outcome: Result<Outcome, Trouble>) -> Result<bool, Trouble> {
        let mut report = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        outcome.map(|outcome| report.take(name, &outcome))
    }
}

/// Runs everything; the last line printed is the totals.
pub fn test() -> Result<(), Trouble> {
    let watch = Watch::start();
    say::head("what must be in place");
    debian::put_in_place()?;
    node::put_in_place()?;
    let report = Shared::default();
    if let Some(mut bundle) = front::bundle()? {
        report.step("screens: bundle (vite)", &mut bundle)?;
    }
    let (tell, told) = mpsc::channel();
    let shared = &report;
    // Moved in: a half that comes to nothing tells nothing, and the other does not wait for it.
    let programs_and_tests = move || {
        let built = programs(shared)?;
        let _ = tell.send(built);
        if built {
            shared.step("tests (cargo test)", &mut all_tests()?)?;
        }
        Ok(())
    };
    let all_of_the_screens = move || {
        if screens(shared)? && told.recv().unwrap_or(false) {
            let built = workspace::target().join("debug");
            shared.beside("screens in Chromium (vitest)", &mut front::in_browser(&built))?;
        }
        Ok(())
    };
    both(programs_and_tests, all_of_the_screens)?;
    let report = report.0.into_inner().unwrap_or_else(PoisonError::into_inner);
    say::head("time");
    say::text(&report.table(watch.took()));
    // Alone on the last line: this is what is read from outside.
    say::line(&format!("\n{}", report.totals));
    if report.well() { Ok(()) } else { Err(Trouble::Failed) }
}

/// Two halves at once; both come to their end before either's trouble is told.
fn both(
    shown: impl FnOnce() -> Result<(), Trouble>,
    beside: impl FnOnce() -> Result<(), Trouble> + Send,
) -> Result<(), Trouble> {
    thread::scope(|scope| {
        let beside = scope.spawn(beside);
        let shown = shown();
        let beside = beside.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault));
        shown.and(beside)
    })
}

/// Form, lints and the build; whether all was built.
fn programs(report: &Shared) -> Result<bool, Trouble> {
    report.step("form (cargo fmt)", workspace::cargo().args(["fmt", "--all", "--check"]))?;
    report.step("lints, as the products are built (clippy)", &mut lints(Stage::Product)?)?;
    report.step("lints, with the stand-ins (clippy)", &mut lints(Stage::Demonstration)?)?;
    report.step("build of all programs and tests", &mut build()?)
}

/// Types and tests of the screens, and their bundle for a browser; whether that bundle stands.
fn screens(report: &Shared) -> Result<bool, Trouble> {
    report.beside("screens: types (svelte-check)", &mut front::types())?;
    report.beside("screens: tests (vitest)", &mut front::tests())?;
    match front::bundle_for_browser()? {
        Some(mut bundle) => report.beside("screens: bundle for a browser (vite)", &mut bundle),
        None => Ok(true),
    }
}

/// What is linted: the products as they ship, or what only demonstrations and tests switch on.
enum Stage {
    Product,
    Demonstration,
}

fn lints(stage: Stage) -> Result<Command, Trouble> {
    let mut cargo = workspace::cargo();
    cargo.args(["clippy", "--locked", "--all-targets"]);
    match stage {
        Stage::Product => demo::select_products(&mut cargo)?,
        Stage::Demonstration => demo::select(&mut cargo)?,
    }
    cargo.args(["--", "-D", "warnings"]);
    Ok(cargo)
}

/// One invocation for programs and tests together: they share one resolution of features.
fn build() -> Result<Command, Trouble> {
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--locked", "--bins", "--tests"]);
    demo::select(&mut cargo)?;
    Ok(cargo)
}

fn all_tests() -> Result<Command, Trouble> {
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--locked", "--no-fail-fast"]);
    demo::select(&mut cargo)?;
    // Tests wait for programs they started: half as many again at once as there are cores, and no core stands idle. Not more: some record, and a
    // recording goes on in real time.
    let cores = thread::available_parallelism().map_or(2, |cores| cores.get());
    cargo.env("RUST_TEST_THREADS", (cores + cores.div_ceil(2)).to_string());
    // The window's test must not pass by for want of a built window.
    cargo.env("QABYLDAU_WINDOW", "must");
    Ok(cargo)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::process::ExitStatusExt;
    use std::process::ExitStatus;

    fn outcome(code: i32, failed: u64) -> Outcome {
        let totals = Totals {
            passed: 3,
            failed,
            skipped: 0,
        };
        Outcome {
            status: ExitStatus::from_raw(code << 8),
            totals,
            took: Duration::from_secs(1),
        }
    }

    #[test]
    fn a_step_that_fails_without_a_failing_test_is_counted_as_one_failure() {
        let mut report = Report::default();
        assert!(!report.take("form", &outcome(1, 0)));
        assert_eq!(
            report.totals,
            Totals {
                passed: 3,
                failed: 1,
                skipped: 0
            }
        );
        assert!(!report.well());
    }

    #[test]
    fn failing_tests_are_counted_as_the_runner_counts_them() {
        let mut report = Report::default();
        assert!(!report.take("tests", &outcome(101, 2)));
        assert!(report.take("screens", &outcome(0, 0)));
        assert_eq!(
            report.totals,
            Totals {
                passed: 6,
                failed: 2,
                skipped: 0
            }
        );
        assert!(report.table(Duration::ZERO).contains("FAILED  tests"));
    }

    #[test]
    fn of_two_halves_each_ends_though_the_other_came_to_nothing() {
        let ended = Mutex::new(false);
        let nothing = || Err(Trouble::Failed);
        let ends = || {
            *ended.lock().unwrap() = true;
            Ok(())
        };
        assert!(both(nothing, ends).is_err() && *ended.lock().unwrap());
        assert!(both(|| Ok(()), nothing).is_err());
        assert!(both(|| Ok(()), || Ok(())).is_ok());
    }
}
