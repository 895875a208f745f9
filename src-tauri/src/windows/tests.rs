//! Where windows may go, and what each may ask: the capabilities as they stand, beside the table.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::*;

/// What every window may do besides asking: hear that what it shows may have changed.
const HEARS: [&str; 2] = ["core:event:allow-listen", "core:event:allow-unlisten"];

fn json(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn words(list: &Value) -> BTreeSet<String> {
    let list = list.as_array().unwrap();
    list.iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_windows_go_nowhere_else() {
    for (address, allowed) in [
        ("tauri://localhost/index.html", true),
        ("http://tauri.localhost/", true),
        ("https://example.org/", false),
        ("http://localhost:8080/", false),
        ("file:///etc/passwd", false),
        ("data:text/html,x", false),
        ("about:blank", false),
        ("tauri://elsewhere/index.html", false),
    ] {
        assert_eq!(own(&address.parse().unwrap()), allowed, "{address}");
    }
}

#[test]
fn a05_each_capability_names_one_window_and_exactly_what_its_table_names() {
    for window in Window::ALL {
        let capability = json(&format!("capabilities/{}.json", window.label()));
        assert_eq!(capability["identifier"], window.label());
        assert_eq!(words(&capability["windows"]), [window.label().to_owned()].into());
        assert_eq!(capability["local"], true);
        assert!(
            capability["remote"].is_null() && capability["webviews"].is_null(),
            "{capability}"
        );
        let named = window
            .commands()
            .iter()
            .map(|name| format!("allow-{}", name.replace('_', "-")));
        let wanted: BTreeSet<String> = named.chain(HEARS.map(str::to_owned)).collect();
        assert_eq!(words(&capability["permissions"]), wanted, "{}", window.label());
    }
}

#[test]
fn every_capability_is_in_force_and_the_pages_run_no_foreign_script() {
    let security = &json("tauri.conf.json")["app"]["security"];
    let labels = Window::ALL.map(|window| window.label().to_owned());
    assert_eq!(words(&security["capabilities"]), labels.into());
    let policy = security["csp"].as_str().unwrap();
    assert!(policy.starts_with("default-src 'self'; "), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(security["freezePrototype"], true);
    assert!(security["dangerousDisableAssetCspModification"].is_null());
}
