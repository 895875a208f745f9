//! Migrations are append-only: numbered without gaps, listed in the store, and never edited once frozen.
//!
//! `migrations/frozen.txt` holds the hash of each. `cargo xtask schema` adds a line for a new file and never changes one that stands. A
//! file that no branch has ever run may be edited: take its line out by hand, edit, and freeze it again.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::none;
use super::tree::{self, Text};

const FROZEN: &str = "migrations/frozen.txt";
const LIST: &str = "crates/store/src/migration.rs";

/// `migrations/NNNN_words.sql`; the projections' own schema has no number, since it is made anew.
fn name(text: &Text) -> Option<&str> {
    text.path
        .strip_prefix("migrations/")
        .filter(|name| name.ends_with(".sql") && name.starts_with(|c: char| c.is_ascii_digit()))
}

fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .fold(String::new(), |mut words, byte| {
            let _ = write!(words, "{byte:02x}");
            words
        })
}

/// Name → hash, as frozen.
fn frozen(text: &str) -> BTreeMap<&str, &str> {
    text.lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(hash, name)| (name, hash))
        .collect()
}

fn offences(files: &[Text], list: &str, frozen: &BTreeMap<&str, &str>) -> Vec<String> {
    let mut offences = Vec::new();
    for (at, (name, text)) in files.iter().filter_map(|text| Some((name(text)?, text))).enumerate() {
        if !name.starts_with(&format!("{:04}_", at + 1)) {
            offences.push(format!("{name}: {:04} comes next", at + 1));
        }
        if !list.contains(&format!("migrations/{name}\"")) {
            offences.push(format!("{name} is not in the list of {LIST}"));
        }
        match frozen.get(name) {
            None => offences.push(format!("{name} is not frozen; `cargo xtask schema` freezes it")),
            Some(then) if *then != hash(&text.text) => offences.push(format!("{name} was edited")),
            Some(_) => {}
        }
    }
    for name in frozen
        .keys()
        .filter(|gone| !files.iter().any(|text| name_is(text, gone)))
    {
        offences.push(format!("{name} is gone"));
    }
    offences
}

fn name_is(text: &Text, wanted: &str) -> bool {
    name(text) == Some(wanted)
}

#[test]
fn schema_of_the_database_only_grows() {
    let files = tree::files(&[".sql"]);
    let path = tree::root().join(FROZEN);
    let mut text = std::fs::read_to_string(&path).unwrap_or_default();
    if std::env::var_os("QABYLDAU_SCHEMA").is_some_and(|mode| mode == "write") {
        let known = frozen(&text);
        let new: Vec<String> = files
            .iter()
            .filter_map(|file| Some((name(file).filter(|name| !known.contains_key(name))?, file)))
            .map(|(name, file)| format!("{}  {name}\n", hash(&file.text)))
            .collect();
        text.push_str(&new.concat());
        std::fs::write(&path, &text).expect("the list is written");
    }
    let list = std::fs::read_to_string(tree::root().join(LIST)).expect(LIST);
    assert!(files.iter().any(|text| name(text).is_some()), "there are migrations");
    none(
        &offences(&files, &list, &frozen(&text)),
        "A step that was ever run is never edited or dropped: write the next one, which mends it.",
    );
}

#[test]
fn an_edited_a_dropped_and_an_unlisted_step_are_seen() {
    let files = [
        Text::new("migrations/0001_a.sql", "CREATE TABLE a (b);"),
        Text::new("migrations/0003_c.sql", "x"),
    ];
    let right = hash("CREATE TABLE a (b);");
    let list = "include_str!(\"../../../migrations/0001_a.sql\")";
    let good = BTreeMap::from([("0001_a.sql", right.as_str())]);
    assert!(offences(&files[..1], list, &good).is_empty());
    assert_eq!(
        offences(&files[..1], list, &BTreeMap::from([("0001_a.sql", "00")])),
        ["0001_a.sql was edited"]
    );
    assert_eq!(offences(&[], list, &good), ["0001_a.sql is gone"]);
    assert_eq!(offences(&files, list, &good).len(), 3, "a gap, unlisted, not frozen");
}
