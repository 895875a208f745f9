use qabyldau_domain::fact::{By, Draft};
use qabyldau_domain::facts::StaffRemoved;
use qabyldau_domain::ledger::{Ledger as _, Scope};
use qabyldau_domain::role::Role;
use qabyldau_domain::subject::Subject;

use super::branch::{Branch, NOW, PASSWORD, member};
use crate::NotSignedIn;

#[test]
fn wrong_passwords_are_refused_by_name_and_stand_in_the_ledger_after_the_next_sign_in() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let locked = branch.locked();
    assert_eq!(locked.state().unwrap().staff.len(), 1);
    for _ in 0..2 {
        let refused = locked
            .sign_in(member(Role::Reception), "another word here")
            .err()
            .unwrap();
        assert_eq!(refused.refusal().code, "wrong-password");
    }
    let desk = locked.sign_in(member(Role::Reception), PASSWORD).unwrap();
    let ledger = desk.ledger();
    let store = ledger.lock().unwrap();
    let shift = store
        .reader()
        .unwrap()
        .shift(&desk.home().node, NOW.date(), &member(Role::Reception))
        .unwrap()
        .unwrap();
    assert_eq!((shift.failed, shift.last_at, shift.out_at), (2, Some(NOW), None));
}

#[test]
fn somebody_removed_by_the_portal_signs_in_no_more() {
    let mut branch = Branch::with_staff(&[Role::Reception, Role::Supervisor]);
    let removed = Draft::new(Subject::staff(&member(Role::Supervisor)), &StaffRemoved {});
    branch
        .portal
        .act(&branch.surroundings, By::Node, |_| {
            Ok::<_, std::convert::Infallible>((vec![removed], ()))
        })
        .unwrap();
    let desk = branch.desk(Role::Reception);
    {
        let ledger = desk.ledger();
        let mut store = ledger.lock().unwrap();
        let chunk = branch.portal.lack(&store.have().unwrap(), Scope::Branch, 500).unwrap();
        store.take(&chunk).unwrap();
    }
    desk.look_after_slots().unwrap();
    drop(desk);
    let refused = branch
        .locked()
        .sign_in(member(Role::Supervisor), PASSWORD)
        .err()
        .unwrap();
    assert!(
        matches!(&refused, NotSignedIn::Refused(refusal) if refusal.code == "staff-unknown"),
        "{refused:?}"
    );
    assert_eq!(branch.locked().state().unwrap().staff.len(), 1);
}
