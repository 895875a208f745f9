//! `verify` on a ledger as it was written, and on one that somebody changed who holds the key.

use std::fs;

use crate::trial::{Trial, findings, flip, the, utf8, wrong};
use crate::{run, text};

#[test]
fn both_nodes_of_a_trial_verify_and_have_the_same_rows() {
    let trial = Trial::shared();
    let digests = ["portal", "desk"].map(|node| {
        let given = trial.run(&["verify", "--json"], node);
        let said = findings(&given);
        assert_eq!((given.status.code(), wrong(&said)), (Some(0), vec![]), "{said:#?}");
        let verified = the(&said, "verified");
        assert!(
            verified["facts"].as_u64() > Some(50) && verified["rows"].as_u64() > Some(30),
            "{verified}"
        );
        assert_eq!(verified["streams"], 2);
        verified["digest"].clone()
    });
    assert_eq!(digests[0], digests[1]);
}

#[test]
fn an_edited_row_is_named_by_node_and_place_and_nothing_of_it_is_said() {
    let trial = Trial::copy();
    let store = trial.store("desk");
    let node = store.node();
    let sql = format!(
        "UPDATE ledger_fact SET body = replace(body, '\"KAZ\"', '\"KAX\"')
         WHERE seq = (SELECT min(seq) FROM ledger_fact WHERE kind = 'EntryRegistered' AND node = x'{node}') AND node = x'{node}'"
    );
    let registered = store
        .reader()
        .expect("what the test set up")
        .facts_of_stream(&node, 0, 100)
        .expect("what the test set up");
    let registered = registered
        .iter()
        .find(|fact| fact.kind == "EntryRegistered")
        .expect("what the test set up");
    store
        .raw()
        .expect("what the test set up")
        .execute_batch(&sql)
        .expect("what the test set up");
    drop(store);
    let given = trial.run(&["verify", "--json"], "desk");
    let said = findings(&given);
    assert_eq!(given.status.code(), Some(1));
    let edited = the(&said, "wrong-hash");
    assert_eq!(
        (edited["node"].as_str(), edited["seq"].as_u64()),
        (Some(node.to_string().as_str()), Some(registered.seq))
    );
    assert!(!text(&given.stdout).contains("KAX"));
    let plain = trial.run(&["verify"], "desk");
    assert!(text(&plain.stdout).contains(&format!("node={node} seq={}", registered.seq)));
}

#[test]
fn a_flipped_byte_in_the_middle_of_the_file_is_found() {
    let trial = Trial::copy();
    let path = trial.path("desk/ledger.db");
    let middle = fs::metadata(&path).expect("what the test set up").len() / 2;
    flip(&path, usize::try_from(middle).expect("what the test set up"));
    let given = trial.run(&["verify", "--json"], "desk");
    let said = findings(&given);
    assert_eq!(given.status.code(), Some(1));
    assert!(
        wrong(&said)
            .iter()
            .any(|code| ["file-damaged", "database-unreadable"].contains(code)),
        "{said:#?}"
    );
}

#[test]
fn against_the_portals_export_the_first_differing_place_is_named() {
    let trial = Trial::copy();
    let export = trial.path("portal.facts.jsonl");
    assert_eq!(
        trial
            .run(&["export", "--facts", "--into", utf8(&export)], "portal")
            .status
            .code(),
        Some(0)
    );
    let against = |file: &std::path::Path| {
        let given = trial.run(&["verify", "--json", "--against", utf8(file)], "desk");
        (given.status.code(), findings(&given))
    };
    let (code, said) = against(&export);
    assert_eq!((code, wrong(&said)), (Some(0), vec![]));
    let lines = fs::read_to_string(&export).expect("what the test set up");
    assert_eq!(the(&said, "compared")["lines"], lines.lines().count());

    let node = trial.store("desk").node().to_string();
    let other = trial.path("other.jsonl");
    let forged = lines.lines().map(|line| {
        let mut fact: serde_json::Value = serde_json::from_str(line).expect("what the test set up");
        if fact["node"] == node.as_str() && fact["seq"].as_u64() >= Some(9) {
            fact["hash"] = "ab".repeat(32).into();
        }
        format!("{fact}\n")
    });
    fs::write(&other, forged.collect::<String>()).expect("what the test set up");
    let (code, said) = against(&other);
    assert_eq!((code, wrong(&said)), (Some(1), vec!["peer-differs"]));
    assert_eq!(
        (&the(&said, "peer-differs")["node"], &the(&said, "peer-differs")["seq"]),
        (&node.into(), &9.into())
    );

    for (text, expected) in [("", "against-nothing"), ("{\"node\":1}\n", "against-unreadable")] {
        fs::write(&other, text).expect("what the test set up");
        let (code, said) = against(&other);
        assert_eq!((code, wrong(&said)), (Some(1), vec![expected]));
    }
    fs::write(&other, format!("{}{{broken\n", lines)).expect("what the test set up");
    let (_, said) = against(&other);
    assert_eq!(the(&said, "against-unreadable")["line"], lines.lines().count() + 1);
}

#[test]
fn without_anybody_who_opens_nothing_is_verified() {
    let trial = Trial::shared();
    let given = trial.keyless(&["verify", "--json"], "desk");
    assert_eq!(
        (given.status.code(), wrong(&findings(&given))),
        (Some(1), vec!["nobody"])
    );
    let given = run(&["verify", "--data", "x", "--device", "--staff", "y"]);
    assert_eq!(given.status.code(), Some(2));
    assert!(
        text(&given.stderr).contains("вместе не указывают"),
        "{}",
        text(&given.stderr)
    );
}
