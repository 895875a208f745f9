//! Pairing at the door: the portal judges, a hub carries the words.

use std::time::Duration;

use axum::extract::State;
use axum::{Extension, Json};

use qabyldau_domain::fact::Digest;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::timeout;

use super::answer::Refused;
use super::relay::{Relay, Seat};
use super::said::Said;
use super::whom::{Caller, PeerPin};
use crate::error::ExchangeError;
use crate::pair::{Answer, Join, PairRefusal};

/// How long the portal's word about a new node may take to reach its hub.
const HEARSAY: Duration = Duration::from_secs(5);

/// `POST /v1/pair` on a pairing connection: the node itself speaks, with the key it wants to be known by.
pub(super) async fn join(
    State(relay): State<Relay>,
    Extension(PeerPin(pin)): Extension<PeerPin>,
    Said(mut join): Said<Join>,
) -> Result<Json<Answer>, Refused> {
    if join.pin() != pin {
        return Err(PairRefusal::WrongProof.into());
    }
    join.server = Some(relay.0.parts.pin);
    match &relay.0.parts.seat {
        Seat::Portal(_) => admit(&relay, join).await,
        Seat::Hub(up) => match up.carry_join(&join).await {
            Ok(answer) => {
                known(&relay, pin).await;
                Ok(Json(answer))
            }
            Err(ExchangeError::Refused { code, .. }) => {
                Err(PairRefusal::of(&code).unwrap_or(PairRefusal::PortalAway).into())
            }
            Err(_) => Err(PairRefusal::PortalAway.into()),
        },
    }
}

/// Waits until this hub has heard of the node, so that its first knock is not refused. If that takes long, the node knocks again.
async fn known(relay: &Relay, pin: Digest) {
    let mut news = relay.listen();
    let heard = async {
        while relay.directory(|directory| directory.behind(&pin).is_none()) {
            if matches!(news.recv().await, Err(RecvError::Closed)) {
                return;
            }
        }
    };
    let _ = timeout(HEARSAY, heard).await;
}

/// `POST /v1/pair` from an admitted hub: the node spoke to that hub's key, whatever the message says.
pub(super) async fn carried(
    State(relay): State<Relay>,
    Extension(caller): Extension<Caller>,
    Said(mut join): Said<Join>,
) -> Result<Json<Answer>, Refused> {
    join.server = Some(caller.pin);
    admit(&relay, join).await
}

async fn admit(relay: &Relay, join: Join) -> Result<Json<Answer>, Refused> {
    let Seat::Portal(authority) = &relay.0.parts.seat else {
        return Err(PairRefusal::PortalAway.into());
    };
    let (authority, label) = (authority.clone(), join.label.clone());
    let answer = tokio::task::spawn_blocking(move || authority.admit(&join))
        .await
        .map_err(|_| ExchangeError::Ending)?;
    match answer {
        Ok(answer) => {
            tracing::info!(label, "a node was admitted");
            Ok(Json(answer))
        }
        Err(error) => {
            tracing::warn!(label, code = error.code(), "pairing refused");
            Err(error.into())
        }
    }
}
