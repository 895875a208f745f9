//! What desks want of this booth: sealed orders, opened here alone, answered once each.

use std::collections::BTreeSet;

use qabyldau_domain::booth::{Answer, Brought, Own};
use qabyldau_domain::order::Order;
use qabyldau_exchange::held::HIGHEST_TICK;
use qabyldau_exchange::message::{MAX_ORDER_BYTES, SealedOrder};
use qabyldau_exchange::seal::{Identity, open};

/// The orders lying for this booth and what was answered to them.
#[derive(Default)]
pub(crate) struct Wanted {
    lying: Vec<Order>,
    answered: BTreeSet<String>,
}

impl Wanted {
    /// The orders as they stand now. One that does not open, or names another desk or session than the hub saw or a tick nobody can have reached, is nobody's.
    pub(crate) fn stand(&mut self, sealed: &[SealedOrder], identity: &Identity) {
        self.lying = sealed.iter().filter_map(|one| read(one, identity)).collect();
        self.answered
            .retain(|session| sealed.iter().any(|one| one.session == *session));
    }

    /// The next order without an answer.
    pub(crate) fn next(&self) -> Option<&Order> {
        self.lying.iter().find(|order| !self.answered.contains(&order.session))
    }

    /// It was answered.
    pub(crate) fn answered(&mut self, session: &str) {
        self.answered.insert(session.to_owned());
    }
}

fn read(sealed: &SealedOrder, identity: &Identity) -> Option<Order> {
    let bytes = unhex(&sealed.sealed)?;
    let plain = open(identity, &bytes, MAX_ORDER_BYTES).ok()?;
    let order: Order = serde_json::from_slice(&plain).ok()?;
    let same = order.session == sealed.session && order.desk == sealed.desk && order.valid_until == sealed.valid_until;
    (same && order.asked_tick <= HIGHEST_TICK).then_some(order)
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| {
        char::from(*byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let pair = |pair: &[u8]| Some(digit(pair.first()?)? << 4 | digit(pair.get(1)?)?);
    text.as_bytes().chunks(2).map(pair).collect()
}

/// What of an order the pages need.
pub(crate) fn brought(order: &Order) -> Brought {
    Brought {
        session: order.session.clone(),
        language: order.language,
        needs_help: order.needs_help,
        proposed: order.proposed.clone(),
        own: Own {
            postal_address: order.postal_address.clone(),
            email: order.email.clone(),
        },
        continues: order.continues.clone(),
    }
}

/// Was it taken?
pub(crate) fn accepted(answer: &Answer) -> bool {
    matches!(answer, Answer::Accepted { .. })
}
