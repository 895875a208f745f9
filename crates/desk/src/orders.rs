//! What this desk wants of booths, derived from what stands: a session asked for and not yet answered, and a word given and not yet
//! answered, are orders, also after a restart.

use std::sync::{Arc, Mutex, PoisonError};

use qabyldau_domain::fact::{By, Instant, NodeId};
use qabyldau_domain::fold::{SessionRow, WordGivenView, WordView};
use qabyldau_domain::order::{ORDER_VALID_MS, Order, SessionOrder, WordOrder, word_name};
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::client::{Wanted, Wants};
use qabyldau_exchange::message::PutOrder;
use qabyldau_exchange::seal;
use qabyldau_store::{Reader, Store, StoreError};

use crate::desk::Home;
use crate::failed::Failed;

/// Answers the exchange what should lie at the hub now.
pub(crate) struct Orders {
    pub(crate) store: Arc<Mutex<Store>>,
    pub(crate) surroundings: Surroundings,
    pub(crate) home: Home,
}

/// The fact that an order is derived from, as the row has it.
enum Cause {
    Asked(SessionRow),
    Told(SessionRow, WordView, WordGivenView),
}

impl Cause {
    fn booth(&self) -> NodeId {
        match self {
            Self::Asked(session) | Self::Told(session, ..) => session.booth,
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Asked(session) => session.subject.rest().to_owned(),
            Self::Told(session, word, _) => word_name(session.subject.rest(), &word.desk, word.told_tick),
        }
    }

    /// An order past its time is worth nothing: the request is for a person to take back, the word to say again.
    fn valid_until(&self) -> Instant {
        let given = match self {
            Self::Asked(session) => session.asked_at,
            Self::Told(_, _, given) => given.at,
        };
        Instant {
            utc_ms: given.utc_ms + ORDER_VALID_MS,
            ..given
        }
    }
}

impl Wants for Orders {
    fn wanted(&self) -> Vec<Wanted> {
        let store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        let live = store.reader().and_then(|reader| self.live(&reader)).unwrap_or_default();
        live.iter()
            .map(|cause| Wanted {
                booth: cause.booth(),
                name: cause.name(),
            })
            .collect()
    }

    fn seal(&self, wanted: &Wanted) -> Option<PutOrder> {
        self.sealed(wanted).ok().flatten()
    }
}

impl Orders {
    /// What this desk itself asked or told, in its time and of booths in service.
    fn live(&self, reader: &Reader<'_>) -> Result<Vec<Cause>, StoreError> {
        let now = self.surroundings.clock.now();
        let asked = reader.sessions_asked()?.into_iter().map(Cause::Asked);
        let mut live: Vec<Cause> = asked.collect();
        for session in reader.sessions_told()? {
            let own = session.words_waiting().filter(|(word, _)| word.desk == self.home.node);
            live.extend(own.map(|(word, given)| Cause::Told(session.clone(), word.clone(), given.clone())));
        }
        live.retain(|cause| cause.valid_until().utc_ms > now.utc_ms);
        let mut standing = Vec::with_capacity(live.len());
        for cause in live {
            if reader.node_by_id(&cause.booth())?.is_some_and(|booth| !booth.retired) {
                standing.push(cause);
            }
        }
        Ok(standing)
    }

    fn sealed(&self, wanted: &Wanted) -> Result<Option<PutOrder>, Failed> {
        let store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        let reader = store.reader()?;
        let mut live = self.live(&reader)?.into_iter();
        let Some(cause) = live.find(|cause| cause.booth() == wanted.booth && cause.name() == wanted.name) else {
            return Ok(None);
        };
        let Some(booth) = reader.node_by_id(&wanted.booth)? else {
            return Ok(None);
        };
        let Some(order) = self.order(&reader, &cause)? else {
            return Ok(None);
        };
        let signed = order.signed(store.node_key(), &wanted.booth).map_err(|_| unfit())?;
        let sealed = seal::seal(&[booth.recipient.as_str()], &signed).map_err(|_| unfit())?;
        Ok(Some(PutOrder {
            valid_until: order.valid_until(),
            sealed: hex(&sealed),
        }))
    }

    fn order(&self, reader: &Reader<'_>, cause: &Cause) -> Result<Option<Order>, Failed> {
        let valid_until = cause.valid_until();
        match cause {
            Cause::Asked(session) => self.session_order(reader, session, valid_until),
            Cause::Told(session, word, given) => {
                // A word is a person's: the door writes it by nobody else.
                let By::Staff(staff) = given.by else { return Ok(None) };
                Ok(Some(Order::Word(WordOrder {
                    session: session.subject.rest().to_owned(),
                    desk: word.desk,
                    told_tick: word.told_tick,
                    valid_until,
                    staff,
                    word: given.word.clone(),
                })))
            }
        }
    }

    fn session_order(
        &self,
        reader: &Reader<'_>,
        session: &SessionRow,
        valid_until: Instant,
    ) -> Result<Option<Order>, Failed> {
        let Some(entry) = reader.entry(&session.entry)? else {
            return Ok(None);
        };
        let earlier = match &session.continues {
            Some(appeal) => reader.appeal(appeal)?,
            None => None,
        };
        Ok(Some(Order::Session(Box::new(SessionOrder {
            session: session.subject.rest().to_owned(),
            desk: self.home.node,
            asked_tick: session.asked_tick,
            entry: session.entry.clone(),
            day: session.day,
            valid_until,
            language: session.language,
            person: entry.person,
            capacity: entry.capacity,
            needs_help: entry.needs_help,
            proposed: earlier.as_ref().map(|appeal| appeal.addressee.clone()),
            postal_address: earlier.as_ref().and_then(|appeal| appeal.postal_address.clone()),
            email: earlier.and_then(|appeal| appeal.email),
            continues: session.continues.clone(),
        }))))
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
