//! `cargo xtask sabotage`: takes out one guard after the other and demands that the test which watches it goes red.
//!
//! A patch `tests/sabotage/fNN_….patch` or `aNN_….patch` names its test and what it breaks in its first lines. Everything happens in a copy of
//! the tree that lies always at the same place with a build folder of its own, so only what a patch touches is compiled again. The working
//! tree is never changed. First every named test, once, must be green as the code stands; then, patched, it must be red: a patch that no
//! longer applies, does not compile, hangs, or leaves its test green is a failure of this command.
//!
//! Between two patches nothing is built: what the last one touched is put back as the next one is applied, and compiled together with it.

mod choice;
mod order;
mod patch;
mod seed;
mod table;
mod tree;
mod trial;

use std::time::Duration;

pub use choice::Choice;

use crate::step::Watch;
use crate::trouble::Trouble;
use crate::{debian, say, workspace};
use order::Standing;
use patch::Patch;
use table::Row;
use tree::Tree;
use trial::Verdict;

/// Runs the chosen patches and prints the table.
pub fn sabotage(choice: &Choice) -> Result<(), Trouble> {
    let began = Watch::start();
    debian::put_in_place()?;
    let folder = workspace::root().join("tests/sabotage");
    let mut patches: Vec<Patch> = Patch::all_in(&folder)?
        .into_iter()
        .filter(|patch| choice.takes(&patch.name))
        .collect();
    if patches.is_empty() {
        return Err(Trouble::Needed(format!("no patch in {} is chosen", folder.display())));
    }
    order::by_package(&mut patches);
    let tree = Tree::at(workspace::target().join("sabotage"));
    say::head("a copy of the tree");
    tree.mirror()?;
    seed::seed(&tree)?;
    let standing = as_it_stands(&tree, &patches, choice.full)?;
    let mut rows = Vec::new();
    for patch in &patches {
        let tried = Watch::start();
        let verdict = match standing.of(patch) {
            Verdict::Green => patched(&tree, patch, choice.full)?,
            other => other.unpatched(),
        };
        rows.push(Row {
            patch,
            verdict,
            took: tried.took(),
        });
        say::line(&format!("{}: {}", patch.name, seconds(tried.took())));
    }
    tree.mirror()?;
    rows.sort_by(|one, other| one.patch.name.cmp(&other.patch.name));
    say::head("sabotage");
    say::text(&table::table(&rows, began.took()));
    if rows.iter().any(|row| row.verdict.fails()) {
        Err(Trouble::Failed)
    } else {
        Ok(())
    }
}

/// Every package is built once and every named test run once, before anything is touched.
fn as_it_stands(tree: &Tree, patches: &[Patch], full: bool) -> Result<Standing, Trouble> {
    let mut standing = Standing::default();
    for (package, tests) in order::named(patches) {
        say::head(&format!("{package}: as the code stands"));
        let builds = trial::builds(tree, package, tests.iter().copied())?;
        for test in tests {
            let verdict = if builds {
                trial::run(tree, package, test, full)?
            } else {
                Verdict::DoesNotCompile
            };
            standing.note(package, test, verdict);
        }
    }
    Ok(standing)
}

/// Puts back what the last patch touched, applies this one, and runs its test.
fn patched(tree: &Tree, patch: &Patch, full: bool) -> Result<Verdict, Trouble> {
    say::head(&format!("{}: {}", patch.name, patch.breaks));
    tree.mirror()?;
    if !tree.apply(patch)? {
        return Ok(Verdict::DoesNotApply);
    }
    if trial::builds(tree, &patch.package, [patch.test.as_str()].into_iter())? {
        trial::run(tree, &patch.package, &patch.test, full)
    } else {
        Ok(Verdict::DoesNotCompile)
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}
