//! What this desk wants of booths, derived from what stands: a session asked for and not yet answered is an order, also after a restart.

use std::sync::{Arc, Mutex, PoisonError};

use qabyldau_domain::fact::Instant;
use qabyldau_domain::fold::SessionRow;
use qabyldau_domain::order::{ORDER_VALID_MS, Order};
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::client::{Wanted, Wants};
use qabyldau_exchange::message::PutOrder;
use qabyldau_exchange::seal;
use qabyldau_store::{Reader, Store};

use crate::desk::Home;
use crate::failed::Failed;

/// Answers the exchange what should lie at the hub now.
pub(crate) struct Orders {
    pub(crate) store: Arc<Mutex<Store>>,
    pub(crate) surroundings: Surroundings,
    pub(crate) home: Home,
}

impl Wants for Orders {
    fn wanted(&self) -> Vec<Wanted> {
        let store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = store
            .reader()
            .and_then(|reader| reader.sessions_asked())
            .unwrap_or_default();
        let now = self.surroundings.clock.now();
        let live = asked
            .into_iter()
            .filter(|session| valid_until(session).utc_ms > now.utc_ms);
        live.map(|session| Wanted {
            booth: session.booth,
            session: session.subject.rest().to_owned(),
        })
        .collect()
    }

    fn seal(&self, wanted: &Wanted) -> Option<PutOrder> {
        self.sealed(wanted).ok().flatten()
    }
}

impl Orders {
    fn sealed(&self, wanted: &Wanted) -> Result<Option<PutOrder>, Failed> {
        let store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        let reader = store.reader()?;
        let Some(session) = reader.session(&wanted.session)? else {
            return Ok(None);
        };
        let Some(booth) = reader.node_by_id(&wanted.booth)? else {
            return Ok(None);
        };
        let Some(order) = self.order(&reader, &session)? else {
            return Ok(None);
        };
        let plain = zeroize::Zeroizing::new(serde_json::to_vec(&order).map_err(|_| unfit())?);
        let sealed = seal::seal(&[booth.recipient.as_str()], &plain).map_err(|_| unfit())?;
        Ok(Some(PutOrder {
            valid_until: order.valid_until,
            sealed: hex(&sealed),
        }))
    }

    fn order(&self, reader: &Reader<'_>, session: &SessionRow) -> Result<Option<Order>, Failed> {
        let Some(entry) = reader.entry(&session.entry)? else {
            return Ok(None);
        };
        let earlier = match &session.continues {
            Some(appeal) => reader.appeal(appeal)?,
            None => None,
        };
        Ok(Some(Order {
            session: session.subject.rest().to_owned(),
            desk: self.home.node,
            desk_label: self.home.label.to_string(),
            asked_tick: session.asked_tick,
            entry: session.entry.clone(),
            day: session.day,
            valid_until: valid_until(session),
            language: session.language,
            person: entry.person,
            capacity: entry.capacity,
            needs_help: entry.needs_help,
            proposed: earlier.as_ref().map(|appeal| appeal.addressee.clone()),
            postal_address: earlier.as_ref().and_then(|appeal| appeal.postal_address.clone()),
            email: earlier.and_then(|appeal| appeal.email),
            continues: session.continues.clone(),
        }))
    }
}

/// An order past its time is worth nothing: the request is for a person to take back.
fn valid_until(session: &SessionRow) -> Instant {
    Instant {
        utc_ms: session.asked_at.utc_ms + ORDER_VALID_MS,
        ..session.asked_at
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

fn unfit() -> Failed {
    Failed::Refused(Refusal::new("booth-key-unfit"))
}
