//! `cargo xtask schema`: the committed generated files (types for the screens, the portal's contract).
//!
//! Each such file is guarded by a test whose name begins with `schema_`: it makes the text and compares it with the committed file, so drift
//! fails in every ordinary test run. With `QABYLDAU_SCHEMA=write` the same test writes the file instead. Here they are only called.

use crate::demo;
use crate::trouble::Trouble;
use crate::{say, step, workspace};

/// What begins the name of every such test.
const TESTS: &str = "schema_";

/// Writes every generated file.
pub fn write() -> Result<(), Trouble> {
    say::head("writing the generated files");
    call(Some("write"))
}

/// Compares every generated file.
pub fn check() -> Result<(), Trouble> {
    say::head("comparing the generated files");
    call(None)
}

fn call(mode: Option<&str>) -> Result<(), Trouble> {
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--locked", "--lib", "--bins", "--tests"]);
    demo::select(&mut cargo)?;
    cargo.args(["--", TESTS]);
    if let Some(mode) = mode {
        cargo.env("QABYLDAU_SCHEMA", mode);
    }
    let totals = step::must(&mut cargo)?.totals;
    if totals.passed == 0 {
        return Err(Trouble::Needed(format!(
            "no test begins with `{TESTS}`, so no file was looked at"
        )));
    }
    say::line(&format!("\n{} generated files", totals.passed));
    Ok(())
}
