//! The screens: types, tests, and the files the windows carry.

use std::path::Path;
use std::process::Command;

use crate::workspace;

/// Bundles the screens into `ui/dist`; the windows' package embeds that folder when it is compiled.
pub fn bundle() -> Command {
    npm("build")
}

/// Bundles them into `ui/dist-host`, for a browser under test; no window carries that folder.
pub fn bundle_for_browser() -> Command {
    npm("build:host")
}

/// The screens in Chromium over the real cores. `built` is the folder the programs were built into.
pub fn in_browser(built: &Path) -> Command {
    with_host("screens", built)
}

/// The same walk with a picture of every page in `pictures`.
pub fn pictures(built: &Path, pictures: &Path) -> Command {
    let mut command = with_host("pictures", built);
    command.env("QABYLDAU_PICTURES", pictures);
    command
}

fn with_host(script: &str, built: &Path) -> Command {
    let mut command = npm(script);
    command.env("QABYLDAU_HOST_PROGRAM", built.join("ui-host"));
    command
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
