//! F10: the answer to facts is lost after the other side has committed them.
//!
//! Two cables swallow such answers, desk to hub and hub to portal: first under the programs at work, which ask what the other holds and
//! go on; then under a desk's own facts sent five times over, as a careless program would.

use qabyldau_exchange::ExchangeError;
use qabyldau_tests::running::{Branch, Outcome, Who, holds};
use qabyldau_tests::say;

use super::running::{gap_free, journal, with_cables};

/// How often the answer is lost under the working programs, on each cable.
const LOST: u64 = 5;
/// Visitors of each turn: enough that their facts make a long request.
const VISITORS: usize = 4;
/// Requests from here on carry facts; what asks and listens is shorter.
const LONG: u64 = 4_000;

#[test]
fn f10_an_answer_lost_after_commit_and_five_duplicates_leave_each_fact_once_under_its_number() {
    with_cables(|branch| {
        let mut told = Vec::new();
        let lost = work_with_lost_answers(branch, &mut told)?;
        let sent = send_five_times_over(branch)?;
        // The desk goes on where it stood.
        told.push(branch.register(Who::DeskA, 0)?);
        let facts = branch.all_hold_the_same(&branch.path("papers"))?;
        let journal = journal(&facts);
        let numbers: Vec<u32> = journal.values().flatten().copied().collect();
        holds(
            "each number stands once, gap-free, at the portal",
            numbers.len() == told.len() && gap_free(&numbers),
            format_args!("{journal:?}"),
        )?;
        let written: Vec<String> = numbers
            .iter()
            .map(|number| format!("0512-A-2026/{number:06}"))
            .collect();
        holds(
            "no number told at the desk was given anew",
            written == told,
            format_args!("{told:?}"),
        )?;
        say::figures(&format!(
            "F10: {} answers lost under work between desk and hub, {} between hub and portal; {sent} facts sent 5 times over and known each \
             time; {} lines at the portal, each once",
            lost.0,
            lost.1,
            told.len()
        ));
        Ok(())
    });
}

/// Each turn's facts go up in one long request; its answer is lost on both cables.
fn work_with_lost_answers(branch: &mut Branch, told: &mut Vec<String>) -> Outcome<(u64, u64)> {
    for who in [Who::DeskA, Who::Hub] {
        branch.cables.of(who)?.swallow_answers_to(LONG);
    }
    let swallowed =
        |branch: &Branch, who| Ok::<_, qabyldau_tests::running::RunError>(branch.cables.of(who)?.swallowed());
    let mut turns = 0;
    while swallowed(branch, Who::DeskA)?.min(swallowed(branch, Who::Hub)?) < LOST {
        holds("answers to facts are lost", turns < 12 * LOST, "they come through")?;
        turns += 1;
        branch.cables.of(Who::DeskA)?.pull();
        for visitor in 0..VISITORS {
            told.push(branch.register(Who::DeskA, visitor)?);
        }
        branch.cables.of(Who::DeskA)?.plug_in();
        // Desk B holds them only once the hub has committed them.
        let heads = branch.heads_of(Who::DeskA)?;
        branch.wait(Who::DeskB, &serde_json::json!({"have": heads}))?;
    }
    let lost = (swallowed(branch, Who::DeskA)?, swallowed(branch, Who::Hub)?);
    branch.cables.of(Who::Hub)?.swallow_answers_to(0);
    Ok(lost)
}

/// The desk's facts once with the answer lost, then five times over. Answers how many facts.
fn send_five_times_over(branch: &mut Branch) -> Outcome<u64> {
    let desk = branch.take_in_hand(Who::DeskA)?;
    let facts = desk.stream(&desk.node())?;
    let last = facts.last().map_or(0, |fact| fact.seq);
    let cable = branch.cables.of(Who::DeskA)?;
    let before = cable.swallowed();
    let lost = desk.send(&facts);
    holds(
        "the answer is lost",
        matches!(lost, Err(ExchangeError::Unreachable(_))) && cable.swallowed() > before,
        format_args!("{lost:?}"),
    )?;
    cable.swallow_answers_to(0);
    for time in 1..=5 {
        let answer = desk.send(&facts).map_err(|error| unanswered(&error))?;
        let taken = answer.get(&desk.node());
        holds(
            &format!("known, the {time}. time"),
            taken.is_some_and(|taken| taken.accepted_to == last && taken.refused.is_none()),
            format_args!("{answer:?}"),
        )?;
    }
    let held = desk.held_there().map_err(|error| unanswered(&error))?;
    holds(
        "the hub holds each once",
        held.get(&desk.node()) == Some(&last),
        format_args!("{held:?}"),
    )?;
    drop(desk);
    branch.restart(Who::DeskA)?;
    Ok(last)
}

fn unanswered(error: &ExchangeError) -> qabyldau_tests::running::RunError {
    qabyldau_tests::running::RunError::DoesNotHold {
        what: "the hub answers".into(),
        seen: format!("{error:?}"),
    }
}
