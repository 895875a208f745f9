//! Clocks, ids and dice come in from outside, through `Surroundings`.
//!
//! clippy.toml bans the calls it can name; here every source is read, also what clippy cannot name, and the few places that build
//! the real thing are listed with their reasons. A listed place that no longer needs its line must lose it.

use super::none;
use super::tree::{self, Text};

/// What reads a clock or throws dice.
const SOURCES: &[&str] = &[
    concat!("Utc::", "now("),
    concat!("Local::", "now("),
    concat!("SystemTime::", "now("),
    concat!("Instant::", "now("),
    concat!("OsR", "ng"),
    concat!("thread_", "rng("),
    concat!("rand::", "rng("),
    concat!("rand::", "random("),
    concat!("getrandom", "::"),
    concat!("SystemR", "andom::new("),
    concat!("Uuid::new_", "v4("),
    concat!("Uuid::now_", "v7("),
];

/// Where it is right, and why.
const ALLOWED: &[(&str, &str)] = &[
    (
        "crates/admin/src/today.rs",
        "the command line judges a document by the day it is read",
    ),
    (
        "crates/store/src/surroundings.rs",
        "the one real clock and the one real dice, made for programs at their start",
    ),
    (
        "crates/xtask/src/step.rs",
        "measures how long a step took; no fact comes of it",
    ),
    (
        "src-tauri/src/single.rs",
        "bounds how long two starts may take to understand each other; no fact comes of it",
    ),
];

fn offences(texts: &[Text], allowed: &[(&str, &str)]) -> Vec<String> {
    let mut offences = Vec::new();
    let uses = |text: &Text| -> Vec<String> {
        let found = |line: &str| SOURCES.iter().find(|source| line.contains(**source)).copied();
        text.product_lines()
            .filter_map(|(at, line)| found(line).map(|source| format!("{}:{at} {source}", text.path)))
            .collect()
    };
    for text in texts.iter().filter(|text| !text.is_test()) {
        if !allowed.iter().any(|(path, _)| *path == text.path) {
            offences.extend(uses(text));
        }
    }
    for (path, _) in allowed {
        if !texts.iter().any(|text| text.path == *path && !uses(text).is_empty()) {
            offences.push(format!("{path} is listed here and needs it no longer"));
        }
    }
    offences
}

#[test]
fn clocks_ids_and_dice_come_from_surroundings() {
    none(
        &offences(&tree::rust(), ALLOWED),
        "Take the instant, the id or the secret from the `Surroundings` you were given. Only a composition root or a time limit may do otherwise, and stands in ALLOWED with its reason.",
    );
}

#[test]
fn a_clock_read_inside_a_rule_is_seen() {
    let bad = [Text::new(
        "crates/domain/src/a.rs",
        concat!("let now = chrono::Utc::", "now();"),
    )];
    assert_eq!(offences(&bad, &[]).len(), 1);
    assert!(offences(&bad, &[("crates/domain/src/a.rs", "reason")]).is_empty());
    assert_eq!(
        offences(&[], &[("crates/domain/src/a.rs", "reason")]).len(),
        1,
        "a stale line"
    );
}
