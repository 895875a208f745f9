//! Each file says what it is before it begins, and each crate takes the workspace's lints.

use super::none;
use super::tree::{self, Text};

fn offences(texts: &[Text]) -> Vec<String> {
    let said = |text: &Text| -> usize {
        text.text
            .lines()
            .filter_map(|line| line.strip_prefix("//!"))
            .map(|words| words.trim().chars().count())
            .sum()
    };
    let rust = texts
        .iter()
        .filter(|text| text.path.ends_with(".rs") && !text.is_test());
    let mut offences: Vec<String> = rust
        .filter(|text| said(text) < 10)
        .map(|text| format!("{}: no `//!` head", text.path))
        .collect();
    for manifest in texts
        .iter()
        .filter(|text| text.path.ends_with("Cargo.toml") && text.text.contains("[package]"))
    {
        if !manifest.text.contains("[lints]\nworkspace = true") {
            offences.push(format!("{}: does not take the workspace's lints", manifest.path));
        }
    }
    offences
}

#[test]
fn every_file_says_what_it_is_and_every_crate_takes_the_lints() {
    none(
        &offences(&tree::files(&[".rs", "Cargo.toml"])),
        "Begin the file with `//!`: what this is, what it is not, its invariant. A manifest takes `[lints] workspace = true`.",
    );
}

#[test]
fn a_file_without_a_head_is_seen() {
    let bad = [
        Text::new("crates/a/src/a.rs", "//! \nfn a() {}"),
        Text::new("crates/a/Cargo.toml", "[package]\n[dependencies]\n"),
    ];
    assert_eq!(offences(&bad).len(), 2);
}
