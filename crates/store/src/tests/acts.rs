//! One act: all of it or nothing, and nothing told as done that is not on the disk.

use std::sync::{Arc, Mutex};

use qabyldau_domain::subject::SubjectKind;

use super::opening::room;
use super::*;
use crate::{ActFailed, Condition};

#[test]
fn numbers_grow_without_gaps_and_the_line_is_found() {
    let mut desk = Node::new(NodeRoleV1::Desk, 2);
    for expected in 1..=3 {
        assert_eq!(desk.register("A", "Қасымова", Some("680503100001")).number(), expected);
    }
    assert_eq!(desk.register("B", "Қасымова", None).number(), 1);
    let newest = desk.reader().newest_entry_by_iin("680503100001").unwrap().unwrap();
    assert_eq!(newest.number, "0512-A-2026/000003");
    assert_eq!(desk.reader().count_entries_by_iin("680503100001").unwrap(), 3);
    assert_eq!(
        desk.reader().count_entries_by_document("id_card", "000000001").unwrap(),
        4
    );
    assert_eq!(desk.reader().entries_of_day(today()).unwrap().len(), 4);
    assert_eq!(desk.reader().troubles().unwrap(), []);
    let desk = desk.again();
    let line = desk.reader().entry("0512-A-2026/000002").unwrap().unwrap();
    assert_eq!(line.number, "0512-A-2026/000002");
}

#[test]
fn a_rule_that_refuses_leaves_nothing_behind() {
    let mut portal = Node::portal();
    let refused = portal
        .store
        .act(&portal.surroundings, By::Node, |_| Err::<(Vec<Draft>, ()), _>("no"));
    assert!(matches!(refused, Err(ActFailed::Refused("no"))));
    assert_eq!(portal.reader().have().unwrap().len(), 0);
    portal.write(By::Node, vec![room("1")]);
}

#[test]
fn nothing_to_write_writes_nothing() {
    let mut portal = Node::portal();
    let acted = portal.write(By::Node, Vec::new());
    assert!(acted.facts.is_empty() && acted.topics.is_empty());
    assert_eq!(portal.reader().have().unwrap().len(), 0);
}

#[test]
fn an_act_too_large_is_not_written() {
    let mut portal = Node::portal();
    let many = (0..401).map(|n| room(&n.to_string())).collect();
    let result = portal
        .store
        .act(&portal.surroundings, By::Node, |_| Ok::<_, StoreError>((many, ())));
    assert!(matches!(result, Err(ActFailed::NotWritten(StoreError::Act(_)))));
    assert_eq!(portal.store.condition(), Condition::Good);
    assert_eq!(portal.reader().have().unwrap().len(), 0);
}

#[test]
fn a_failure_while_folding_takes_the_facts_back() {
    let mut portal = Node::portal();
    portal.write(By::Node, vec![room("1")]);
    // A stranger's row stands where the second room's must go.
    let id = crate::sql::row_id(&Subject::room("2"));
    let conn = portal.store.conn().unwrap();
    conn.execute("INSERT INTO p_room VALUES (?1, 'room/other', 'other', '{}')", [id])
        .unwrap();
    let drafts = vec![room("3"), room("2")];
    let result = portal
        .store
        .act(&portal.surroundings, By::Node, |_| Ok::<_, StoreError>((drafts, ())));
    assert!(matches!(result, Err(ActFailed::NotWritten(StoreError::RowTaken))));
    assert_eq!(portal.reader().have().unwrap()[&portal.store.node()], 1);
    assert_eq!(portal.reader().facts_about(&Subject::room("3")).unwrap(), []);
}

#[test]
fn the_listener_hears_what_changed_after_it_is_committed() {
    let mut portal = Node::portal();
    let heard = Arc::new(Mutex::new(Vec::new()));
    let ear = Arc::clone(&heard);
    portal
        .store
        .listen(Box::new(move |topics| ear.lock().unwrap().push(topics.clone())));
    let acted = portal.write(By::Node, vec![room("1")]);
    assert_eq!(*heard.lock().unwrap(), [[SubjectKind::Room].into()]);
    assert_eq!(acted.topics, [SubjectKind::Room].into());
}

/// Makes every later commit of facts fail: a promise that is only looked at on commit is broken.
fn break_commits(node: &Node) {
    let conn = node.store.conn().expect("a connection");
    conn.execute_batch(
        "CREATE TABLE promised (id INTEGER PRIMARY KEY);
         CREATE TABLE broken (id INTEGER REFERENCES promised (id) DEFERRABLE INITIALLY DEFERRED);
         CREATE TRIGGER break_it AFTER INSERT ON ledger_fact BEGIN INSERT INTO broken VALUES (1); END;",
    )
    .expect("sql");
}

#[test]
fn a_commit_that_fails_is_never_told_as_done_and_closes_the_database() {
    let mut portal = Node::portal();
    portal.write(By::Node, vec![room("1")]);
    break_commits(&portal);
    let heard = Arc::new(Mutex::new(0));
    let ear = Arc::clone(&heard);
    portal.store.listen(Box::new(move |_| *ear.lock().unwrap() += 1));
    let drafts = vec![room("2")];
    let result = portal
        .store
        .act(&portal.surroundings, By::Node, |_| Ok::<_, StoreError>((drafts, ())));
    assert!(matches!(result, Err(ActFailed::NotWritten(StoreError::Database(_)))));
    assert_eq!(*heard.lock().unwrap(), 0);
    assert_eq!(portal.store.condition(), Condition::Poisoned);
    assert!(matches!(portal.store.reader(), Err(StoreError::Poisoned)));
    let again = portal.store.act(&portal.surroundings, By::Node, |_| {
        Ok::<_, StoreError>((vec![room("3")], ()))
    });
    assert!(
        matches!(again, Err(ActFailed::NotWritten(StoreError::Poisoned))),
        "never retried as success"
    );
    portal.store.reopen().unwrap();
    assert_eq!(portal.reader().rooms().unwrap().len(), 1);
    let conn = portal.store.conn().unwrap();
    conn.execute_batch("DROP TRIGGER break_it; DROP TABLE broken; DROP TABLE promised")
        .unwrap();
    portal.write(By::Node, vec![room("2")]);
    assert!(portal.again().store.verify().unwrap().is_good());
}

#[test]
fn f05_a_full_disk_refuses_cleanly_and_keeps_what_stood() {
    let mut portal = Node::portal();
    portal.write(By::Node, vec![room("1")]);
    let full = |portal: &Node| {
        let pages = crate::connection::read(portal.store.conn().unwrap(), "page_count")
            .unwrap()
            .unwrap();
        crate::connection::run(
            portal.store.conn().unwrap(),
            &format!("PRAGMA max_page_count = {pages}"),
        )
        .unwrap();
    };
    full(&portal);
    let mut written = 1;
    let failed = loop {
        let drafts = (0..100).map(|n| room(&format!("{written}-{n}"))).collect();
        match portal
            .store
            .act(&portal.surroundings, By::Node, |_| Ok::<_, StoreError>((drafts, ())))
        {
            Ok(_) => written += 100,
            Err(failed) => break failed,
        }
    };
    assert!(
        matches!(failed, ActFailed::NotWritten(StoreError::Database(_))),
        "{failed:?}"
    );
    assert_eq!(portal.store.condition(), Condition::Poisoned);
    portal.store.reopen().unwrap();
    assert_eq!(portal.reader().rooms().unwrap().len(), written);
    assert!(portal.store.verify().unwrap().is_good());
    portal.write(By::Node, vec![room("after")]);
}

#[test]
fn settings_drafts_documents_and_peers_are_kept_across_a_restart() {
    let mut node = Node::portal();
    node.store.set_setting("columns", Some("wide")).unwrap();
    node.store.set_setting("gone", Some("x")).unwrap();
    node.store.set_setting("gone", None).unwrap();
    node.store.keep_draft("entry", Some("{}")).unwrap();
    let sha = node.store.keep_document(b"calendar").unwrap();
    assert_eq!(node.store.keep_document(b"calendar").unwrap(), sha);
    let have = [(node.store.node(), 7)].into();
    node.store.keep_peer_have("portal", &have).unwrap();
    let mut node = node.again();
    assert_eq!(node.reader().setting("columns").unwrap().as_deref(), Some("wide"));
    assert_eq!(node.reader().setting("gone").unwrap(), None);
    assert_eq!(node.reader().draft("entry").unwrap().as_deref(), Some("{}"));
    assert_eq!(
        node.reader().document_bytes(&sha).unwrap().as_deref(),
        Some(&b"calendar"[..])
    );
    assert_eq!(node.reader().document_bytes(&Digest::ZERO).unwrap(), None);
    assert_eq!(node.reader().peer_have("portal").unwrap(), have);
    node.store.keep_draft("entry", None).unwrap();
    assert_eq!(node.reader().draft("entry").unwrap(), None);
}
