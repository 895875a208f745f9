//! `cargo xtask thread`: the whole main job between separate processes, with its figures.
//!
//! The job itself is the program `thread` of the package of tests; here it is only built and started.

use std::path::PathBuf;

use crate::demo;
use crate::trouble::Trouble;
use crate::{debian, say, step, workspace};

const PACKAGE: &str = "qabyldau-tests";
const PROGRAM: &str = "thread";

/// Which build is run.
#[derive(Clone, Copy)]
pub enum Speed {
    /// Shares most of what `cargo xtask test` has built.
    AsBuiltForTests,
    /// The release's speed, so that the figures mean something.
    Release,
}

impl Speed {
    /// The name cargo has for it, and the folder it builds into.
    fn profile(self) -> (&'static str, &'static str) {
        match self {
            Self::AsBuiltForTests => ("dev", "debug"),
            Self::Release => ("bench-demo", "bench-demo"),
        }
    }
}

/// Where the demonstration branch lives.
pub fn folder() -> PathBuf {
    workspace::target().join("demo")
}

/// The day at release speed.
pub fn thread() -> Result<(), Trouble> {
    debian::put_in_place()?;
    day(Speed::Release)
}

/// Builds the programs and lives the day from an empty folder.
pub fn day(speed: Speed) -> Result<(), Trouble> {
    if !workspace::targets(&workspace::members()?, PACKAGE, "bin")
        .iter()
        .any(|name| name == PROGRAM)
    {
        return Err(Trouble::Needed(format!("{PACKAGE} has no program `{PROGRAM}`")));
    }
    let (profile, built) = speed.profile();
    say::head("build of the programs");
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--locked", "--profile", profile]);
    demo::programs_without_windows(&mut cargo)?;
    demo::select(&mut cargo)?;
    step::must(&mut cargo)?;
    say::head("the day");
    let folder = folder();
    match std::fs::remove_dir_all(&folder) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            return Err(Trouble::File { path: folder, source });
        }
        _ => {}
    }
    let program = workspace::target().join(built).join(PROGRAM);
    step::must(workspace::command(&program.to_string_lossy()).arg("--out").arg(&folder)).map(|_| ())
}
