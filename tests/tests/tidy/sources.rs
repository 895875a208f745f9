//! Where libraries come from: crates.io by version, npm by version, and nowhere else.

use serde_json::Value;

use super::{metadata, none, tree};

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

fn of_crates(packages: &[&Value]) -> Vec<String> {
    let foreign = |package: &&&Value| package["source"].as_str().is_some_and(|source| source != CRATES_IO);
    let from = |package: &&Value| format!("{} comes from {}", metadata::name(package), package["source"]);
    packages.iter().filter(foreign).map(from).collect()
}

fn wildcards(members: &[&Value]) -> Vec<String> {
    let mut offences = Vec::new();
    for member in members {
        for dependency in member["dependencies"].as_array().into_iter().flatten() {
            if dependency["req"] == "*" && dependency["path"].is_null() {
                offences.push(format!(
                    "{} takes any version of {}",
                    metadata::name(member),
                    dependency["name"]
                ));
            }
        }
    }
    offences
}

/// Packages of the screens that are not from the npm registry.
fn of_npm(lock: &Value) -> Vec<String> {
    let packages = lock["packages"].as_object().into_iter().flatten();
    packages
        .filter(|(path, package)| {
            // A lock file written behind a mirror names no address: then the registry of the day is asked and the hash decides.
            let elsewhere = package["resolved"]
                .as_str()
                .is_some_and(|from| !from.starts_with("https://registry.npmjs.org/"));
            !path.is_empty() && (elsewhere || package["link"] == true || package["integrity"].is_null())
        })
        .map(|(path, package)| format!("{path} comes from {}", package["resolved"]))
        .collect()
}

#[test]
fn libraries_come_from_the_registries_alone() {
    let mut offences = of_crates(&metadata::packages().iter().collect::<Vec<_>>());
    offences.extend(wildcards(&metadata::members()));
    none(
        &offences,
        "Take a published version; a git source cannot be audited and may be gone tomorrow.",
    );
}

#[test]
fn packages_of_the_screens_come_from_npm_alone() {
    let lock =
        std::fs::read_to_string(tree::root().join("ui/package-lock.json")).expect("the screens have a lock file");
    let lock: Value = serde_json::from_str(&lock).expect("it is JSON");
    assert!(
        lock["packages"].as_object().is_some_and(|packages| packages.len() > 10),
        "the lock file lists packages"
    );
    none(
        &of_npm(&lock),
        "Install from the public registry; remove a registry of your own from .npmrc before `npm install`.",
    );
}

#[test]
fn a_foreign_source_and_a_wildcard_are_seen() {
    let git = serde_json::json!({"name": "a", "source": "git+https://example.org/a"});
    assert_eq!(of_crates(&[&git]).len(), 1);
    let wild = serde_json::json!({"name": "a", "dependencies": [{"name": "b", "req": "*"}, {"name": "c", "req": "*", "path": "/c"}]});
    assert_eq!(wildcards(&[&wild]).len(), 1);
    let lock = serde_json::json!({"packages": {"": {}, "node_modules/a": {"resolved": "git+ssh://x", "integrity": "i"}, "node_modules/b": {}, "node_modules/c": {"integrity": "i"}}});
    assert_eq!(of_npm(&lock).len(), 2);
}
