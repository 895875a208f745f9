//! Facts: what is held, what comes, what the peer lacks.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use qabyldau_domain::fact::{BrokenStream, NodeId};
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::ledger::{Chunk, Have, Refused as RefusedFact, Scope, Taken};

use super::answer::Refused;
use super::relay::{News, Relay};
use super::said::Said;
use super::whom::Caller;
use crate::error::ExchangeError;
use crate::held::{Held, ask};
use crate::message::{FULL_BYTES, Holding, MAX_FACTS, Notices, Outcome, Topic};

/// `GET /v1/have`
pub(super) async fn have(
    State(relay): State<Relay>,
    Extension(caller): Extension<Caller>,
) -> Result<Json<Holding>, Refused> {
    let (tick, mut have) = ask(&relay.0.parts.shared, |ledger| Ok((ledger.tick()?, ledger.have()?))).await?;
    if caller.role == NodeRoleV1::Booth {
        have.retain(|node, _| *node == caller.node);
    }
    Ok(Json(Holding {
        tick,
        have,
        started: relay.0.started.clone(),
        at: Some(relay.0.parts.surroundings.clock.now()),
        upstream: relay.upstream().filter(|_| caller.role == NodeRoleV1::Desk),
    }))
}

/// `POST /v1/facts`
pub(super) async fn send(
    State(relay): State<Relay>,
    Extension(caller): Extension<Caller>,
    Said(mut chunk): Said<Chunk>,
) -> Result<Json<Outcome>, Refused> {
    if chunk.facts.len() > MAX_FACTS {
        return Err(Refused::new(StatusCode::PAYLOAD_TOO_LARGE, "too-many-facts"));
    }
    let foreign = if caller.role == NodeRoleV1::Booth {
        others(&mut chunk, caller.node)
    } else {
        BTreeMap::new()
    };
    let told = chunk.tick;
    let (mut streams, tick, news) = ask(&relay.0.parts.shared, move |ledger| {
        ledger.told(told)?;
        let before = ledger.have()?;
        let streams = ledger.take(&chunk)?;
        Ok((streams, ledger.tick()?, ledger.have()? != before))
    })
    .await?;
    streams.extend(foreign);
    for (node, refused) in streams.iter().filter_map(|(node, taken)| Some((node, taken.refused?))) {
        tracing::warn!(peer = %caller.node, stream = %node, seq = refused.seq, code = %refused.code, "refused facts");
    }
    if news {
        let follows = relay.clone();
        tokio::task::spawn_blocking(move || follows.follow())
            .await
            .map_err(|_| ExchangeError::Ending)??;
        relay.announce(News {
            topic: Topic::Facts,
            to: None,
            from: Some(caller.node),
        });
    }
    Ok(Json(Outcome { tick, streams }))
}

/// Takes the facts of others out of a booth's chunk, and names them.
fn others(chunk: &mut Chunk, own: NodeId) -> BTreeMap<NodeId, Taken> {
    let mut foreign = BTreeMap::new();
    chunk.facts.retain(|fact| {
        if fact.node != own {
            let refused = RefusedFact {
                seq: fact.seq,
                code: BrokenStream::ForeignNode,
            };
            foreign.entry(fact.node).or_insert(Taken {
                accepted_to: 0,
                refused: Some(refused),
            });
        }
        fact.node == own
    });
    foreign
}

/// `POST /v1/lack`
pub(super) async fn lack(State(relay): State<Relay>, Said(asked): Said<Holding>) -> Result<Response, Refused> {
    let text = ask(&relay.0.parts.shared, move |ledger| {
        ledger.told(asked.tick)?;
        Ok(fill(ledger, &asked.have, Scope::Branch)?.1)
    })
    .await?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// As many whole acts as a message may carry: 500 facts, and about [`FULL_BYTES`]; at least one act.
pub(crate) fn fill(ledger: &dyn Held, have: &Have, scope: Scope) -> Result<(Chunk, Vec<u8>), ExchangeError> {
    let mut limit = MAX_FACTS;
    loop {
        let chunk = ledger.lack(have, scope, limit)?;
        let text = serde_json::to_vec(&chunk).map_err(|_| ExchangeError::Garbled("a chunk that is no JSON"))?;
        if text.len() <= FULL_BYTES || limit == 1 {
            return Ok((chunk, text));
        }
        limit = (limit / 2).max(1);
    }
}

/// `GET /v1/notices`
pub(super) async fn notices(State(relay): State<Relay>) -> Result<Json<Notices>, Refused> {
    let tick = ask(&relay.0.parts.shared, |ledger| ledger.tick()).await?;
    let facts = relay.directory(|directory| directory.notices().to_vec());
    Ok(Json(Notices { tick, facts }))
}
