//! One round with the peer: give what it lacks, take what we lack, until both are alike. Every step can be lost and done again.

use std::collections::BTreeSet;

use qabyldau_domain::fact::NodeId;
use qabyldau_domain::ledger::{Have, Scope};

use super::link::Link;
use super::news::Status;
use crate::error::ExchangeError;
use crate::held::ask;
use crate::message::Holding;
use crate::server::fill;

/// A stream marked so counts as held: no more of it is asked for or sent in this round.
const ENOUGH: u64 = i64::MAX as u64;

/// What a round brought.
pub(super) struct Round {
    /// The peer, as it answered at the start.
    pub peer: Holding,
    /// Streams of which something new was taken.
    pub taken: BTreeSet<NodeId>,
}

/// Gives and takes until nothing is left, noting refusals in `status`.
pub(super) async fn round(link: &Link, scope: Scope, status: &mut Status) -> Result<Round, ExchangeError> {
    let peer = link.have().await?;
    status.refused_there.clear();
    status.refused_here.clear();
    give(link, scope, peer.have.clone(), status).await?;
    let taken = match scope {
        Scope::Branch => take(link, status).await?,
        Scope::Own(_) => BTreeSet::new(),
    };
    Ok(Round { peer, taken })
}

async fn give(link: &Link, scope: Scope, mut theirs: Have, status: &mut Status) -> Result<(), ExchangeError> {
    loop {
        let have = theirs.clone();
        let (chunk, text) = ask(link.shared(), move |ledger| fill(ledger, &have, scope)).await?;
        if chunk.facts.is_empty() {
            return Ok(());
        }
        let sent: BTreeSet<NodeId> = chunk.facts.iter().map(|fact| fact.node).collect();
        let answer = link.send_facts(text).await?;
        for node in sent {
            let before = theirs.get(&node).copied().unwrap_or(0);
            let Some(taken) = answer.get(&node) else {
                theirs.insert(node, ENOUGH);
                continue;
            };
            if let Some(refused) = taken.refused {
                status.refused_there.insert(node, refused);
            }
            // A stream that does not move is halted for this round; the others go on.
            let halted = taken.refused.is_some() || taken.accepted_to <= before;
            theirs.insert(node, if halted { ENOUGH } else { taken.accepted_to });
        }
    }
}

async fn take(link: &Link, status: &mut Status) -> Result<BTreeSet<NodeId>, ExchangeError> {
    let mut moved = BTreeSet::new();
    let mut halted = BTreeSet::new();
    loop {
        let mut ours = ask(link.shared(), |ledger| ledger.have()).await?;
        ours.extend(halted.iter().map(|node| (*node, ENOUGH)));
        let chunk = link.lack(&ours).await?;
        if chunk.facts.is_empty() {
            return Ok(moved);
        }
        let sent: BTreeSet<NodeId> = chunk.facts.iter().map(|fact| fact.node).collect();
        let taken = ask(link.shared(), move |ledger| {
            ledger.told(chunk.tick)?;
            ledger.take(&chunk)
        })
        .await?;
        for node in sent {
            let before = ours.get(&node).copied().unwrap_or(0);
            match taken.get(&node) {
                Some(now) if now.accepted_to > before => {
                    moved.insert(node);
                    if let Some(refused) = now.refused {
                        status.refused_here.insert(node, refused);
                        halted.insert(node);
                    }
                }
                other => {
                    if let Some(refused) = other.and_then(|now| now.refused) {
                        status.refused_here.insert(node, refused);
                    }
                    halted.insert(node);
                }
            }
        }
    }
}
