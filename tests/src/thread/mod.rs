//! The thread: the whole main job between separate processes on one machine, each with its own encrypted folder.
//!
//! Portal, hub, desk A, booth 01 and a desk B that starts empty live one working day: pairing, sign-in, five visitors, a session in the booth from
//! welcome to receipt, six fates of receptions, every process killed once, portal and hub away for a while; at the end all hold the same.
//! Invariant: everything is asserted from what the processes themselves answer or leave behind.

mod booth;
mod closing;
mod figures;
mod opening;
mod pairing;
mod papers;
mod receptions;
mod visits;

use std::path::{Path, PathBuf};

pub use crate::running::RunError as ThreadError;
pub use figures::Figures;
pub use pairing::pairing;

use crate::running as branch;
use crate::running::{Outcome, broken, holds};
use branch::Branch;

/// Lives the day in `out` (emptied by the caller) with the programs of `programs`.
pub fn run(programs: &Path, out: &Path) -> Outcome<Figures> {
    let mut figures = Figures::default();
    let mut branch = figures.time("portal, hub, pairing of all nodes", || Branch::found(programs, out))?;
    figures.time("the day opens", || opening::open(&mut branch))?;
    let entries = figures.time("five visitors at desk A", || visits::register(&mut branch))?;
    figures.time("refusals that lose nothing", || visits::refusals(&mut branch))?;
    figures.time("the session in booth 01", || booth::session(&mut branch, &entries))?;
    figures.time("the receptions of the roster", || receptions::live(&mut branch))?;
    figures.time("portal and hub are away", || closing::away(&mut branch, &entries))?;
    figures.time("all hold the same", || closing::compare(&mut branch, &figures_of(out)))?;
    figures.papers(out)?;
    Ok(figures)
}

fn figures_of(out: &Path) -> PathBuf {
    out.join("papers")
}
