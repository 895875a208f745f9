//! Stand-ins for key stores never reach a product: no manifest switches them on, and what the products build does not hold them.

use serde_json::Value;

use super::{metadata, none};

/// What people install.
const PRODUCTS: &[&str] = &["qabyldau", "qabyldau-hub", "qabyldau-portal", "qabyldau-admin"];
const STAND_INS: &str = "qabyldau-standin";
/// What only a test needs, to write the contract from the types.
const CONTRACT: &str = "utoipa";

fn switched_on(members: &[&Value]) -> Vec<String> {
    let mut offences = Vec::new();
    let is_demo = |word: &Value| {
        word.as_str()
            .is_some_and(|word| word == "demo" || word.ends_with("/demo"))
    };
    for member in members {
        let name = metadata::name(member);
        for dependency in member["dependencies"].as_array().into_iter().flatten() {
            if dependency["features"].as_array().into_iter().flatten().any(is_demo) {
                offences.push(format!(
                    "{name} takes {} with the feature `demo`",
                    dependency["name"].as_str().unwrap_or_default()
                ));
            }
        }
        for (feature, parts) in member["features"].as_object().into_iter().flatten() {
            if feature != "demo" && parts.as_array().into_iter().flatten().any(is_demo) {
                offences.push(format!("{name}: the feature `{feature}` switches `demo` on"));
            }
        }
    }
    offences
}

fn holds_stand_ins(tree: &str) -> bool {
    holds(tree, STAND_INS)
}

fn holds(tree: &str, package: &str) -> bool {
    tree.lines().any(|line| line.split_whitespace().next() == Some(package))
}

fn tree_of(product: &str, features: &[&str]) -> String {
    let mut words = vec![
        "tree",
        "--locked",
        "--edges",
        "normal,build",
        "--prefix",
        "none",
        "--package",
        product,
    ];
    words.extend(features);
    metadata::cargo(&words)
}

#[test]
fn no_manifest_switches_the_demonstration_on() {
    none(
        &switched_on(&metadata::members()),
        "Only command lines of `cargo xtask` give the feature `demo`, package by package.",
    );
}

#[test]
fn what_products_build_holds_no_stand_in() {
    let members = metadata::members();
    for product in PRODUCTS {
        let member = members
            .iter()
            .find(|member| metadata::name(member) == *product)
            .expect("a product is a member");
        assert!(
            !holds_stand_ins(&tree_of(product, &[])),
            "{product} holds {STAND_INS} as it ships: make the dependency optional, behind `demo`"
        );
        assert!(
            !holds(&tree_of(product, &["--features", "demo"]), CONTRACT),
            "{product} holds {CONTRACT}: only tests of exchange switch `contract` on"
        );
        // The same look with the feature on must find them, or it proves nothing.
        let stands_in = member["dependencies"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|dependency| dependency["name"] == STAND_INS);
        if stands_in {
            assert!(
                holds_stand_ins(&tree_of(product, &["--features", "demo"])),
                "{product} with `demo` holds no {STAND_INS}"
            );
        }
    }
}

#[test]
fn a_manifest_that_switches_it_on_is_seen() {
    let bad = serde_json::json!({
        "name": "qabyldau-tests",
        "dependencies": [{"name": "qabyldau-hub", "features": ["demo"]}],
        "features": {"default": ["qabyldau-hub/demo"], "demo": ["qabyldau-hub/demo"]}
    });
    assert_eq!(switched_on(&[&bad]).len(), 2);
    assert!(holds_stand_ins("qabyldau-hub v0.1.0\nqabyldau-standin v0.1.0 (…)\n"));
    assert!(!holds_stand_ins("qabyldau-standing v0.1.0\n"));
}
