//! `cargo xtask sabotage`: takes out one guard after the other and demands that the test which watches it goes red.
//!
//! A patch `tests/sabotage/fNN_….patch` or `aNN_….patch` names its test and what it breaks in its first lines. Everything happens in a copy of
//! the tree that lies always at the same place with a build folder of its own, so only what a patch touches is compiled again. The working
//! tree is never changed. First every named test must be green as the code stands; then, patched, it must be red: a patch that no
//! longer applies, does not compile, hangs, or leaves its test green is a failure of this command.

mod choice;
mod patch;
mod seed;
mod table;
mod tree;
mod trial;

pub use choice::Choice;

use crate::trouble::Trouble;
use crate::{debian, say, workspace};
use patch::Patch;
use table::Row;
use trial::Verdict;

/// Runs the chosen patches and prints the table.
pub fn sabotage(choice: &Choice) -> Result<(), Trouble> {
    debian::put_in_place()?;
    let folder = workspace::root().join("tests/sabotage");
    let patches: Vec<Patch> = Patch::all_in(&folder)?
        .into_iter()
        .filter(|patch| choice.takes(&patch.name))
        .collect();
    if patches.is_empty() {
        return Err(Trouble::Needed(format!("no patch in {} is chosen", folder.display())));
    }
    let tree = tree::Tree::at(workspace::target().join("sabotage"));
    say::head("a copy of the tree");
    tree.mirror()?;
    seed::seed(&tree)?;
    let mut rows = Vec::new();
    for patch in &patches {
        say::head(&format!("{}: as the code stands", patch.name));
        let before = trial::run(&tree, patch, choice.full)?;
        let verdict = if before == Verdict::Green {
            say::head(&format!("{}: {}", patch.name, patch.breaks));
            let verdict = if tree.apply(patch)? {
                trial::run(&tree, patch, choice.full)?
            } else {
                Verdict::DoesNotApply
            };
            tree.mirror()?;
            verdict
        } else {
            before.unpatched()
        };
        rows.push(Row { patch, verdict });
    }
    say::head("sabotage");
    say::text(&table::table(&rows));
    if rows.iter().any(|row| row.verdict.fails()) {
        Err(Trouble::Failed)
    } else {
        Ok(())
    }
}
