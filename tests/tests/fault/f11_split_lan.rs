//! F11: the LAN splits; both desks work on alone, register, and check the same people in; the LAN heals.
//!
//! The cables before both desks are pulled, again and again, so that neither knows of the other's acts while it decides.

use qabyldau_tests::running::{Branch, Outcome, Who, broken, holds};
use qabyldau_tests::say;
use serde_json::{Value, json};

use super::running::{gap_free, journal, of_kind, with_cables};

const DESKS: [Who; 2] = [Who::DeskA, Who::DeskB];
/// How often the LAN splits.
const SPLITS: usize = 4;

#[test]
fn f11_after_a_split_no_numbers_are_equal_both_desks_are_alike_and_the_double_check_in_is_shown() {
    with_cables(|branch| {
        let expected = today(branch, Who::DeskA)?;
        let people: Vec<String> = expected
            .iter()
            .filter(|row| row["state"] == "expected")
            .filter_map(|row| row["reference"].as_str().map(str::to_owned))
            .take(SPLITS)
            .collect();
        holds("people are expected", people.len() == SPLITS, expected.len())?;
        let mut told = Vec::new();
        for (split, reference) in people.iter().enumerate() {
            apart(branch, split, reference, &mut told)?;
            for who in DESKS {
                branch.wait(who, &json!({"reception": reference, "arrivals": 2}))?;
            }
        }
        let facts = branch.all_hold_the_same(&branch.path("papers"))?;
        numbers_are_told_once(&facts, &told)?;
        for reference in &people {
            loser_is_shown(branch, &facts, reference)?;
        }
        say::figures(&format!(
            "F11: the LAN split {SPLITS} times, {} lines registered apart, none with another's number; {} people checked in twice, each \
             shown with both arrivals at both desks; projections equal",
            told.len(),
            people.len()
        ));
        Ok(())
    });
}

/// One split: both desks register the same visitor and check the same person in, each in the belief to be the only one.
fn apart(branch: &mut Branch, split: usize, reference: &str, told: &mut Vec<String>) -> Outcome {
    for who in DESKS {
        branch.cables.of(who)?.pull();
    }
    // Who comes first by the clock differs from split to split.
    let order = if split.is_multiple_of(2) {
        DESKS
    } else {
        [DESKS[1], DESKS[0]]
    };
    for who in order {
        told.push(branch.register(who, split)?);
        branch.act(
            who,
            &json!({"act": "arrive", "reference": reference, "other_document": false, "words": null}),
        )?;
        branch.wait(who, &json!({"reception": reference, "arrivals": 1}))?;
    }
    if split == 1 {
        // A desk that dies in the split forgets nothing of it.
        branch.kill_and_restart(Who::DeskB)?;
    }
    for who in DESKS {
        branch.cables.of(who)?.plug_in();
    }
    Ok(())
}

fn today(branch: &mut Branch, who: Who) -> Outcome<Vec<Value>> {
    let rows = branch.at(who).ask(&json!({"do": "receptions"}))?;
    rows.as_array()
        .cloned()
        .ok_or_else(|| broken("the receptions of today", &rows))
}

fn numbers_are_told_once(facts: &[Value], told: &[String]) -> Outcome {
    let mut once = told.to_vec();
    once.sort();
    once.dedup();
    holds(
        "no two numbers are equal",
        once.len() == told.len(),
        format_args!("{told:?}"),
    )?;
    let journal = journal(facts);
    let standing = journal.values().map(Vec::len).sum::<usize>();
    holds(
        "each desk's numbers are gap-free, and all of them stand",
        standing == told.len() && journal.len() == 2 && journal.values().all(|numbers| gap_free(numbers)),
        format_args!("{journal:?}"),
    )
}

/// The first in canonical order stands, the other is kept and shown beside it; both desks show the same.
fn loser_is_shown(branch: &mut Branch, facts: &[Value], reference: &str) -> Outcome {
    let subject = format!("reception/{reference}");
    let mut arrivals: Vec<&Value> = of_kind(facts, "ReceptionArrived")
        .into_iter()
        .filter(|fact| fact["subject"] == subject.as_str())
        .collect();
    arrivals.sort_by_key(|fact| (fact["tick"].as_u64(), fact["node"].as_str(), fact["seq"].as_u64()));
    let nodes: Vec<&Value> = arrivals.iter().map(|fact| &fact["node"]).collect();
    holds(
        "both arrivals are facts",
        nodes.len() == 2,
        format_args!("{arrivals:?}"),
    )?;
    for who in DESKS {
        let rows = today(branch, who)?;
        let row = rows.iter().find(|row| row["reference"] == reference);
        let row = row.ok_or_else(|| broken("the reception is on the screen", reference))?;
        let shown = (&row["arrival"]["node"], &row["other_arrivals"][0]["node"]);
        holds(
            "the first arrival stands, the other is shown beside it",
            shown == (nodes[0], nodes[1]) && row["other_arrivals"].as_array().map(Vec::len) == Some(1),
            row,
        )?;
    }
    Ok(())
}
