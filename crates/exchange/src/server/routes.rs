//! The routes, each with the deed it does: one table, from which the router is built and the contract is checked.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Extension, State};
use axum::handler::Handler;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodFilter, MethodRouter, on, post};
use serde::{Deserialize, Serialize};

use super::answer::Refused;
use super::deed::Deed;
use super::relay::{Relay, Seat};
use super::said::Said;
use super::whom::{Caller, guard};
use super::{events, facts, orders, pairing, parcels};
use crate::error::ExchangeError;
use crate::message::{MAX_BYTES, MAX_JOIN_BYTES, MAX_SMALL_BYTES};

/// How an endpoint is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Method {
    Get,
    Head,
    Post,
    Put,
    Patch,
    Delete,
}

impl Method {
    const fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Head => MethodFilter::HEAD,
            Self::Post => MethodFilter::POST,
            Self::Put => MethodFilter::PUT,
            Self::Patch => MethodFilter::PATCH,
            Self::Delete => MethodFilter::DELETE,
        }
    }
}

/// One thing that can be asked for.
pub(crate) struct Endpoint {
    #[cfg_attr(not(test), expect(dead_code, reason = "the contract and its test read it"))]
    pub method: Method,
    pub path: &'static str,
    pub deed: Deed,
    answers: MethodRouter<Relay>,
}

impl Endpoint {
    fn new<H, T>(method: Method, path: &'static str, deed: Deed, handler: H) -> Self
    where
        H: Handler<T, Relay>,
        T: 'static,
    {
        Self {
            method,
            path,
            deed,
            answers: on(method.filter(), handler),
        }
    }

    fn at_most(self, bytes: usize) -> Self {
        Self {
            answers: self.answers.layer(DefaultBodyLimit::max(bytes)),
            ..self
        }
    }
}

/// All of them.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    use Method::{Delete, Get, Head, Patch, Post, Put};
    const ORDER: &str = "/v1/booths/{node}/wanted/{name}";
    const PARCEL: &str = "/v1/parcels/{sha256}";
    vec![
        Endpoint::new(Get, "/v1/have", Deed::Have, facts::have),
        Endpoint::new(Post, "/v1/facts", Deed::SendFacts, facts::send).at_most(MAX_BYTES),
        Endpoint::new(Post, "/v1/lack", Deed::ReadFacts, facts::lack),
        Endpoint::new(Get, "/v1/events", Deed::Listen, events::events),
        Endpoint::new(Get, "/v1/notices", Deed::ReadNotices, facts::notices),
        Endpoint::new(Put, ORDER, Deed::PutOrder, orders::put),
        Endpoint::new(Delete, ORDER, Deed::PutOrder, orders::take_back),
        Endpoint::new(Get, "/v1/booths/{node}/wanted", Deed::ReadOrders, orders::wanted),
        Endpoint::new(Head, PARCEL, Deed::SendParcel, parcels::progress),
        Endpoint::new(Patch, PARCEL, Deed::SendParcel, parcels::append),
        Endpoint::new(Get, PARCEL, Deed::Fetch, parcels::fetch),
        Endpoint::new(Get, "/v1/parcels/{sha256}/receipt", Deed::SendParcel, parcels::receipt),
        Endpoint::new(Post, PAIR, Deed::CarryJoin, pairing::carried),
        Endpoint::new(Put, "/v1/place", Deed::TellPlace, tell_place),
    ]
}

/// Where a node that pairs knocks.
const PAIR: &str = "/v1/pair";

/// The routes for admitted nodes.
pub fn routes(relay: &Relay) -> Router {
    let router = endpoints().into_iter().fold(Router::new(), |router, endpoint| {
        let guard = from_fn_with_state((relay.clone(), endpoint.deed), guard);
        router.route(endpoint.path, endpoint.answers.layer(guard))
    });
    answering(router, MAX_SMALL_BYTES, relay)
}

/// The one route of a pairing connection.
pub fn pairing_routes(relay: &Relay) -> Router {
    answering(Router::new().route(PAIR, post(pairing::join)), MAX_JOIN_BYTES, relay)
}

/// What is nowhere in the table is refused by name too.
fn answering(router: Router<Relay>, bytes: usize, relay: &Relay) -> Router {
    let router = router
        .fallback(async || Refused::not_found("no-such-place"))
        .method_not_allowed_fallback(async || Refused::new(StatusCode::METHOD_NOT_ALLOWED, "no-such-method"))
        .layer(DefaultBodyLimit::max(bytes));
    #[cfg(test)]
    let router = router.layer(axum::middleware::from_fn(crate::tests::contract::witness));
    router.with_state(relay.clone())
}

/// Where the hub is reached on the LAN.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub(crate) struct TellPlace {
    /// `host:port`.
    pub address: String,
}

/// `PUT /v1/place`
async fn tell_place(
    State(relay): State<Relay>,
    Extension(caller): Extension<Caller>,
    Said(place): Said<TellPlace>,
) -> Result<StatusCode, Refused> {
    if let Seat::Portal(authority) = &relay.0.parts.seat {
        let authority = authority.clone();
        tokio::task::spawn_blocking(move || authority.hub_at(caller.node, &place.address))
            .await
            .map_err(|_| ExchangeError::Ending)??;
    }
    Ok(StatusCode::NO_CONTENT)
}
