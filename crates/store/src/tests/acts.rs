//! One act: all of it or nothing.

use super::opening::room;
use super::*;
use crate::ActFailed;

#[test]
fn numbers_grow_without_gaps_and_the_line_is_found() {
    let mut desk = Node::new(NodeRoleV1::Desk, 2);
    for expected in 1..=3 {
        assert_eq!(desk.register("A", "Қасымова", Some("680503100001")).number(), expected);
    }
    assert_eq!(desk.register("B", "Қасымова", None).number(), 1);
    let newest = desk.reader().newest_entry_by_iin("680503100001").unwrap().unwrap();
    assert_eq!(newest.number, "0512-A-2026/000003");
    assert_eq!(desk.reader().entries_of_day(today()).unwrap().len(), 4);
    assert_eq!(desk.reader().troubles().unwrap(), []);
    let desk = desk.again();
    assert_eq!(
        desk.reader().entry("0512-A-2026/000002").unwrap().unwrap().number,
        "0512-A-2026/000002"
    );
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
