//! The head noted outside the data folder: an old copy of the data is read, never written (F07).

use std::fs;

use qabyldau_domain::ledger::Chunk;

use super::opening::room;
use super::*;
use crate::{ActFailed, Condition, ReadOnly};

/// A file as it stood after one act, put back after three.
fn restored() -> Node {
    let mut portal = Node::portal();
    portal.write(By::Node, vec![room("1")]);
    let portal = portal.again();
    let file = portal.store.place().database();
    let Node {
        store,
        surroundings,
        key,
        folder,
    } = portal;
    drop(store);
    let old = fs::read(&file).expect("the file");
    let mut portal = Node {
        store: Store::open(place(&folder), &key).expect("it opens"),
        surroundings,
        key,
        folder,
    };
    portal.write(By::Node, vec![room("2")]);
    portal.write(By::Node, vec![room("3")]);
    let Node {
        store,
        surroundings,
        key,
        folder,
    } = portal;
    drop(store);
    fs::write(&file, old).expect("put back");
    Node {
        store: Store::open(place(&folder), &key).expect("it opens"),
        surroundings,
        key,
        folder,
    }
}

#[test]
fn f07_an_old_copy_is_read_only_and_stays_so() {
    let mut node = restored();
    for _ in 0..2 {
        let why = ReadOnly::BehindNote { held: 1, noted: 3 };
        assert_eq!(node.store.condition(), Condition::ReadOnly(why));
        let drafts = vec![room("2")];
        let act = node
            .store
            .act(&node.surroundings, By::Node, |_| Ok::<_, StoreError>((drafts, ())));
        assert!(matches!(act, Err(ActFailed::NotWritten(StoreError::ReadOnly(_)))));
        assert!(matches!(
            node.store.take(&Chunk::default()),
            Err(StoreError::ReadOnly(_))
        ));
        assert!(matches!(node.store.told(99), Err(StoreError::ReadOnly(_))));
        assert_eq!(node.reader().rooms().unwrap().len(), 1, "it is read");
        node = node.again();
    }
}

#[test]
fn f07_the_note_is_written_by_the_end_and_names_the_last_fact() {
    let mut node = Node::portal();
    let facts = node.write(By::Node, vec![room("1"), room("2")]).facts;
    let note = node.store.place().head_note(&node.store.node()).unwrap();
    assert!(!note.starts_with(node.store.place().data()), "outside the data folder");
    let node = node.again();
    assert_eq!(
        fs::read_to_string(&note).unwrap(),
        format!("{:020} {}\n", 2, facts[1].hash)
    );
    assert_eq!(node.store.condition(), Condition::Good);
}

#[test]
fn f07_another_fact_at_the_noted_place_is_seen() {
    let mut node = Node::portal();
    node.write(By::Node, vec![room("1")]);
    let note = node.store.place().head_note(&node.store.node()).unwrap();
    let Node { store, key, folder, .. } = node;
    drop(store);
    fs::write(&note, format!("{:020} {}\n", 1, Digest::of(b"another"))).unwrap();
    let store = Store::open(place(&folder), &key).unwrap();
    assert_eq!(
        store.condition(),
        Condition::ReadOnly(ReadOnly::OtherAtNote { noted: 1 })
    );
}

#[test]
fn a_lagging_torn_or_missing_note_stops_nobody() {
    let mut node = Node::portal();
    node.write(By::Node, vec![room("1")]);
    let first = node.reader().head(&node.store.node()).unwrap().unwrap();
    node.write(By::Node, vec![room("2")]);
    let note = node.store.place().head_note(&node.store.node()).unwrap();
    for text in [
        format!("{:020} {}\n", 1, first.hash),
        String::new(),
        "\0".repeat(86),
        "0000".into(),
    ] {
        let Node {
            store,
            surroundings,
            key,
            folder,
        } = node;
        drop(store);
        fs::write(&note, text).unwrap();
        node = Node {
            store: Store::open(place(&folder), &key).unwrap(),
            surroundings,
            key,
            folder,
        };
        assert_eq!(node.store.condition(), Condition::Good);
    }
    let Node { store, key, folder, .. } = node;
    drop(store);
    fs::remove_file(&note).unwrap();
    assert_eq!(Store::open(place(&folder), &key).unwrap().condition(), Condition::Good);
}
