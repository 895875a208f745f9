//! The one door. Role, one instant, reading and rule inside one transaction, then the topics.

use chrono::NaiveDate;
use qabyldau_domain::fact::{By, Draft, Instant};
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::staff::may;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::{Reader, Topics};

use crate::act::{Act, Done};
use crate::desk::{Desk, Home, Worker};
use crate::failed::Failed;
use crate::read::Shelf;

/// What a rule answered: the facts to write and what to tell.
pub(crate) type Plan = (Vec<Draft>, Done);

/// The one instant of an act and everything that comes from outside.
pub(crate) struct Moment<'a> {
    pub(crate) now: Instant,
    pub(crate) home: &'a Home,
    pub(crate) worker: &'a Worker,
    pub(crate) surroundings: &'a Surroundings,
    pub(crate) shelf: &'a Shelf,
}

impl Moment<'_> {
    /// The day that numbers take year and date from.
    pub(crate) fn open_day(&self, reader: &Reader<'_>) -> Result<NaiveDate, Failed> {
        match reader.last_day(&self.home.node)? {
            Some(day) if day.closed_at.is_none() && day.date == self.now.date() => Ok(day.date),
            _ => Err(Refusal::new("day-not-open").into()),
        }
    }
}

impl Desk {
    /// Does it, or refuses it with nothing written. Answers what came of it and what changed.
    pub fn transact(&self, act: &Act) -> Result<(Done, Topics), Failed> {
        if let Some(deed) = act.deed()
            && !may(self.worker.role, deed)
        {
            return Err(Refusal::new("role-may-not").into());
        }
        let acted = self
            .store()
            .act(&self.surroundings, By::Staff(self.worker.id), |reader| {
                let now = reader.at().unwrap_or_else(|| self.surroundings.clock.now());
                let moment = Moment {
                    now,
                    home: &self.home,
                    worker: &self.worker,
                    surroundings: &self.surroundings,
                    shelf: &self.shelf,
                };
                act.plan(reader, &moment)
            })?;
        Ok((acted.answer, acted.topics))
    }
}
