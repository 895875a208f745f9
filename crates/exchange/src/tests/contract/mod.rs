//! The contract of the wire, docs/portal.openapi.json: what hub and portal answer, from the very types that cross it.
//!
//! The shapes come from the types, the places from the table of routes, who may ask from the table of deeds; what each answer means is
//! written in `operations`. Invariant: every answer that any test of this crate gets is in the contract, or that test fails.

mod document;
mod garbage;
mod operations;
mod shapes;
mod witness;

use std::path::Path;

use operations::{GUARDED, KNOCKING, OPERATIONS, UNAVAILABLE};
pub(crate) use witness::witness;

use crate::pair::PairRefusal;
use crate::server::{Deed, Place, endpoints, may};

const FILE: &str = "../../docs/portal.openapi.json";

#[test]
fn schema_of_the_exchange_is_the_committed_contract() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let wanted = document::text();
    if std::env::var_os("QABYLDAU_SCHEMA").is_some_and(|mode| mode == "write") {
        std::fs::write(&path, &wanted).expect("the folder of the contract");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == wanted,
        "{FILE} is not what hub and portal answer; run `cargo xtask schema`"
    );
}

#[test]
fn every_endpoint_is_in_the_contract_and_nothing_else_is() {
    let mut routed: Vec<_> = endpoints().iter().map(|one| (one.path, one.method)).collect();
    let mut promised: Vec<_> = OPERATIONS.iter().map(|one| (one.path, one.method)).collect();
    routed.sort();
    promised.sort();
    assert_eq!(routed, promised);
    let text = document::text();
    let contract: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let written = contract["paths"].as_object().expect("paths").values();
    assert_eq!(
        written
            .map(|path| path.as_object().expect("a path").len())
            .sum::<usize>(),
        routed.len()
    );
    let mut ids: Vec<&str> = OPERATIONS.iter().map(|one| one.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), OPERATIONS.len());
}

#[test]
fn every_deed_can_be_asked_of_somebody_by_somebody() {
    use qabyldau_domain::facts::NodeRoleV1::{Booth, Desk, Hub};
    for deed in Deed::ALL {
        assert!(
            endpoints().iter().any(|one| one.deed == deed),
            "{deed:?} has no endpoint"
        );
        let asked = [(Place::Hub, Desk), (Place::Hub, Booth), (Place::Portal, Hub)];
        assert!(
            asked.iter().any(|(place, role)| may(*place, *role, deed)),
            "nobody may {deed:?}"
        );
    }
}

/// The sources of the routes.
const SOURCES: [&str; 8] = [
    include_str!("../../server/answer.rs"),
    include_str!("../../server/facts.rs"),
    include_str!("../../server/orders.rs"),
    include_str!("../../server/pairing.rs"),
    include_str!("../../server/parcels.rs"),
    include_str!("../../server/routes.rs"),
    include_str!("../../server/said.rs"),
    include_str!("../../server/whom.rs"),
];

#[test]
fn every_refusal_that_the_routes_name_is_in_the_contract_and_no_other() {
    let mut named: Vec<&str> = Vec::new();
    for source in SOURCES {
        for call in ["forbidden(", "not_found(", "bad(", "Self::new(", "Refused::new("] {
            for (at, _) in source.match_indices(call) {
                let said = &source[at + call.len()..];
                let said = &said[..said.find(')').unwrap_or(0)];
                named.extend(said.split('"').nth(1));
            }
        }
    }
    named.extend(PairRefusal::ALL.map(PairRefusal::code));
    let promised = OPERATIONS
        .iter()
        .flat_map(|one| one.refusals)
        .chain(GUARDED)
        .chain(KNOCKING);
    let mut promised: Vec<&str> = promised
        .map(|(_, code)| *code)
        .filter(|code| !UNAVAILABLE.iter().any(|(_, known)| known == code))
        .collect();
    // Only at the side of the node that asks.
    named.retain(|code| *code != PairRefusal::NotThePortal.code());
    for list in [&mut named, &mut promised] {
        list.sort_unstable();
        list.dedup();
    }
    assert_eq!(named, promised);
}
