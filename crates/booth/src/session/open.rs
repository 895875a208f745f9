//! Opening a booth: what the ledger and the disk hold decides where it goes on.

use std::collections::VecDeque;
use std::sync::{Arc, PoisonError};

use qabyldau_domain::booth::{Camera, Restored, State, What};
use qabyldau_domain::fact::{Digest, Fact, NodeId};
use qabyldau_domain::law::Law;
use qabyldau_exchange::parcel::ParcelFolder;

use super::moment::Moment;
use super::orders::NOTICES;
use super::{Booth, Parts};
use crate::door::{Door, Unfinished};
use crate::error::BoothError;
use crate::fragment::Recordings;
use crate::inbox::Inbox;
use crate::known::{InForce, Known};
use crate::remembered::{self, Remembered};
use crate::tape::Tape;
use crate::wanted::Wanted;

impl Booth {
    /// Opens the booth. A session that was cut off stands again, held until staff say that the person is there; receipts of which
    /// nobody knows whether they came out are uncertain; parcels of filed appeals are on their way again.
    pub fn open(parts: Parts) -> Result<Self, BoothError> {
        let (node, portal, data) = {
            let store = parts.store.lock().unwrap_or_else(PoisonError::into_inner);
            (store.node(), store.portal(), store.place().data().to_owned())
        };
        let door = Door::new(parts.store, parts.surroundings);
        let recordings = Recordings::open(data.join("recordings"))?;
        let parcels = Arc::new(ParcelFolder::open(data.join("parcels"))?);
        let documents = Arc::new(ParcelFolder::open(data.join("documents"))?);
        let notices = door.read(|reader| reader.draft(NOTICES))?.unwrap_or_default();
        let notices: Vec<Fact> = serde_json::from_str(&notices).unwrap_or_default();
        let law = InForce {
            law: Law::from_documents(&[]),
            addressees: Digest::ZERO,
        };
        let now = door.surroundings().clock.now();
        let mut booth = Self {
            node,
            portal,
            identity: parts.identity,
            recorder: parts.recorder,
            printer: parts.printer,
            paper: parts.paper,
            recovery: parts.recovery,
            parcels,
            documents,
            inbox: Inbox::default(),
            known: Known::of(&notices, node, &portal),
            notices,
            in_force: law,
            law_day: now.date(),
            sealing: None,
            wanted: Wanted::default(),
            state: State::Free,
            moment: Moment::begin(now),
            todo: VecDeque::new(),
            camera: Camera::Off,
            tape: Tape::new(recordings),
            call: None,
            order: None,
            holder: None,
            serving: None,
            filings: 0,
            attempt: None,
            code: None,
            printing: Vec::new(),
            ledger_fails: false,
            no_receipt: false,
            door,
        };
        booth.follow_portal();
        booth.door.prints_uncertain()?;
        booth.take_over_staged()?;
        booth.restore()?;
        booth.settle();
        Ok(booth)
    }

    pub(super) fn identity_node(&self) -> NodeId {
        self.node
    }

    /// Parcels of appeals that stand in the ledger, and were not taken over before the crash.
    pub(super) fn take_over_staged(&self) -> Result<(), BoothError> {
        let undelivered = self.door.read(|reader| reader.appeals_undelivered())?;
        for path in self.tape.recordings().staged()? {
            let sha256 = Digest::of(&std::fs::read(&path)?);
            if undelivered.iter().any(|row| row.parcel.sha256 == sha256) {
                self.parcels.adopt(&path, &sha256)?;
            }
        }
        Ok(())
    }

    fn restore(&mut self) -> Result<(), BoothError> {
        let Some(unfinished) = self.door.unfinished()? else {
            self.tape.unload()?;
            self.door.keep(remembered::NAME, None)?;
            // It went down with a code on the screen, and came up clean.
            self.door.freed()?;
            return Ok(self.door.mark_free()?);
        };
        let kept = self.door.read(|reader| reader.draft(remembered::NAME))?;
        let kept: Option<Remembered> = kept.and_then(|text| serde_json::from_str(&text).ok());
        self.holder = self.known.desk_label(&unfinished.desk).map(str::to_owned);
        let brought = Remembered::brought(kept, &unfinished.session);
        let found_ms = self.tape.load(&unfinished.session, unfinished.filings)?;
        let Unfinished {
            session,
            stage,
            recording,
            rules,
            filed,
            addressee,
            filings,
            ..
        } = unfinished;
        (self.serving, self.filings) = (Some(session), filings);
        let rules = rules.and_then(|rules| rules.rsplit('/').next()?.parse().ok());
        self.happens(What::Restored(Restored {
            brought,
            stage,
            recorded_ms: if recording { found_ms } else { 0 },
            rules,
            filed,
            addressee,
        }));
        Ok(())
    }
}
