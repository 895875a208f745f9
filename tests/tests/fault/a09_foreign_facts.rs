//! A09: facts that were sent before, altered, of a foreign branch, or under a foreign node's name, over the wire to a real hub.
//!
//! The sender is the worst there can be: it holds the keys of an admitted desk. What it may write is its own stream, onward; everything else is
//! known or refused by name, and neither hub, portal nor the other desk holds anything of it afterwards.

use chrono::NaiveDate;
use qabyldau_domain::fact::{Act, BrokenStream, By, Digest, Draft, Fact, Head, NodeKey, seal};
use qabyldau_domain::facts::DayClosed;
use qabyldau_domain::number::BranchCode;
use qabyldau_domain::subject::Subject;
use qabyldau_tests::running::{InHand, Outcome, RunError, Who, broken, holds};
use qabyldau_tests::say;

use super::running::plain;

/// What an altered stream looks like: what was done to it, the facts, and what the hub must call it.
struct Case {
    what: &'static str,
    facts: Vec<Fact>,
    refused: Option<(u64, BrokenStream)>,
}

#[test]
fn a09_replayed_altered_foreign_facts_are_known_or_refused_by_name_and_leave_nothing() {
    plain(|branch| {
        for place in 0..3 {
            branch.register(Who::DeskA, place)?;
            branch.register(Who::DeskB, place)?;
        }
        let before = branch.all_hold_the_same(&branch.path("papers"))?;
        let other = branch.store(Who::DeskB)?.node();
        let desk = branch.take_in_hand(Who::DeskA)?;
        let own = desk.stream(&desk.node())?;
        let theirs = desk.stream(&other)?;
        let held = desk.held_there().map_err(|error| broken("the hub answers", error))?;
        let cases = cases(&desk, &own, &theirs)?;
        for case in &cases {
            send(&desk, case)?;
        }
        let after = desk.held_there().map_err(|error| broken("the hub answers", error))?;
        holds(
            "the hub holds what it held",
            held == after,
            format_args!("{held:?} {after:?}"),
        )?;
        drop(desk);
        branch.restart(Who::DeskA)?;
        let after = branch.all_hold_the_same(&branch.path("papers"))?;
        let known = |facts: &[serde_json::Value]| facts.iter().filter(|fact| fact["kind"] != "CheckpointTaken").count();
        // Who signs in again writes a fact; nothing else came.
        let news: Vec<&str> = after
            .iter()
            .filter(|fact| !before.contains(fact))
            .filter_map(|fact| fact["kind"].as_str())
            .collect();
        holds(
            "the portal holds every fact it held, and nothing of these",
            before.iter().all(|fact| after.contains(fact))
                && news.iter().all(|kind| ["CheckpointTaken", "SignedIn"].contains(kind)),
            format_args!("{news:?}, {} and {} facts", known(&before), known(&after)),
        )?;
        say::figures(&format!(
            "A09: {} kinds of replayed, altered and foreign facts sent to the hub with a desk's own keys: each known or refused by its name, none kept",
            cases.len()
        ));
        Ok(())
    });
}

fn send(desk: &InHand, case: &Case) -> Outcome {
    let node = case.facts[0].node;
    let answer = desk
        .send(&case.facts)
        .map_err(|error| broken(case.what, format_args!("{error:?}")))?;
    let taken = answer.get(&node);
    let refused = taken
        .and_then(|taken| taken.refused)
        .map(|refused| (refused.seq, refused.code));
    holds(
        &format!("{}: {:?}", case.what, case.refused),
        taken.is_some() && refused == case.refused,
        format_args!("{answer:?}"),
    )
}

fn cases(desk: &InHand, own: &[Fact], theirs: &[Fact]) -> Outcome<Vec<Case>> {
    use BrokenStream as B;
    let branch = own[0].branch;
    let head = |facts: &[Fact]| {
        facts.last().map(|last| Head {
            seq: last.seq,
            hash: last.hash,
        })
    };
    let next = own.len() as u64 + 1;
    let tick = own.iter().chain(theirs).map(|fact| fact.tick).max().unwrap_or_default();
    let new = |head, key: &NodeKey, branch, tick| sealed(key, branch, head, tick);
    let fresh = || new(head(own), desk.key(), branch, tick);
    let edited = |mut facts: Vec<Fact>, place: usize, edit: fn(&mut Fact)| {
        edit(&mut facts[place]);
        facts
    };
    let foreign: BranchCode = "0513".parse().map_err(|_| broken("a branch code", "0513"))?;
    let stranger = NodeKey::from_seed(&[7; 32]);
    let case = |what, facts, refused| Case { what, facts, refused };
    let middle = own.len() / 2;
    Ok(vec![
        case("sent before", own.to_vec(), None),
        case(
            "sent before, a body altered",
            edited(own.to_vec(), middle, |fact| fact.body = Some("{\"salt\":\"\"}".into())),
            None,
        ),
        case(
            "sent before, a body altered and hashed anew",
            edited(own.to_vec(), middle, rehash),
            Some((middle as u64 + 1, B::OtherBody)),
        ),
        case(
            "new, the body altered",
            edited(fresh()?, 0, |fact| fact.body = Some("{\"salt\":\"\"}".into())),
            Some((next, B::WrongHash)),
        ),
        case(
            "new, the body altered and hashed anew",
            edited(fresh()?, 0, rehash),
            Some((next, B::WrongSignature)),
        ),
        case(
            "new, its signature taken off",
            edited(fresh()?, 0, |fact| fact.sig = None),
            Some((next, B::WrongSignature)),
        ),
        case(
            "new, behind a place left out",
            new(
                head(own).map(|head| Head { seq: next, ..head }),
                desk.key(),
                branch,
                tick,
            )?,
            Some((next + 1, B::Gap)),
        ),
        case(
            "new, behind another past",
            new(
                head(own).map(|head| Head {
                    hash: Digest::of(b"another past"),
                    ..head
                }),
                desk.key(),
                branch,
                tick,
            )?,
            Some((next, B::WrongPrev)),
        ),
        case(
            "new, earlier than what stands",
            new(head(own), desk.key(), branch, 0)?,
            Some((next, B::TickNotGrowing)),
        ),
        case(
            "of a foreign branch",
            new(head(own), desk.key(), foreign, tick)?,
            Some((next, B::ForeignBranch)),
        ),
        case(
            "of a node nobody admitted",
            new(None, &stranger, branch, tick)?,
            Some((1, B::UnknownNode)),
        ),
        case(
            "in the other desk's name",
            in_the_name_of(theirs, new(head(theirs), desk.key(), branch, tick)?),
            Some((theirs.len() as u64 + 1, B::WrongSignature)),
        ),
    ])
}

/// An act of one fact that breaks no rule but the one of the case: the day is closed.
fn sealed(key: &NodeKey, branch: BranchCode, head: Option<Head>, tick: u64) -> Outcome<Vec<Fact>> {
    let date = NaiveDate::from_ymd_opt(2026, 11, 25).ok_or_else(|| broken("a day", "2026-11-25"))?;
    let act = Act {
        at: qabyldau_tests::standstill::MORNING,
        by: By::Node,
        drafts: vec![Draft::new(
            Subject::day(&key.node(), date),
            &DayClosed { date, entries: 0 },
        )],
    };
    seal(branch, key, head, tick, &act, || [1; 16]).map_err(|error: qabyldau_domain::fact::ActError| {
        RunError::DoesNotHold {
            what: "an act is sealed".into(),
            seen: error.to_string(),
        }
    })
}

/// Another writer's name over facts that somebody else signed.
fn in_the_name_of(theirs: &[Fact], mut facts: Vec<Fact>) -> Vec<Fact> {
    for fact in &mut facts {
        fact.node = theirs[0].node;
        fact.hash = fact.expected_hash();
    }
    facts
}

fn rehash(fact: &mut Fact) {
    let body = "{\"salt\":\"00\",\"invented\":true}";
    fact.body = Some(body.into());
    fact.body_hash = Digest::of(body.as_bytes());
    fact.hash = fact.expected_hash();
}
