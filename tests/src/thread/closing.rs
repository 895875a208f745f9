//! Portal and hub away for a while, everybody killed once; then all hold the same, and every chain verifies.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::branch::{Branch, Who};
use super::visits::with_statements;
use super::{Outcome, ThreadError, holds};
use crate::demo;

/// Work goes on without portal and hub; each desk dies once in the middle; then the line comes back.
pub(super) fn away(branch: &mut Branch, entries: &[String]) -> Outcome {
    branch.kill(Who::Portal)?;
    branch.kill(Who::Hub)?;
    let visitors = demo::visitors();
    for (who, visitor) in [
        (Who::DeskB, &visitors[0]),
        (Who::DeskA, &visitors[1]),
        (Who::DeskB, &visitors[2]),
    ] {
        branch.act(who, &with_statements(visitor))?;
    }
    branch.kill_and_restart(Who::DeskA)?;
    branch.act(Who::DeskA, &with_statements(&visitors[3]))?;
    branch.kill_and_restart(Who::DeskB)?;
    let correction =
        json!({"act": "correct", "number": entries[0], "fields": {"given": "Алия"}, "reason": "жаңылыс басылды"});
    branch.act(Who::DeskA, &correction)?;
    branch.restart(Who::Portal)?;
    branch.restart(Who::Hub)?;
    Ok(())
}

/// Both desks equal byte for byte, everything verifies, the portal holds every fact once.
pub(super) fn compare(branch: &mut Branch, papers: &Path) -> Outcome {
    let mut heads: BTreeMap<String, u64> = BTreeMap::new();
    for who in [Who::DeskA, Who::DeskB, Who::Booth] {
        let digest = branch.at(who).ask(&json!({"do": "digest"}))?;
        for (node, seq) in digest["have"].as_object().into_iter().flatten() {
            let held = heads.entry(node.clone()).or_default();
            *held = (*held).max(seq.as_u64().unwrap_or_default());
        }
    }
    // Each desk has everything of the others once it holds the highest seq anybody holds; the portal's own stream may still grow by receipts.
    for who in [Who::DeskA, Who::DeskB] {
        branch.at(who).ask(&json!({"do": "wait", "have": heads}))?;
    }
    branch.portal_tool(&["checkpoint"])?;
    let export = papers.join("portal.facts.jsonl");
    let portal = export_until(branch, &export, &heads)?;
    for who in [Who::DeskA, Who::DeskB] {
        let waited = branch.at(who).ask(&json!({"do": "wait", "have": portal}))?;
        holds(
            "the desk holds all the portal holds",
            waited["seen"].is_object(),
            &waited,
        )?;
    }
    let a = branch.desk_a.ask(&json!({"do": "digest"}))?;
    let b = branch.desk_b.ask(&json!({"do": "digest"}))?;
    holds(
        "both desks' projections are equal byte for byte",
        a["digest"].is_string() && a["digest"] == b["digest"],
        format_args!("{a} {b}"),
    )?;
    for who in [Who::DeskA, Who::DeskB, Who::Booth] {
        let verdict = branch.at(who).ask(&json!({"do": "verify"}))?;
        holds("the node verifies", verdict["sound"] == true, &verdict)?;
    }
    let said = branch.portal_tool(&["verify"])?;
    holds("the portal verifies", !said.is_empty(), &said)?;
    for (who, name) in [(Who::DeskA, "desk-a.facts.jsonl"), (Who::DeskB, "desk-b.facts.jsonl")] {
        let exported = branch
            .at(who)
            .ask(&json!({"do": "export", "into": papers.join(name)}))?;
        holds("a desk exports its ledger", exported["facts"].is_u64(), &exported)?;
    }
    Ok(())
}

/// The portal's export, asked for until it holds the heads; each fact stands there once, without gaps.
fn export_until(branch: &Branch, file: &Path, heads: &BTreeMap<String, u64>) -> Outcome<BTreeMap<String, u64>> {
    for _ in 0..600 {
        let lines = branch.portal_tool(&["export", "--facts"])?;
        std::fs::write(file, &lines).map_err(|error| ThreadError::File(file.to_owned(), error))?;
        let held = read(&lines)?;
        if heads
            .iter()
            .all(|(node, seq)| held.get(node).is_some_and(|held| held >= seq))
        {
            return Ok(held);
        }
    }
    Err(ThreadError::DoesNotHold {
        what: "the portal holds every fact".into(),
        seen: format!("{heads:?}"),
    })
}

fn read(text: &str) -> Outcome<BTreeMap<String, u64>> {
    let mut held: BTreeMap<String, u64> = BTreeMap::new();
    for line in text.lines() {
        let fact: Value = serde_json::from_str(line).unwrap_or_default();
        let next = held
            .entry(fact["node"].as_str().unwrap_or_default().to_owned())
            .or_default();
        *next += 1;
        holds(
            "the export holds every fact once, in order",
            fact["seq"] == *next && fact["body"].is_object(),
            line,
        )?;
    }
    Ok(held)
}
