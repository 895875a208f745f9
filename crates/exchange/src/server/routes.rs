//! The routes, each with the deed it does.

use axum::extract::{DefaultBodyLimit, Extension, State};
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, delete, get, head, post, put};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};

use super::answer::Refused;
use super::deed::Deed;
use super::relay::{Relay, Seat};
use super::whom::{Caller, guard};
use super::{events, facts, orders, pairing, parcels};
use crate::error::ExchangeError;
use crate::message::{MAX_BYTES, MAX_SMALL_BYTES};

/// The routes for admitted nodes.
pub fn routes(relay: &Relay) -> Router {
    let doing = |deed: Deed, route: MethodRouter<Relay>| route.layer(from_fn_with_state((relay.clone(), deed), guard));
    Router::new()
        .route("/v1/have", doing(Deed::Have, get(facts::have)))
        .route(
            "/v1/facts",
            doing(
                Deed::SendFacts,
                post(facts::send).layer(DefaultBodyLimit::max(MAX_BYTES)),
            ),
        )
        .route("/v1/lack", doing(Deed::ReadFacts, post(facts::lack)))
        .route("/v1/events", doing(Deed::Listen, get(events::events)))
        .route("/v1/notices", doing(Deed::ReadNotices, get(facts::notices)))
        .route(
            "/v1/booths/{node}/wanted/{session}",
            doing(Deed::PutOrder, put(orders::put).merge(delete(orders::take_back))),
        )
        .route("/v1/booths/{node}/wanted", doing(Deed::ReadOrders, get(orders::wanted)))
        .route(
            "/v1/parcels/{sha256}",
            doing(Deed::SendParcel, head(parcels::progress).patch(parcels::append))
                .merge(doing(Deed::Fetch, get(parcels::fetch))),
        )
        .route(
            "/v1/parcels/{sha256}/receipt",
            doing(Deed::SendParcel, get(parcels::receipt)),
        )
        .route("/v1/pair", doing(Deed::CarryJoin, post(pairing::carried)))
        .route("/v1/place", doing(Deed::TellPlace, put(tell_place)))
        .layer(DefaultBodyLimit::max(MAX_SMALL_BYTES))
        .with_state(relay.clone())
}

/// The one route of a pairing connection.
pub fn pairing_routes(relay: &Relay) -> Router {
    Router::new()
        .route("/v1/pair", post(pairing::join))
        .layer(DefaultBodyLimit::max(16 * 1024))
        .with_state(relay.clone())
}

/// Where the hub is reached on the LAN.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct TellPlace {
    pub address: String,
}

/// `PUT /v1/place`
async fn tell_place(
    State(relay): State<Relay>,
    Extension(caller): Extension<Caller>,
    Json(place): Json<TellPlace>,
) -> Result<StatusCode, Refused> {
    if let Seat::Portal(authority) = &relay.0.parts.seat {
        let authority = authority.clone();
        tokio::task::spawn_blocking(move || authority.hub_at(caller.node, &place.address))
            .await
            .map_err(|_| ExchangeError::Ending)??;
    }
    Ok(StatusCode::NO_CONTENT)
}
