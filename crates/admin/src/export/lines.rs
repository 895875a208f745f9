//! The lines: header and body of each fact, and the count of them against the heads the ledger had when the export began.

use std::collections::BTreeMap;
use std::io::Write;

use qabyldau_domain::fact::{Digest, Fact, NodeId};
use qabyldau_store::Reader;
use serde_json::value::RawValue;

use super::into::NotWritten;

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) facts: u64,
    pub(super) streams: u64,
}

/// Writes every fact that stood at the beginning. A program that goes on writing beside adds nothing to it.
pub(super) fn write(reader: &Reader<'_>, out: &mut impl Write) -> Result<Written, NotWritten> {
    let mut expected: BTreeMap<NodeId, (u64, Digest)> = BTreeMap::new();
    for (node, seq) in reader.have()? {
        let last = reader.facts_of_stream(&node, seq - 1, 1)?.pop();
        let last = last
            .filter(|fact| fact.seq == seq)
            .ok_or(NotWritten::Short { node, seq })?;
        expected.insert(node, (seq, last.hash));
    }
    let mut reached: BTreeMap<NodeId, (u64, Digest)> = BTreeMap::new();
    let mut facts = 0;
    for fact in reader.facts()? {
        let fact = fact?;
        if expected.get(&fact.node).is_none_or(|(last, _)| fact.seq > *last) {
            continue;
        }
        let seq = reached.get(&fact.node).map_or(1, |(seq, _)| seq + 1);
        if fact.seq != seq {
            return Err(NotWritten::Short { node: fact.node, seq });
        }
        reached.insert(fact.node, (fact.seq, fact.hash));
        out.write_all(line(&fact).as_bytes())?;
        out.write_all(b"\n")?;
        facts += 1;
    }
    for (node, end) in &expected {
        if reached.get(node) != Some(end) {
            let seq = reached.get(node).map_or(0, |(seq, _)| *seq) + 1;
            return Err(NotWritten::Short {
                node: *node,
                seq: seq.min(end.0),
            });
        }
    }
    out.flush()?;
    Ok(Written {
        facts,
        streams: reached.len() as u64,
    })
}

/// A fact as one line. A body that is no JSON, or has line ends between its members, stands byte for byte as text under `body_text`, so
/// that its hash can be computed all the same.
fn line(fact: &Fact) -> String {
    let plain = |body: &str| !body.contains(['\n', '\r']) && serde_json::from_str::<&RawValue>(body).is_ok();
    match &fact.body {
        Some(body) if !plain(body) => {
            let mut line = Fact {
                body: None,
                ..fact.clone()
            }
            .plain_line();
            let text = serde_json::Value::from(body.as_str());
            line.truncate(line.len() - 1);
            line.push_str(&format!(",\"body_text\":{text}}}"));
            line
        }
        _ => fact.plain_line(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use qabyldau_domain::fact::{Act, By, Draft, Instant, NodeKey, seal};
    use qabyldau_domain::facts::SignedIn;
    use qabyldau_domain::subject::Subject;

    #[test]
    fn a_body_that_cannot_stand_on_a_line_stands_as_text_byte_for_byte() {
        let act = Act {
            at: Instant {
                utc_ms: 0,
                offset_min: 300,
            },
            by: By::Node,
            drafts: vec![Draft::new(Subject::room("1"), &SignedIn {})],
        };
        let key = NodeKey::from_seed(&[1; 32]);
        let mut fact = seal("0512".parse().unwrap(), &key, None, 0, &act, || [0; 16])
            .unwrap()
            .remove(0);
        let read = |fact: &Fact| serde_json::from_str::<serde_json::Value>(&line(fact)).unwrap();
        assert!(read(&fact)["body"].is_object() && read(&fact).get("body_text").is_none());
        for body in ["{\n\"a\":1}", "no json", "{\"a\":1} x"] {
            fact.body = Some(body.into());
            assert!(!line(&fact).contains('\n'));
            assert_eq!(
                (&read(&fact)["body"], read(&fact)["body_text"].as_str()),
                (&serde_json::Value::Null, Some(body))
            );
        }
    }
}
