//! Facts between stores: what is kept, what is refused by name, what happens twice.

use qabyldau_domain::fact::{Act, BrokenStream, Fact, Head, PublicKey, seal};
use qabyldau_domain::ledger::{Chunk, Taken};

use super::opening::room;
use super::*;
use crate::{Condition, ReadOnly};

/// Portal, desk A and desk B, who know each other; A has written three lines in three acts.
fn branch() -> (Node, Node, Node) {
    let mut portal = Node::portal();
    let mut a = Node::new(NodeRoleV1::Desk, 2);
    let mut b = Node::new(NodeRoleV1::Desk, 3);
    portal.admit(&a, "A");
    portal.admit(&b, "B");
    portal.give(&mut a, 500);
    portal.give(&mut b, 500);
    for surname in ["Қасымова", "Ёлкин", "Сейтқали"] {
        a.register("A", surname, None);
    }
    (portal, a, b)
}

fn all_of(node: &Node) -> Chunk {
    let theirs = node.store.lack(&Default::default(), Scope::Own(node.store.node()), 500);
    theirs.expect("a chunk")
}

fn of(
    taken: &std::collections::BTreeMap<qabyldau_domain::fact::NodeId, Taken>,
    node: &Node,
) -> (u64, Option<(u64, BrokenStream)>) {
    let taken = taken[&node.store.node()];
    (
        taken.accepted_to,
        taken.refused.map(|refused| (refused.seq, refused.code)),
    )
}

#[test]
fn two_desks_with_the_same_facts_have_the_same_projections() {
    let (mut portal, mut a, mut b) = branch();
    b.register("B", "Ёлкин", None);
    a.give(&mut b, 500);
    b.give(&mut a, 1);
    a.give(&mut portal, 2);
    b.give(&mut portal, 500);
    let digest = a.reader().projections_digest().unwrap();
    assert_eq!(b.reader().projections_digest().unwrap(), digest);
    assert_eq!(portal.reader().projections_digest().unwrap(), digest);
    assert_eq!(a.reader().entries_of_day(today()).unwrap().len(), 4);
    assert_eq!(a.reader().troubles().unwrap(), []);
}

#[test]
fn what_is_known_is_taken_again_without_a_change() {
    let (_, a, mut b) = branch();
    let chunk = all_of(&a);
    for _ in 0..5 {
        let (taken, _) = b.store.take_with_topics(&chunk).unwrap();
        assert_eq!(of(&taken, &a), (3, None));
    }
    assert_eq!(b.reader().facts().unwrap().count(), 2 + 3);
    assert!(
        b.store.take_with_topics(&chunk).unwrap().1.is_empty(),
        "nothing changed"
    );
}

#[test]
fn a_piece_in_the_middle_waits_for_what_comes_before() {
    let (_, a, mut b) = branch();
    let mut chunk = all_of(&a);
    let first = chunk.facts.remove(0);
    assert_eq!(
        of(&b.store.take(&chunk).unwrap(), &a),
        (0, Some((2, BrokenStream::Gap)))
    );
    chunk.facts.insert(0, first);
    assert_eq!(of(&b.store.take(&chunk).unwrap(), &a), (3, None));
}

#[test]
fn every_way_of_altering_a_fact_is_refused_by_name_and_halts_that_stream_alone() {
    type Alter = fn(&mut Fact);
    let cases: &[(&str, Alter, BrokenStream)] = &[
        (
            "body",
            |f| f.body = f.body.as_ref().map(|b| b.replace("Ёлкин", "Палкин")),
            BrokenStream::WrongHash,
        ),
        ("author", |f| f.by = By::Node, BrokenStream::WrongHash),
        (
            "subject",
            |f| f.subject = "entry/0512-A-2026/000009".parse().expect("a subject"),
            BrokenStream::WrongHash,
        ),
        ("time", |f| f.at.utc_ms += 1, BrokenStream::WrongHash),
        ("no body", |f| f.body = None, BrokenStream::WrongHash),
        (
            "branch",
            |f| f.branch = "0513".parse().expect("a branch"),
            BrokenStream::ForeignBranch,
        ),
        ("prev", |f| f.prev = Digest::ZERO, BrokenStream::WrongPrev),
        ("tick", |f| f.tick = 1, BrokenStream::TickNotGrowing),
        ("far tick", |f| f.tick = 1 << 60, BrokenStream::TickNotGrowing),
        ("endless kind", |f| f.kind = "K".repeat(65), BrokenStream::BodyTooLarge),
        ("signature taken", |f| f.sig = None, BrokenStream::WrongSignature),
        (
            "hashed again",
            |f| {
                f.body = Some("{}".into());
                f.body_hash = Digest::of(b"{}");
                f.hash = f.expected_hash();
            },
            BrokenStream::WrongSignature,
        ),
    ];
    for (name, alter, code) in cases {
        let (mut portal, a, mut b) = branch();
        portal.write(By::Node, vec![room("1")]);
        let mut chunk = all_of(&a);
        alter(&mut chunk.facts[1]);
        chunk.facts.extend(all_of(&portal).facts);
        let taken = b.store.take(&chunk).unwrap();
        assert_eq!(of(&taken, &a), (1, Some((2, *code))), "{name}");
        assert_eq!(of(&taken, &portal), (3, None), "{name}: other streams go on");
        assert_eq!(b.reader().rooms().unwrap().len(), 1, "{name}");
        // The true facts are still welcome.
        assert_eq!(of(&b.store.take(&all_of(&a)).unwrap(), &a), (3, None), "{name}");
        assert!(b.store.verify().unwrap().is_good(), "{name}");
    }
}

#[test]
fn another_fact_at_a_known_place_is_refused_by_name() {
    let (_, a, mut b) = branch();
    b.store.take(&all_of(&a)).unwrap();
    let mut chunk = all_of(&a);
    chunk.facts[0].body = Some("{}".into());
    chunk.facts[0].body_hash = Digest::of(b"{}");
    chunk.facts[0].hash = chunk.facts[0].expected_hash();
    assert_eq!(
        of(&b.store.take(&chunk).unwrap(), &a),
        (3, Some((1, BrokenStream::OtherBody)))
    );
}

#[test]
fn a_stranger_is_refused_until_the_portal_admits_it_in_the_same_breath() {
    let (mut portal, _, mut b) = branch();
    let mut c = Node::new(NodeRoleV1::Desk, 4);
    c.register("C", "Омарова", None);
    let mut chunk = all_of(&c);
    assert_eq!(
        of(&b.store.take(&chunk).unwrap(), &c),
        (0, Some((1, BrokenStream::UnknownNode)))
    );
    portal.admit(&c, "C");
    // The admission stands behind the facts it admits; the portal's stream is read first all the same.
    chunk.facts.extend(all_of(&portal).facts);
    assert_eq!(of(&b.store.take(&chunk).unwrap(), &c), (1, None));
}

#[test]
fn facts_that_another_key_signed_under_a_known_name_are_refused() {
    let (_, a, mut b) = branch();
    let stranger = NodeKey::from_seed(&[9; 32]);
    let act = Act {
        at: NOON,
        by: By::Node,
        drafts: vec![room("1")],
    };
    let mut forged = seal("0512".parse().unwrap(), &stranger, None, 0, &act, || [0; 16]).unwrap();
    forged[0].node = a.store.node();
    forged[0].hash = forged[0].expected_hash();
    let chunk = Chunk { tick: 1, facts: forged };
    assert_eq!(
        of(&b.store.take(&chunk).unwrap(), &a),
        (0, Some((1, BrokenStream::WrongSignature)))
    );
}

#[test]
fn no_fact_makes_a_second_portal() {
    let (mut portal, _, mut b) = branch();
    let usurper = NodeKey::from_seed(&[9; 32]);
    let body = NodeAdmitted {
        role: NodeRoleV1::Portal,
        label: String::new(),
        public_key: usurper.public(),
        tls: Digest::ZERO,
        recipient: "age1".into(),
    };
    portal.write(By::Node, vec![Draft::new(Subject::node(&usurper.node()), &body)]);
    portal.give(&mut b, 500);
    let act = Act {
        at: NOON,
        by: By::Node,
        drafts: vec![room("1")],
    };
    let facts = seal("0512".parse().unwrap(), &usurper, None, 0, &act, || [0; 16]).unwrap();
    let taken = b.store.take(&Chunk { tick: 1, facts }).unwrap();
    assert_eq!(taken[&usurper.node()].refused.unwrap().code, BrokenStream::UnknownNode);
}

#[test]
fn a_retired_node_is_still_read() {
    let (mut portal, a, mut b) = branch();
    let retired = NodeRetired {
        reason: "replaced".into(),
    };
    portal.write(By::Node, vec![Draft::new(Subject::node(&a.store.node()), &retired)]);
    portal.give(&mut b, 500);
    assert_eq!(of(&b.store.take(&all_of(&a)).unwrap(), &a), (3, None));
    assert_eq!(b.reader().nodes_of_role(NodeRoleV1::Desk).unwrap().len(), 1);
    assert!(b.reader().node_by_id(&a.store.node()).unwrap().unwrap().retired);
}

#[test]
fn half_an_act_is_not_kept() {
    let (mut portal, _, mut b) = branch();
    portal.write(By::Node, vec![room("1"), room("2"), room("3")]);
    let mut chunk = all_of(&portal);
    chunk.facts.pop();
    assert_eq!(of(&b.store.take(&chunk).unwrap(), &portal), (2, None));
    assert_eq!(b.reader().rooms().unwrap().len(), 0);
}

#[test]
fn what_is_lacking_is_cut_at_acts_with_the_portal_first() {
    let (mut portal, mut a, b) = branch();
    portal.write(By::Node, (0..7).map(|n| room(&n.to_string())).collect());
    portal.give(&mut a, 500);
    let have = b.store.have().unwrap();
    let shape = |limit| {
        let chunk = a.store.lack(&have, Scope::Branch, limit).unwrap();
        assert!(chunk.facts.last().unwrap().act_end);
        let of_portal = chunk
            .facts
            .iter()
            .take_while(|fact| fact.node == portal.store.node())
            .count();
        (of_portal, chunk.facts.len() - of_portal)
    };
    assert_eq!(shape(1), (7, 0), "at least one whole act");
    assert_eq!(shape(8), (7, 1));
    assert_eq!(shape(500), (7, 3));
    let own = a.store.lack(&have, Scope::Own(a.store.node()), 500).unwrap();
    assert!(own.facts.iter().all(|fact| fact.node == a.store.node()) && own.facts.len() == 3);
}

#[test]
fn ticks_grow_over_what_was_told_and_survive_a_restart() {
    let (_, mut a, _) = branch();
    let told = a.store.tick().unwrap() + 1000;
    a.store.told(told).unwrap();
    a.store.told(5).unwrap();
    let mut a = a.again();
    assert_eq!(a.store.tick().unwrap(), told);
    let facts = a.write(STAFF, vec![room("x")]).facts;
    assert_eq!(facts[0].tick, told + 1);
    assert!(matches!(a.store.told(u64::MAX), Err(StoreError::TickBeyond)));
}

#[test]
fn a_body_taken_out_on_the_way_comes_back_from_an_honest_peer() {
    let (mut portal, _, mut b) = branch();
    portal.write(By::Node, vec![room("1")]);
    let mut stripped = all_of(&portal);
    stripped.facts[2].body = None;
    b.store.take(&stripped).unwrap();
    assert_eq!(b.reader().rooms().unwrap().len(), 0);
    assert_eq!(b.reader().troubles().unwrap()[0].why, "erased");
    assert_eq!(
        b.store.verify().unwrap().findings[0].fault,
        crate::Fault::ErasedWithoutClosing
    );
    b.store.take(&all_of(&portal)).unwrap();
    assert_eq!(b.reader().rooms().unwrap().len(), 1);
    assert!(b.store.verify().unwrap().is_good());
}

#[test]
fn a_fact_of_an_unknown_kind_is_kept_marked_and_passed_on() {
    let (mut portal, mut a, mut b) = branch();
    let key = NodeKey::from_seed(&[1; 32]);
    let head = portal.reader().head(&portal.store.node()).unwrap();
    let body = r#"{"salt":"00000000000000000000000000000000","from":"a later program"}"#;
    let mut fact = seal(
        "0512".parse().unwrap(),
        &key,
        head,
        50,
        &Act {
            at: NOON,
            by: By::Node,
            drafts: vec![room("1")],
        },
        || [0; 16],
    )
    .unwrap()
    .remove(0);
    fact.kind = "RoomPainted".into();
    fact.body = Some(body.into());
    fact.body_hash = Digest::of(body.as_bytes());
    fact.hash = fact.expected_hash();
    fact.sig = Some(key.sign(&[&b"qabyldau-act-1"[..], fact.hash.as_bytes()].concat()));
    let chunk = Chunk {
        tick: 51,
        facts: vec![fact.clone()],
    };
    assert_eq!(of(&a.store.take(&chunk).unwrap(), &portal), (3, None));
    a.give(&mut b, 500);
    for node in [&a, &b] {
        let marked = node.reader().troubles().unwrap();
        assert_eq!(
            (marked[0].fact.clone(), marked[0].why.as_str()),
            (fact.clone(), "unknown-kind")
        );
        assert!(node.store.verify().unwrap().is_good());
    }
    // The stream goes on.
    portal.store.take(&chunk).unwrap();
    assert!(matches!(
        portal.store.condition(),
        Condition::ReadOnly(ReadOnly::PeerKnowsMore { held: 2, theirs: 3 })
    ));
}

#[test]
fn a_hub_relays_without_projections() {
    let (mut portal, mut a, mut b) = branch();
    let mut hub = Node::new(NodeRoleV1::Hub, 7);
    portal.give(&mut hub, 500);
    a.give(&mut hub, 1);
    assert_eq!(hub.reader().entries_of_day(today()).unwrap().len(), 0);
    hub.give(&mut b, 2);
    hub.give(&mut portal, 500);
    assert_eq!(
        b.reader().projections_digest().unwrap(),
        a.reader().projections_digest().unwrap()
    );
    assert_eq!(
        portal.reader().projections_digest().unwrap(),
        a.reader().projections_digest().unwrap()
    );
    assert!(hub.store.verify().unwrap().is_good());
    a.register("A", "Жаңа", None);
    assert_eq!(a.reader().unsent(&hub.store.have().unwrap(), Scope::Branch).unwrap(), 1);
}

#[test]
fn a_peer_that_knows_more_of_the_own_stream_makes_the_file_read_only() {
    let (_, mut a, _) = branch();
    let mut have = a.store.have().unwrap();
    a.store.lack(&have, Scope::Branch, 500).unwrap();
    assert_eq!(a.store.condition(), Condition::Good);
    have.insert(a.store.node(), 4);
    a.store.lack(&have, Scope::Branch, 500).unwrap();
    let why = ReadOnly::PeerKnowsMore { held: 3, theirs: 4 };
    assert_eq!(a.store.condition(), Condition::ReadOnly(why));
    let refused = a
        .store
        .act(&a.surroundings, STAFF, |_| Ok::<_, StoreError>((vec![room("x")], ())));
    assert!(matches!(
        refused,
        Err(crate::ActFailed::NotWritten(StoreError::ReadOnly(_)))
    ));
}

#[test]
fn only_a_portal_pins_itself() {
    let folder = TempDir::new().unwrap();
    let desk = NodeKey::from_seed(&[2; 32]);
    let key = DatabaseKey::random(&Node::portal().surroundings);
    let make = |role, portal: PublicKey| {
        let new = NewNode {
            branch: "0512".parse().unwrap(),
            role,
            key: desk.clone(),
            portal,
            projections: true,
        };
        Store::create(place(&folder), &key, &new).map(|_| ())
    };
    assert!(make(NodeRoleV1::Desk, desk.public()).is_err());
    assert!(make(NodeRoleV1::Portal, NodeKey::from_seed(&[1; 32]).public()).is_err());
    make(NodeRoleV1::Desk, NodeKey::from_seed(&[1; 32]).public()).unwrap();
    assert!(matches!(
        make(NodeRoleV1::Desk, NodeKey::from_seed(&[1; 32]).public()),
        Err(StoreError::Exists)
    ));
}

#[test]
fn the_chain_of_a_stream_is_what_its_head_says() {
    let (_, a, _) = branch();
    let facts: Vec<Fact> = a.reader().facts().unwrap().collect::<Result<_, _>>().unwrap();
    let own: Vec<&Fact> = facts.iter().filter(|fact| fact.node == a.store.node()).collect();
    let last = own.last().unwrap();
    let head = Head {
        seq: 3,
        hash: last.hash,
    };
    assert_eq!(a.reader().head(&a.store.node()).unwrap(), Some(head));
    assert!(own.windows(2).all(|pair| pair[1].prev == pair[0].hash));
}
