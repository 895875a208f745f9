use qabyldau_domain::booth::recording::{seekable, unpack};
use qabyldau_domain::booth::{Held, Presence, State};
use qabyldau_domain::facts::SessionStageV1 as G;
use qabyldau_domain::facts::{PrintStateV1, SessionStageV1};
use qabyldau_domain::state::JobState;
use qabyldau_exchange::seal::open;

use super::*;
use crate::door::{Attempt, Door, FilingAct};
use crate::fragment::{Recordings, Recovered};

fn held(booth: &Booth) -> Option<Held> {
    match &booth.state().state {
        State::Occupied(session) => match session.presence {
            Presence::Held { why, .. } => Some(why),
            _ => None,
        },
        State::Free => None,
    }
}

/// The stages told so far.
fn stages(machine: &Machine) -> Vec<SessionStageV1> {
    let moved = machine.said().into_iter().filter_map(|said| match said {
        Decoded::SessionMoved(moved) => Some(moved.stage),
        _ => None,
    });
    moved.collect()
}

#[test]
fn killed_before_a_wiped_recording_is_gone_it_is_nobodys_however_often_the_booth_comes_up() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    prepare(&mut booth);
    record(&machine, &mut booth, Press::Record, 1_300);
    booth.input(Press::Pause);
    // The fact stands, and so does what was to be wiped; then the booth is killed before and after it says that it was cut off.
    let session = "a".repeat(32);
    booth
        .door
        .note(By::Applicant, &session, G::Discarded, recorded(&booth), None)
        .unwrap();
    booth.door.note(By::Node, &session, G::Interrupted, 0, None).unwrap();
    drop(booth);
    let mut booth = machine.start();
    assert_eq!(recorded(&booth), 0);
    machine.person_is_back(&mut booth);
    assert_eq!(stages(&machine).last(), Some(&G::Preparing));
    assert!(files(&machine.data().join("recordings")).is_empty());
}

#[test]
fn killed_while_held_the_session_is_interrupted_too() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    machine.wait(&mut booth, 160);
    assert_eq!(stages(&machine), [G::Held]);
    drop(booth);
    let mut booth = machine.start();
    machine.person_is_back(&mut booth);
    assert_eq!(stages(&machine), [G::Held, G::Interrupted, G::Preparing]);
}

#[test]
fn f14_killed_while_recording_the_session_is_interrupted_and_what_was_recorded_can_be_filed() {
    let machine = Machine::new();
    let mut booth = machine.start();
    let order = machine.order('a', "A");
    machine.lie(&mut booth, std::slice::from_ref(&order));
    prepare(&mut booth);
    record(&machine, &mut booth, Press::Record, 2_600);
    let told = recorded(&booth);
    drop(booth);

    let mut booth = machine.start();
    assert_eq!(held(&booth), Some(Held::Interrupted));
    assert!(told - recorded(&booth) <= 1_300, "{told} {}", recorded(&booth));
    let [.., Decoded::SessionMoved(moved), Decoded::StaffCalled(called)] = &machine.said()[..] else {
        panic!()
    };
    assert_eq!(
        (moved.stage, called.why.as_deref()),
        (SessionStageV1::Interrupted, Some("interrupted"))
    );

    // The order still lies at the hub: known, no second fact; it brings back what only it knows.
    machine.lie(&mut booth, &[order, machine.order('b', "B")]);
    assert_eq!(
        machine.kinds().iter().filter(|kind| *kind == "BoothAccepted").count(),
        1
    );
    let Some(Decoded::BoothRefused(refused)) = machine.said().pop() else {
        panic!()
    };
    assert_eq!((refused.code.as_str(), refused.held_by.as_deref()), ("held", Some("A")));

    machine.person_is_back(&mut booth);
    booth.input(Press::Start);
    booth.input(Press::Understood);
    assert_eq!(booth.state().own.unwrap().postal_address.as_deref(), Some(STREET));
    answers(&mut booth);
    assert_eq!(page(&booth), Page::Stopped);
    booth.input(Press::Send);
    assert!(matches!(page(&booth), Page::Code { .. }));
    drop(booth);
    let filed = machine.said().into_iter().find_map(|said| match said {
        Decoded::AppealFiled(filed) => Some(filed),
        _ => None,
    });
    let filed = filed.unwrap();
    assert_eq!(filed.parcel.form, "sealed-fragments");
    let parcel = std::fs::read(machine.data().join("parcels").join(filed.parcel.sha256.to_string())).unwrap();
    let mut plain = Vec::new();
    for fragment in unpack(&parcel).unwrap() {
        plain.extend_from_slice(&open(&machine.portal_seal, fragment, 1 << 27).unwrap());
    }
    assert!(seekable(&plain).unwrap().1 > 1_000);
}

#[test]
fn killed_while_it_rests_nothing_is_lost_and_a_person_may_begin_anew() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    prepare(&mut booth);
    record(&machine, &mut booth, Press::Record, 1_300);
    booth.input(Press::Pause);
    let told = recorded(&booth);
    // A busy recorder still delivers what it had in hand when it was paused; it goes to the disk as it comes.
    let recordings = Recordings::open(machine.data().join("recordings")).unwrap();
    let kept = |_: &Booth| {
        let name = std::fs::read_dir(recordings.root()).unwrap().next().unwrap().unwrap();
        let found = Recovered::find(&recordings, name.file_name().to_str().unwrap()).unwrap();
        found.is_some_and(|found| found.ms() >= told)
    };
    until(&mut booth, kept);
    drop(booth);
    let mut booth = machine.start();
    assert_eq!(recorded(&booth), told);
    assert_eq!(
        stages(&machine),
        [G::Recording, G::Paused, G::Interrupted],
        "the desk is told"
    );
    machine.person_is_back(&mut booth);
    assert_eq!(stages(&machine)[3..], [G::Paused]);
    prepare(&mut booth);
    booth.input(Press::Anew);
    booth.input(Press::AnewYes);
    record(&machine, &mut booth, Press::Record, 300);
    booth.input(Press::Pause);
    booth.input(Press::Send);
    assert!(matches!(page(&booth), Page::Code { .. }));
    drop(booth);
    let forms: Vec<_> = machine
        .said()
        .into_iter()
        .filter_map(|said| {
            if let Decoded::AppealFiled(filed) = said {
                Some(filed.parcel.form)
            } else {
                None
            }
        })
        .collect();
    assert_eq!(forms, ["sealed-whole"]);
}

/// Files as the booth does, and is killed before anything that follows the commit.
fn filed_and_killed(machine: &Machine, more: bool) -> String {
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    prepare(&mut booth);
    record(machine, &mut booth, Press::Record, 300);
    booth.input(Press::Pause);
    let State::Occupied(session) = &booth.state else {
        panic!()
    };
    let mut filing = session_filing(session);
    filing.more = more;
    let parcel = booth.tape.stage(booth.recorder.as_mut()).unwrap().clone();
    let act = FilingAct {
        session: &"a".repeat(32),
        booth: "01".parse().unwrap(),
        filing: &filing,
        law: &booth.in_force.law,
        addressees: booth.in_force.addressees,
        parcel: &parcel,
    };
    let attempt = Attempt {
        verifier: "$argon2id$x".to_owned(),
        job: "e".repeat(32),
    };
    let filed = booth.door.file(&act, &attempt).unwrap();
    assert_eq!(
        booth.door.file(&act, &attempt).unwrap(),
        filed,
        "the same attempt files nothing twice"
    );
    parcel.sha256.to_string()
}

fn session_filing(session: &qabyldau_domain::booth::Session) -> qabyldau_domain::booth::Filing {
    qabyldau_domain::booth::Filing {
        own: session.answers.own.clone().unwrap(),
        kind: session.answers.kind.unwrap(),
        addressee: session.answers.addressee.clone().unwrap(),
        against: None,
        language: session.language,
        recorded_ms: session.recording.ms,
        continues: None,
        more: false,
    }
}

#[test]
fn f03_killed_between_commit_and_print_the_appeal_stands_once_its_parcel_is_sent_and_the_print_is_uncertain() {
    let machine = Machine::new();
    let sha256 = filed_and_killed(&machine, false);
    let mut booth = machine.start();
    assert_eq!(booth.state().state, State::Free);
    assert_eq!(machine.kinds().iter().filter(|kind| *kind == "AppealFiled").count(), 1);
    assert!(machine.data().join("parcels").join(sha256).is_file());
    assert!(files(&machine.data().join("recordings")).is_empty());
    let uncertain = booth.door.read(|reader| reader.jobs_open(JobState::Uncertain)).unwrap();
    assert_eq!((uncertain.len(), uncertain[0].duplicate), (1, 0));
    let moved: Vec<_> = machine
        .said()
        .into_iter()
        .filter_map(|said| {
            if let Decoded::PrintMoved(moved) = said {
                Some(moved.state)
            } else {
                None
            }
        })
        .collect();
    assert_eq!(moved, [PrintStateV1::Sent, PrintStateV1::Uncertain]);
    machine.lie(&mut booth, &[machine.order('b', "B")]);
    assert_eq!(page(&booth), Page::Welcome, "the booth is free for the next");
}

#[test]
fn killed_after_the_first_of_two_appeals_the_first_is_not_filed_again() {
    let machine = Machine::new();
    let sha256 = filed_and_killed(&machine, true);
    let mut booth = machine.start();
    assert_eq!((held(&booth), recorded(&booth)), (Some(Held::Interrupted), 0));
    assert!(machine.data().join("parcels").join(sha256).is_file());
    machine.person_is_back(&mut booth);
    file(&machine, &mut booth);
    assert!(matches!(page(&booth), Page::Code { .. }));
    drop(booth);
    let continues: Vec<_> = machine
        .said()
        .into_iter()
        .filter_map(|said| {
            if let Decoded::AppealFiled(filed) = said {
                Some(filed.continues)
            } else {
                None
            }
        })
        .collect();
    assert_eq!(continues, [None, Some("26051201000015".to_owned())]);
}

#[test]
fn killed_before_any_recording_the_person_begins_again_with_the_same_session() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    prepare(&mut booth);
    drop(booth);
    let booth = machine.start();
    assert_eq!(stages(&machine), [G::Interrupted], "the desk is told");
    // Killed again before anybody came: told once.
    drop(booth);
    let mut booth = machine.start();
    assert_eq!(stages(&machine), [G::Interrupted]);
    machine.person_is_back(&mut booth);
    assert_eq!(stages(&machine), [G::Interrupted, G::Preparing]);
    prepare(&mut booth);
    assert!(matches!(page(&booth), Page::Camera(_)));
    let door: &Door = &booth.door;
    assert_eq!(door.unfinished().unwrap().unwrap().session, "a".repeat(32));
}

#[test]
fn a_booth_that_goes_down_with_a_code_on_its_screen_says_once_that_it_is_free() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    file(&machine, &mut booth);
    assert!(matches!(page(&booth), Page::Code { .. }));
    drop(booth);
    let freed = || machine.kinds().iter().filter(|kind| *kind == "BoothFreed").count();
    assert_eq!(freed(), 0, "the code stood there");
    for _ in 0..2 {
        drop(machine.start());
        assert_eq!(freed(), 1);
    }
}
