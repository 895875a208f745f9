use qabyldau_domain::fact::{By, Digest, Draft};
use qabyldau_domain::facts::DocumentPublished;
use qabyldau_domain::ledger::{Ledger as _, Scope};
use qabyldau_domain::role::Role;
use qabyldau_domain::subject::Subject;

use super::branch::Branch;
use crate::Desk;

/// The portal publishes it, and it arrives.
fn comes(branch: &mut Branch, desk: &Desk, name: &str, bytes: &[u8]) {
    let published = DocumentPublished {
        version: 1,
        sha256: Digest::of(bytes),
        bytes: bytes.len() as u64,
        from: "2026-01-01".parse().unwrap(),
    };
    let draft = Draft::new(Subject::document(name), &published);
    branch
        .portal
        .act(&branch.surroundings, By::Node, |_| {
            Ok::<_, std::convert::Infallible>((vec![draft], ()))
        })
        .unwrap();
    let store = desk.ledger();
    let mut store = store.lock().unwrap();
    let chunk = branch.portal.lack(&store.have().unwrap(), Scope::Branch, 500).unwrap();
    store.take(&chunk).unwrap();
    store.keep_document(bytes).unwrap();
}

#[test]
fn a_document_that_arrives_is_the_law_from_then_on() {
    let mut branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    assert!(!unknown(&desk), "the built-in calendar knows the day");
    let (of_2024, of_2026) = (
        include_bytes!("../../../domain/data/calendar/2024.json"),
        include_bytes!("../../../domain/data/calendar/2026.json"),
    );
    comes(&mut branch, &desk, "calendar-2024", of_2024);
    assert!(unknown(&desk), "the portal's calendar does not");
    comes(&mut branch, &desk, "calendar-2026", of_2026);
    assert!(!unknown(&desk));
}

fn unknown(desk: &crate::Desk) -> bool {
    let plate = crate::Nameplate {
        desk: "0512·A".into(),
        branch_kk: String::new(),
        branch_ru: String::new(),
    };
    desk.frame(plate, None, false).unwrap().answer_day_unknown
}
