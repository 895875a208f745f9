//! Building the copy and running one named test in it.

use std::process::Command;

use super::tree::Tree;
use crate::demo;
use crate::step;
use crate::trouble::Trouble;
use crate::workspace;

/// A test that has not ended by then hangs. Kill loops in full length stay well below.
const MINUTES: u32 = 20;
/// The package that proves what no crate can alone.
const WHOLE: &str = "qabyldau-tests";

/// What the named test said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It passed: proof before the patch, failure after it.
    Green,
    /// It failed: what is wanted after the patch.
    Red,
    /// The fault could not be made on this machine.
    NotProvenHere,
    /// The test is red, or cannot be built, as the code stands.
    RedUnpatched,
    /// No test has that name.
    NoSuchTest,
    /// The patch does not fit the code any more.
    DoesNotApply,
    /// The patched code does not compile: a compiler is no test.
    DoesNotCompile,
    /// It neither passed nor failed in time.
    Hangs,
}

impl Verdict {
    /// Whether this outcome of a patched run is a failure of the whole command.
    pub fn fails(self) -> bool {
        !matches!(self, Self::Red | Self::NotProvenHere)
    }

    /// The same outcome said of the code as it stands.
    pub fn unpatched(self) -> Self {
        match self {
            Self::Red | Self::DoesNotCompile => Self::RedUnpatched,
            other => other,
        }
    }
}

/// Builds what these tests of a package need; false if it does not compile.
pub fn builds<'a>(tree: &Tree, package: &str, mut tests: impl Iterator<Item = &'a str>) -> Result<bool, Trouble> {
    let mut cargo = in_tree(tree, &workspace::cargo().get_program().to_string_lossy());
    cargo.args(["build", "--locked"]);
    let windows = tests.any(drives_windows);
    select(&mut cargo, package, Stage::Build { windows })?;
    Ok(step::watch(&mut cargo)?.status.success())
}

/// Runs one named test of what was built.
pub fn run(tree: &Tree, package: &str, test: &str, full: bool) -> Result<Verdict, Trouble> {
    let mut cargo = in_tree(tree, "timeout");
    cargo
        .arg(format!("{MINUTES}m"))
        .arg(workspace::cargo().get_program())
        .args(["test", "--locked"]);
    select(&mut cargo, package, Stage::Run)?;
    cargo.args(["--", test]);
    if drives_windows(test) {
        // It must not pass by for want of a built window.
        cargo.env("QABYLDAU_WINDOW", "must");
    }
    if full {
        cargo.env("QABYLDAU_FULL", "1");
    }
    let outcome = step::watch(&mut cargo)?;
    Ok(judge(
        outcome.status.code(),
        outcome.totals.passed,
        outcome.totals.failed,
        outcome.totals.skipped,
    ))
}

fn judge(code: Option<i32>, passed: u64, failed: u64, skipped: u64) -> Verdict {
    match (code, passed, failed, skipped) {
        (Some(124 | 137), ..) => Verdict::Hangs,
        (_, _, 1.., _) => Verdict::Red,
        (Some(0), 1.., 0, 0) => Verdict::Green,
        (Some(0), _, 0, 1..) => Verdict::NotProvenHere,
        (Some(0), ..) => Verdict::NoSuchTest,
        // The runner itself died, for example because the patched code aborts: the test certainly did not pass.
        _ => Verdict::Red,
    }
}

fn in_tree(tree: &Tree, program: &str) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(tree.sources())
        .env("CARGO_TARGET_DIR", tree.built());
    command
}

/// Tests of the real windows are named with the module they stand in.
fn drives_windows(test: &str) -> bool {
    test.starts_with("screen::")
}

/// Whether tests are only built, or run too.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Build { windows: bool },
    Run,
}

/// A crate's own test needs that crate alone; a test of the whole needs all programs, and is in the one binary of the whole.
fn select(command: &mut Command, package: &str, stage: Stage) -> Result<(), Trouble> {
    command.args(targets(package, stage));
    if package == WHOLE {
        if let Stage::Build { windows } = stage {
            demo::programs(command, windows)?;
        }
        demo::select(command)
    } else {
        command.args(["-p", package]);
        Ok(())
    }
}

fn targets(package: &str, stage: Stage) -> &'static [&'static str] {
    match (package == WHOLE, stage) {
        // Its programs are named one by one; they hold no test of the whole.
        (true, _) => &["--test", "main"],
        (false, Stage::Build { .. }) => &["--bins", "--tests"],
        // Those of the library and of the programs among them.
        (false, Stage::Run) => &["--tests"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_test_that_ran_and_failed_is_red() {
        for (code, passed, failed, skipped, verdict) in [
            (Some(0), 1, 0, 0, Verdict::Green),
            (Some(101), 0, 1, 0, Verdict::Red),
            (Some(101), 2, 1, 0, Verdict::Red),
            (Some(0), 0, 0, 0, Verdict::NoSuchTest),
            (Some(0), 0, 0, 1, Verdict::NotProvenHere),
            (Some(124), 0, 0, 0, Verdict::Hangs),
            (None, 0, 0, 0, Verdict::Red),
        ] {
            assert_eq!(
                judge(code, passed, failed, skipped),
                verdict,
                "{code:?} {passed} {failed} {skipped}"
            );
        }
    }

    #[test]
    fn a_test_that_stays_green_or_never_ran_fails_the_command() {
        for verdict in [
            Verdict::Green,
            Verdict::NoSuchTest,
            Verdict::DoesNotApply,
            Verdict::DoesNotCompile,
            Verdict::Hangs,
        ] {
            assert!(verdict.fails(), "{verdict:?}");
        }
        assert!(Verdict::Red.unpatched().fails());
        assert!(!Verdict::Red.fails() && !Verdict::NotProvenHere.fails());
    }
}
