//! The oldest versions that may be built, where an older one has a hole we know of.

use std::path::Path;

use super::metadata;

/// Compares `1.2.3` with numbers; what stands after a `-` makes it older than the plain version.
fn at_least(version: &str, floor: (u64, u64, u64)) -> bool {
    let (numbers, preview) = version
        .split_once('-')
        .map_or((version, false), |(numbers, _)| (numbers, true));
    let mut parts = numbers.split(['.', '+']).map(|part| part.parse().unwrap_or(0));
    let version = (
        parts.next().unwrap_or(0),
        parts.next().unwrap_or(0),
        parts.next().unwrap_or(0),
    );
    if preview { version > floor } else { version >= floor }
}

fn versions_of(name: &str) -> Vec<&'static str> {
    let named = metadata::packages()
        .iter()
        .filter(|package| metadata::name(package) == name);
    named.filter_map(|package| package["version"].as_str()).collect()
}

/// `#define SQLITE_VERSION_NUMBER 3051003` of an amalgamation's header.
fn sqlite_version(header: &str) -> Option<u64> {
    header
        .lines()
        .find_map(|line| line.strip_prefix("#define SQLITE_VERSION_NUMBER"))
        .and_then(|number| number.trim().parse().ok())
}

#[test]
fn tauri_is_a_2_without_known_holes() {
    let versions = versions_of("tauri");
    assert_eq!(versions.len(), 1, "one tauri is built: {versions:?}");
    assert!(
        at_least(versions[0], (2, 11, 1)) && !at_least(versions[0], (3, 0, 0)) && !versions[0].contains('-'),
        "{}",
        versions[0]
    );
}

#[test]
fn the_bundled_sqlite_is_new_enough() {
    let package = metadata::packages()
        .iter()
        .find(|package| metadata::name(package) == "sqlcipher-src")
        .expect("the store bundles SQLCipher");
    let folder = Path::new(package["manifest_path"].as_str().expect("a path"))
        .parent()
        .expect("a folder")
        .join("sqlcipher");
    let header = std::fs::read_to_string(folder.join("sqlite3.h")).expect("the amalgamation's header");
    let version = sqlite_version(&header).expect("a version");
    assert!(
        version >= 3_051_003,
        "SQLite {version}: older than 3.51.3, which mends a fault of WAL that loses committed rows"
    );
}

#[test]
fn old_versions_are_seen() {
    assert!(at_least("2.11.1", (2, 11, 1)) && at_least("2.12.0", (2, 11, 1)));
    assert!(!at_least("2.11.0", (2, 11, 1)) && !at_least("2.11.1-rc.1", (2, 11, 1)) && !at_least("1.99.9", (2, 11, 1)));
    assert_eq!(
        sqlite_version("#define SQLITE_VERSION        \"3.50.1\"\n#define SQLITE_VERSION_NUMBER 3050001\n"),
        Some(3_050_001)
    );
}
