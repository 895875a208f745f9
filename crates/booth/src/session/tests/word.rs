//! Words of staff: given at a desk, taken once, obeyed after they stand in the ledger.

use qabyldau_domain::booth::{Presence, State, WordAnswer};
use qabyldau_domain::facts::{SessionOutcomeV1, SessionStageV1};

use super::*;

fn held(booth: &Booth) -> bool {
    matches!(&booth.state().state, State::Occupied(session) if matches!(session.presence, Presence::Held { .. }))
}

fn end(reason: &str) -> StaffWordV1 {
    StaffWordV1::End {
        fault: false,
        reason: reason.to_owned(),
    }
}

/// A booth killed while its person prepares: held until staff speak.
fn interrupted(machine: &Machine) -> Booth {
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    prepare(&mut booth);
    drop(booth);
    let booth = machine.start();
    assert!(held(&booth));
    booth
}

#[test]
fn a_word_of_any_desk_is_taken_once_written_before_it_is_obeyed_and_later_than_the_fact_that_gave_it() {
    let machine = Machine::new();
    let mut booth = interrupted(&machine);
    let word = WordOrder {
        told_tick: 1_000,
        ..machine.word(&"a".repeat(32), "B", StaffWordV1::PersonIsBack)
    };
    let before = machine.kinds().len();
    machine.lie_all(&mut booth, &[Order::Word(word.clone())]);
    assert!(!held(&booth));
    let kinds = machine.kinds();
    assert_eq!(kinds[before..], ["WordTaken", "StaffCalled", "SessionMoved"]);
    let facts = machine.facts();
    assert!(facts[before].tick > 1_000, "{}", facts[before].tick);
    let said = machine.said();
    assert!(
        matches!(&said[before], Decoded::WordTaken(taken) if (taken.desk, taken.told_tick) == (desk_key("B").node(), 1_000))
    );
    assert!(matches!(&said[before + 2], Decoded::SessionMoved(moved) if moved.stage == SessionStageV1::Preparing));

    // It lies there again, to this run and to the next: known, and nothing comes of it.
    machine.wait(&mut booth, 160);
    assert!(held(&booth));
    let standing = machine.kinds().len();
    machine.lie_all(&mut booth, &[]);
    machine.lie_all(&mut booth, &[Order::Word(word.clone())]);
    assert!(held(&booth));
    drop(booth);
    let mut booth = machine.start();
    machine.lie_all(&mut booth, &[Order::Word(word)]);
    assert!(held(&booth), "what was obeyed once is not obeyed again");
    let words = machine.kinds()[standing..]
        .iter()
        .filter(|kind| kind.starts_with("Word"))
        .count();
    assert_eq!(words, 0);
}

#[test]
fn a_crash_between_taking_and_obeying_loses_the_word_and_never_obeys_it_twice() {
    let machine = Machine::new();
    let booth = interrupted(&machine);
    let word = machine.word(&"a".repeat(32), "A", end("left"));
    assert_eq!(booth.door.take_word(&word, true).unwrap(), Some(WordAnswer::Taken));
    drop(booth);
    let mut booth = machine.start();
    machine.lie_all(&mut booth, &[Order::Word(word)]);
    assert!(held(&booth), "the word is lost");
    assert!(!machine.kinds().contains(&"SessionEnded".to_owned()));
    machine.tell(&mut booth, end("left"));
    assert_eq!(booth.state().state, State::Free, "said again, it is obeyed");
    assert_eq!(machine.kinds().iter().filter(|kind| *kind == "SessionEnded").count(), 1);
}

#[test]
fn a_word_for_another_session_or_a_late_one_is_answered_by_name_and_nothing_comes_of_it() {
    let machine = Machine::new();
    let mut booth = interrupted(&machine);
    let other = machine.word(&"b".repeat(32), "A", end("left"));
    let late = machine.word(&"a".repeat(32), "A", end("left"));
    machine.clock.0.fetch_add(600_001, Ordering::Relaxed);
    let in_time = machine.word(&"b".repeat(32), "B", end("left"));
    machine.lie_all(&mut booth, &[other, late, in_time].map(Order::Word));
    assert!(held(&booth));
    let refused: Vec<_> = machine
        .facts()
        .into_iter()
        .zip(machine.said())
        .filter_map(|(fact, said)| match said {
            Decoded::WordRefused(refused) => Some((fact.subject.rest()[..1].to_owned(), refused.code)),
            _ => None,
        })
        .collect();
    let named = |session: &str, code: &str| (session.to_owned(), code.to_owned());
    assert_eq!(
        refused,
        [named("b", "too-late"), named("a", "too-late"), named("b", "not-served")]
    );
}

#[test]
fn staff_come_propose_an_addressee_and_end_the_session_by_name() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    booth.input(Press::CallStaff);
    assert!(booth.state().call.is_some());
    machine.tell(&mut booth, StaffWordV1::Came);
    assert!(booth.state().call.is_none());
    let addressee = "akim-almaty-region".to_owned();
    machine.tell(&mut booth, StaffWordV1::Propose { addressee });
    booth.input(Press::Start);
    booth.input(Press::Understood);
    booth.input(Press::DataRight(Own::default()));
    booth.input(Press::Kind(AppealKind::Application));
    assert_eq!(booth.state().proposed.as_deref(), Some("akim-almaty-region"));
    machine.tell(&mut booth, end("left"));
    assert_eq!(booth.state().state, State::Free);
    let facts = machine.facts();
    let last = facts.last().unwrap();
    assert_eq!((last.kind.as_str(), last.by), ("SessionEnded", By::Staff(STAFF)));
    assert!(
        matches!(machine.said().pop(), Some(Decoded::SessionEnded(ended)) if ended.outcome == SessionOutcomeV1::Left && ended.reason.as_deref() == Some("left"))
    );
}

#[test]
fn a_code_that_somebody_left_on_the_screen_is_ended_by_staff() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    file(&machine, &mut booth);
    assert!(matches!(page(&booth), Page::Code { .. }));
    machine.tell(&mut booth, end("left"));
    assert_eq!(booth.state().state, State::Free);
    assert_eq!(machine.kinds().iter().filter(|kind| *kind == "SessionEnded").count(), 1);
}
