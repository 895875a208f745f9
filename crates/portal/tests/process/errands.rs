//! What an administrator asks, while it serves and while it does not.

use std::sync::Arc;

use qabyldau_exchange::ExchangeError;
use qabyldau_exchange::client::Outbox;
use qabyldau_exchange::pair::PairRefusal;
use qabyldau_exchange::parcel::ParcelFolder;
use serde_json::Value;

use super::hub::joins;
use super::portal::code;
use super::{Hub, Portal};

fn facts(portal: &Portal) -> Vec<Value> {
    let done = portal.run(&["export", "--facts"]);
    assert!(done.status.success());
    let text = String::from_utf8(done.stdout).expect("UTF-8");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a fact a line"))
        .collect()
}

fn kinds(portal: &Portal, kind: &str) -> usize {
    facts(portal).iter().filter(|fact| fact["kind"] == kind).count()
}

#[test]
fn a_branch_is_created_once_and_never_by_hand() {
    let portal = Portal::empty();
    portal.seed();
    assert_eq!(portal.refused(&["checkpoint"]), "portal-not-created");
    let seed = portal.path("seed.json");
    // A demonstration keeps its secret in a file, so that it can be started by hand; a product never can.
    if cfg!(not(feature = "demo")) {
        let by_hand = portal.run_by_hand(&["init", "--seed", &seed]);
        assert_eq!(code(&by_hand), "device-secret-started-by-hand");
    }
    let made = portal.must(&["init", "--seed", &seed]);
    assert_eq!(made["branch"], "0512");
    assert_eq!(portal.refused(&["init", "--seed", &seed]), "portal-created");
    assert_eq!(portal.refused(&["code", "--role", "hub"]), "portal-not-serving");
    let verified = portal.must(&["verify"]);
    assert_eq!(
        (&verified["sound"], verified["facts"].as_u64()),
        (&Value::Bool(true), Some(facts(&portal).len() as u64))
    );
    for kind in ["BranchNamed", "NodeAdmitted", "RoomNamed", "StaffAdmitted"] {
        assert_eq!(kinds(&portal, kind), 1, "{kind}");
    }
    assert_eq!(kinds(&portal, "DocumentPublished"), 2);
    let text = std::fs::read(portal.path("data/ledger.db")).unwrap();
    let name = "Айша".as_bytes();
    assert!(
        !text.windows(name.len()).any(|part| part == name),
        "the file is encrypted"
    );
}

#[test]
fn a_seed_that_is_not_in_order_writes_nothing_and_shows_nothing() {
    let portal = Portal::empty();
    portal.seed();
    let seed = std::fs::read_to_string(portal.path("seed.json")).unwrap();
    std::fs::write(portal.path("seed.json"), seed.replace("\"reception\"", "\"boss\"")).unwrap();
    let done = portal.run(&["init", "--seed", &portal.path("seed.json")]);
    assert_eq!(code(&done), "seed");
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(!said.contains("құпиясөз") && !said.contains("boss"), "{said}");
    std::fs::write(portal.path("seed.json"), seed.replace("бірінші құпиясөз", "қысқа")).unwrap();
    assert_eq!(
        portal.refused(&["init", "--seed", &portal.path("seed.json")]),
        "password-too-short"
    );
    std::fs::write(portal.path("seed.json"), seed).unwrap();
    portal.must(&["init", "--seed", &portal.path("seed.json")]);
}

#[test]
fn commands_reach_the_office_while_it_serves_and_the_folder_while_it_does_not() {
    let mut portal = Portal::serving();
    assert_eq!(portal.refused(&["serve", "--listen", "127.0.0.1:0"]), "folder-busy");
    assert_eq!(portal.must(&["checkpoint"])["streams"], 1);
    portal.end();
    assert_eq!(portal.must(&["checkpoint"])["streams"], 1);
    assert_eq!(kinds(&portal, "CheckpointTaken"), 2);
    portal.serve();
    portal.kill();
    // The socket of a killed portal lies there still.
    portal.must(&["checkpoint"]);
    assert_eq!(kinds(&portal, "CheckpointTaken"), 3);
    assert_eq!(portal.must(&["verify"])["sound"], true);
}

#[test]
fn labels_are_never_given_twice_and_a_code_admits_once() {
    let portal = Portal::serving();
    assert_eq!(portal.refused(&["code", "--role", "desk"]), "hub-address-unknown");
    let hub = Hub::enrolled(&portal);
    hub.runtime
        .block_on(hub.link(&portal).tell_place("127.0.0.1:7443"))
        .unwrap();
    let given = portal.must(&["code", "--role", "desk"]);
    assert!(
        given["code"].as_str().unwrap().starts_with("127.0.0.1:7443/A/"),
        "the hub's address, the first label"
    );
    // Joining at the portal itself is as good as through the hub.
    let at_portal = portal.must(&["code", "--role", "desk", "--label", "A", "--address", &portal.address]);
    let (_, joined) = joins(at_portal["code"].as_str().unwrap()).unwrap();
    assert_eq!(
        (joined.admission.label.as_str(), joined.admission.hub.unwrap().node),
        ("A", hub.keys.node())
    );
    assert!(matches!(
        joins(at_portal["code"].as_str().unwrap()),
        Err(ExchangeError::Pairing(PairRefusal::Used))
    ));
    assert_eq!(
        portal.refused(&["code", "--role", "desk", "--label", "A"]),
        "label-taken"
    );
    assert_eq!(
        portal.refused(&["code", "--role", "desk", "--label", "1"]),
        "label-form"
    );
    assert_eq!(portal.must(&["code", "--role", "desk"])["label"], "B");
    assert_eq!(portal.must(&["code", "--role", "booth"])["label"], "01");
    let node = joined.admission.node.to_string();
    assert_eq!(
        portal.must(&["retire", &node, "--reason", "жаңа компьютер"])["label"],
        "A"
    );
    assert_eq!(
        portal.refused(&["retire", &node, "--reason", "тағы"]),
        "node-not-retirable"
    );
    assert_eq!(
        portal.refused(&["code", "--role", "desk", "--label", "A"]),
        "label-taken",
        "a retired node keeps it"
    );
    assert_eq!(
        portal.refused(&["code", "--role", "desk", "--address", "мекенжай"]),
        "address-form"
    );
}

#[test]
fn a_hub_comes_for_a_new_certificate_with_the_same_keys() {
    let portal = Portal::serving();
    let hub = Hub::enrolled(&portal);
    let before = kinds(&portal, "NodeAdmitted");
    let code = portal.must(&["code", "--role", "hub"]);
    let surroundings = qabyldau_store::surroundings::real();
    let code = code["code"].as_str().unwrap().parse().unwrap();
    let again = qabyldau_exchange::pair::join_blocking(&code, &hub.keys, &surroundings).unwrap();
    assert!(again.admission.certificate.is_some());
    assert_eq!(kinds(&portal, "NodeAdmitted"), before, "it is admitted already");
}

#[test]
fn a_recording_survives_a_kill_and_is_stored_once() {
    let mut portal = Portal::serving();
    let hub = Hub::enrolled(&portal);
    let out = Arc::new(ParcelFolder::open(hub.folder.path().join("out")).unwrap());
    let sealed = vec![5; 9_000_000];
    let sha256 = out.put(&sealed).unwrap();
    let outbox = |commits: bool| Outbox {
        folder: Arc::clone(&out),
        portal: hub.joined.admission.portal,
        commit: Arc::new(move |_| if commits { Ok(()) } else { Err(ExchangeError::Ending) }),
    };
    let first = hub
        .runtime
        .block_on(hub.link(&portal).send_parcel(&outbox(false), sha256));
    assert!(first.is_err(), "the receipt was not committed");
    assert!(out.size(&sha256).unwrap().is_some(), "so the recording is kept");
    portal.kill();
    portal.serve();
    assert!(
        hub.runtime
            .block_on(hub.link(&portal).send_parcel(&outbox(true), sha256))
            .unwrap()
    );
    assert_eq!(out.size(&sha256).unwrap(), None);
    assert_eq!(
        std::fs::read(portal.path(&format!("data/up/{sha256}"))).unwrap(),
        sealed
    );
    assert_eq!(kinds(&portal, "ParcelStored"), 1);
}
