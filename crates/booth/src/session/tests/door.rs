use std::sync::Barrier;

use qabyldau_domain::booth::Answer;
use qabyldau_domain::fact::Head;
use qabyldau_domain::facts::{NodeRetired, SessionOutcomeV1};

use super::*;
use crate::door::{Answering, Door};

fn door(machine: &Machine) -> Door {
    Door::new(machine.store(), machine.surroundings.clone())
}

fn code(answer: &Answer) -> &str {
    match answer {
        Answer::Accepted { .. } => "accepted",
        Answer::Refused(refused) => &refused.code,
    }
}

#[test]
fn f12_of_two_desks_at_once_exactly_one_gets_the_booth_and_the_other_hears_who_holds_it() {
    let machine = Machine::new();
    let door = door(&machine);
    for round in 0..100 {
        let orders = ["A", "B"].map(|desk| SessionOrder {
            session: format!("{round:031x}{}", desk.to_lowercase()),
            ..machine.order('0', desk)
        });
        let barrier = Barrier::new(2);
        let answers = std::thread::scope(|scope| {
            let running = orders.each_ref().map(|order| {
                let (door, barrier) = (door.clone(), &barrier);
                scope.spawn(move || {
                    barrier.wait();
                    door.answer(order, &Answering::default()).expect("an answer").0
                })
            });
            running.map(|one| one.join().expect("a desk"))
        });
        let won = usize::from(code(&answers[0]) != "accepted");
        assert_eq!((code(&answers[won]), code(&answers[1 - won])), ("accepted", "held"));
        let Answer::Refused(refused) = &answers[1 - won] else {
            panic!()
        };
        assert_eq!(refused.held_for.as_deref(), Some(orders[won].session.as_str()));
        door.end(By::Applicant, &orders[won].session, SessionOutcomeV1::Left, None, None)
            .unwrap();
    }
    let accepted = machine.kinds().iter().filter(|kind| *kind == "BoothAccepted").count();
    assert_eq!(accepted, 100);
}

#[test]
fn f12_orders_in_any_order_and_again_are_answered_once_each_and_always_the_same() {
    let machine = Machine::new();
    let mut booth = machine.start();
    let (first, second, third) = (
        machine.order('a', "A"),
        machine.order('b', "B"),
        machine.order('c', "A"),
    );
    machine.lie(&mut booth, &[first.clone(), second.clone()]);
    machine.lie(&mut booth, &[second.clone(), third.clone(), first.clone()]);
    drop(booth);
    let mut booth = machine.start();
    machine.lie(&mut booth, &[third, second, first]);
    let said = machine.said();
    let refused: Vec<_> = said
        .iter()
        .filter_map(|said| match said {
            Decoded::BoothRefused(refused) => Some((refused.code.as_str(), refused.held_by.as_deref())),
            _ => None,
        })
        .collect();
    assert_eq!(refused, [("held", Some("A")), ("held", Some("A"))]);
    assert_eq!(
        said.iter()
            .filter(|said| matches!(said, Decoded::BoothAccepted(_)))
            .count(),
        1
    );
}

#[test]
fn a_late_order_and_one_of_an_earlier_day_are_refused_by_name_and_a_new_date_opens_the_day() {
    let machine = Machine::new();
    let door = door(&machine);
    let order = |session, day: &str| SessionOrder {
        day: day.parse().unwrap(),
        ..machine.order(session, "A")
    };
    let answer = |order: &SessionOrder| code(&door.answer(order, &Answering::default()).unwrap().0).to_owned();
    assert_eq!(answer(&order('a', "2026-11-23")), "accepted");
    door.end(By::Applicant, &"a".repeat(32), SessionOutcomeV1::Left, None, None)
        .unwrap();
    assert_eq!(answer(&order('b', "2026-11-22")), "day-before-own");
    let late = order('c', "2026-11-23");
    machine.clock.0.fetch_add(600_001, Ordering::Relaxed);
    assert_eq!(answer(&late), "too-late");
    assert_eq!(answer(&late), "too-late", "and again, without a second fact");
    assert_eq!(answer(&order('d', "2026-11-24")), "accepted");
    let kinds = machine.kinds();
    assert_eq!(
        kinds,
        [
            "DayOpened",
            "BoothAccepted",
            "SessionEnded",
            "BoothRefused",
            "BoothRefused",
            "DayOpened",
            "BoothAccepted"
        ]
    );
    let Decoded::DayOpened(opened) = &machine.said()[5] else {
        panic!()
    };
    assert_eq!(
        (opened.date.to_string().as_str(), opened.how.as_str()),
        ("2026-11-24", "order")
    );
}

#[test]
fn the_answers_tick_is_greater_than_that_of_the_fact_that_asked_however_far_that_was() {
    let machine = Machine::new();
    let door = door(&machine);
    let order = SessionOrder {
        asked_tick: 1_000_000,
        ..machine.order('a', "A")
    };
    door.answer(&order, &Answering::default()).unwrap();
    assert!(machine.facts().iter().all(|fact| fact.tick > 1_000_000));
    let beyond = SessionOrder {
        asked_tick: u64::MAX,
        ..machine.order('b', "A")
    };
    assert!(
        door.answer(&beyond, &Answering::default()).is_err(),
        "a tick nobody can have reached"
    );
}

#[test]
fn without_the_portals_word_or_without_room_no_session_begins() {
    let machine = Machine::new();
    let door = door(&machine);
    let unready = Answering {
        out_of_service: true,
        ..Answering::default()
    };
    let full = Answering {
        no_space: true,
        ..Answering::default()
    };
    assert_eq!(
        code(&door.answer(&machine.order('a', "A"), &unready).unwrap().0),
        "out-of-service"
    );
    assert_eq!(
        code(&door.answer(&machine.order('b', "A"), &full).unwrap().0),
        "no-space"
    );
}

#[test]
fn an_order_the_hub_shows_under_another_name_is_nobodys() {
    let machine = Machine::new();
    let mut booth = machine.start();
    let order = Order::Session(Box::new(machine.order('a', "A")));
    let right = machine.sealed(&order, &desk_key("A"), &machine.own.node());
    let shown = |change: fn(&mut SealedOrder)| {
        let mut shown = right.clone();
        change(&mut shown);
        shown
    };
    booth.inbox().put(Heard::Orders(vec![
        shown(|one| one.name = "b".repeat(32)),
        shown(|one| one.desk = desk_key("B").node()),
        shown(|one| one.valid_until.utc_ms += 1),
        shown(|one| drop(one.sealed.drain(..2))),
        shown(|one| one.sealed = "zz".to_owned()),
    ]));
    booth.tick();
    assert_eq!(booth.state().state, State::Free);
    assert!(machine.facts().is_empty());
    booth.inbox().put(Heard::Orders(vec![right]));
    booth.tick();
    assert_eq!(page(&booth), Page::Welcome, "as the desk gave it, it counts");
}

#[test]
fn a11_an_order_that_its_desk_did_not_sign_for_this_booth_is_nobodys() {
    let machine = Machine::new();
    let mut booth = machine.start();
    let own = machine.own.node();
    let (of_a, of_b) = (desk_key("A"), desk_key("B"));
    let order = Order::Session(Box::new(machine.order('a', "A")));
    let word = Order::Word(machine.word(&"a".repeat(32), "A", StaffWordV1::Came));
    // The hub has keys of its own, and the hub's is no desk's; it may know another desk's order, and one for another booth.
    let hub = NodeKey::from_seed(&[0x77; 32]);
    let by_hub = SessionOrder {
        desk: hub.node(),
        ..machine.order('a', "A")
    };
    let stranger = NodeKey::from_seed(&[0x99; 32]);
    let forged = [
        machine.sealed(&order, &hub, &own),
        machine.sealed(&word, &hub, &own),
        machine.sealed(&Order::Session(Box::new(by_hub)), &hub, &own),
        machine.sealed(&order, &of_b, &own),
        machine.sealed(&order, &of_a, &NodeId([0x33; 16])),
        machine.sealed(&order, &stranger, &own),
    ];
    for one in forged {
        booth.inbox().put(Heard::Orders(vec![one]));
        booth.tick();
        assert_eq!(booth.state().state, State::Free);
        assert!(machine.facts().is_empty(), "and nothing is answered");
    }
    // Not even signed: the bare order, sealed to the booth, as any holder of its recipient can make it.
    let bare = seal_to(&[&machine.identity.recipient()], &serde_json::to_vec(&order).unwrap()).unwrap();
    let bare = SealedOrder {
        sealed: bare.iter().map(|byte| format!("{byte:02x}")).collect(),
        ..machine.sealed(&order, &of_a, &own)
    };
    booth.inbox().put(Heard::Orders(vec![bare]));
    booth.tick();
    assert!(machine.facts().is_empty());
}

#[test]
fn a11_a_retired_desks_orders_are_nobodys_also_when_the_hub_withholds_the_notice_later() {
    let machine = Machine::new();
    let mut booth = machine.start();
    let mut notices = machine.notices();
    let retired = Draft::new(
        Subject::node(&desk_key("A").node()),
        &NodeRetired { reason: "lost".into() },
    );
    let head = notices.last().map(|last| Head {
        seq: last.seq,
        hash: last.hash,
    });
    let act = Act {
        at: machine.clock.now(),
        by: By::Node,
        drafts: vec![retired],
    };
    notices.extend(seal("0512".parse().unwrap(), &machine.portal, head, 100, &act, || [0; 16]).unwrap());
    booth.inbox().put(Heard::Notices(notices));
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    booth.inbox().put(Heard::Notices(machine.notices()));
    machine.lie(&mut booth, &[machine.order('b', "A")]);
    assert_eq!(booth.state().state, State::Free);
    drop(booth);
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('c', "A")]);
    assert!(machine.facts().is_empty());
    machine.lie(&mut booth, &[machine.order('d', "B")]);
    assert_eq!(page(&booth), Page::Welcome, "the other desk is in service");
}

#[test]
fn an_order_of_a_desk_not_known_yet_counts_once_the_portal_told_of_it() {
    let machine = Machine::new();
    let mut booth = machine.just_started(machine.store());
    booth.documents().put(ADDRESSEES).unwrap();
    let notices = machine.notices();
    let without: Vec<Fact> = notices
        .iter()
        .filter(|fact| fact.subject.rest() != desk_key("A").node().to_string())
        .cloned()
        .collect();
    booth.inbox().put(Heard::Notices(without));
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    assert_eq!(booth.state().state, State::Free);
    booth.inbox().put(Heard::Notices(notices));
    booth.tick();
    assert_eq!(page(&booth), Page::Welcome);
}

#[test]
fn a_booth_just_started_lets_an_order_wait_for_what_is_on_its_way_and_refuses_it_only_later() {
    let machine = Machine::new();
    let mut booth = machine.just_started(machine.store());
    let order = machine.order('a', "A");
    machine.lie(&mut booth, std::slice::from_ref(&order));
    assert_eq!(machine.kinds(), [""; 0]);
    machine.hear_portal(&mut booth);
    assert!(machine.kinds().contains(&"BoothAccepted".to_owned()));

    let machine = Machine::new();
    let mut booth = machine.just_started(machine.store());
    booth.inbox().put(Heard::Notices(machine.notices()));
    machine.lie(&mut booth, &[order]);
    machine.wait(&mut booth, 31);
    assert_eq!(machine.kinds(), ["BoothRefused"], "the list of addressees never came");
}
