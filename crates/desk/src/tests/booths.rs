//! Requests and words to booths, as the desk derives its orders from them.

use qabyldau_domain::facts::{
    BoothAccepted, BoothAsked, BoothFreed, NOT_ME, SessionEnded, SessionMoved, SessionOutcomeV1, SessionStageV1,
    StaffCalled, StaffWordV1, WordRefused, WordTaken,
};
use qabyldau_domain::ledger::{Ledger as _, Scope};
use qabyldau_domain::order::Order;
use qabyldau_domain::role::Role;
use qabyldau_domain::state::SessionState;
use qabyldau_exchange::client::{Wanted, Wants as _};
use qabyldau_exchange::seal::open;
use qabyldau_store::Store;

use super::branch::Branch;
use super::journal::{code, open_day, registered};
use crate::orders::Orders;
use crate::{Act, Desk, Done};

fn asked(desk: &Desk) -> (String, u64) {
    let ask = Act::AskBooth {
        number: registered(desk),
        booth: "01".into(),
        continues: None,
    };
    let (Done::Asked { session }, _) = desk.transact(&ask).unwrap() else {
        panic!("not asked")
    };
    let tick = desk
        .store()
        .reader()
        .unwrap()
        .session(&session)
        .unwrap()
        .unwrap()
        .asked_tick;
    (session, tick)
}

fn accepted(desk: &Desk, asked_tick: u64) -> BoothAccepted {
    BoothAccepted {
        desk: desk.home().node,
        asked_tick,
        entry: "0512-A-2026/000001".into(),
    }
}

fn orders(branch: &Branch, desk: &Desk) -> Orders {
    Orders {
        store: desk.ledger(),
        surroundings: branch.surroundings.clone(),
        home: desk.home(),
    }
}

fn tell(session: &str, word: StaffWordV1) -> Act {
    Act::TellBooth {
        session: session.to_owned(),
        word,
    }
}

/// What lies sealed at the hub for the booth, opened and proved as the booth does.
fn lying(branch: &Branch, desk: &Desk) -> Vec<Order> {
    let orders = orders(branch, desk);
    let key = desk.store().node_key().public();
    let read = |wanted: &Wanted| {
        assert_eq!(wanted.booth, branch.booth());
        let put = orders.seal(wanted).expect("wanted is there");
        let sealed: Vec<u8> = (0..put.sealed.len() / 2)
            .map(|at| u8::from_str_radix(&put.sealed[at * 2..at * 2 + 2], 16).unwrap())
            .collect();
        let signed = open(&branch.booth_seal, &sealed, 1 << 16).unwrap();
        let order = Order::proved(&signed, &key, &branch.booth()).expect("signed by this desk for this booth");
        assert_eq!(
            (order.name(), order.valid_until()),
            (wanted.name.clone(), put.valid_until)
        );
        order
    };
    orders.wanted().iter().map(read).collect()
}

#[test]
fn a_word_is_an_order_also_after_a_restart_until_the_booth_answers_or_its_time_is_over() {
    let mut branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let (session, asked_tick) = asked(&desk);
    assert_eq!(code(desk.transact(&tell(&session, StaffWordV1::Came))), "session-state");
    assert_eq!(
        code(desk.transact(&tell("nothing", StaffWordV1::Came))),
        "session-unknown"
    );
    branch.booth_says(&desk, &session, asked_tick, &accepted(&desk, asked_tick));
    assert!(lying(&branch, &desk).is_empty());

    desk.transact(&tell(&session, StaffWordV1::PersonIsBack)).unwrap();
    assert_eq!(
        code(desk.transact(&tell(&session, StaffWordV1::PersonIsBack))),
        "word-on-its-way"
    );
    drop(desk);
    let desk = branch.desk(Role::Reception);
    let [Order::Word(word)] = &lying(&branch, &desk)[..] else {
        panic!("one word")
    };
    assert_eq!(
        (word.session.as_str(), &word.word),
        (session.as_str(), &StaffWordV1::PersonIsBack)
    );
    assert_eq!((word.staff, word.desk), (desk.worker().id, desk.home().node));
    assert_eq!(desk.today().unwrap().booths[0].words_waiting, 1);

    let taken = WordTaken {
        desk: word.desk,
        told_tick: word.told_tick,
    };
    branch.booth_says(&desk, &session, word.told_tick, &taken);
    assert!(lying(&branch, &desk).is_empty());
    assert_eq!(desk.today().unwrap().booths[0].words_waiting, 0);

    desk.transact(&tell(&session, StaffWordV1::PersonIsBack)).unwrap();
    let [Order::Word(again)] = &lying(&branch, &desk)[..] else {
        panic!("said again, it is another word")
    };
    assert!(again.told_tick > word.told_tick);
    desk.transact(&tell(&session, StaffWordV1::Came)).unwrap();
    let refused = WordRefused {
        desk: word.desk,
        told_tick: again.told_tick + 1,
        code: "too-late".into(),
    };
    branch.booth_says(&desk, &session, refused.told_tick, &refused);
    let booth = desk.today().unwrap().booths.remove(0);
    assert_eq!(
        (booth.words_waiting, booth.word_refused.as_deref()),
        (1, Some("too-late"))
    );
    branch.clock.0.lock().unwrap().utc_ms += 10 * 60 * 1000;
    assert!(
        lying(&branch, &desk).is_empty(),
        "a word past its time is worth nothing"
    );
    desk.transact(&tell(&session, StaffWordV1::PersonIsBack)).unwrap();
    assert_eq!(lying(&branch, &desk).len(), 1);
}

#[test]
fn an_escort_ends_no_session_nobody_does_without_a_reason_and_an_addressee_must_be_on_the_list() {
    let mut branch = Branch::with_staff(&[Role::Reception, Role::Escort]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let (session, asked_tick) = asked(&desk);
    branch.booth_says(&desk, &session, asked_tick, &accepted(&desk, asked_tick));
    let end = |reason: &str| {
        let reason = reason.to_owned();
        tell(&session, StaffWordV1::End { fault: false, reason })
    };
    assert_eq!(code(desk.transact(&end(" "))), "reason-missing");
    let addressee = "nobody".to_owned();
    let propose = tell(&session, StaffWordV1::Propose { addressee });
    assert_eq!(code(desk.transact(&propose)), "addressee-unknown");
    drop(desk);
    let desk = branch.desk(Role::Escort);
    assert_eq!(code(desk.transact(&end("left"))), "role-may-not");
    drop(desk);
    let desk = branch.desk(Role::Reception);
    desk.transact(&end("left")).unwrap();
}

#[test]
fn f11_a_withdrawal_that_crosses_the_booths_acceptance_loses_is_shown_and_a_word_frees_the_booth() {
    // Whichever has the lower tick.
    for before in [true, false] {
        let mut branch = Branch::with_staff(&[Role::Reception, Role::Supervisor]);
        let desk = branch.desk(Role::Reception);
        open_day(&desk);
        let (session, asked_tick) = asked(&desk);
        let withdraw = Act::Withdraw {
            session: session.clone(),
            reason: "left".into(),
        };
        desk.transact(&withdraw).unwrap();
        assert_eq!(code(desk.transact(&withdraw)), "session-state");
        let today = desk.today().unwrap();
        assert_eq!(
            (
                desk.journal(None).unwrap().entries[0].state.as_str(),
                today.booths[0].state.as_str()
            ),
            ("withdrawn", "free")
        );
        assert!(lying(&branch, &desk).is_empty());

        let told = if before { asked_tick + 100 } else { asked_tick };
        branch.booth_says(&desk, &session, told, &accepted(&desk, asked_tick));
        let row = desk.store().reader().unwrap().session(&session).unwrap().unwrap();
        assert_eq!(row.state, SessionState::Preparing, "{before}");
        assert_eq!(
            row.lost_withdrawal().and_then(|lost| lost.reason.as_deref()),
            Some("left")
        );
        let today = desk.today().unwrap();
        let booth = &today.booths[0];
        assert_eq!(
            (booth.state.as_str(), booth.withdrawal_lost, booth.session.as_deref()),
            ("preparing", true, Some(session.as_str()))
        );
        assert!(desk.store().reader().unwrap().troubles().unwrap().is_empty());
        assert_eq!(code(desk.transact(&withdraw)), "session-state");

        // Another desk that gets the same facts has the same tables.
        let mut other = branch.other_desk();
        other
            .take(&desk.store().lack(&other.have().unwrap(), Scope::Branch, 500).unwrap())
            .unwrap();
        let digest = |store: &Store| store.reader().unwrap().projections_digest().unwrap();
        assert_eq!(digest(&other), digest(&desk.store()));
        drop(desk);
        let desk = branch.desk(Role::Supervisor);
        let reason = "nobody there".to_owned();
        desk.transact(&tell(&session, StaffWordV1::End { fault: false, reason }))
            .unwrap();
        assert_eq!(lying(&branch, &desk).len(), 1);
    }
}

#[test]
fn a_desk_takes_back_only_what_it_asked_itself() {
    let mut branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let number = registered(&desk);
    let asked = BoothAsked {
        booth: branch.booth(),
        entry: number,
        language: qabyldau_domain::language::Language::Kk,
        day: super::branch::NOW.date(),
        continues: None,
    };
    let session = "ab".repeat(16);
    branch.other_desk_says(&desk, &session, &asked);
    let withdraw = Act::Withdraw {
        session,
        reason: "left".into(),
    };
    assert_eq!(code(desk.transact(&withdraw)), "request-of-another-desk");
    assert!(lying(&branch, &desk).is_empty(), "nor does it order what another asked");
}

fn ended(outcome: SessionOutcomeV1, reason: Option<&str>) -> SessionEnded {
    SessionEnded {
        outcome,
        appeal: (outcome == SessionOutcomeV1::Filed).then(|| "26051201001238".into()),
        reason: reason.map(str::to_owned),
    }
}

#[test]
fn a_code_left_on_the_screen_holds_the_booth_and_calls_until_the_booth_is_free() {
    let mut branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let (session, asked_tick) = asked(&desk);
    let mut tick = asked_tick;
    let stages = [SessionStageV1::Recording, SessionStageV1::Paused];
    branch.booth_says(&desk, &session, tick, &accepted(&desk, asked_tick));
    for stage in stages {
        tick += 1;
        let moved = SessionMoved {
            stage,
            recorded_ms: 1_000,
            rules: None,
        };
        branch.booth_says(&desk, &session, tick, &moved);
    }
    branch.booth_says(&desk, &session, tick, &ended(SessionOutcomeV1::Filed, None));
    let called = StaffCalled {
        why: Some("code-left".into()),
    };
    branch.booth_says(&desk, &session, tick, &called);
    let today = desk.today().unwrap();
    let card = &today.booths[0];
    assert_eq!(
        (card.state.as_str(), card.session.as_deref(), card.called.as_deref()),
        ("filed", Some(session.as_str()), Some("code-left"))
    );
    assert!(today.attention.iter().any(|one| one.code == "staff-called"));
    let ask = |number: String| Act::AskBooth {
        number,
        booth: "01".into(),
        continues: None,
    };
    let next = registered(&desk);
    assert_eq!(code(desk.transact(&ask(next.clone()))), "booth-held");
    let end = StaffWordV1::End {
        fault: false,
        reason: "left".into(),
    };
    desk.transact(&tell(&session, end)).unwrap();

    branch.booth_says(&desk, &session, tick, &BoothFreed {});
    assert_eq!(desk.today().unwrap().booths[0].state, "free");
    desk.transact(&ask(next)).unwrap();
}

#[test]
fn who_was_not_served_waits_again_and_who_left_does_not() {
    for (outcome, reason, waits) in [
        (SessionOutcomeV1::Left, Some(NOT_ME), true),
        (SessionOutcomeV1::Fault, Some("camera"), true),
        (SessionOutcomeV1::Left, None, false),
    ] {
        let mut branch = Branch::with_staff(&[Role::Reception]);
        let desk = branch.desk(Role::Reception);
        open_day(&desk);
        let (session, asked_tick) = asked(&desk);
        branch.booth_says(&desk, &session, asked_tick, &accepted(&desk, asked_tick));
        assert!(desk.today().unwrap().waiting.is_empty());
        branch.booth_says(&desk, &session, asked_tick + 1, &ended(outcome, reason));
        let waiting: Vec<String> = desk
            .today()
            .unwrap()
            .waiting
            .into_iter()
            .map(|line| line.state)
            .collect();
        assert_eq!(waiting, vec!["ended"; usize::from(waits)], "{outcome:?} {reason:?}");
    }
}
