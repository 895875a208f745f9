//! Raw rows, unkeyed files and desks without sign-in are for measurements and attacks: no product is ever built with them.

use serde_json::Value;

use super::{metadata, none};

/// The feature that opens them.
const RAW: &str = "raw";
/// Whose tests and benches may take it, to play somebody who holds the key or to measure without one.
const TAKERS: &[&str] = &["qabyldau-tests", "qabyldau-admin"];

fn offences(members: &[&Value]) -> Vec<String> {
    let mut offences = Vec::new();
    let is_raw = |word: &Value| word.as_str().is_some_and(|word| word == RAW || word.ends_with("/raw"));
    for member in members {
        let name = metadata::name(member);
        for dependency in member["dependencies"].as_array().into_iter().flatten() {
            let ours = dependency["path"].is_string();
            let taken = dependency["features"].as_array().into_iter().flatten().any(is_raw);
            if ours && taken && !(TAKERS.contains(&name) && dependency["kind"] == "dev") {
                offences.push(format!("{name} takes {} with the feature `{RAW}`", dependency["name"]));
            }
        }
        for (feature, parts) in member["features"].as_object().into_iter().flatten() {
            if feature != RAW && parts.as_array().into_iter().flatten().any(is_raw) {
                offences.push(format!("{name}: the feature `{feature}` switches `{RAW}` on"));
            }
        }
    }
    offences
}

#[test]
fn only_tests_and_measurements_reach_raw_rows() {
    none(
        &offences(&metadata::members()),
        "A product opens keyed files by signing in. Only tests and benches take `raw`, as a dev-dependency.",
    );
}

#[test]
fn a_product_that_reaches_raw_rows_is_seen() {
    let taker = |name: &str, kind: Value| {
        serde_json::json!({
            "name": name,
            "dependencies": [{"name": "qabyldau-store", "path": "/x", "kind": kind, "features": ["raw"]}],
            "features": {"raw": ["qabyldau-store/raw"]}
        })
    };
    assert_eq!(offences(&[&taker("qabyldau-hub", Value::Null)]).len(), 1);
    assert_eq!(offences(&[&taker("qabyldau-hub", "dev".into())]).len(), 1);
    assert_eq!(offences(&[&taker(TAKERS[0], Value::Null)]).len(), 1);
    assert!(offences(&[&taker(TAKERS[0], "dev".into())]).is_empty());
    let switched = serde_json::json!({"name": "qabyldau-desk", "features": {"default": ["qabyldau-store/raw"]}});
    assert_eq!(offences(&[&switched]).len(), 1);
}
