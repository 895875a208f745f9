//! `export --facts`: every line is a fact whose hash can be computed again from the line alone.

use std::collections::BTreeMap;
use std::fs;

use qabyldau_domain::fact::{Digest, Fact, Instant};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::text;
use crate::trial::{Trial, findings, utf8};

/// The line's body exactly as it stands there.
#[derive(serde::Deserialize)]
struct Body<'a> {
    #[serde(borrow)]
    body: &'a RawValue,
}

/// The fact a line speaks of, from nothing but the line.
fn read(line: &str) -> Fact {
    let value: Value = serde_json::from_str(line).expect("what the test set up");
    let text = |name: &str| value[name].as_str().expect("what the test set up").to_owned();
    let number = |name: &str| value[name].as_i64().expect("what the test set up");
    let body = serde_json::from_str::<Body<'_>>(line)
        .expect("what the test set up")
        .body
        .get()
        .to_owned();
    assert!(value["body"].is_object());
    Fact {
        branch: text("branch").parse().expect("what the test set up"),
        node: text("node").parse().expect("what the test set up"),
        seq: value["seq"].as_u64().expect("what the test set up"),
        tick: value["tick"].as_u64().expect("what the test set up"),
        at: Instant {
            utc_ms: number("at_ms"),
            offset_min: number("at_offset_min").try_into().expect("what the test set up"),
        },
        by: text("by").parse().expect("what the test set up"),
        subject: text("subject").parse().expect("what the test set up"),
        kind: text("kind"),
        version: number("version").try_into().expect("what the test set up"),
        body_hash: Digest::of(body.as_bytes()),
        body: Some(body),
        prev: text("prev").parse().expect("what the test set up"),
        hash: text("hash").parse().expect("what the test set up"),
        act_end: value["act_end"].as_bool().expect("what the test set up"),
        sig: value["sig"]
            .as_str()
            .map(|sig| sig.parse().expect("what the test set up")),
    }
}

#[test]
fn every_line_hashes_to_its_hash_and_follows_the_one_before_it() {
    let trial = Trial::shared();
    let given = trial.run(&["export", "--facts"], "desk");
    assert_eq!(given.status.code(), Some(0));
    let store = trial.store("desk");
    let mut last: BTreeMap<_, (u64, Digest)> = BTreeMap::new();
    let mut order = Vec::new();
    for line in text(&given.stdout).lines() {
        let fact = read(line);
        assert_eq!(fact.expected_hash(), fact.hash, "{line}");
        let (seq, hash) = last.get(&fact.node).copied().unwrap_or((0, Digest::ZERO));
        assert_eq!((fact.seq, fact.prev), (seq + 1, hash));
        if seq == 0 {
            order.push(fact.node);
        }
        last.insert(fact.node, (fact.seq, fact.hash));
    }
    assert_eq!(
        order,
        [store.portal().node(), store.node()],
        "the portal's stream first"
    );
    let reader = store.reader().expect("what the test set up");
    for (node, seq) in reader.have().expect("what the test set up") {
        let head = reader
            .head(&node)
            .expect("what the test set up")
            .expect("what the test set up");
        assert_eq!(last[&node], (seq, head.hash));
    }
}

#[test]
fn a_file_is_whole_and_new_and_names_of_people_stand_nowhere_else() {
    let trial = Trial::copy();
    let file = trial.path("facts.jsonl");
    let export = || trial.run(&["export", "--facts", "--json", "--into", utf8(&file)], "desk");
    let given = export();
    assert_eq!((given.status.code(), text(&given.stdout)), (Some(0), ""));
    let written = fs::read_to_string(&file).expect("what the test set up");
    let said: Value = serde_json::from_str(text(&given.stderr)).expect("what the test set up");
    assert_eq!(
        (&said["code"], said["facts"].as_u64()),
        (&"exported".into(), Some(written.lines().count() as u64))
    );
    assert_eq!(
        written,
        text(&trial.run(&["export", "--facts"], "desk").stdout),
        "file and output are the same"
    );
    for line in written.lines().filter(|line| line.contains("EntryRegistered")) {
        let surname = read(line).body.expect("what the test set up");
        let surname: Value = serde_json::from_str(&surname).expect("what the test set up");
        let surname = surname["person"]["surname"]
            .as_str()
            .expect("what the test set up")
            .to_owned();
        assert!(!text(&given.stderr).contains(&surname));
    }
    #[cfg(unix)]
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&file).expect("what the test set up").permissions())
            & 0o777,
        0o600
    );
    assert!(!trial.path("facts.jsonl.part").exists());

    let again = export();
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("into-exists"));
    assert_eq!(fs::read_to_string(&file).expect("what the test set up"), written);
}

#[test]
fn a_stream_with_a_missing_place_gives_no_file() {
    let trial = Trial::copy();
    let store = trial.store("desk");
    let node = store.node();
    let sql = format!("DELETE FROM ledger_fact WHERE node = x'{node}' AND seq = 4");
    store
        .raw()
        .expect("what the test set up")
        .execute_batch(&sql)
        .expect("what the test set up");
    drop(store);
    let file = trial.path("facts.jsonl");
    let given = trial.run(&["export", "--facts", "--json", "--into", utf8(&file)], "desk");
    let said: Value = serde_json::from_str(text(&given.stderr)).expect("what the test set up");
    assert_eq!(
        (given.status.code(), &said["code"], &said["seq"]),
        (Some(1), &"export-short".into(), &4.into())
    );
    assert!(!file.exists() && !trial.path("facts.jsonl.part").exists());
}

#[test]
fn what_is_to_be_exported_must_be_said() {
    let given = Trial::shared().run(&["export"], "desk");
    assert_eq!(given.status.code(), Some(2));
    assert!(findings(&given).is_empty() && text(&given.stderr).contains("--facts"));
}
