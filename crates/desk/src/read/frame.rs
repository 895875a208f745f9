//! The bar and the status line, the same on every page.

use qabyldau_domain::language::Language;
use qabyldau_domain::ledger::{Have, Scope};
use qabyldau_domain::role::Role;
use qabyldau_domain::staff::{Deed, may};
use qabyldau_exchange::client::Status;
use qabyldau_store::Reader;
use serde::Serialize;

use super::plain::{Clock, Link, Nameplate, dmy, hm, short};
use crate::desk::Desk;
use crate::failed::Failed;
use crate::read::Exchange;

/// The portal's name among what the store keeps of peers.
const PORTAL: &str = "portal";

/// What stands around every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Frame {
    /// Which desk.
    pub desk: Nameplate,
    /// Who works here.
    pub worker: String,
    /// In which role.
    #[cfg_attr(feature = "contract", ts(type = "Role"))]
    pub role: Role,
    /// The language of their screen.
    #[cfg_attr(feature = "contract", ts(type = "Language"))]
    pub language: Language,
    /// What the role may do, by the names of the table of rights.
    #[cfg_attr(feature = "contract", ts(type = "string[]"))]
    pub may: Vec<Deed>,
    /// The open day, «дд.мм.гггг»; none while no day is open.
    pub day: Option<String>,
    /// Today's day was closed.
    pub day_closed: bool,
    /// The clock.
    pub clock: Clock,
    /// The exchange.
    pub link: Link,
    /// There is a printer for sheets.
    pub printer: bool,
    /// No day of the answer can be counted for what is filed today: a warning, intake goes on.
    pub answer_day_unknown: bool,
}

impl Desk {
    /// The frame; whether there is a printer is known outside.
    pub fn frame(&self, plate: Nameplate, exchange: Exchange<'_>, printer: bool) -> Result<Frame, Failed> {
        let link = self.link(exchange)?;
        let now = self.surroundings.clock.now();
        let store = self.store();
        let reader = store.reader()?;
        let today = reader.last_day(&self.home.node)?.filter(|day| day.date == now.date());
        let allowed = |deed: &Deed| may(self.worker.role, *deed);
        Ok(Frame {
            desk: plate,
            worker: short(&self.worker.name),
            role: self.worker.role,
            language: self.worker.language,
            may: Deed::ALL.into_iter().filter(allowed).collect(),
            day_closed: today.as_ref().is_some_and(|day| day.closed_at.is_some()),
            day: today.filter(|day| day.closed_at.is_none()).map(|day| dmy(day.date)),
            clock: Clock::at(now),
            link,
            printer,
            answer_day_unknown: !self.shelf.law(&reader)?.promises(now.date()),
        })
    }

    /// How the exchange stands; without one the hub was never heard since the sign-in.
    pub fn link(&self, exchange: Exchange<'_>) -> Result<Link, Failed> {
        let status = exchange.map(qabyldau_exchange::client::Exchanger::status);
        let upstream = status.as_ref().and_then(|status| status.upstream.as_ref());
        let store = self.store();
        let reader = store.reader()?;
        let taken = self.taken(&reader, status.as_ref())?;
        let connected = status.as_ref().is_some_and(|status| status.connected);
        Ok(Link {
            connected,
            since: status.as_ref().and_then(|status| status.heard_at).map(hm),
            // What a hub said before it went away is not what stands now.
            portal: connected && upstream.is_some_and(|upstream| upstream.connected),
            portal_since: upstream.and_then(|upstream| upstream.heard_at).map(hm),
            unsent: reader.unsent(&taken, Scope::Branch)?,
        })
    }

    /// What the portal holds, as far as is known: by the hub's last word, else as it was kept when the desk was locked. Its own stream comes
    /// from it.
    pub(crate) fn taken(&self, reader: &Reader<'_>, status: Option<&Status>) -> Result<Have, Failed> {
        let mut taken = match status.and_then(|status| status.upstream.as_ref()) {
            Some(upstream) if !upstream.have.is_empty() => upstream.have.clone(),
            _ => reader.peer_have(PORTAL)?,
        };
        taken.insert(reader.portal(), u64::MAX);
        Ok(taken)
    }

    /// Keeps what the portal held by the hub's last word, for the time until it is told again.
    pub fn keep_taken(&self, status: &Status) -> Result<(), Failed> {
        match &status.upstream {
            Some(upstream) if !upstream.have.is_empty() => Ok(self.store().keep_peer_have(PORTAL, &upstream.have)?),
            _ => Ok(()),
        }
    }
}
