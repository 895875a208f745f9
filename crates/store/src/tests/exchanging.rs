//! Facts between stores.

use super::*;

#[test]
fn two_desks_with_the_same_facts_have_the_same_projections() {
    let mut portal = Node::portal();
    let mut a = Node::new(NodeRoleV1::Desk, 2);
    let mut b = Node::new(NodeRoleV1::Desk, 3);
    portal.admit(&a, "A");
    portal.admit(&b, "B");
    portal.give(&mut a, 500);
    portal.give(&mut b, 1);
    a.register("A", "Қасымова", None);
    b.register("B", "Ёлкин", None);
    a.give(&mut b, 500);
    b.give(&mut a, 500);
    a.give(&mut portal, 500);
    b.give(&mut portal, 500);
    let digest = a.reader().projections_digest().unwrap();
    assert_eq!(b.reader().projections_digest().unwrap(), digest);
    assert_eq!(portal.reader().projections_digest().unwrap(), digest);
    assert_eq!(a.reader().search_entries("касым", 10).unwrap().len(), 1);
    assert_eq!(a.reader().search_entries("али ел", 10).unwrap().len(), 1);
}
