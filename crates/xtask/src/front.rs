//! The screens: types, tests, and the files the windows carry.

use std::process::Command;

use crate::workspace;

/// Bundles the screens into `ui/dist`; the windows' package embeds that folder when it is compiled.
pub fn bundle() -> Command {
    npm("build")
}

/// svelte-check: TypeScript and Svelte, warnings are errors.
pub fn types() -> Command {
    npm("check")
}

/// vitest.
pub fn tests() -> Command {
    npm("test")
}

fn npm(script: &str) -> Command {
    let mut command = workspace::command("npm");
    command
        .current_dir(workspace::root().join("ui"))
        .args(["run", "--silent", script]);
    command
}
