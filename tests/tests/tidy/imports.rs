//! Libraries that have one home. What lives in one place can be changed in one place.

use serde_json::Value;

use super::tree::{self, Text};
use super::{metadata, none};

/// A library, the folders that may name it in their sources, and why.
const HOMES: &[(&str, &[&str], &str)] = &[
    (
        "tauri",
        &["src-tauri"],
        "everything below the windows is proven without a desktop",
    ),
    (
        "webkit2gtk",
        &["src-tauri"],
        "what draws the pages on Linux is the windows' own business",
    ),
    (
        "rusqlite",
        &["crates/store", "tests"],
        "one engine, one place where the database is opened, keyed and closed",
    ),
    ("reqwest", &["crates/exchange"], "one client, one way to trust a peer"),
    (
        "axum",
        &["crates/exchange", "crates/hub", "crates/portal", "tests"],
        "only those listen who are meant to",
    ),
    (
        "printpdf",
        &["crates/paper"],
        "a sheet is laid out once and only then becomes PDF",
    ),
    ("gstreamer", &["crates/booth"], "only a booth has a camera"),
];

/// What the pure rules may not touch.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "async fn",
    "tokio::",
    "std::io::stdin",
    "std::time::Instant",
];

fn at_home(path: &str, homes: &[&str]) -> bool {
    homes
        .iter()
        .any(|home| path.strip_prefix(home).is_some_and(|rest| rest.starts_with('/')))
}

fn in_sources(texts: &[Text]) -> Vec<String> {
    let mut offences = Vec::new();
    for text in texts.iter().filter(|text| !text.path.starts_with("tests/tests/tidy/")) {
        for (at, line) in text.product_lines() {
            for (library, homes, why) in HOMES {
                if names(line, library) && !at_home(&text.path, homes) {
                    offences.push(format!(
                        "{}:{at} names {library}; its home is {} ({why})",
                        text.path,
                        homes.join(", ")
                    ));
                }
            }
            if text.path.starts_with("crates/domain/src/") && !text.is_test() {
                offences.extend(
                    IMPURE
                        .iter()
                        .filter(|word| line.contains(**word))
                        .map(|word| format!("{}:{at} uses {word}", text.path)),
                );
            }
        }
    }
    offences
}

/// `library::…`, `use library;` and the like, but not `our_library::`.
fn names(line: &str, library: &str) -> bool {
    line.match_indices(library).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + library.len()..];
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '"' || c == '-')
            && (after.starts_with("::")
                || line.trim_start().starts_with("use ") && after.starts_with([';', ',', '}', ' ']))
    })
}

fn in_manifests(members: &[&Value]) -> Vec<String> {
    let mut offences = Vec::new();
    for member in members {
        let folder = member["manifest_path"].as_str().unwrap_or_default();
        for dependency in member["dependencies"].as_array().into_iter().flatten() {
            for (library, homes, why) in HOMES {
                if dependency["name"] == *library
                    && !homes
                        .iter()
                        .any(|home| folder.ends_with(&format!("/{home}/Cargo.toml")))
                {
                    offences.push(format!(
                        "{} depends on {library}; its home is {} ({why})",
                        metadata::name(member),
                        homes.join(", ")
                    ));
                }
            }
        }
    }
    offences
}

#[test]
fn libraries_stay_in_their_homes() {
    let mut offences = in_sources(&tree::rust());
    offences.extend(in_manifests(&metadata::members()));
    none(
        &offences,
        "Ask the crate that is at home for what you need, in the words of the field; do not take the library beside it.",
    );
}

#[test]
fn a_library_away_from_home_is_seen() {
    let bad = [
        Text::new("crates/desk/src/a.rs", "use rusqlite::Connection;"),
        Text::new("crates/desk/src/b.rs", "let c = rusqlite::Connection::open(p);"),
        Text::new("crates/hub/src/c.rs", "use tauri;"),
        Text::new("crates/domain/src/d.rs", "let text = std::fs::read(p);"),
        Text::new("crates/storekeeper/src/e.rs", "use rusqlite::Row;"),
    ];
    assert_eq!(in_sources(&bad).len(), 5, "{:#?}", in_sources(&bad));
    let good = [
        Text::new("crates/store/src/a.rs", "use rusqlite::Connection;"),
        Text::new(
            "crates/desk/src/b.rs",
            "// rusqlite::Connection is not ours\nlet my_axum::x = 1;",
        ),
    ];
    assert!(in_sources(&good).is_empty());
    let manifest = serde_json::json!({"name": "qabyldau-desk", "manifest_path": "/x/crates/desk/Cargo.toml", "dependencies": [{"name": "rusqlite"}]});
    assert_eq!(in_manifests(&[&manifest]).len(), 1);
}
