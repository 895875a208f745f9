//! `doctor` on what is whole and on what is not.

use std::fs;

use qabyldau_domain::fact::{By, Draft};
use qabyldau_domain::facts::Body;
use qabyldau_domain::subject::Subject;
use serde_json::json;

use crate::trial::{DAYS, Trial, findings, flip, the, utf8, wrong};
use crate::{run, text};

#[test]
fn a_healthy_desk_is_said_to_be_so_from_outside_and_from_inside() {
    let given = Trial::shared().run(&["doctor", "--json"], "desk");
    let said = findings(&given);
    assert_eq!((given.status.code(), wrong(&said)), (Some(0), vec![]), "{said:#?}");
    for code in [
        "data-folder",
        "slots-whole",
        "demonstration",
        "database",
        "state-folder",
        "disk",
        "writable",
        "facts-count",
        "calendar",
    ] {
        the(&said, code);
    }
    assert_eq!(the(&said, "nameplate")["label"], "A");
    assert_eq!(the(&said, "node")["role"], "desk");
    assert_eq!(
        the(&said, "engine")["cipher"]
            .as_str()
            .map(|version| version.contains('.')),
        Some(true)
    );
    let note = the(&said, "head-note");
    assert_eq!(note["noted"], note["held"]);
    let streams: Vec<_> = said.iter().filter(|finding| finding["code"] == "stream").collect();
    assert_eq!(streams.len(), 2);
    assert!(
        streams
            .iter()
            .any(|stream| stream["role"] == "desk" && stream["seq"] == note["held"])
    );
    let documents = said.iter().filter(|finding| finding["code"] == "document");
    assert_eq!(documents.count(), 5, "four years and the mark");
    let unsent = the(&said, "unsent")["count"].as_u64();
    assert!(
        unsent.is_some_and(|count| count > 5 * DAYS as u64),
        "no peer has ever said what it holds"
    );
}

#[test]
fn without_a_key_what_can_be_seen_is_said_and_that_more_could_be() {
    let given = Trial::shared().keyless(&["doctor", "--json"], "desk");
    let said = findings(&given);
    assert_eq!((given.status.code(), wrong(&said)), (Some(0), vec![]));
    the(&said, "not-opened");
    assert!(
        the(&said, "engine")["sqlite"]
            .as_str()
            .is_some_and(|version| version.starts_with("3."))
    );
    assert!(said.iter().all(|finding| finding["code"] != "stream"));
}

#[test]
fn each_language_has_its_own_sentences_one_a_line() {
    let trial = Trial::shared();
    let [kk, ru] = ["kk", "ru"].map(|language| trial.run(&["doctor", "--language", language], "desk"));
    let (kk, ru) = (text(&kk.stdout), text(&ru.stdout));
    assert_eq!(kk.lines().count(), ru.lines().count());
    assert!(kk.contains("деректер қалтасы орнында") && ru.contains("папка данных на месте"));
    for (kk, ru) in kk.lines().zip(ru.lines()) {
        assert!(
            kk != ru && kk.ends_with(']') && !kk.contains('{') && !ru.contains('{'),
            "{kk} / {ru}"
        );
    }
}

#[test]
fn a_folder_that_is_not_there_is_the_one_thing_said_of_it() {
    let trial = Trial::copy();
    let given = trial.keyless(&["doctor", "--json"], "nowhere");
    assert_eq!(
        (given.status.code(), wrong(&findings(&given))),
        (Some(1), vec!["data-folder-missing"])
    );
    fs::create_dir(trial.path("empty")).expect("what the test set up");
    let given = trial.keyless(&["doctor", "--json"], "empty");
    assert_eq!(
        (given.status.code(), wrong(&findings(&given))),
        (Some(1), vec!["slots-not-there", "database-missing"])
    );
}

#[test]
fn a_damaged_copy_of_the_slots_is_named_and_two_are_the_end() {
    let trial = Trial::copy();
    flip(&trial.path("desk/keys.slots"), 40);
    let said = findings(&trial.run(&["doctor", "--json"], "desk"));
    assert_eq!(wrong(&said), ["slots-copy-damaged"]);
    assert_eq!(the(&said, "slots-copy-damaged")["copy"], "keys.slots");
    the(&said, "writable");

    fs::remove_file(trial.path("desk/keys.slots.2")).expect("what the test set up");
    let given = trial.run(&["doctor", "--json"], "desk");
    assert_eq!(
        (given.status.code(), wrong(&findings(&given))),
        (Some(1), vec!["slots-both-damaged"])
    );
}

#[test]
fn a_flipped_byte_in_the_database_is_said_and_the_file_left_as_it_is() {
    let trial = Trial::copy();
    let path = trial.path("desk/ledger.db");
    flip(&path, 1000);
    let before = fs::read(&path).expect("what the test set up");
    let given = trial.run(&["doctor", "--json"], "desk");
    assert_eq!(
        (given.status.code(), wrong(&findings(&given))),
        (Some(1), vec!["database-unreadable"])
    );
    assert_eq!(fs::read(&path).expect("what the test set up"), before);
}

#[test]
fn a_cut_and_an_unencrypted_database_are_seen_without_a_key() {
    let trial = Trial::copy();
    let path = trial.path("desk/ledger.db");
    let mut bytes = fs::read(&path).expect("what the test set up");
    fs::write(&path, &bytes[..bytes.len() - 100]).expect("what the test set up");
    let codes = |trial: &Trial| {
        let said = findings(&trial.keyless(&["doctor", "--json"], "desk"));
        wrong(&said).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(codes(&trial), ["database-cut"]);
    bytes[..16].copy_from_slice(b"SQLite format 3\0");
    fs::write(&path, &bytes).expect("what the test set up");
    assert_eq!(codes(&trial), ["database-plain"]);
}

#[test]
fn a_database_older_than_its_note_and_one_without_a_note_are_said() {
    let trial = Trial::copy();
    let node = trial.store("desk").node();
    let note = trial.path("state").join(node.to_string()).join("head");
    let noted = fs::read_to_string(&note).expect("what the test set up");
    let (seq, hash) = noted.trim_end().split_once(' ').expect("what the test set up");
    let ahead = seq.parse::<u64>().expect("what the test set up") + 2;
    fs::write(&note, format!("{ahead:020} {hash}\n")).expect("what the test set up");
    let said = findings(&trial.run(&["doctor", "--json"], "desk"));
    assert_eq!(wrong(&said), ["behind-note"]);
    assert_eq!(the(&said, "behind-note")["noted"], ahead);
    assert_eq!(
        trial.run(&["verify"], "desk").status.code(),
        Some(1),
        "verify says it too"
    );

    fs::remove_file(&note).expect("what the test set up");
    let said = findings(&trial.run(&["doctor", "--json"], "desk"));
    assert_eq!(wrong(&said), ["head-note-missing"]);
}

#[test]
fn a_state_folder_inside_the_data_is_no_guard() {
    let trial = Trial::copy();
    let (data, state) = (trial.path("desk"), trial.path("desk/state"));
    fs::create_dir(&state).expect("what the test set up");
    let given = run(&["doctor", "--json", "--data", utf8(&data), "--state", utf8(&state)]);
    assert_eq!(
        (given.status.code(), wrong(&findings(&given))),
        (Some(1), vec!["state-folder-inside"])
    );
}

#[derive(serde::Serialize, serde::Deserialize)]
struct FromTheFuture {}

impl Body for FromTheFuture {
    const KIND: &'static str = "SomethingNew";
    const VERSION: u16 = 1;
}

#[test]
fn a_fact_nobody_knows_is_named_by_kind_and_place() {
    let trial = Trial::copy();
    let mut store = trial.store("desk");
    let drafts = vec![Draft::new(Subject::room("1"), &FromTheFuture {})];
    let written = store
        .act(&qabyldau_store::surroundings::real(), By::Node, |_| {
            Ok::<_, ()>((drafts, ()))
        })
        .expect("what the test set up");
    drop(store);
    let said = findings(&trial.run(&["doctor", "--json"], "desk"));
    assert_eq!(wrong(&said), ["fact-marked"]);
    let marked = the(&said, "fact-marked");
    assert_eq!(
        (&marked["kind"], &marked["seq"]),
        (&json!("SomethingNew"), &json!(written.facts[0].seq))
    );
}

#[test]
fn it_reads_beside_a_program_that_is_writing() {
    let trial = Trial::copy();
    let store = trial.store("desk");
    store
        .raw()
        .expect("what the test set up")
        .execute_batch("BEGIN IMMEDIATE")
        .expect("what the test set up");
    for command in [&["doctor"][..], &["verify"], &["export", "--facts"]] {
        let given = trial.run(command, "desk");
        assert_eq!(given.status.code(), Some(0), "{command:?}: {}", text(&given.stderr));
    }
    store
        .raw()
        .expect("what the test set up")
        .execute_batch("ROLLBACK")
        .expect("what the test set up");
}
