//! What the exchange brought: notices, documents, orders; and the answers to orders.

use qabyldau_domain::booth::{Holder, StaffWord, State, What, WordAnswer};
use qabyldau_domain::fact::Fact;
use qabyldau_domain::order::{Order, SessionOrder, WordOrder};

use super::Booth;
use crate::door::Answering;
use crate::error::BoothError;
use crate::fragment::{Sealing, enough_space};
use crate::known::Known;
use crate::remembered::{self, Remembered};
use crate::wanted::{Judge, accepted, brought};

/// How long after its start a booth that lacks something still waits for it before it calls itself out of service.
const COMING_UP_MS: u64 = 30_000;

/// The name the portal's notices are kept under.
pub(super) const NOTICES: &str = "booth-notices";

impl Booth {
    pub(super) fn read_inbox(&mut self) {
        let came = self.inbox.take();
        let told = came.notices.is_some();
        if let Some(notices) = came.notices {
            self.notices = together(std::mem::take(&mut self.notices), notices);
            let kept = serde_json::to_string(&self.notices)
                .map_err(std::io::Error::other)
                .map_err(BoothError::Disk);
            if let Err(failed) = kept.and_then(|text| Ok(self.door.keep(NOTICES, Some(&text))?)) {
                tracing::error!(code = failed.code(), "the portal's notices could not be kept");
            }
            self.known = Known::of(&self.notices, self.identity_node(), &self.portal);
        }
        if told || came.document {
            self.follow_portal();
        }
        let new = came.orders.is_some();
        if let Some(orders) = came.orders {
            self.wanted.stand(orders);
        }
        if told || new {
            self.wanted.judge(&Judge {
                booth: self.node,
                identity: &self.identity,
                known: &self.known,
            });
        }
    }

    /// Brings law and recipients up to what the portal told.
    pub(super) fn follow_portal(&mut self) {
        let day = self.door.surroundings().clock.now().date();
        self.law_day = day;
        self.in_force = self.known.in_force(day, &self.documents);
        let portal = self.known.portal_recipient.clone();
        let recipients = portal.map(|portal| self.recovery.iter().cloned().chain([portal]));
        self.sealing = recipients.and_then(|all| Sealing::to(all, &self.identity.recipient()).ok());
    }

    /// Answers every order that lies there and has no answer yet.
    pub(super) fn answer_orders(&mut self) {
        let coming_up = self.coming_up();
        // While something is still to be written, nobody new is taken.
        while self.todo.is_empty()
            && let Some(order) = self.wanted.next(coming_up).cloned()
        {
            let answered = match &order {
                Order::Session(order) => self.answer(order),
                Order::Word(order) => self.take_word(order),
            };
            if let Err(failed) = answered {
                // Asked again at the next tick; the desk sees no answer meanwhile.
                tracing::error!(code = failed.code(), "an order could not be answered");
                return;
            }
            self.wanted.answered(&order);
            self.settle();
        }
    }

    /// The word is written as taken first and obeyed then: a crash in between loses it and never obeys it twice.
    fn take_word(&mut self, order: &WordOrder) -> Result<(), BoothError> {
        let served = self.serving.as_deref() == Some(order.session.as_str());
        if self.door.take_word(order, served)? == Some(WordAnswer::Taken) {
            self.listen_to_recorder();
            self.happens(What::Staff(StaffWord::of(order.word.clone(), order.staff)));
        }
        Ok(())
    }

    fn answer(&mut self, order: &SessionOrder) -> Result<(), BoothError> {
        if self.law_day != self.door.surroundings().clock.now().date() {
            self.follow_portal();
        }
        let with = Answering {
            on_screen: self.on_screen(),
            holder_label: self.holder.clone(),
            no_space: !enough_space(self.tape.recordings().root())?,
            out_of_service: self.out_of_service(),
        };
        if self.door.unfinished()?.is_none() && self.serving.is_none() {
            let kept = serde_json::to_string(&Remembered::of(order)).map_err(std::io::Error::other)?;
            self.door.keep(remembered::NAME, Some(&kept))?;
        }
        let (answer, new) = self.door.answer(order, &with)?;
        let same = self.serving.as_deref() == Some(order.session.as_str());
        if accepted(&answer) && (new || same) {
            if new {
                self.filings = 0;
                self.tape.load(&order.session, 0)?;
            }
            self.serving = Some(order.session.clone());
            self.holder = self.known.desk_label(&order.desk).map(str::to_owned);
            self.order = Some(order.clone());
            // To a session that stands again after a crash it brings back what only the order knows.
            self.happens(What::Accepted(brought(order)));
        }
        Ok(())
    }

    /// A session that is over in the ledger and still on the screen.
    fn on_screen(&self) -> Option<Holder> {
        match (&self.state, &self.serving) {
            (State::Occupied(_), Some(session)) => Some(Holder {
                session: session.clone(),
                desk_label: self.holder.clone().unwrap_or_default(),
            }),
            _ => None,
        }
    }

    /// What a booth that was just started lacks is on its way to it: an order waits a moment rather than be refused for that.
    fn coming_up(&self) -> bool {
        self.out_of_service() && self.moment.ms() < COMING_UP_MS
    }

    /// Everything that a session needs must be there before one begins.
    pub(crate) fn out_of_service(&self) -> bool {
        self.known.retired
            || self.known.label.is_none()
            || self.known.branch.is_none()
            || self.sealing.is_none()
            || self.in_force.law.addressees.is_none()
    }
}

/// All notices ever told, by their place in the portal's stream: a hub that withholds one later makes nothing untold.
fn together(known: Vec<Fact>, new: Vec<Fact>) -> Vec<Fact> {
    let by_place = known.into_iter().chain(new).map(|fact| (fact.seq, fact));
    let all: std::collections::BTreeMap<u64, Fact> = by_place.collect();
    all.into_values().collect()
}
