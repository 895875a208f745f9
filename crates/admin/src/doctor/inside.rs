//! What the opened database says: may it be written, who is it, how far are its streams, what did not count.

use std::fs;

use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::ledger::Scope;
use qabyldau_store::{Condition, Reader, Store, StoreError};

use super::documents;
use crate::open::{Opened, trouble};
use crate::say::{self, Finding};

/// The setting in which a node keeps how far its clock is from the last peer's, in milliseconds.
const CLOCK_DRIFT: &str = "clock-drift-ms";
/// Further apart a day does not open by itself.
const CLOCK_MS: i64 = 5 * 60 * 1000;

pub(super) fn look(opened: &Opened) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !opened.slots_unaltered {
        findings.push(Finding::wrong(&say::SLOTS_ALTERED));
    }
    // What was found before the database failed is said all the same.
    if let Err(error) = look_into(&opened.store, &mut findings) {
        findings.push(trouble::store(&error));
    }
    findings
}

fn look_into(store: &Store, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
    let engine = store.engine()?;
    let reader = store.reader()?;
    findings.push(match store.condition() {
        Condition::Good => Finding::well(&say::WRITABLE)
            .with("journal", engine.journal_mode.to_uppercase())
            .with("synchronous", if engine.synchronous == 2 { "FULL" } else { "?" }),
        Condition::ReadOnly(why) => trouble::read_only(why),
        Condition::Poisoned => Finding::wrong(&say::POISONED),
    });
    findings.push(super::engine(engine));
    findings.push(note(store, &reader)?);
    findings.push(node(&reader)?);
    streams(&reader, findings)?;
    unsent(&reader, findings)?;
    let marked = reader.troubles()?;
    if marked.is_empty() {
        let facts: u64 = reader.have()?.values().sum();
        findings.push(Finding::well(&say::FACTS_COUNT).with("facts", facts));
    }
    for marked in marked {
        let fact = marked.fact;
        findings.push(
            Finding::wrong(&say::FACT_MARKED)
                .with("why", marked.why)
                .with("kind", fact.kind)
                .with("node", fact.node.to_string())
                .with("seq", fact.seq),
        );
    }
    documents::look(&reader, findings)?;
    if reader.role() == NodeRoleV1::Desk {
        findings.push(clock(reader.setting(CLOCK_DRIFT)?.and_then(|text| text.parse().ok())));
    }
    Ok(())
}

/// The note of the head outside the data folder, read as it stands; opening the database has made an empty one where there was none.
fn note(store: &Store, reader: &Reader<'_>) -> Result<Finding, StoreError> {
    let text = fs::read_to_string(store.place().head_note(&store.node())?).unwrap_or_default();
    let noted: Option<u64> = text.split(' ').next().and_then(|seq| seq.parse().ok());
    let held = reader.head(&store.node())?.map_or(0, |head| head.seq);
    Ok(match (noted, held) {
        (Some(noted), held) => Finding::well(&say::HEAD_NOTE).with("noted", noted).with("held", held),
        (None, 0) => Finding::told(&say::HEAD_NOTE_NONE),
        (None, held) => Finding::wrong(&say::HEAD_NOTE_MISSING).with("held", held),
    })
}

fn node(reader: &Reader<'_>) -> Result<Finding, StoreError> {
    let (id, role) = (reader.node(), role(reader.role()));
    let said = |finding: Finding, label: String| {
        finding
            .with("node", id.to_string())
            .with("role", role)
            .with("label", label)
    };
    // The portal admits itself by being pinned, and a hub folds nothing: it does not know.
    if matches!(reader.role(), NodeRoleV1::Portal | NodeRoleV1::Hub) {
        return Ok(said(Finding::told(&say::NODE), String::new()));
    }
    Ok(match reader.node_by_id(&id)? {
        None => said(Finding::wrong(&say::NODE_NOT_ADMITTED), String::new()),
        Some(row) if row.retired => said(Finding::wrong(&say::NODE_RETIRED), row.label),
        Some(row) => said(Finding::well(&say::NODE), row.label),
    })
}

fn streams(reader: &Reader<'_>, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
    for (id, seq) in reader.have()? {
        let row = reader.node_by_id(&id)?;
        let known = row.as_ref().map(|row| role(row.role));
        let own = (id == reader.node()).then(|| role(reader.role()));
        let hash = reader.head(&id)?.map(|head| head.hash.to_string());
        findings.push(
            Finding::told(&say::STREAM)
                .with("node", id.to_string())
                .with("role", own.or(known).unwrap_or("–"))
                .with("label", row.map(|row| row.label).unwrap_or_default())
                .with("seq", seq)
                .with("hash", hash),
        );
    }
    Ok(())
}

/// What the peer above has not said it holds.
fn unsent(reader: &Reader<'_>, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
    let (peer, scope) = match reader.role() {
        NodeRoleV1::Portal => return Ok(()),
        NodeRoleV1::Hub => ("portal", Scope::Branch),
        NodeRoleV1::Desk => ("hub", Scope::Branch),
        NodeRoleV1::Booth => ("hub", Scope::Own(reader.node())),
    };
    let count = reader.unsent(&reader.peer_have(peer)?, scope)?;
    findings.push(Finding::told(&say::UNSENT).with("peer", peer).with("count", count));
    Ok(())
}

fn clock(drift_ms: Option<i64>) -> Finding {
    match drift_ms {
        None => Finding::told(&say::CLOCK_UNHEARD),
        Some(drift) => {
            let words = if drift.abs() <= CLOCK_MS {
                Finding::well(&say::CLOCK)
            } else {
                Finding::wrong(&say::CLOCK_APART)
            };
            words.with("seconds", drift / 1000)
        }
    }
}

const fn role(role: NodeRoleV1) -> &'static str {
    match role {
        NodeRoleV1::Portal => "portal",
        NodeRoleV1::Hub => "hub",
        NodeRoleV1::Desk => "desk",
        NodeRoleV1::Booth => "booth",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say::State;

    #[test]
    fn a_clock_more_than_five_minutes_apart_is_wrong() {
        let state = |drift| clock(drift).state;
        assert_eq!(state(None), State::Told);
        assert_eq!(state(Some(-CLOCK_MS)), State::Well);
        assert_eq!(state(Some(CLOCK_MS + 1)), State::Wrong);
        assert_eq!(state(Some(-CLOCK_MS - 1)), State::Wrong);
    }
}
