//! Orders for booths: sealed, in memory, gone after a quarter of an hour or when the hub starts anew; desks put them again from state.
//!
//! Not here: whether an order is still valid, and whether its desk really gave it; the booth judges that. Invariant: an order is changed and taken back only
//! by the desk that put it, and read only by its booth.

use std::collections::BTreeMap;
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};
use qabyldau_domain::fact::NodeId;
use qabyldau_domain::facts::NodeRoleV1;

use super::answer::Refused;
use super::relay::{News, Relay};
use super::said::{Named, Said};
use super::whom::Caller;
use crate::held::ask;
use crate::message::{MAX_ORDER_BYTES, Orders, PutOrder, SealedOrder, Topic};

/// How long an order lies here at most. By the hub's own count: its clock may be wrong.
const LIES: Duration = Duration::from_secs(15 * 60);
/// How many orders one booth may have.
const MAX_ORDERS: usize = 64;

/// The orders, by booth, in order of arrival.
#[derive(Default)]
pub(super) struct OrderBook {
    by_booth: BTreeMap<NodeId, Vec<(u64, SealedOrder)>>,
    /// Numbers what was put, so that only what was put then is thrown away later.
    count: u64,
}

impl OrderBook {
    /// Puts an order. Answers its number if it is new or changed.
    fn put(&mut self, booth: NodeId, order: SealedOrder) -> Result<Option<u64>, Refused> {
        let orders = self.by_booth.entry(booth).or_default();
        let full = orders.len() >= MAX_ORDERS;
        let known = orders.iter_mut().find(|(_, known)| known.name == order.name);
        match known {
            Some((_, known)) if known.desk != order.desk => {
                return Err(Refused::new(StatusCode::CONFLICT, "order-of-another-desk"));
            }
            Some((_, known)) if *known == order => return Ok(None),
            Some(known) => {
                self.count += 1;
                *known = (self.count, order);
            }
            None if full => {
                return Err(Refused::new(StatusCode::TOO_MANY_REQUESTS, "too-many-orders"));
            }
            None => {
                self.count += 1;
                orders.push((self.count, order));
            }
        }
        Ok(Some(self.count))
    }

    fn throw_away(&mut self, booth: &NodeId, number: u64) {
        if let Some(orders) = self.by_booth.get_mut(booth) {
            orders.retain(|(known, _)| *known != number);
        }
    }

    fn take_back(&mut self, booth: &NodeId, name: &str, desk: NodeId) -> bool {
        let Some(orders) = self.by_booth.get_mut(booth) else {
            return false;
        };
        let before = orders.len();
        orders.retain(|(_, order)| order.name != name || order.desk != desk);
        orders.len() != before
    }

    fn of(&self, booth: &NodeId) -> Vec<SealedOrder> {
        let orders = self.by_booth.get(booth).into_iter().flatten();
        orders.map(|(_, order)| order.clone()).collect()
    }
}

fn book(relay: &Relay) -> MutexGuard<'_, OrderBook> {
    relay.0.orders.lock().unwrap_or_else(PoisonError::into_inner)
}

fn is_name(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// `PUT /v1/booths/{node}/wanted/{name}`
pub(super) async fn put(
    State(relay): State<Relay>,
    Extension(caller): Extension<Caller>,
    Named((booth, name)): Named<(NodeId, String)>,
    Said(order): Said<PutOrder>,
) -> Result<StatusCode, Refused> {
    let is_booth = relay.directory(|directory| {
        directory
            .member(&booth)
            .is_some_and(|member| member.role == NodeRoleV1::Booth)
    });
    if !is_booth || !is_name(&name) {
        return Err(Refused::not_found("no-such-booth"));
    }
    if order.sealed.len() > MAX_ORDER_BYTES * 2 {
        return Err(Refused::new(StatusCode::PAYLOAD_TOO_LARGE, "order-too-large"));
    }
    let order = SealedOrder {
        name,
        desk: caller.node,
        valid_until: order.valid_until,
        sealed: order.sealed,
    };
    let put = book(&relay).put(booth, order)?;
    if let Some(number) = put {
        let lies = relay.clone();
        tokio::spawn(async move {
            tokio::time::sleep(LIES).await;
            book(&lies).throw_away(&booth, number);
        });
        changed(&relay, booth);
    }
    Ok(StatusCode::NO_CONTENT)
}

fn changed(relay: &Relay, booth: NodeId) {
    relay.announce(News {
        topic: Topic::Orders,
        to: Some(booth),
        from: None,
    });
}

/// `DELETE /v1/booths/{node}/wanted/{name}`
pub(super) async fn take_back(
    State(relay): State<Relay>,
    Extension(caller): Extension<Caller>,
    Named((booth, name)): Named<(NodeId, String)>,
) -> Result<StatusCode, Refused> {
    if book(&relay).take_back(&booth, &name, caller.node) {
        changed(&relay, booth);
    }
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /v1/booths/{node}/wanted`
pub(super) async fn wanted(
    State(relay): State<Relay>,
    Extension(caller): Extension<Caller>,
    Named(booth): Named<NodeId>,
) -> Result<Json<Orders>, Refused> {
    if booth != caller.node {
        return Err(Refused::forbidden("not-your-orders"));
    }
    let tick = ask(&relay.0.parts.shared, |ledger| ledger.tick()).await?;
    let orders = book(&relay).of(&booth);
    Ok(Json(Orders { tick, orders }))
}
