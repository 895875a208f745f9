//! Who asks: the pinned key of the connection, looked up on every request, and the one table of deeds.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use qabyldau_domain::fact::{Digest, NodeId};
use qabyldau_domain::facts::NodeRoleV1;

use super::answer::Refused;
use super::deed::{Deed, may};
use super::relay::Relay;
use crate::held::ask;
use crate::message::TICK;

/// How long one request may take, body and all.
const PATIENCE: Duration = Duration::from_secs(60);

/// The pin of the key behind the connection.
#[derive(Debug, Clone, Copy)]
pub struct PeerPin(pub Digest);

/// The admitted node that asks.
#[derive(Debug, Clone, Copy)]
pub struct Caller {
    /// Who.
    pub node: NodeId,
    /// What it is.
    pub role: NodeRoleV1,
    /// Its pin.
    pub pin: Digest,
}

fn caller(relay: &Relay, request: &Request) -> Result<Caller, Refused> {
    let PeerPin(pin) = *request.extensions().get().ok_or(Refused::forbidden("unknown-peer"))?;
    relay
        .directory(|directory| {
            directory.behind(&pin).map(|member| Caller {
                node: member.node,
                role: member.role,
                pin,
            })
        })
        .ok_or(Refused::forbidden("unknown-peer"))
}

/// Keeps what the peer told of its tick, before anything is answered.
async fn told(relay: &Relay, tick: Option<u64>) -> Result<(), Refused> {
    let tick = tick.ok_or(Refused::bad("tick-missing"))?;
    Ok(ask(&relay.0.parts.shared, move |ledger| ledger.told(tick)).await?)
}

/// Lets a request through to a route that does `deed`.
pub(super) async fn guard(State((relay, deed)): State<(Relay, Deed)>, mut request: Request, next: Next) -> Response {
    let place = relay.0.parts.seat.place();
    let caller = match caller(&relay, &request) {
        Ok(caller) if may(place, caller.role, deed) => caller,
        Ok(caller) => {
            tracing::warn!(node = %caller.node, ?deed, "refused: not for this role");
            return Refused::forbidden("not-for-this-role").into_response();
        }
        Err(refused) => return refused.into_response(),
    };
    let tick = request
        .headers()
        .get(TICK)
        .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if let Err(refused) = told(&relay, tick).await {
        return refused.into_response();
    }
    request.extensions_mut().insert(caller);
    let mut response = match tokio::time::timeout(PATIENCE, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Refused::new(StatusCode::REQUEST_TIMEOUT, "too-slow").into_response(),
    };
    match ask(&relay.0.parts.shared, |ledger| ledger.tick()).await {
        Ok(tick) => {
            response.headers_mut().insert(TICK, HeaderValue::from(tick));
            response
        }
        Err(error) => Refused::from(error).into_response(),
    }
}
