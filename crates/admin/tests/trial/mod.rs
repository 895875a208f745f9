//! A trial branch made by the program itself: read by many tests, copied by those that damage it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;

use qabyldau_store::keys::slots::SlotFile;
use qabyldau_store::{Place, Store};
use serde_json::Value;
use tempfile::TempDir;

use super::{run, text};

/// Where a branch lies.
pub struct Trial {
    root: PathBuf,
    _own: Option<TempDir>,
}

pub const PEOPLE: u32 = 30;
pub const DAYS: usize = 5;

impl Trial {
    /// One for all tests that only read: `PEOPLE` people on `DAYS` days. Made anew by each run.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Trial> = OnceLock::new();
        SHARED.get_or_init(|| {
            let root = emptied("admin-trial-read");
            copy(as_made(), &root);
            Self { root, _own: None }
        })
    }

    /// A copy of it to be damaged.
    pub fn copy() -> Self {
        let own = TempDir::new().expect("a folder");
        copy(as_made(), own.path());
        Self {
            root: own.path().to_owned(),
            _own: Some(own),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// A command about `portal` or `desk`, opened by nobody.
    pub fn keyless(&self, command: &[&str], node: &str) -> Output {
        let (data, state) = (self.path(node), self.path("state"));
        let mut arguments = command.to_vec();
        arguments.extend(["--data", utf8(&data), "--state", utf8(&state)]);
        run(&arguments)
    }

    /// The same, opened by the invented authority.
    pub fn run(&self, command: &[&str], node: &str) -> Output {
        let recovery = self.path("DEMONSTRATION-recovery-key");
        let mut arguments = command.to_vec();
        arguments.extend(["--recovery", utf8(&recovery)]);
        self.keyless(&arguments, node)
    }

    /// The store itself, as somebody has it who holds the key.
    pub fn store(&self, node: &str) -> Store {
        let identity = fs::read_to_string(self.path("DEMONSTRATION-recovery-key")).expect("the key");
        let slots = SlotFile::at(&self.path(node));
        let key = slots.open_by_recovery_identity(&identity).expect("it opens").key;
        Store::open(Place::new(self.path(node)).with_state(self.path("state")), &key).expect("a store")
    }

    /// The sheet with the invented staff.
    pub fn sheet(&self) -> Value {
        let sheet = fs::read(self.path("DEMONSTRATION-passwords.json")).expect("the sheet");
        serde_json::from_slice(&sheet).expect("JSON")
    }
}

/// The branch as it was made. No store of it is opened: who reads one makes files beside it and takes them away, while another copies.
fn as_made() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let root = emptied("admin-trial");
        let said = fill(&root, 7, PEOPLE, DAYS);
        assert_eq!(said.status.code(), Some(0), "{}", text(&said.stdout));
        root
    })
}

fn emptied(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    match fs::remove_dir_all(&root) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => panic!("{error}"),
        _ => root,
    }
}

/// Runs `fill`.
pub fn fill(root: &Path, seed: u64, people: u32, days: usize) -> Output {
    let numbers = [seed.to_string(), people.to_string(), days.to_string()];
    let [seed, people, days] = &numbers;
    run(&[
        "fill",
        "--data",
        utf8(root),
        "--seed",
        seed,
        "--people",
        people,
        "--days",
        days,
        "--json",
    ])
}

/// The findings of an answer in JSON.
pub fn findings(output: &Output) -> Vec<Value> {
    let lines = text(&output.stdout).lines();
    lines
        .map(|line| serde_json::from_str(line).expect("a JSON line"))
        .collect()
}

/// The one finding with this code.
pub fn the<'a>(findings: &'a [Value], code: &str) -> &'a Value {
    let mut found = findings.iter().filter(|finding| finding["code"] == code);
    let one = found.next().unwrap_or_else(|| panic!("no {code} in {findings:#?}"));
    assert!(found.next().is_none(), "{code} twice in {findings:#?}");
    one
}

/// The codes of what is wrong.
pub fn wrong(findings: &[Value]) -> Vec<&str> {
    let wrong = findings.iter().filter(|finding| finding["state"] == "wrong");
    wrong.filter_map(|finding| finding["code"].as_str()).collect()
}

/// Changes one byte of a file.
pub fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).expect("a file");
    bytes[at] ^= 1;
    fs::write(path, bytes).expect("written");
}

pub fn utf8(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        match entry.file_type().expect("a type").is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("copied")),
        }
    }
}
