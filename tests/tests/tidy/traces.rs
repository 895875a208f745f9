//! The repository speaks of the product alone: no path of somebody's machine, no word about how or by what it was written.

use super::none;
use super::tree::{self, Text};

/// What must not stand anywhere. Written in two parts, so that this file does not hold it either.
const TRACES: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/home/", "user"),
    concat!("/ro", "ot/"),
    concat!("C:\\", "Users\\"),
    concat!("clau", "de"),
    concat!("anthro", "pic"),
    concat!("chat", "gpt"),
    concat!("language ", "model"),
    concat!("BRI", "EF.md"),
    concat!("FIX", "ME"),
    concat!("TO", "DO"),
];

fn offences(texts: &[Text]) -> Vec<String> {
    let mut offences = Vec::new();
    for text in texts {
        for (at, line) in text.text.lines().enumerate() {
            for trace in TRACES {
                // Marks in capitals are meant as they stand; names in any case.
                let there = if trace.chars().any(char::is_lowercase) {
                    line.to_lowercase().contains(&trace.to_lowercase())
                } else {
                    line.contains(trace)
                };
                if there {
                    offences.push(format!("{}:{} {trace}", text.path, at + 1));
                }
            }
        }
    }
    offences
}

#[test]
fn the_repository_speaks_of_the_product_alone() {
    let ends = [
        ".rs",
        ".toml",
        ".md",
        ".ts",
        ".svelte",
        ".css",
        ".html",
        ".json",
        ".ftl",
        ".sql",
        ".patch",
        ".csv",
        "run",
        ".gitignore",
    ];
    none(
        &offences(&tree::files(&ends)),
        "Say what the reader of the product needs; drop the rest, or finish what is marked as unfinished.",
    );
}

#[test]
fn a_path_of_a_machine_and_a_mark_are_seen() {
    for bad in [
        concat!("see /wo", "rk/x"),
        concat!("// TO", "DO later"),
        concat!("made by Clau", "de"),
    ] {
        assert_eq!(offences(&[Text::new("a.rs", bad)]).len(), 1, "{bad}");
    }
    assert!(offences(&[Text::new("a.rs", "the network /workers/")]).is_empty());
}
