//! What the exchange brought: notices, documents, orders; and the answers to orders.

use qabyldau_domain::booth::{Holder, State, What};
use qabyldau_domain::order::Order;

use super::Booth;
use crate::door::Answering;
use crate::error::BoothError;
use crate::fragment::{Sealing, enough_space};
use crate::known::Known;
use crate::remembered::{self, Remembered};
use crate::wanted::{accepted, brought};

/// How long after its start a booth that lacks something still waits for it before it calls itself out of service.
const COMING_UP_MS: u64 = 30_000;

/// The name the portal's notices are kept under.
pub(super) const NOTICES: &str = "booth-notices";

impl Booth {
    pub(super) fn read_inbox(&mut self) {
        let came = self.inbox.take();
        if let Some(notices) = &came.notices {
            let kept = serde_json::to_string(notices)
                .map_err(std::io::Error::other)
                .map_err(BoothError::Disk);
            if let Err(failed) = kept.and_then(|text| Ok(self.door.keep(NOTICES, Some(&text))?)) {
                tracing::error!(code = failed.code(), "the portal's notices could not be kept");
            }
            self.known = Known::of(notices, self.identity_node(), &self.portal);
        }
        if came.notices.is_some() || came.document {
            self.follow_portal();
        }
        if let Some(orders) = &came.orders {
            self.wanted.stand(orders, &self.identity);
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
        if self.coming_up() {
            return;
        }
        // While something is still to be written, nobody new is taken.
        while self.todo.is_empty()
            && let Some(order) = self.wanted.next().cloned()
        {
            if let Err(failed) = self.answer(&order) {
                // Asked again at the next tick; the desk sees no answer meanwhile.
                tracing::error!(code = failed.code(), "an order could not be answered");
                return;
            }
            self.wanted.answered(&order.session);
            self.settle();
        }
    }

    fn answer(&mut self, order: &Order) -> Result<(), BoothError> {
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
            self.holder = Some(order.desk_label.clone());
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
            || !self.in_force.promises(self.law_day)
    }
}
