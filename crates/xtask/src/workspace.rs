//! Where the repository lies and what cargo says of it.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::step;
use crate::trouble::Trouble;

/// The repository's root folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// A command that starts in the root folder.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The cargo that started this program, in the root folder.
pub fn cargo() -> Command {
    let mut command = command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
    // What cargo tells its own children of this very package would change the fingerprints of build scripts.
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR")
    {
        command.env_remove(name);
    }
    command
}

/// The folder cargo builds into.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The members' part of `cargo metadata`.
pub fn members() -> Result<Vec<Value>, Trouble> {
    let text = step::answer(cargo().args(["metadata", "--format-version", "1", "--no-deps"]))?;
    let unexpected = |what: &str| Trouble::Answer {
        program: "cargo metadata".into(),
        what: what.into(),
    };
    let mut all: Value = serde_json::from_str(&text).map_err(|error| unexpected(&error.to_string()))?;
    match all["packages"].take() {
        Value::Array(packages) => Ok(packages),
        _ => Err(unexpected("no packages")),
    }
}

/// The names of a member's targets of one kind (`bin`, `bench`, `test`).
pub fn targets(members: &[Value], package: &str, kind: &str) -> Vec<String> {
    let of_kind = |target: &&Value| {
        target["kind"]
            .as_array()
            .is_some_and(|kinds| kinds.iter().any(|k| k == kind))
    };
    members
        .iter()
        .filter(|member| member["name"] == package)
        .flat_map(|member| member["targets"].as_array().into_iter().flatten().filter(of_kind))
        .filter_map(|target| target["name"].as_str().map(str::to_owned))
        .collect()
}
