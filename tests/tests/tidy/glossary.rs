//! The glossary's last column names what exists.

use super::none;
use super::tree::{self, Text};

fn offences(glossary: &str, sources: &[Text]) -> Vec<String> {
    let rows = glossary.lines().filter(|line| line.starts_with('|'));
    let names = rows
        .filter_map(|row| row.trim_end_matches(['|', ' ']).rsplit('|').next())
        .flat_map(|cell| cell.split('`').skip(1).step_by(2));
    names
        .filter(|name| !sources.iter().any(|source| has(&source.text, name)))
        .map(|name| format!("`{name}`"))
        .collect()
}

/// Whether a text has this name as a whole word.
fn has(text: &str, name: &str) -> bool {
    let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(name)
        .any(|(at, _)| !inside(text[..at].chars().next_back()) && !inside(text[at + name.len()..].chars().next()))
}

#[test]
fn every_name_of_the_glossary_exists() {
    let glossary = std::fs::read_to_string(tree::root().join("docs/glossary.md")).expect("docs/glossary.md");
    let sources = tree::files(&[".rs", "Cargo.toml", ".sql"]);
    let sources: Vec<Text> = sources
        .into_iter()
        .filter(|text| !text.path.starts_with("tests/"))
        .collect();
    assert!(
        glossary.matches('`').count() > 40,
        "the glossary names what it speaks of"
    );
    none(
        &offences(&glossary, &sources),
        "Rename it in docs/glossary.md too: one word for one thing, everywhere.",
    );
}

#[test]
fn a_name_that_is_gone_is_seen() {
    let sources = [Text::new("crates/a/src/a.rs", "pub struct EntryNumber;")];
    assert_eq!(
        offences("| entry | жазба | запись | `Entry`, `EntryNumber` |\n", &sources),
        ["`Entry`"]
    );
}
