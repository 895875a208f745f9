//! A small ledger in memory, checked like the real one, in which a test may put what no honest store holds.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::convert::Infallible;

use qabyldau_domain::fact::{
    Act, BrokenStream, By, Draft, Fact, Head, Instant, NodeId, NodeKey, PublicKey, check_stream, seal,
};
use qabyldau_domain::facts::{Decoded, decode};
use qabyldau_domain::ledger::{Chunk, Have, Ledger, Refused, Scope, Taken};
use qabyldau_domain::number::BranchCode;

pub(crate) struct Memory {
    pub branch: BranchCode,
    pub key: NodeKey,
    pub streams: BTreeMap<NodeId, Vec<Fact>>,
    known: BTreeMap<NodeId, PublicKey>,
    portal: NodeId,
    tick: u64,
    salt: u64,
    /// A peer said that it holds more of the own stream than was written: the sign of an old copy.
    pub told_of_more: Cell<bool>,
}

impl Memory {
    pub fn new(branch: &str, key: NodeKey, portal: &PublicKey) -> Self {
        let known = BTreeMap::from([(portal.node(), *portal), (key.node(), key.public())]);
        let branch = branch.parse().expect("a branch");
        Self {
            branch,
            key,
            streams: BTreeMap::new(),
            known,
            portal: portal.node(),
            tick: 0,
            salt: 0,
            told_of_more: Cell::new(false),
        }
    }

    pub fn write(&mut self, drafts: Vec<Draft>) -> Vec<Fact> {
        let node = self.key.node();
        let head = self
            .streams
            .get(&node)
            .and_then(|stream| stream.last())
            .map(|fact| Head {
                seq: fact.seq,
                hash: fact.hash,
            });
        let act = Act {
            at: Instant {
                utc_ms: 1_795_000_000_000,
                offset_min: 300,
            },
            by: By::Node,
            drafts,
        };
        let salt = &mut self.salt;
        let facts = seal(self.branch, &self.key, head, self.tick, &act, || {
            *salt += 1;
            let mut bytes = [0; 16];
            bytes[..8].copy_from_slice(&salt.to_be_bytes());
            bytes
        })
        .expect("a small act");
        self.keep(&facts);
        facts
    }

    fn keep(&mut self, facts: &[Fact]) {
        for fact in facts {
            self.tick = self.tick.max(fact.tick);
            if fact.node == self.portal
                && let Ok(Decoded::NodeAdmitted(body)) = decode(&fact.kind, fact.version, fact.body.as_deref())
            {
                self.known.insert(body.public_key.node(), body.public_key);
            }
            self.streams.entry(fact.node).or_default().push(fact.clone());
        }
    }
}

impl Ledger for Memory {
    type Error = Infallible;

    fn branch(&self) -> BranchCode {
        self.branch
    }
    fn tick(&self) -> Result<u64, Infallible> {
        Ok(self.tick)
    }
    fn told(&mut self, tick: u64) -> Result<(), Infallible> {
        self.tick = self.tick.max(tick);
        Ok(())
    }
    fn have(&self) -> Result<Have, Infallible> {
        Ok(self
            .streams
            .iter()
            .map(|(node, stream)| (*node, stream.len() as u64))
            .collect())
    }
    fn lack(&self, have: &Have, scope: Scope, limit: usize) -> Result<Chunk, Infallible> {
        let own = self.key.node();
        let held = self.streams.get(&own).map_or(0, |stream| stream.len() as u64);
        if have.get(&own).is_some_and(|theirs| *theirs > held) {
            self.told_of_more.set(true);
        }
        let mut facts: Vec<Fact> = Vec::new();
        let mut order: Vec<&NodeId> = self.streams.keys().collect();
        order.sort_by_key(|node| **node != self.portal);
        for node in order {
            if matches!(scope, Scope::Own(only) if only != *node) {
                continue;
            }
            let after = have.get(node).copied().unwrap_or(0);
            let rest: Vec<&Fact> = self.streams[node].iter().filter(|fact| fact.seq > after).collect();
            for act in rest.split_inclusive(|fact| fact.act_end) {
                if !facts.is_empty() && facts.len() + act.len() > limit {
                    return Ok(Chunk { tick: self.tick, facts });
                }
                facts.extend(act.iter().map(|fact| (*fact).clone()));
            }
        }
        Ok(Chunk { tick: self.tick, facts })
    }
    fn take(&mut self, chunk: &Chunk) -> Result<BTreeMap<NodeId, Taken>, Infallible> {
        self.tick = self.tick.max(chunk.tick);
        let mut answer = BTreeMap::new();
        for stream in chunk.facts.chunk_by(|left, right| left.node == right.node) {
            let node = stream[0].node;
            let held = self.streams.get(&node).cloned().unwrap_or_default();
            let new: Vec<Fact> = stream
                .iter()
                .filter(|fact| fact.seq > held.len() as u64)
                .cloned()
                .collect();
            let other = stream.iter().find(|fact| {
                held.iter()
                    .any(|known| known.seq == fact.seq && known.hash != fact.hash)
            });
            let refused = if let Some(fact) = other {
                Some(Refused {
                    seq: fact.seq,
                    code: BrokenStream::OtherBody,
                })
            } else if let Some(key) = self.known.get(&node).copied() {
                let head = held.last().map(|fact| {
                    (
                        Head {
                            seq: fact.seq,
                            hash: fact.hash,
                        },
                        fact.tick,
                    )
                });
                let (good, refused) = match check_stream(self.branch, &key, head, &new) {
                    Ok(good) => (good, None),
                    Err((good, seq, code)) => (good, Some(Refused { seq, code })),
                };
                self.keep(&new[..good]);
                refused
            } else {
                Some(Refused {
                    seq: stream[0].seq,
                    code: BrokenStream::UnknownNode,
                })
            };
            let accepted_to = self.streams.get(&node).map_or(0, |stream| stream.len() as u64);
            answer.insert(node, Taken { accepted_to, refused });
        }
        Ok(answer)
    }
}
