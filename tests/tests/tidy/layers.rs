//! The arrows of ARCHITECTURE.md: which of our crates may know which.

use serde_json::Value;

use super::{metadata, none};

/// Each crate and all it may depend on. A crate that is not here, or an edge that is not here, is an offence.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("paper", &["domain"]),
    ("exchange", &["domain"]),
    ("standin", &["domain", "store"]),
    ("desk", &["store", "paper", "exchange", "domain"]),
    ("booth", &["store", "paper", "exchange", "domain"]),
    ("hub", &["exchange", "store", "domain"]),
    ("portal", &["exchange", "store", "domain"]),
    ("admin", &["desk", "store", "exchange", "paper", "domain"]),
    ("window", &["desk", "booth"]),
    ("shell", &["window"]),
    ("xtask", &[]),
    (
        "tests",
        &[
            "domain", "store", "paper", "exchange", "standin", "desk", "booth", "window", "hub", "portal", "admin",
        ],
    ),
];

/// What tests inside a crate may use beyond its arrows: the floor everything stands on, never what stands above.
const IN_TESTS: &[&str] = &["domain", "store", "exchange", "standin"];

/// Programs may carry the stand-ins, but only behind their feature `demo`.
const MAY_STAND_IN: &[&str] = &["hub", "portal", "booth", "desk", "admin", "shell"];

fn short(name: &str) -> &str {
    if name == "qabyldau" {
        "shell"
    } else {
        name.strip_prefix("qabyldau-").unwrap_or(name)
    }
}

fn offences(members: &[&Value]) -> Vec<String> {
    let mut offences = Vec::new();
    for member in members {
        let from = short(metadata::name(member));
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == from) else {
            offences.push(format!("{from} has no place among the layers"));
            continue;
        };
        for dependency in member["dependencies"].as_array().into_iter().flatten() {
            let to = short(dependency["name"].as_str().unwrap_or_default());
            if !ARROWS.iter().any(|(name, _)| *name == to) {
                continue;
            }
            let in_tests = dependency["kind"] == "dev" && IN_TESTS.contains(&to);
            let stand_in = to == "standin" && dependency["optional"] == true && MAY_STAND_IN.contains(&from);
            if !(allowed.contains(&to) || in_tests || stand_in) {
                offences.push(format!("{from} → {to}"));
            }
        }
    }
    offences
}

#[test]
fn crates_know_only_what_lies_below_them() {
    none(
        &offences(&metadata::members()),
        "These edges are not among the arrows of ARCHITECTURE.md. Move the code to where both sides may see it, or pass it in from above.",
    );
}

#[test]
fn an_edge_upwards_or_sideways_is_seen() {
    let member = |name: &str, to: &str, kind: Value, optional: bool| serde_json::json!({"name": name, "dependencies": [{"name": to, "kind": kind, "optional": optional}]});
    for (name, to, kind, optional) in [
        ("qabyldau-store", "qabyldau-paper", Value::Null, false),
        ("qabyldau-domain", "qabyldau-store", Value::Null, false),
        ("qabyldau-domain", "qabyldau-desk", Value::from("dev"), false),
        ("qabyldau", "qabyldau-store", Value::Null, false),
        ("qabyldau-hub", "qabyldau-standin", Value::Null, false),
        ("qabyldau-common", "serde", Value::Null, false),
    ] {
        assert_eq!(offences(&[&member(name, to, kind, optional)]).len(), 1, "{name} → {to}");
    }
    assert!(offences(&[&member("qabyldau-hub", "qabyldau-standin", Value::Null, true)]).is_empty());
    assert!(
        offences(&[&member(
            "qabyldau-exchange",
            "qabyldau-store",
            Value::from("dev"),
            false
        )])
        .is_empty()
    );
}
