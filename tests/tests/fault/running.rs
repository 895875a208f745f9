//! A branch of separate processes for a trial of faults, and what is read of its portal's export.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use qabyldau_tests::running::{Branch, Outcome};
use serde_json::Value;
use tempfile::TempDir;

/// The programs of all packages lie beside this one's: `cargo xtask test` builds them together.
pub(super) fn programs() -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_thread"));
    program.parent().expect("a program lies in a folder").into()
}

/// Lives a trial with a branch of its own, over cables that can be cut; its day has begun.
pub(super) fn with_cables(trial: impl FnOnce(&mut Branch) -> Outcome) {
    live(Branch::found_with_cables, trial);
}

/// The same without cables.
pub(super) fn plain(trial: impl FnOnce(&mut Branch) -> Outcome) {
    live(Branch::found, trial);
}

fn live(found: fn(&Path, &Path) -> Outcome<Branch>, trial: impl FnOnce(&mut Branch) -> Outcome) {
    let folder: TempDir = super::folder();
    let lived = found(&programs(), folder.path()).and_then(|mut branch| {
        branch.begin_day()?;
        trial(&mut branch)
    });
    if let Err(error) = lived {
        panic!("{error}");
    }
}

/// The facts of one kind.
pub(super) fn of_kind<'a>(facts: &'a [Value], kind: &str) -> Vec<&'a Value> {
    facts.iter().filter(|fact| fact["kind"] == kind).collect()
}

/// The running numbers of the journal by desk, in the order of each desk's stream.
pub(super) fn journal(facts: &[Value]) -> BTreeMap<String, Vec<u32>> {
    let mut journal: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for fact in of_kind(facts, "EntryRegistered") {
        let subject = fact["subject"].as_str().expect("a subject");
        let (series, number) = subject.rsplit_once('/').expect("a number");
        let number = number.parse().expect("a running number");
        journal.entry(series.to_owned()).or_default().push(number);
    }
    journal
}

/// 1, 2, 3 … as many as there are: gap-free, each once, none given anew.
pub(super) fn gap_free(numbers: &[u32]) -> bool {
    numbers.iter().copied().eq((1..).take(numbers.len()))
}
