//! `cargo xtask test`: everything that is checked, in one order, each thing built once.
//!
//! The order is: what fails soonest first, then the bundle of the screens (the windows' package embeds it), then clippy, then one build of all
//! programs and tests together, then the tests, last the screens in a browser over those programs. All steps run even if one failed, so that one run tells everything.

use std::process::Command;
use std::time::Duration;

use crate::demo;
use crate::step::{self, Outcome};
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
    fn step(&mut self, name: &str, command: &mut Command) -> Result<bool, Trouble> {
        say::head(name);
        let outcome = step::watch(command)?;
        Ok(self.take(name, &outcome))
    }

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

    fn table(&self) -> String {
        let mut text = String::new();
        for (name, well, took) in &self.rows {
            let mark = if *well { "ok" } else { "FAILED" };
            text.push_str(&format!("{:>8.1} s  {mark:<6}  {name}\n", took.as_secs_f64()));
        }
        let all: Duration = self.rows.iter().map(|row| row.2).sum();
        text.push_str(&format!("{:>8.1} s          together\n", all.as_secs_f64()));
        text
    }
}

/// Runs everything; the last line printed is the totals.
pub fn test() -> Result<(), Trouble> {
    say::head("what must be in place");
    debian::put_in_place()?;
    node::put_in_place()?;
    let mut report = Report::default();
    report.step("form (cargo fmt)", workspace::cargo().args(["fmt", "--all", "--check"]))?;
    report.step("screens: types (svelte-check)", &mut front::types())?;
    report.step("screens: tests (vitest)", &mut front::tests())?;
    report.step("screens: bundle (vite)", &mut front::bundle())?;
    report.step("lints, as the products are built (clippy)", &mut lints(Stage::Product)?)?;
    report.step("lints, with the stand-ins (clippy)", &mut lints(Stage::Demonstration)?)?;
    if report.step("build of all programs and tests", &mut build()?)? {
        report.step("tests (cargo test)", &mut all_tests()?)?;
        if report.step("screens: bundle for a browser (vite)", &mut front::bundle_for_browser())? {
            let built = workspace::target().join("debug");
            report.step("screens in Chromium (vitest)", &mut front::in_browser(&built))?;
        }
    }
    say::head("time");
    say::text(&report.table());
    // Alone on the last line: this is what is read from outside.
    say::line(&format!("\n{}", report.totals));
    if report.well() { Ok(()) } else { Err(Trouble::Failed) }
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
        assert!(report.table().contains("FAILED  tests"));
    }
}
