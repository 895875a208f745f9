//! Verifying: every stream from its first fact – numbers, chain, hashes, signatures – against the keys of the directory.

use std::io::Write as _;

use qabyldau_domain::fact::{Head, NodeId, PublicKey, check_stream};
use qabyldau_store::Reader;
use serde_json::json;

use crate::At;
use crate::home::Home;
use crate::trouble::Trouble;

const PAGE: usize = 1000;

/// Checks all; prints one JSON line of what it found. Fails if anything is not sound.
pub fn verify(at: &At) -> Result<(), Trouble> {
    let store = Home::at(at)?.open()?;
    let reader = store.reader()?;
    let mut facts = 0;
    let mut faults = Vec::new();
    for (node, last) in reader.have()? {
        let key = reader.node_by_id(&node)?.map(|row| row.public_key);
        match key.map(|key| stream(&reader, &node, &key)).transpose()? {
            Some((held, None)) if held == last => facts += held,
            Some((held, None)) => faults.push(json!({ "stream": node, "seq": held + 1, "code": "gap" })),
            Some((held, Some((seq, code)))) => {
                facts += held;
                faults.push(json!({ "stream": node, "seq": seq, "code": code }));
            }
            None => faults.push(json!({ "stream": node, "seq": 1, "code": "unknown-node" })),
        }
    }
    let sound = faults.is_empty();
    let said = json!({ "sound": sound, "facts": facts, "faults": faults, "projections": reader.projections_digest()? });
    writeln!(std::io::stdout(), "{said}")?;
    if sound { Ok(()) } else { Err(Trouble::Unsound) }
}

type Fault = (u64, qabyldau_domain::fact::BrokenStream);

/// How many facts of the stream hold from its beginning, and the first that does not.
fn stream(reader: &Reader<'_>, node: &NodeId, key: &PublicKey) -> Result<(u64, Option<Fault>), Trouble> {
    let mut head: Option<(Head, u64)> = None;
    loop {
        let after = head.map_or(0, |(head, _)| head.seq);
        let page = reader.facts_of_stream(node, after, PAGE)?;
        if page.is_empty() {
            return Ok((after, None));
        }
        match check_stream(reader.branch(), key, head, &page) {
            Err((good, seq, code)) => return Ok((after + good as u64, Some((seq, code)))),
            // A page may end inside an act: the rest of the act begins the next page.
            Ok(0) => {
                return Ok((
                    after,
                    Some((after + 1, qabyldau_domain::fact::BrokenStream::WrongSignature)),
                ));
            }
            Ok(whole) => {
                let last = &page[whole - 1];
                head = Some((
                    Head {
                        seq: last.seq,
                        hash: last.hash,
                    },
                    last.tick,
                ));
            }
        }
    }
}
