//! What desks want of this booth: sealed orders, opened here alone, proved to be their desks', answered once each.
//!
//! Invariant: an order that does not open, that no desk in service has signed for this booth, or that says something else inside than
//! the hub saw outside, is nobody's. The hub has no authority: whatever it invents or turns over fails here.

use std::collections::BTreeSet;

use qabyldau_domain::booth::{Answer, Brought, Own};
use qabyldau_domain::fact::NodeId;
use qabyldau_domain::order::{Order, SessionOrder};
use qabyldau_exchange::held::HIGHEST_TICK;
use qabyldau_exchange::message::{MAX_ORDER_BYTES, SealedOrder};
use qabyldau_exchange::seal::{Identity, open};

use crate::known::Known;

/// The orders lying for this booth and what was answered to them.
#[derive(Default)]
pub(crate) struct Wanted {
    sealed: Vec<SealedOrder>,
    lying: Vec<Order>,
    answered: BTreeSet<String>,
}

/// By what an order is judged.
pub(crate) struct Judge<'a> {
    pub(crate) booth: NodeId,
    pub(crate) identity: &'a Identity,
    pub(crate) known: &'a Known,
}

impl Wanted {
    /// The orders as they lie at the hub now.
    pub(crate) fn stand(&mut self, sealed: Vec<SealedOrder>) {
        self.answered.retain(|name| sealed.iter().any(|one| one.name == *name));
        self.sealed = sealed;
    }

    /// Judges them all, again whenever the portal told something: a desk may have become known meanwhile, or been retired.
    pub(crate) fn judge(&mut self, judge: &Judge<'_>) {
        let proved = |one: &SealedOrder| {
            let order = judge.read(one);
            if order.is_none() {
                tracing::warn!(desk = %one.desk, "an order that no desk in service gave this booth");
            }
            order
        };
        self.lying = self.sealed.iter().filter_map(proved).collect();
    }

    /// The next order without an answer. A booth that is still coming up hears words alone: the session they are about stands already.
    pub(crate) fn next(&self, words_alone: bool) -> Option<&Order> {
        let mut fit = self
            .lying
            .iter()
            .filter(|order| !words_alone || matches!(order, Order::Word(_)));
        fit.find(|order| !self.answered.contains(&order.name()))
    }

    /// It was answered.
    pub(crate) fn answered(&mut self, order: &Order) {
        self.answered.insert(order.name());
    }
}

impl Judge<'_> {
    fn read(&self, sealed: &SealedOrder) -> Option<Order> {
        let key = self.known.desk_key(&sealed.desk)?;
        let signed = open(self.identity, &unhex(&sealed.sealed)?, MAX_ORDER_BYTES).ok()?;
        let order = Order::proved(&signed, key, &self.booth)?;
        let same = order.name() == sealed.name && order.valid_until() == sealed.valid_until;
        (same && order.tick() <= HIGHEST_TICK).then_some(order)
    }
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
pub(crate) fn brought(order: &SessionOrder) -> Brought {
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
