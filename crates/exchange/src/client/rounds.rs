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
    status.unsent = give(link, scope, peer.have.clone(), status).await?;
    let taken = match scope {
        Scope::Branch => take(link, &peer.have, status).await?,
        Scope::Own(_) => BTreeSet::new(),
    };
    Ok(Round { peer, taken })
}

/// Gives all that the peer lacks; answers how many facts it would not take.
async fn give(link: &Link, scope: Scope, mut theirs: Have, status: &mut Status) -> Result<u64, ExchangeError> {
    let mut left = 0;
    status.peer_have = theirs.clone();
    loop {
        let have = theirs.clone();
        let (chunk, text) = ask(link.shared(), move |ledger| fill(ledger, &have, scope)).await?;
        if chunk.facts.is_empty() {
            return Ok(left);
        }
        let sent: BTreeSet<NodeId> = chunk.facts.iter().map(|fact| fact.node).collect();
        let answer = link.send_facts(text).await?;
        let ours = ask(link.shared(), |ledger| ledger.have()).await?;
        for node in sent {
            let before = theirs.get(&node).copied().unwrap_or(0);
            let taken = answer.get(&node);
            if let Some(refused) = taken.and_then(|taken| taken.refused) {
                status.refused_there.insert(node, refused);
            }
            let moved = taken.filter(|taken| taken.refused.is_none() && taken.accepted_to > before);
            // A stream that does not move is halted for this round, as if the peer held all we have; the others go on.
            let held = ours.get(&node).copied().unwrap_or(0);
            if moved.is_none() {
                left += held.saturating_sub(taken.map_or(before, |taken| taken.accepted_to));
            }
            if let Some(taken) = moved {
                status.peer_have.insert(node, taken.accepted_to);
            }
            theirs.insert(node, moved.map_or(held, |taken| taken.accepted_to));
        }
    }
}

/// `theirs` is what the peer holds. A halted stream is asked for as if we held that much, and never more: a ledger that is told of more
/// than it wrote must think itself an old copy.
async fn take(link: &Link, theirs: &Have, status: &mut Status) -> Result<BTreeSet<NodeId>, ExchangeError> {
    let mut moved = BTreeSet::new();
    let mut halted = Have::new();
    loop {
        let mut ours = ask(link.shared(), |ledger| ledger.have()).await?;
        ours.extend(&halted);
        let chunk = link.lack(&ours).await?;
        if chunk.facts.is_empty() {
            return Ok(moved);
        }
        let mut sent = Have::new();
        for fact in &chunk.facts {
            let last = sent.entry(fact.node).or_default();
            *last = fact.seq.max(*last);
        }
        let taken = ask(link.shared(), move |ledger| {
            ledger.told(chunk.tick)?;
            ledger.take(&chunk)
        })
        .await?;
        for (node, last) in sent {
            let before = ours.get(&node).copied().unwrap_or(0);
            let now = taken.get(&node);
            let grew = now.is_some_and(|now| now.accepted_to > before);
            if grew {
                moved.insert(node);
            }
            let refused = now.and_then(|now| now.refused);
            if let Some(refused) = refused {
                status.refused_here.insert(node, refused);
            }
            if refused.is_some() || !grew {
                let theirs = theirs.get(&node).copied().unwrap_or(0);
                halted.insert(node, theirs.max(last));
            }
        }
    }
}
