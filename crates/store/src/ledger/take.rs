//! Taking a chunk: each stream is followed as far as it is whole, signed by its writer and fits; what does not is refused by name.
//!
//! Invariant: one bad stream halts alone; known facts count as taken; all of it in the caller's transaction.

use std::collections::BTreeMap;

use qabyldau_domain::fact::{BrokenStream, Fact, NodeId, check_stream};
use qabyldau_domain::ledger::{Chunk, Refused, Taken};
use rusqlite::{Connection, named_params};

use super::append::{Touched, append};
use super::node::KnownNode;
use super::{closing, head, node, tick};
use crate::fault::StoreError;
use crate::own::Own;
use crate::sql::signed;

/// The longest name of a kind that is kept.
const MAX_KIND_BYTES: usize = 64;

/// What became of each stream.
pub(crate) type Outcome = BTreeMap<NodeId, Taken>;

/// Keeps what can be kept of a chunk.
pub(crate) fn take(conn: &Connection, own: &Own, chunk: &Chunk, touched: &mut Touched) -> Result<Outcome, StoreError> {
    tick::raise(conn, chunk.tick)?;
    let portal = own.portal.node();
    let mut streams: BTreeMap<NodeId, Vec<Fact>> = BTreeMap::new();
    for fact in &chunk.facts {
        streams.entry(fact.node).or_default().push(fact.clone());
    }
    let mut outcome = Outcome::new();
    // The portal's stream first: it says who the others are.
    if let Some(facts) = streams.remove(&portal) {
        outcome.insert(portal, stream(conn, own, &portal, &facts, touched)?);
    }
    for (node, facts) in &streams {
        outcome.insert(*node, stream(conn, own, node, facts, touched)?);
    }
    Ok(outcome)
}

fn stream(
    conn: &Connection,
    own: &Own,
    node: &NodeId,
    facts: &[Fact],
    touched: &mut Touched,
) -> Result<Taken, StoreError> {
    let held = head::of(conn, node)?;
    let held_to = held.map_or(0, |(head, _)| head.seq);
    let refuse = |accepted_to, seq, code| Taken {
        accepted_to,
        refused: Some(Refused { seq, code }),
    };
    let Some(writer) = node::all(conn)?.into_iter().find(|known| known.node == *node) else {
        let first = facts.first().map_or(0, |fact| fact.seq);
        return Ok(refuse(held_to, first, BrokenStream::UnknownNode));
    };
    let known = facts.iter().take_while(|fact| fact.seq <= held_to).count();
    for fact in &facts[..known] {
        if head::hash_at(conn, node, fact.seq)? != Some(fact.hash) {
            return Ok(refuse(held_to, fact.seq, BrokenStream::OtherBody));
        }
        heal(conn, own, fact, touched)?;
    }
    let fresh = &facts[known..];
    let fit = fresh.iter().position(|fact| !fits(fact)).unwrap_or(fresh.len());
    let (whole, mut refused) = match check_stream(own.branch, &writer.key, held, &fresh[..fit]) {
        Ok(whole) => (whole, None),
        Err((whole, seq, code)) => (whole, Some(Refused { seq, code })),
    };
    if let (None, Some(fact)) = (refused, fresh.get(fit)) {
        refused = Some(Refused {
            seq: fact.seq,
            code: why_not(fact),
        });
    }
    let (kept, stripped) = kept(conn, own, &writer, &fresh[..whole])?;
    append(conn, own, &fresh[..kept], touched)?;
    Ok(Taken {
        accepted_to: fresh[..kept].last().map_or(held_to, |fact| fact.seq),
        refused: stripped.or(refused),
    })
}

/// A known fact whose body somebody on the way had taken out gets it back; what a closing covers stays gone.
fn heal(conn: &Connection, own: &Own, fact: &Fact, touched: &mut Touched) -> Result<(), StoreError> {
    if fact.body.is_some() && fact.hashes_hold() && !closing::covers(conn, &own.portal.node(), fact)? {
        let healed = conn
            .prepare_cached(include_str!("take_heal.sql"))?
            .execute(named_params! {
                ":node": fact.node.as_bytes(),
                ":seq": signed(fact.seq),
                ":body": fact.body,
            })?;
        if healed > 0 {
            touched.touch(&fact.subject);
        }
    }
    Ok(())
}

fn fits(fact: &Fact) -> bool {
    fact.tick <= tick::MAX_TICK && (1..=MAX_KIND_BYTES).contains(&fact.kind.len())
}

fn why_not(fact: &Fact) -> BrokenStream {
    if fact.tick > tick::MAX_TICK {
        BrokenStream::TickNotGrowing
    } else {
        BrokenStream::BodyTooLarge
    }
}

/// A body may be missing only if a closing covers it. In the portal's own stream the closing may still be to come; in every
/// other stream it is known already, for the portal's stream travels first: whoever sends less has taken the body out.
fn kept(
    conn: &Connection,
    own: &Own,
    writer: &KnownNode,
    facts: &[Fact],
) -> Result<(usize, Option<Refused>), StoreError> {
    let portal = own.portal.node();
    if writer.node == portal {
        return Ok((facts.len(), None));
    }
    let mut whole = 0;
    for (place, fact) in facts.iter().enumerate() {
        if fact.body.is_none() && !closing::covers(conn, &portal, fact)? {
            let refused = Refused {
                seq: fact.seq,
                code: BrokenStream::WrongHash,
            };
            return Ok((whole, Some(refused)));
        }
        if fact.act_end {
            whole = place + 1;
        }
    }
    Ok((facts.len(), None))
}
