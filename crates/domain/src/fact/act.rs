//! From drafts to facts: an act is sealed whole, numbered, chained and signed once, or not at all.

use serde::Serialize;
use serde_json::value::RawValue;

use super::chain::Head;
use super::header::{Fact, sign_act};
use super::key::NodeKey;
use super::primitive::{By, Digest, Instant, hex};
use crate::facts::Body;
use crate::number::BranchCode;
use crate::subject::Subject;

/// The most facts one act may have.
pub const MAX_ACT_FACTS: usize = 400;
/// The most bytes the bodies of one act may have.
pub const MAX_ACT_BYTES: usize = 2 * 1024 * 1024;
/// The most bytes one body may have.
pub const MAX_BODY_BYTES: usize = 64 * 1024;

/// A fact before it has a place in a stream. The body lacks only its salt.
#[derive(Clone)]
pub struct Draft {
    /// What it is about.
    pub subject: Subject,
    /// The kind of fact.
    pub kind: &'static str,
    /// The version of the body.
    pub version: u16,
    /// The body without salt.
    body: Box<RawValue>,
}

impl Draft {
    /// A draft of `body` about `subject`.
    pub fn new<B: Body + Serialize>(subject: Subject, body: &B) -> Self {
        let body = serde_json::value::to_raw_value(body).expect("bodies are plain structs of texts and whole numbers");
        Self {
            subject,
            kind: B::KIND,
            version: B::VERSION,
            body,
        }
    }

    /// One member of the body as text.
    #[cfg(test)]
    pub(crate) fn member(&self, name: &str) -> Option<String> {
        let body: serde_json::Value = serde_json::from_str(self.body.get()).ok()?;
        let member = body.get(name)?;
        Some(member.as_str().map_or_else(|| member.to_string(), str::to_owned))
    }

    fn salted(&self, salt: &[u8; 16]) -> String {
        let body = self.body.get();
        let rest = &body[1..];
        let comma = if rest.trim_start().starts_with('}') { "" } else { "," };
        format!("{{\"salt\":\"{}\"{comma}{rest}", hex(salt))
    }
}

/// What one person (or node) did at one instant: all of it is written, or nothing.
#[derive(Debug, Clone)]
pub struct Act {
    /// The one instant of the act.
    pub at: Instant,
    /// Who acts.
    pub by: By,
    /// The facts, in order.
    pub drafts: Vec<Draft>,
}

/// Why an act cannot be sealed. These are faults of the program, not of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ActError {
    /// An act without facts.
    #[error("an act has no facts")]
    Empty,
    /// More than [`MAX_ACT_FACTS`] facts or [`MAX_ACT_BYTES`] bytes.
    #[error("an act is larger than an act may be")]
    TooLarge,
    /// A body over [`MAX_BODY_BYTES`].
    #[error("a body is larger than a body may be")]
    BodyTooLarge,
}

/// Seals an act onto the end of a stream: `head` is the last fact there, `tick` the highest tick seen or told,
/// `salt` gives 16 fresh random bytes a fact. The last fact carries the node's signature.
pub fn seal(
    branch: BranchCode,
    key: &NodeKey,
    head: Option<Head>,
    tick: u64,
    act: &Act,
    mut salt: impl FnMut() -> [u8; 16],
) -> Result<Vec<Fact>, ActError> {
    if act.drafts.is_empty() {
        return Err(ActError::Empty);
    }
    if act.drafts.len() > MAX_ACT_FACTS {
        return Err(ActError::TooLarge);
    }
    let node = key.node();
    let (mut seq, mut prev) = head.map_or((0, Digest::ZERO), |head| (head.seq, head.hash));
    let mut bytes = 0;
    let mut facts = Vec::with_capacity(act.drafts.len());
    for (draft, tick) in act.drafts.iter().zip(tick + 1..) {
        let body = draft.salted(&salt());
        bytes += body.len();
        if body.len() > MAX_BODY_BYTES {
            return Err(ActError::BodyTooLarge);
        }
        if bytes > MAX_ACT_BYTES {
            return Err(ActError::TooLarge);
        }
        seq += 1;
        let mut fact = Fact {
            branch,
            node,
            seq,
            tick,
            at: act.at,
            by: act.by,
            subject: draft.subject.clone(),
            kind: draft.kind.to_owned(),
            version: draft.version,
            body_hash: Digest::of(body.as_bytes()),
            body: Some(body),
            prev,
            hash: Digest::ZERO,
            act_end: false,
            sig: None,
        };
        fact.hash = fact.expected_hash();
        prev = fact.hash;
        facts.push(fact);
    }
    if let Some(last) = facts.last_mut() {
        last.act_end = true;
        last.sig = Some(sign_act(key, &last.hash));
    }
    Ok(facts)
}

crate::quiet::quiet_debug!(Draft);
