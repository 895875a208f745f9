//! Is what came really the next piece of that stream? The check every receiver makes before it keeps a fact.

use serde::{Deserialize, Serialize};

use super::header::Fact;
use super::key::PublicKey;
use super::primitive::Digest;
use crate::number::BranchCode;

/// The last fact held of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Its place.
    pub seq: u64,
    /// Its hash.
    pub hash: Digest,
}

/// Why a stream cannot be followed past a place. The stream halts there alone; others go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "contract", derive(utoipa::ToSchema))]
pub enum BrokenStream {
    /// A place is missing.
    #[error("gap")]
    Gap,
    /// The hash of the fact before does not fit.
    #[error("wrong-prev")]
    WrongPrev,
    /// The header or the body does not hash to what stands there.
    #[error("wrong-hash")]
    WrongHash,
    /// The act's signature is missing, misplaced or not the writer's.
    #[error("wrong-signature")]
    WrongSignature,
    /// Another fact stands at this place already.
    #[error("other-body")]
    OtherBody,
    /// A fact of another branch.
    #[error("foreign-branch")]
    ForeignBranch,
    /// A node that the portal has not admitted.
    #[error("unknown-node")]
    UnknownNode,
    /// A node of another role, or a fact under another node's name.
    #[error("foreign-node")]
    ForeignNode,
    /// Ticks that do not grow along the stream.
    #[error("tick-not-growing")]
    TickNotGrowing,
    /// A body over the limit.
    #[error("body-too-large")]
    BodyTooLarge,
}

/// Checks consecutive facts of ONE stream against the head held. Answers how many facts, counted from the front, may be
/// kept: always whole acts. `Err` tells the place and the reason, with the number of good facts before it.
///
/// Within a piece one signature is enough: the last act's signature covers, through `prev`, every fact before it, but each
/// act's end must carry one so that a later cut there can be trusted. They are all verified.
pub fn check_stream(
    branch: BranchCode,
    key: &PublicKey,
    head: Option<(Head, u64)>,
    facts: &[Fact],
) -> Result<usize, (usize, u64, BrokenStream)> {
    let node = key.node();
    let (mut seq, mut prev, mut tick) = head.map_or((0, Digest::ZERO, 0), |(head, tick)| (head.seq, head.hash, tick));
    let mut whole = 0;
    for (place, fact) in facts.iter().enumerate() {
        let broken = |why| Err((whole, fact.seq, why));
        if fact.branch != branch {
            return broken(BrokenStream::ForeignBranch);
        }
        if fact.node != node {
            return broken(BrokenStream::ForeignNode);
        }
        if fact.seq != seq + 1 {
            return broken(BrokenStream::Gap);
        }
        if fact.prev != prev {
            return broken(BrokenStream::WrongPrev);
        }
        if fact.tick <= tick {
            return broken(BrokenStream::TickNotGrowing);
        }
        if fact
            .body
            .as_ref()
            .is_some_and(|body| body.len() > super::MAX_BODY_BYTES)
        {
            return broken(BrokenStream::BodyTooLarge);
        }
        if !fact.hashes_hold() {
            return broken(BrokenStream::WrongHash);
        }
        if fact.act_end != fact.sig.is_some() || (fact.act_end && !fact.signed_by(key)) {
            return broken(BrokenStream::WrongSignature);
        }
        if fact.act_end {
            whole = place + 1;
        }
        (seq, prev, tick) = (fact.seq, fact.hash, fact.tick);
    }
    Ok(whole)
}
