//! At the end all hold the same: both desks byte for byte, the portal every fact once, and every chain verifies.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Branch, Outcome, Who, broken, holds, write};

/// How long the portal may take to hold everything: a hub pauses longer the longer it was away.
const PATIENCE: Duration = Duration::from_secs(120);

/// How far each stream goes.
pub type Heads = BTreeMap<String, u64>;

impl Branch {
    /// Waits until everybody holds all that anybody wrote, and compares: both desks equal byte for byte, everything verifies, the portal
    /// holds every fact once. Exports lie in `papers`; answers the portal's facts.
    pub fn all_hold_the_same(&mut self, papers: &Path) -> Outcome<Vec<Value>> {
        let mut heads = Heads::new();
        for who in [Who::DeskA, Who::DeskB, Who::Booth] {
            for (node, seq) in self.heads_of(who)? {
                let held = heads.entry(node).or_default();
                *held = (*held).max(seq);
            }
        }
        // Each desk has everything of the others once it holds the highest seq anybody holds; the portal's own stream may still grow by receipts.
        for who in [Who::DeskA, Who::DeskB] {
            self.wait(who, &json!({"have": heads}))?;
        }
        // Once the portal holds all of it, its checkpoint speaks of all of it.
        let export = papers.join("portal.facts.jsonl");
        self.export_until(&export, &heads)?;
        self.portal_tool(&["checkpoint"])?;
        let (facts, portal) = self.export_until(&export, &heads)?;
        for who in [Who::DeskA, Who::DeskB] {
            self.wait(who, &json!({"have": portal}))?;
        }
        let a = self.desk_a.ask(&json!({"do": "digest"}))?;
        let b = self.desk_b.ask(&json!({"do": "digest"}))?;
        holds(
            "both desks' projections are equal byte for byte",
            a["digest"].is_string() && a["digest"] == b["digest"],
            format_args!("{a} {b}"),
        )?;
        for who in [Who::DeskA, Who::DeskB, Who::Booth] {
            let verdict = self.at(who).ask(&json!({"do": "verify"}))?;
            holds("the node verifies", verdict["sound"] == true, &verdict)?;
        }
        let said = self.portal_tool(&["verify"])?;
        holds("the portal verifies", !said.is_empty(), &said)?;
        for who in [Who::DeskA, Who::DeskB] {
            let name = format!("{}.facts.jsonl", who.folder());
            let exported = self.at(who).ask(&json!({"do": "export", "into": papers.join(name)}))?;
            holds("a desk exports its ledger", exported["facts"].is_u64(), &exported)?;
        }
        Ok(facts)
    }

    /// How far this desk or booth holds each stream.
    pub fn heads_of(&mut self, who: Who) -> Outcome<Heads> {
        let digest = self.at(who).ask(&json!({"do": "digest"}))?;
        let heads = digest["have"].as_object().into_iter().flatten();
        Ok(heads
            .map(|(node, seq)| (node.clone(), seq.as_u64().unwrap_or_default()))
            .collect())
    }

    /// The portal's facts as they stand, each once and without gaps.
    pub fn portal_facts(&self) -> Outcome<Vec<Value>> {
        read(&self.portal_tool(&["export", "--facts"])?).map(|(facts, _)| facts)
    }

    /// The portal's export, asked for until it holds the heads; each fact stands there once, without gaps.
    fn export_until(&self, file: &Path, heads: &Heads) -> Outcome<(Vec<Value>, Heads)> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let lines = self.portal_tool(&["export", "--facts"])?;
            write(file, lines.as_bytes())?;
            let (facts, held) = read(&lines)?;
            if heads
                .iter()
                .all(|(node, seq)| held.get(node).is_some_and(|held| held >= seq))
            {
                return Ok((facts, held));
            }
        }
        Err(broken("the portal holds every fact", format_args!("{heads:?}")))
    }
}

fn read(text: &str) -> Outcome<(Vec<Value>, Heads)> {
    let (mut facts, mut held) = (Vec::new(), Heads::new());
    for line in text.lines() {
        let fact: Value = serde_json::from_str(line).unwrap_or_default();
        let next = held
            .entry(fact["node"].as_str().unwrap_or_default().to_owned())
            .or_default();
        *next += 1;
        holds(
            "the export holds every fact once, in order",
            fact["seq"] == *next && (fact["body"].is_object() || fact["body"].is_null()),
            line,
        )?;
        facts.push(fact);
    }
    Ok((facts, held))
}
