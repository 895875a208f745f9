//! Erasure: at once, for ever, and nowhere left.

use std::fs;

use super::*;

/// Portal and desk; the desk wrote two lines, the portal holds them and closes the first.
fn closed() -> (Node, Node, Subject) {
    let (mut portal, desk, subject) = branch_of(Node::portal(), Node::new(NodeRoleV1::Desk, 2));
    close(&mut portal, &desk, &subject);
    (portal, desk, subject)
}

fn branch_of(mut portal: Node, mut desk: Node) -> (Node, Node, Subject) {
    portal.admit(&desk, "A");
    portal.give(&mut desk, 500);
    let number = desk.register("A", "Канарейкина", Some("680503100001"));
    desk.register("A", "Остающаяся", None);
    desk.give(&mut portal, 500);
    (portal, desk, Subject::entry(&number))
}

fn close(portal: &mut Node, desk: &Node, subject: &Subject) {
    let body = SubjectClosed {
        through: [(desk.store.node(), 1)].into(),
        state: "registered".into(),
        day: Some(today()),
    };
    portal.write(By::Node, vec![Draft::new(subject.clone(), &body)]);
}

#[test]
fn a_closing_takes_the_bodies_before_it_here_and_there() {
    let (portal, mut desk, subject) = closed();
    portal.give(&mut desk, 500);
    for node in [&portal, &desk] {
        let bodies: Vec<bool> = node
            .reader()
            .facts_about(&subject)
            .unwrap()
            .iter()
            .map(|fact| fact.body.is_some())
            .collect();
        assert_eq!(bodies, [false, true]);
        assert!(node.reader().entry(subject.rest()).unwrap().is_none());
        assert_eq!(node.reader().closed(&subject).unwrap().unwrap().day, Some(today()));
        assert_eq!(node.reader().search_entries("канар", 9).unwrap().len(), 0);
        assert_eq!(node.reader().search_entries("остаю", 9).unwrap().len(), 1);
        assert_eq!(node.reader().troubles().unwrap(), []);
        assert!(node.store.verify().unwrap().is_good());
    }
    assert_eq!(
        desk.register("A", "Следующая", None).number(),
        3,
        "a closed number is never given again"
    );
}

#[test]
fn nothing_of_an_erased_body_is_left_in_the_file_or_its_wal() {
    let (mut portal, mut desk, subject) =
        branch_of(Node::unkeyed(NodeRoleV1::Portal, 1), Node::unkeyed(NodeRoleV1::Desk, 2));
    // Without the first letter: the index of names writes only what differs from the word before.
    let traces = ["Канарейкина", "АНАРЕЙКИНА", "анарейкина", "680503100001"];
    let file = portal.store.place().database();
    let bytes = || {
        [
            fs::read(&file).unwrap(),
            fs::read(file.with_extension("db-wal")).unwrap(),
        ]
        .concat()
    };
    let before = bytes();
    assert!(
        traces.iter().all(|trace| contains(&before, trace)),
        "the look sees what stands"
    );
    close(&mut portal, &desk, &subject);
    portal.give(&mut desk, 500);
    for node in [&portal, &desk] {
        let file = node.store.place().database();
        assert_eq!(
            fs::metadata(file.with_extension("db-wal")).unwrap().len(),
            0,
            "the WAL is cut"
        );
        let bytes = fs::read(file).unwrap();
        for trace in traces {
            assert!(!contains(&bytes, trace), "{trace}");
        }
        assert!(contains(&bytes, "Остающаяся"));
    }
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn who_comes_later_gets_the_closing_and_no_body() {
    let (portal, mut desk, subject) = closed();
    // The desk has not heard of the closing and still passes the body on.
    let stale = desk
        .store
        .lack(&Default::default(), Scope::Own(desk.store.node()), 500)
        .unwrap();
    assert!(stale.facts[0].body.is_some());
    let mut late = Node::new(NodeRoleV1::Desk, 3);
    portal.give(&mut late, 500);
    assert!(
        late.reader()
            .facts_about(&subject)
            .unwrap()
            .iter()
            .any(|fact| fact.body.is_none())
    );
    late.store.take(&stale).unwrap();
    let bodies: Vec<bool> = late
        .reader()
        .facts_about(&subject)
        .unwrap()
        .iter()
        .map(|fact| fact.body.is_some())
        .collect();
    assert_eq!(
        bodies,
        [false, true],
        "what is known to be closed stays without its body"
    );
    portal.give(&mut desk, 500);
    let digest = portal.reader().projections_digest().unwrap();
    assert_eq!(late.reader().projections_digest().unwrap(), digest);
    assert_eq!(desk.reader().projections_digest().unwrap(), digest);
    assert!(late.store.verify().unwrap().is_good());
}

#[test]
fn a_desk_cannot_close() {
    let (mut portal, mut desk, _) = closed();
    let number = "0512-A-2026/000002".parse().unwrap();
    let body = SubjectClosed {
        through: [(desk.store.node(), 2)].into(),
        state: "gone".into(),
        day: None,
    };
    desk.write(STAFF, vec![Draft::new(Subject::entry(&number), &body)]);
    desk.give(&mut portal, 500);
    for node in [&portal, &desk] {
        assert!(node.reader().entry("0512-A-2026/000002").unwrap().is_some());
        assert_eq!(node.reader().troubles().unwrap()[0].why, "foreign-author");
    }
}
