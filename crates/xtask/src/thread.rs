//! `cargo xtask thread`: the whole main job between separate processes, with its figures.
//!
//! The job itself is the program `thread` of the package of tests; here it is only built and started.

use crate::demo;
use crate::trouble::Trouble;
use crate::{debian, say, step, workspace};

const PACKAGE: &str = "qabyldau-tests";
const PROGRAM: &str = "thread";

/// Measured, so it runs at the release's speed, with the stand-ins allowed. Its folder is named after it.
const PROFILE: &str = "bench-demo";

/// Builds the programs and lives the day from an empty folder.
pub fn thread() -> Result<(), Trouble> {
    debian::put_in_place()?;
    if !workspace::targets(&workspace::members()?, PACKAGE, "bin")
        .iter()
        .any(|name| name == PROGRAM)
    {
        return Err(Trouble::Needed(format!("{PACKAGE} has no program `{PROGRAM}`")));
    }
    say::head("build of the programs");
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--locked", "--profile", PROFILE]);
    demo::programs(&mut cargo, false)?;
    demo::select(&mut cargo)?;
    step::must(&mut cargo)?;
    say::head("the day");
    // Not the folder of `run`: what is kept there is somebody's demonstration.
    let folder = workspace::target().join("thread");
    match std::fs::remove_dir_all(&folder) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            return Err(Trouble::File { path: folder, source });
        }
        _ => {}
    }
    let program = workspace::target().join(PROFILE).join(PROGRAM);
    step::must(workspace::command(&program.to_string_lossy()).arg("--out").arg(&folder)).map(|_| ())
}
