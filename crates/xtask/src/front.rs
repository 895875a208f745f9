//! The screens: types, tests, and the files the windows carry.

use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::trouble::Trouble;
use crate::{say, step, workspace};

/// What the bundle is made of, from the root: a change in any of it makes another bundle.
const MADE_OF: &[&str] = &[
    "ui/src",
    "ui/index.html",
    "ui/booth.html",
    "ui/board.html",
    "ui/applicant.html",
    "ui/package-lock.json",
    "ui/svelte.config.js",
    "ui/tsconfig.json",
    "ui/vite.config.ts",
    "locales",
];

/// Where `vite build` puts what the windows carry, and `vite build --mode host` what a browser under test shows.
const CARRIED: &str = "ui/dist";
const FOR_A_BROWSER: &str = "ui/dist-host";
/// What is written into a bundle last: without it somebody was interrupted.
const WHOLE: &str = "whole";

/// Bundles the screens for the windows' package, which embeds them when it is compiled; nothing if the bundle is as new as what it is made of: the
/// same content bundled anew would be embedded anew, which takes longer than a person waits for a window.
pub fn bundle() -> Result<Option<Command>, Trouble> {
    unless_made("build", CARRIED)
}

/// Bundles them for a browser under test; no window carries that folder.
pub fn bundle_for_browser() -> Result<Option<Command>, Trouble> {
    unless_made("build:host", FOR_A_BROWSER)
}

fn unless_made(script: &str, bundle: &str) -> Result<Option<Command>, Trouble> {
    let root = workspace::root();
    let made = newest(&root.join(bundle).join(WHOLE))?;
    let mut changed = None;
    for part in MADE_OF {
        changed = changed.max(newest(&root.join(part))?);
    }
    Ok((made.is_none() || made < changed).then(|| npm(script)))
}

/// Runs a bundling that is needed, and says so of one that is not.
pub fn must(bundle: Option<Command>) -> Result<(), Trouble> {
    match bundle {
        Some(mut bundle) => step::must(&mut bundle).map(|_| ()),
        None => {
            say::line("the screens are bundled as they stand");
            Ok(())
        }
    }
}

/// When the newest file or folder there was changed: a folder changes when a file leaves it. Nothing where nothing is.
fn newest(path: &Path) -> Result<Option<SystemTime>, Trouble> {
    let trouble = |source| Trouble::File {
        path: path.to_path_buf(),
        source,
    };
    let about = match std::fs::metadata(path) {
        Err(source) if source.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        about => about.map_err(trouble)?,
    };
    let mut newest_there = about.modified().map_err(trouble)?;
    if about.is_dir() {
        for entry in std::fs::read_dir(path).map_err(trouble)? {
            let below = newest(&entry.map_err(trouble)?.path())?;
            newest_there = newest_there.max(below.unwrap_or(newest_there));
        }
    }
    Ok(Some(newest_there))
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

/// How quick the screens are, in the same browser.
pub fn pace(built: &Path) -> Command {
    with_host("pace", built)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_not_new_and_a_folder_is_as_new_as_its_newest_file() {
        let ui = workspace::root().join("ui");
        assert_eq!(newest(&ui.join("no-such-file")).unwrap(), None);
        let lock = newest(&ui.join("package-lock.json")).unwrap();
        assert!(lock.is_some() && newest(&ui.join("src")).unwrap().is_some());
        let manifest = newest(&workspace::root().join("crates/xtask/Cargo.toml")).unwrap();
        assert!(newest(&workspace::root().join("crates/xtask")).unwrap() >= manifest);
    }
}
