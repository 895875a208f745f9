//! What cargo says of the workspace, asked once.

use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;

use super::tree;

/// All packages, ours and others'.
pub fn packages() -> &'static [Value] {
    static PACKAGES: OnceLock<Value> = OnceLock::new();
    let all = PACKAGES.get_or_init(|| {
        let text = cargo(&["metadata", "--format-version", "1", "--locked", "--all-features"]);
        serde_json::from_str::<Value>(&text).expect("metadata is JSON")["packages"].take()
    });
    all.as_array().expect("metadata lists packages")
}

/// Our own packages.
pub fn members() -> Vec<&'static Value> {
    packages()
        .iter()
        .filter(|package| package["source"].is_null())
        .collect()
}

/// A package's name.
pub fn name(package: &Value) -> &str {
    package["name"].as_str().expect("a package has a name")
}

/// Runs cargo in the root; its answer.
pub fn cargo(words: &[&str]) -> String {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let done = Command::new(program)
        .current_dir(tree::root())
        .args(words)
        .output()
        .expect("cargo starts");
    assert!(
        done.status.success(),
        "cargo {}:\n{}",
        words.join(" "),
        String::from_utf8_lossy(&done.stderr)
    );
    String::from_utf8(done.stdout).expect("cargo speaks UTF-8")
}
