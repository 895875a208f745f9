//! Somebody who holds the key edits rows; the verification names them (A11).

use qabyldau_domain::fact::{Act, Fact, seal};
use rusqlite::named_params;

use super::opening::room;
use super::*;
use crate::{Fault, Finding};

fn lines() -> (Node, Node) {
    let mut portal = Node::portal();
    let mut desk = Node::new(NodeRoleV1::Desk, 2);
    portal.admit(&desk, "A");
    portal.give(&mut desk, 500);
    for surname in ["Бірінші", "Екінші", "Үшінші", "Төртінші"] {
        desk.register("A", surname, None);
    }
    (portal, desk)
}

fn words(node: &Node) -> Vec<String> {
    let verdict = node.store.verify().expect("a verdict");
    verdict.findings.iter().map(Finding::to_string).collect()
}

fn sql(node: &Node, sql: &str) {
    node.store
        .conn()
        .expect("a connection")
        .execute_batch(sql)
        .expect("sql");
}

#[test]
fn what_was_written_verifies() {
    let (portal, desk) = lines();
    assert_eq!(words(&portal), [""; 0]);
    let verdict = desk.store.verify().unwrap();
    assert_eq!((verdict.facts, verdict.streams, verdict.rows), (5, 2, 5));
    assert!(verdict.is_good());
}

#[test]
fn a11_an_edited_row_is_named() {
    for edit in [
        "body = replace(body, 'Екінші', 'Бөтен')",
        "tick = tick + 1000",
        "at_ms = at_ms + 1",
        "by = 'node'",
        "kind = 'EntryAnnulled'",
        "prev = randomblob(32)",
        "hash = randomblob(32)",
        "body_hash = randomblob(32)",
    ] {
        let (_, desk) = lines();
        sql(
            &desk,
            &format!(
                "UPDATE ledger_fact SET {edit} WHERE node <> (SELECT node FROM ledger_node WHERE role = 'portal') AND seq = 2"
            ),
        );
        let node = desk.store.node();
        assert_eq!(words(&desk)[0], format!("wrong-hash node={node} seq=2"), "{edit}");
    }
}

#[test]
fn a11_a_row_that_reads_as_no_fact_any_more_is_named_and_the_rest_is_gone_through() {
    for edit in ["by = 'somebody'", "subject = 'no subject'", "at_offset = 1440, by = ''"] {
        let (_, desk) = lines();
        let node = desk.store.node();
        sql(
            &desk,
            &format!("UPDATE ledger_fact SET {edit} WHERE node = x'{node}' AND seq = 2"),
        );
        let words = words(&desk);
        let named = format!("unreadable node={node} seq=2");
        assert!(words.contains(&named), "{edit}: {words:?}");
    }
}

#[test]
fn a11_a_deleted_row_is_named() {
    for (seq, word) in [(2, "gap"), (4, "behind-note")] {
        let (_, desk) = lines();
        let node = desk.store.node();
        sql(
            &desk,
            &format!("DELETE FROM ledger_fact WHERE node = x'{node}' AND seq = {seq}"),
        );
        if word == "gap" {
            assert_eq!(words(&desk)[0], format!("gap node={node} seq=2"));
        } else {
            // The end of a stream can be cut off without a trace in the chain; the head noted outside knows.
            let desk = desk.again();
            assert!(matches!(
                desk.store.condition(),
                crate::Condition::ReadOnly(crate::ReadOnly::BehindNote { held: 3, noted: 4 })
            ));
        }
    }
}

#[test]
fn a11_reordered_rows_are_named() {
    let (_, desk) = lines();
    let node = desk.store.node();
    sql(
        &desk,
        &format!(
            "UPDATE ledger_fact SET seq = 100 WHERE node = x'{node}' AND seq = 2;
             UPDATE ledger_fact SET seq = 2 WHERE node = x'{node}' AND seq = 3;
             UPDATE ledger_fact SET seq = 3 WHERE node = x'{node}' AND seq = 100"
        ),
    );
    assert_eq!(words(&desk)[0], format!("wrong-hash node={node} seq=2"));
}

/// Writes facts over the rows at their places.
fn overwrite(node: &Node, facts: &[Fact]) {
    for fact in facts {
        let changed = node
            .store
            .conn()
            .expect("a connection")
            .execute(
                "UPDATE ledger_fact SET body = :body, body_hash = :body_hash, prev = :prev, hash = :hash, sig = :sig \
                 WHERE node = :node AND seq = :seq",
                named_params! {
                    ":body": fact.body, ":body_hash": fact.body_hash.as_bytes(), ":prev": fact.prev.as_bytes(),
                    ":hash": fact.hash.as_bytes(), ":sig": fact.sig.map(|sig| sig.0),
                    ":node": fact.node.as_bytes(), ":seq": i64::try_from(fact.seq).expect("small"),
                },
            )
            .expect("an update");
        assert_eq!(changed, 1);
    }
}

fn own_facts(node: &Node) -> Vec<Fact> {
    let facts = node.reader().facts_of_stream(&node.store.node(), 0, 100);
    facts.expect("facts")
}

/// The own stream from `seq` on, with another body there and every hash made to fit again.
fn rehashed(node: &Node, seq: usize) -> Vec<Fact> {
    let mut facts = own_facts(node);
    let body = facts[seq - 1].body.as_ref().expect("a body").replace("Екінші", "Бөтен");
    facts[seq - 1].body_hash = Digest::of(body.as_bytes());
    facts[seq - 1].body = Some(body);
    for at in seq - 1..facts.len() {
        if at > 0 {
            facts[at].prev = facts[at - 1].hash;
        }
        facts[at].hash = facts[at].expected_hash();
    }
    facts.split_off(seq - 1)
}

#[test]
fn a11_an_edited_and_rehashed_stream_fails_its_signature() {
    let (_, desk) = lines();
    overwrite(&desk, &rehashed(&desk, 2));
    let node = desk.store.node();
    assert_eq!(words(&desk)[0], format!("wrong-signature node={node} seq=2"));
}

#[test]
fn a11_a_stream_its_writer_signed_anew_differs_from_the_portals_checkpoint() {
    let (mut portal, mut desk) = lines();
    desk.give(&mut portal, 500);
    let node = desk.store.node();
    let heads = portal.reader().have().unwrap();
    let head = portal.reader().head(&node).unwrap().unwrap();
    assert_eq!(heads[&node], 4);
    let body = CheckpointTaken {
        heads: [(node, head)].into(),
    };
    portal.write(By::Node, vec![Draft::new(Subject::checkpoint(today()), &body)]);
    portal.give(&mut desk, 500);
    assert_eq!(words(&desk), [""; 0]);
    let mut anew = rehashed(&desk, 2);
    for fact in &mut anew {
        let message = [&b"qabyldau-act-1"[..], fact.hash.as_bytes()].concat();
        fact.sig = Some(desk.store.node_key().sign(&message));
    }
    overwrite(&desk, &anew);
    desk.store.rebuild().unwrap();
    assert_eq!(words(&desk), [format!("checkpoint-differs node={node} seq=4")]);
    let facts = portal.reader().facts().unwrap();
    let theirs = facts.map(|fact| fact.map(|fact| (fact.node, fact.seq, fact.hash)).unwrap());
    let finding = Finding {
        place: Some((node, 2)),
        fault: Fault::PeerDiffers,
    };
    assert_eq!(
        desk.store.verify_against(theirs).unwrap(),
        [finding],
        "the first place that differs"
    );
}

#[test]
fn a11_an_invented_writer_is_named() {
    let (_, desk) = lines();
    let stranger = NodeKey::from_seed(&[9; 32]);
    sql(
        &desk,
        &format!(
            "INSERT INTO ledger_node (node, role, public_key, admitted_seq) VALUES (x'{}', 'desk', x'{}', 1)",
            stranger.node(),
            stranger.public()
        ),
    );
    assert_eq!(words(&desk), [format!("node-unexplained writer={}", stranger.node())]);
}

#[test]
fn edited_added_and_missing_projection_rows_are_named() {
    let cases = [
        (
            "UPDATE p_entry SET view = replace(view, 'Екінші', 'Бөтен') WHERE number LIKE '%2'",
            "row-differs table=p_entry subject=entry/0512-A-2026/000002",
        ),
        (
            "UPDATE p_entry SET iin = '680503100001' WHERE number LIKE '%3'",
            "row-differs table=p_entry subject=entry/0512-A-2026/000003",
        ),
        ("DELETE FROM p_node", "row-missing table=p_node subject=node/"),
        (
            "INSERT INTO p_room VALUES (1, 'room/9', '9', '{}')",
            "row-extra table=p_room subject=room/9",
        ),
        (
            "UPDATE ledger_fact SET trouble = 'impossible' WHERE seq = 3",
            "mark-differs node=",
        ),
        (
            "INSERT INTO p_entry_words (p_entry_words) VALUES ('delete-all')",
            "search-index",
        ),
        ("DROP INDEX p_entry_iin", "schema object=p_entry_iin"),
        (
            "CREATE TRIGGER sly AFTER INSERT ON local_draft BEGIN SELECT 1; END",
            "schema object=sly",
        ),
        ("UPDATE ledger_tick SET tick = 2", "tick-behind node="),
        (
            "UPDATE ledger_fact SET body = NULL WHERE seq = 4",
            "erased-without-closing node=",
        ),
    ];
    for (edit, expected) in cases {
        let (_, desk) = lines();
        sql(&desk, edit);
        let words = words(&desk);
        assert!(words.iter().any(|word| word.starts_with(expected)), "{edit}: {words:?}");
    }
}

#[test]
fn a_number_left_out_is_named() {
    let (_, mut desk) = lines();
    let number = "0512-A-2026/000006".parse().unwrap();
    desk.write(
        STAFF,
        vec![Draft::new(Subject::entry(&number), &entry(&number, "Артық", None))],
    );
    let node = desk.store.node();
    assert_eq!(
        words(&desk),
        [format!("number node={node} seq=5 found=0512-A-2026/000006 expected=5")]
    );
}

#[test]
fn two_desks_in_one_series_are_named() {
    let (mut portal, mut desk) = lines();
    let mut other = Node::new(NodeRoleV1::Desk, 3);
    portal.admit(&other, "B");
    portal.give(&mut desk, 500);
    other.register("A", "Қайталама", None);
    other.give(&mut desk, 500);
    assert!(words(&desk).iter().any(|word| word.starts_with("number node=")));
}

#[test]
fn an_unfinished_act_at_the_end_is_named() {
    let (_, desk) = lines();
    let head = desk.reader().head(&desk.store.node()).unwrap();
    let act = Act {
        at: NOON,
        by: STAFF,
        drafts: vec![room("1"), room("2")],
    };
    let facts = seal("0512".parse().unwrap(), desk.store.node_key(), head, 50, &act, || {
        [0; 16]
    })
    .unwrap();
    let conn = desk.store.conn().unwrap();
    crate::ledger::fact_row::insert(conn, &facts[0], facts[0].body.as_deref()).unwrap();
    sql(&desk, "UPDATE ledger_tick SET tick = 99");
    let node = desk.store.node();
    assert!(words(&desk).contains(&format!("half-act node={node} seq=5")));
}

#[test]
fn f06_a_flipped_byte_is_noticed() {
    let (_, desk) = lines();
    let path = desk.store.place().database();
    let (place, key) = (desk.store.place().clone(), desk.key.clone());
    drop(desk.store);
    let mut bytes = std::fs::read(&path).unwrap();
    let pages = bytes.len() / 4096;
    for page in 1..pages {
        bytes[page * 4096 + 2000] ^= 1;
        std::fs::write(&path, &bytes).unwrap();
        match Store::open(place.clone(), &key) {
            Ok(store) => assert!(!store.verify().unwrap().is_good(), "page {page} of {pages}"),
            Err(error) => assert!(
                matches!(error, StoreError::Unreadable(_) | StoreError::Damaged(_)),
                "page {page} of {pages}: {error:?}"
            ),
        }
        bytes[page * 4096 + 2000] ^= 1;
        std::fs::write(&path, &bytes).unwrap();
    }
    assert!(Store::open(place, &key).unwrap().verify().unwrap().is_good());
}
