//! The header of a fact and the bytes that are hashed. Widths and vectors: docs/fact.md.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::key::{NodeKey, PublicKey, Signature};
use super::primitive::{By, Digest, Instant, NodeId};
use crate::number::BranchCode;
use crate::subject::Subject;

/// Domain separation of the fact's hash.
pub const FACT_TAG: &[u8] = b"qabyldau-fact-1";
/// Domain separation of the act's signature.
pub const ACT_TAG: &[u8] = b"qabyldau-act-1";

/// One fact as it is kept and as it travels. `body` is JSON text kept byte for byte; `None` once erased.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(utoipa::ToSchema))]
pub struct Fact {
    /// The branch, four digits.
    pub branch: BranchCode,
    /// The one writer of this stream.
    pub node: NodeId,
    /// Place in the stream, from 1, without gaps.
    pub seq: u64,
    /// 1 + the highest tick the writer had seen or been told.
    pub tick: u64,
    /// The writer's clock; orders nothing.
    pub at: Instant,
    /// Who did it.
    pub by: By,
    /// The one thing the fact is about.
    pub subject: Subject,
    /// What kind of fact, e.g. `EntryRegistered`.
    pub kind: String,
    /// The version of the body, for ever.
    pub version: u16,
    /// The JSON text, or nothing after `SubjectClosed` erased it.
    pub body: Option<String>,
    /// SHA-256 of the body's bytes; stays when the body goes.
    pub body_hash: Digest,
    /// The hash of the fact before it in the stream.
    pub prev: Digest,
    /// SHA-256 over the header.
    pub hash: Digest,
    /// Is it the last fact of its act?
    pub act_end: bool,
    /// The node's signature; on the last fact of an act, and only there.
    pub sig: Option<Signature>,
}

impl Fact {
    /// The hash that the header demands: every field with a 4-byte big-endian length before it.
    pub fn expected_hash(&self) -> Digest {
        let mut at = [0; 10];
        at[..8].copy_from_slice(&self.at.utc_ms.to_be_bytes());
        at[8..].copy_from_slice(&self.at.offset_min.to_be_bytes());
        let mut sha = Sha256::new();
        let mut field = |bytes: &[u8]| {
            sha.update(u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
            sha.update(bytes);
        };
        field(FACT_TAG);
        field(self.branch.to_string().as_bytes());
        field(self.node.as_bytes());
        field(&self.seq.to_be_bytes());
        field(&self.tick.to_be_bytes());
        field(&at);
        field(self.by.to_string().as_bytes());
        field(self.subject.as_str().as_bytes());
        field(self.kind.as_bytes());
        field(&self.version.to_be_bytes());
        field(self.body_hash.as_bytes());
        field(self.prev.as_bytes());
        Digest(sha.finalize().into())
    }

    /// Does the header hash to `hash`, and the body (where it still stands) to `body_hash`?
    pub fn hashes_hold(&self) -> bool {
        self.body
            .as_ref()
            .is_none_or(|body| Digest::of(body.as_bytes()) == self.body_hash)
            && self.expected_hash() == self.hash
    }

    /// Does the act's signature belong to this fact under `key`?
    pub fn signed_by(&self, key: &PublicKey) -> bool {
        self.sig
            .as_ref()
            .is_some_and(|sig| key.verifies(&act_message(&self.hash), sig))
    }
}

pub(super) fn sign_act(key: &NodeKey, hash: &Digest) -> Signature {
    key.sign(&act_message(hash))
}

fn act_message(hash: &Digest) -> Vec<u8> {
    [ACT_TAG, hash.as_bytes()].concat()
}

impl std::fmt::Debug for Fact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{}:{} tick {} {} {} {}",
            self.node, self.seq, self.tick, self.kind, self.subject, self.hash
        )
    }
}
