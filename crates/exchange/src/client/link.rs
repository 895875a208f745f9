//! A link to one peer: every request there is, with the tick on it, over TLS to the pinned key.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use qabyldau_domain::fact::{Digest, NodeId};
use qabyldau_domain::ledger::{Chunk, Have};
use qabyldau_domain::surroundings::Surroundings;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use rustls::ClientConfig;

use super::body::{json, refusal};
use crate::error::ExchangeError;
use crate::held::{HIGHEST_TICK, Shared, ask};
use crate::message::{Holding, MAX_BYTES, MAX_SMALL_BYTES, Notices, Orders, Outcome, PutOrder, TICK};
use crate::pair::{Answer, Join};
use crate::server::TellPlace;
use crate::tls::{self, Certificate, Dates, TlsKey};

/// How long a connection may take to come about.
pub(crate) const CONNECT: Duration = Duration::from_secs(5);
/// How long one request may take; tests of the crate itself have less of it.
pub(crate) const PATIENCE: Duration = Duration::from_secs(if cfg!(test) { 6 } else { 60 });

/// What a link is made of.
pub struct LinkParts<'a> {
    /// `host:port` of the peer.
    pub address: &'a str,
    /// The pin of the peer's key.
    pub pin: Digest,
    /// Our own key.
    pub key: &'a TlsKey,
    /// Our own certificate.
    pub certificate: &'a Certificate,
    /// Do the peer's dates count?
    pub dates: Dates,
    /// The ledger whose tick goes along and which keeps what the peer tells.
    pub shared: Shared,
    /// Clock and dice.
    pub surroundings: &'a Surroundings,
}

/// A link to one pinned peer. Cheap to clone.
#[derive(Clone)]
pub struct Link(Arc<Inner>);

struct Inner {
    http: Client,
    base: String,
    shared: Shared,
}

/// A client without proxies, redirects or a pool that outlives the server's patience.
pub(crate) fn http(config: ClientConfig) -> Result<Client, ExchangeError> {
    Client::builder()
        .tls_backend_preconfigured(config)
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .http1_only()
        .https_only(true)
        .connect_timeout(CONNECT)
        .pool_idle_timeout(Duration::from_secs(10))
        .build()
        .map_err(ExchangeError::Unreachable)
}

impl Link {
    /// A link; connects when first asked.
    pub fn new(parts: LinkParts<'_>) -> Result<Self, ExchangeError> {
        let clock = Arc::clone(&parts.surroundings.clock);
        let config = tls::client(parts.key, parts.certificate, parts.pin, parts.dates, clock)?;
        Ok(Self(Arc::new(Inner {
            http: http(config)?,
            base: format!("https://{}", parts.address),
            shared: parts.shared,
        })))
    }

    /// The ledger behind this end.
    pub fn shared(&self) -> &Shared {
        &self.0.shared
    }

    pub(super) fn request(&self, method: Method, path: &str, tick: u64) -> RequestBuilder {
        self.0
            .http
            .request(method, format!("{}{path}", self.0.base))
            .header(TICK, tick)
    }

    /// Sends; keeps the peer's tick; an answer that is no success is an error, but for those `also` names.
    pub(super) async fn send(&self, request: RequestBuilder, also: &[StatusCode]) -> Result<Response, ExchangeError> {
        let response = request.send().await.map_err(ExchangeError::Unreachable)?;
        let tick = response
            .headers()
            .get(TICK)
            .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
        if let Some(tick) = tick {
            if tick > HIGHEST_TICK {
                return Err(ExchangeError::Garbled("a tick nobody can have reached"));
            }
            ask(&self.0.shared, move |ledger| ledger.told(tick)).await?;
        }
        let status = response.status();
        if status.is_success() {
            // Only an admitted peer's answer carries a tick; anything else is not one of ours.
            return if tick.is_some() {
                Ok(response)
            } else {
                Err(ExchangeError::Garbled("no tick"))
            };
        }
        if also.contains(&status) {
            Ok(response)
        } else {
            Err(refusal(response).await)
        }
    }

    pub(super) async fn tick(&self) -> Result<u64, ExchangeError> {
        ask(&self.0.shared, |ledger| ledger.tick()).await
    }

    pub(super) async fn asking(&self, method: Method, path: &str) -> Result<RequestBuilder, ExchangeError> {
        let tick = self.tick().await?;
        Ok(self.request(method, path, tick).timeout(PATIENCE))
    }

    /// What the peer holds.
    pub async fn have(&self) -> Result<Holding, ExchangeError> {
        let request = self.asking(Method::GET, "/v1/have").await?;
        json(self.send(request, &[]).await?, MAX_BYTES).await
    }

    /// Sends a chunk, given as its JSON.
    pub async fn send_facts(
        &self,
        chunk: Vec<u8>,
    ) -> Result<BTreeMap<NodeId, qabyldau_domain::ledger::Taken>, ExchangeError> {
        let request = self
            .asking(Method::POST, "/v1/facts")
            .await?
            .header("content-type", "application/json")
            .body(chunk);
        let outcome: Outcome = json(self.send(request, &[]).await?, MAX_BYTES).await?;
        Ok(outcome.streams)
    }

    /// What we lack of what the peer holds.
    pub async fn lack(&self, have: &Have) -> Result<Chunk, ExchangeError> {
        let tick = self.tick().await?;
        let asked = Holding {
            tick,
            have: have.clone(),
            started: String::new(),
            at: None,
            upstream: None,
        };
        let request = self.asking(Method::POST, "/v1/lack").await?.json(&asked);
        json(self.send(request, &[]).await?, MAX_BYTES).await
    }

    /// The portal's notices.
    pub async fn notices(&self) -> Result<Notices, ExchangeError> {
        let request = self.asking(Method::GET, "/v1/notices").await?;
        json(self.send(request, &[]).await?, MAX_BYTES).await
    }

    /// Puts an order for a booth at the hub.
    pub async fn put_order(&self, booth: &NodeId, name: &str, order: &PutOrder) -> Result<(), ExchangeError> {
        let path = format!("/v1/booths/{booth}/wanted/{name}");
        let request = self.asking(Method::PUT, &path).await?.json(order);
        self.send(request, &[]).await.map(drop)
    }

    /// Takes it back.
    pub async fn take_order_back(&self, booth: &NodeId, name: &str) -> Result<(), ExchangeError> {
        let request = self
            .asking(Method::DELETE, &format!("/v1/booths/{booth}/wanted/{name}"))
            .await?;
        self.send(request, &[]).await.map(drop)
    }

    /// The orders for this booth.
    pub async fn orders(&self, booth: &NodeId) -> Result<Orders, ExchangeError> {
        let request = self.asking(Method::GET, &format!("/v1/booths/{booth}/wanted")).await?;
        json(self.send(request, &[]).await?, MAX_BYTES * 2).await
    }

    /// A hub carries a joining node's words to the portal.
    pub async fn carry_join(&self, join: &Join) -> Result<Answer, ExchangeError> {
        let request = self
            .asking(Method::POST, "/v1/pair")
            .await?
            .timeout(Duration::from_secs(20))
            .json(join);
        json(self.send(request, &[]).await?, MAX_SMALL_BYTES).await
    }

    /// A hub tells the portal where it is reached.
    pub async fn tell_place(&self, address: &str) -> Result<(), ExchangeError> {
        let request = self.asking(Method::PUT, "/v1/place").await?.json(&TellPlace {
            address: address.to_owned(),
        });
        self.send(request, &[]).await.map(drop)
    }
}
