//! `cargo xtask bench`: the measurements. Each is a `[[bench]]` with `harness = false` in the package of tests.
//!
//! What a person waits for on the screen is measured in a browser over the same programs (`ui/screens/*.pace.ts`).
//!
//! Programs and measurements are built in one invocation at release speed and then started one after the other, so that nothing else runs
//! beside the one that measures.

use std::process::Stdio;

use crate::demo;
use crate::trouble::Trouble;
use crate::{debian, front, node, say, step, workspace};

const PACKAGE: &str = "qabyldau-tests";
const PROFILE: &str = "bench-demo";

/// Builds and runs every measurement.
pub fn bench() -> Result<(), Trouble> {
    debian::put_in_place()?;
    let names = workspace::targets(&workspace::members()?, PACKAGE, "bench");
    if names.is_empty() {
        return Err(Trouble::Needed(format!("{PACKAGE} has no measurement")));
    }
    say::head("build of the programs and measurements");
    let mut cargo = workspace::cargo();
    cargo.args([
        "build",
        "--locked",
        "--profile",
        PROFILE,
        "--message-format",
        "json-render-diagnostics",
    ]);
    for name in &names {
        cargo.args(["--bench", name]);
    }
    demo::programs(&mut cargo, false)?;
    demo::select(&mut cargo)?;
    let built = executables(&step::answer(cargo.stderr(Stdio::inherit()))?);
    let windows = windows()?;
    for (name, path) in &built {
        say::head(name);
        step::must(
            workspace::command(path)
                .arg("--bench")
                .env("QABYLDAU_WINDOWS", &windows),
        )?;
    }
    say::head("pace of the screens");
    front::must(front::bundle_for_browser()?)?;
    step::must(&mut front::pace(&workspace::target().join(PROFILE)))?;
    if built.len() == names.len() {
        Ok(())
    } else {
        Err(Trouble::Answer {
            program: "cargo build".into(),
            what: format!("{} of {} measurements", built.len(), names.len()),
        })
    }
}

/// Builds the windows as tests do, and the bare window that the desk's is measured against: a ratio of two that are built alike. Answers their
/// folder.
fn windows() -> Result<std::path::PathBuf, Trouble> {
    say::head("build of the windows");
    node::put_in_place()?;
    front::must(front::bundle()?)?;
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--locked", "--bins", "--example", "bare"]);
    demo::select(&mut cargo)?;
    step::must(&mut cargo)?;
    Ok(workspace::target().join("debug"))
}

/// Name and path of each measurement in cargo's messages.
fn executables(messages: &str) -> Vec<(String, String)> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| {
            message["target"]["kind"]
                .as_array()
                .is_some_and(|kinds| kinds.iter().any(|kind| kind == "bench"))
        })
        .filter_map(|message| {
            Some((
                message["target"]["name"].as_str()?.to_owned(),
                message["executable"].as_str()?.to_owned(),
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_measurements_are_started() {
        let messages = concat!(
            r#"{"reason":"compiler-artifact","target":{"kind":["bin"],"name":"thread"},"executable":"/t/thread"}"#,
            "\n",
            r#"{"reason":"compiler-artifact","target":{"kind":["bench"],"name":"register"},"executable":"/t/register-1"}"#,
            "\nnot json\n"
        );
        assert_eq!(
            executables(messages),
            [("register".to_owned(), "/t/register-1".to_owned())]
        );
    }
}
