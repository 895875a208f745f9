//! F12: two desks claim one booth at the same moment, again and again; a thousand times under `QABYLDAU_FULL=1`.
//!
//! Both are told to ask before either has answered; the orders go through the hub to the booth, which takes one and refuses the other by the
//! label of the desk that holds it. Between rounds the person in the booth says «not me», so that it is free again.

use std::time::Instant;

use qabyldau_tests::running::{Branch, Outcome, Who, broken, holds};
use qabyldau_tests::say;
use serde_json::{Value, json};

use super::running::{of_kind, plain};

const DESKS: [Who; 2] = [Who::DeskA, Who::DeskB];
/// Rounds of the line, and of an ordinary run: five processes built without optimisation take about half a second of both cores for one.
const ALL: usize = 1000;
const ORDINARY: usize = 120;

/// Who won, and who told the loser.
#[derive(Debug, Default)]
struct Count {
    won: [usize; 2],
    refused_by_booth: usize,
    refused_by_desk: usize,
}

#[test]
fn f12_of_two_desks_at_once_exactly_one_gets_the_booth_and_the_other_hears_who_holds_it() {
    plain(|branch| {
        let rounds = if super::full() { ALL } else { ORDINARY };
        let lines = [branch.register(Who::DeskA, 0)?, branch.register(Who::DeskB, 1)?];
        // Who holds a booth is the branch's own affair: all of it goes on without the portal.
        branch.kill(Who::Portal)?;
        let begun = Instant::now();
        let mut count = Count::default();
        for round in 1..=rounds {
            claim(branch, &lines, &mut count)
                .map_err(|error| broken("each round", format_args!("{round}: {error}")))?;
        }
        let took = begun.elapsed();
        branch.restart(Who::Portal)?;
        // The longer the portal was away, the longer a hub pauses before it knocks again; one that starts knocks at once.
        branch.kill_and_restart(Who::Hub)?;
        let facts = branch.all_hold_the_same(&branch.path("papers"))?;
        let kinds = ["BoothAccepted", "BoothRefused"].map(|kind| of_kind(&facts, kind).len());
        holds(
            "one acceptance a round",
            kinds == [rounds, count.refused_by_booth],
            format_args!("{kinds:?} {count:?}"),
        )?;
        holds(
            "most rounds are really decided by the booth",
            count.refused_by_booth * 2 > rounds,
            format_args!("{count:?}"),
        )?;
        say::figures(&format!(
            "F12: {rounds} times (of {ALL}; all under QABYLDAU_FULL=1) two desks claimed booth 01 at once: desk A got it {} times, desk B {} times, both never; the loser heard who \
             holds it {} times from the booth and {} times from its own ledger; {:.1} s",
            count.won[0],
            count.won[1],
            count.refused_by_booth,
            count.refused_by_desk,
            took.as_secs_f64()
        ));
        Ok(())
    });
}

/// One round: claimed by both, answered, given back.
fn claim(branch: &mut Branch, lines: &[String; 2], count: &mut Count) -> Outcome {
    for (who, number) in DESKS.into_iter().zip(lines) {
        let act = json!({"act": "ask_booth", "number": number, "booth": "01", "continues": null});
        branch.at(who).tell(&json!({"do": "act", "what": act}))?;
    }
    let mut asked = Vec::new();
    for (place, who) in DESKS.into_iter().enumerate() {
        let answer = branch.at(who).line()?;
        match answer["session"].as_str() {
            Some(session) => asked.push((place, session.to_owned())),
            None => {
                // The other's acceptance was already here: the desk's own ledger knows who holds the booth.
                names_the_other(
                    place,
                    &answer["refused"],
                    "booth-held",
                    &answer["args"]["holder"],
                    &answer,
                )?;
                count.refused_by_desk += 1;
            }
        }
    }
    let sessions: Vec<&String> = asked.iter().map(|(_, session)| session).collect();
    let answered = branch
        .booth
        .ask(&json!({"do": "wait_answered", "sessions": sessions}))?;
    holds("the booth answers both", answered["failed"].is_null(), &answered)?;
    let mut winners = Vec::new();
    for (place, session) in asked {
        let row = branch.wait(DESKS[place], &json!({"session": session, "not": "asked"}))?;
        if row["state"] == "preparing" {
            winners.push((place, session));
        } else {
            names_the_other(place, &row["refused"], "held", &row["held_by"], &row)?;
            count.refused_by_booth += 1;
        }
    }
    let [(winner, session)] = &winners[..] else {
        return Err(broken("exactly one desk gets the booth", format_args!("{winners:?}")));
    };
    count.won[*winner] += 1;
    give_back(branch, session)
}

fn names_the_other(place: usize, code: &Value, expected: &str, holder: &Value, seen: &Value) -> Outcome {
    let other = DESKS[1 - place].label();
    holds(
        "the loser hears by label who holds the booth",
        *code == expected && holder.as_str() == other,
        seen,
    )
}

/// The booth is free again, and both desks know it.
fn give_back(branch: &mut Branch, session: &str) -> Outcome {
    branch.not_me()?;
    for who in DESKS {
        branch.wait(who, &json!({"session": session, "state": "ended"}))?;
    }
    Ok(())
}
