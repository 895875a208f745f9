use qabyldau_domain::facts::{CapacityV1, DocumentV1, PersonV1, ReadByV1};
use qabyldau_domain::language::Language;
use qabyldau_domain::role::Role;
use qabyldau_domain::rule::{IinGiven, Registration, Statements};
use qabyldau_exchange::client::Wants as _;

use super::branch::{Branch, NOW};
use crate::orders::Orders;
use crate::{Act, Desk, Done, Failed, Scanned};

/// A visit as the sheet holds it.
pub(super) fn visit() -> Registration {
    Registration {
        person: PersonV1 {
            surname: Some("Қасымова".into()),
            given: Some("Әлия".into()),
            ..PersonV1::default()
        },
        iin: IinGiven::Number("680503200008".into()),
        document: DocumentV1 {
            kind: "id_card".into(),
            country: "KAZ".into(),
            number: "012345678".into(),
            issuer: None,
            issued: None,
            expires: None,
        },
        capacity: CapacityV1::Oneself,
        read_by: ReadByV1::Barcode,
        language: Language::Kk,
        needs_help: false,
        ticket: None,
        statements: Statements {
            compared: NOW,
            explained: NOW,
            consented: NOW,
            language: Language::Kk,
        },
    }
}

pub(super) fn open_day(desk: &Desk) {
    desk.transact(&Act::OpenDay {
        confirmed: Some(NOW.date()),
    })
    .unwrap();
}

pub(super) fn registered(desk: &Desk) -> String {
    let (done, _) = desk.transact(&Act::Register(Box::new(visit()))).unwrap();
    let Done::Registered { number } = done else {
        panic!("{done:?}")
    };
    number.to_string()
}

pub(super) fn code(outcome: Result<impl Sized, Failed>) -> String {
    let Err(Failed::Refused(refusal)) = outcome else {
        panic!("not refused")
    };
    refusal.code.into_owned()
}

#[test]
fn numbers_are_gap_free_over_refusals_and_restarts() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    assert_eq!(code(desk.transact(&Act::Register(Box::new(visit())))), "day-not-open");
    open_day(&desk);
    assert_eq!(registered(&desk), "0512-A-2026/000001");
    let mut wrong = visit();
    wrong.iin = IinGiven::Number("680503200009".into());
    assert_eq!(code(desk.transact(&Act::Register(Box::new(wrong)))), "iin-check-digit");
    drop(desk);
    let desk = branch.desk(Role::Reception);
    assert_eq!(registered(&desk), "0512-A-2026/000002");
}

#[test]
fn a_returning_person_is_known_by_the_newest_line_and_found_in_either_spelling() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let known = |expected: u64| {
        let Ok(Scanned::Visitor { last, times, .. }) = desk.scan("680503200008") else {
            panic!("no visitor")
        };
        assert_eq!((last.is_some(), times), (expected > 0, expected));
    };
    known(0);
    registered(&desk);
    let newest = registered(&desk);
    known(2);
    assert_eq!(
        desk.search("касым ал", 10).unwrap()[0].number,
        newest,
        "the newest first"
    );
    assert!(desk.search("касым ол", 10).unwrap().is_empty());
    assert_eq!(code(desk.scan("680503200009")), "iin-check-digit");
    assert_eq!(code(desk.scan("no such code")), "scan-unknown");
}

#[test]
fn an_unanswered_request_is_an_order_also_after_a_restart_until_its_time_is_over() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let number = registered(&desk);
    let ask = Act::AskBooth {
        number,
        booth: "01".into(),
        continues: None,
    };
    let (Done::Asked { session }, _) = desk.transact(&ask).unwrap() else {
        panic!("not asked")
    };
    assert_eq!(code(desk.transact(&ask)), "booth-not-answered");
    drop(desk);
    let desk = branch.desk(Role::Reception);
    let orders = Orders {
        store: desk.ledger(),
        surroundings: branch.surroundings.clone(),
        home: desk.home(),
    };
    let wanted = orders.wanted();
    assert_eq!(
        wanted.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
        [session.as_str()]
    );
    let put = orders.seal(&wanted[0]).unwrap();
    assert!(!put.sealed.contains("680503200008"), "the order is sealed");
    branch.clock.0.lock().unwrap().utc_ms += 10 * 60 * 1000;
    assert!(orders.wanted().is_empty(), "an order past its time is worth nothing");
}
