//! Visits as they are lived, fact by fact, by desk, booth and portal: what a branch's ledger really consists of.
//!
//! One visit is 14 facts about 5 subjects: the journal line (1), the session (7), the appeal (1), its receipt (3), its parcel (2).

use std::path::Path;

use chrono::NaiveDate;
use qabyldau_domain::fact::{By, Digest, Draft, Instant};
use qabyldau_domain::facts::{
    AppealFiled, BoothAccepted, BoothAsked, BoothFreed, ParcelDelivered, ParcelStored, ParcelV1, PrintMoved,
    PrintQueued, PrintStateV1, PromiseV1, ServiceRated, SessionEnded, SessionMoved, SessionOutcomeV1, SessionStageV1,
};
use qabyldau_domain::language::Language;
use qabyldau_domain::ledger::{Ledger as _, Scope};
use qabyldau_domain::number::{EntryNumber, RegistrationNumber};
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::{NewNode, Store};

use super::Outcome;
use super::branch::{directory, hears, portal, worker, written};
use super::crowd::{line, numbers, people};
use crate::branch::{self, Node};

/// Facts of one visit.
pub const FACTS: u64 = 14;
/// Subjects of one visit.
pub const SUBJECTS: u64 = 5;

/// Visits written in one piece.
const AT_ONCE: usize = 30;

/// A desk, a booth and a portal.
pub struct Branch {
    /// The desk, which holds all of it.
    pub desk: Store,
    booth: Store,
    portal: Store,
    surroundings: Surroundings,
    day: NaiveDate,
    now: Instant,
}

impl Branch {
    /// A branch below `folder` in which nobody was yet.
    pub fn found(folder: &Path, surroundings: &Surroundings) -> Outcome<Self> {
        let portal = portal(folder, surroundings)?;
        let heard = directory(&portal)?;
        let mut desk = Node::DESK_A.create(folder)?;
        hears(&mut desk, &heard)?;
        let node = Node::BOOTH_01;
        // Only the desk's rows are measured.
        let new = NewNode {
            projections: false,
            ..node.made_from()
        };
        let mut booth = Store::create(node.place(folder), &node.database_key(), &new)?;
        booth.take(&heard)?;
        let now = surroundings.clock.now();
        Ok(Self {
            desk,
            booth,
            portal,
            surroundings: surroundings.clone(),
            day: now.date(),
            now,
        })
    }

    /// So many visits.
    pub fn live(&mut self, count: usize) -> Outcome {
        let mut crowd = people(count).zip(1_u32..).peekable();
        while crowd.peek().is_some() {
            let numbers = numbers(&self.desk.reader()?, self.day)?;
            let mut visits = Vec::new();
            let mut entries = Vec::new();
            for ((person, running), number) in crowd.by_ref().take(AT_ONCE).zip(numbers) {
                entries.extend(line(&person, &number, self.day, self.now)?);
                visits.push(self.visit(number, running)?);
            }
            self.piece(entries, &mut visits)?;
        }
        Ok(())
    }

    fn visit(&self, entry: EntryNumber, running: u32) -> Outcome<Visit> {
        let sha256 = Digest::of(format!("recording {running}").as_bytes());
        // A booth has 99,999 numbers a year.
        let appeal = RegistrationNumber::new(branch::code(), Node::BOOTH_01.label.parse()?, 2026, running)?;
        Ok(Visit {
            entry: entry.to_string(),
            session: self.surroundings.id(),
            job: self.surroundings.id(),
            appeal,
            sha256,
            asked_tick: 0,
            day: self.day,
        })
    }

    /// The desk registers and asks; the booth accepts, records, files and prints; the portal stores; the booth lets the parcel go.
    fn piece(&mut self, entries: Vec<Draft>, visits: &mut [Visit]) -> Outcome {
        let of = |facts: fn(&Visit) -> Vec<Draft>, visits: &[Visit]| visits.iter().flat_map(facts).collect::<Vec<_>>();
        let by = By::Staff(worker().id);
        written(&mut self.desk, &self.surroundings, by, entries)?;
        let first = written(&mut self.desk, &self.surroundings, by, of(Visit::asked, visits))?;
        for (visit, tick) in visits.iter_mut().zip(first..) {
            visit.asked_tick = tick;
        }
        self.booth.told(self.desk.tick()?)?;
        written(
            &mut self.booth,
            &self.surroundings,
            By::Applicant,
            of(Visit::recorded, visits),
        )?;
        self.portal.told(self.booth.tick()?)?;
        written(
            &mut self.portal,
            &self.surroundings,
            By::Node,
            of(Visit::stored, visits),
        )?;
        self.booth.told(self.portal.tick()?)?;
        written(
            &mut self.booth,
            &self.surroundings,
            By::Node,
            of(Visit::delivered, visits),
        )?;
        for other in [&self.portal, &self.booth] {
            let chunk = other.lack(&self.desk.have()?, Scope::Own(other.node()), usize::MAX)?;
            self.desk.take(&chunk)?;
        }
        Ok(())
    }
}

struct Visit {
    entry: String,
    session: String,
    job: String,
    appeal: RegistrationNumber,
    sha256: Digest,
    asked_tick: u64,
    day: NaiveDate,
}

impl Visit {
    fn asked(&self) -> Vec<Draft> {
        let body = BoothAsked {
            booth: Node::BOOTH_01.key().node(),
            entry: self.entry.clone(),
            language: Language::Kk,
            day: self.day,
            continues: None,
        };
        vec![Draft::new(Subject::session(&self.session), &body)]
    }

    fn recorded(&self) -> Vec<Draft> {
        let (session, job) = (Subject::session(&self.session), Subject::job(&self.job));
        let accepted = BoothAccepted {
            desk: Node::DESK_A.key().node(),
            asked_tick: self.asked_tick,
            entry: self.entry.clone(),
        };
        let moved = |stage, recorded_ms| {
            let body = SessionMoved {
                stage,
                recorded_ms,
                rules: None,
            };
            Draft::new(session.clone(), &body)
        };
        let ended = SessionEnded {
            outcome: SessionOutcomeV1::Filed,
            appeal: Some(self.appeal.to_string()),
            reason: None,
        };
        let queued = PrintQueued {
            sheet: "receipt".into(),
            about: Subject::appeal(&self.appeal).as_str().to_owned(),
            duplicate: 0,
            reason: None,
        };
        let printed = |state| Draft::new(job.clone(), &PrintMoved { state });
        vec![
            Draft::new(session.clone(), &accepted),
            moved(SessionStageV1::Recording, 0),
            moved(SessionStageV1::Paused, 151_000),
            Draft::new(Subject::appeal(&self.appeal), &self.filed()),
            Draft::new(session.clone(), &ended),
            Draft::new(session.clone(), &ServiceRated { mark: 5 }),
            Draft::new(session.clone(), &BoothFreed {}),
            Draft::new(job.clone(), &queued),
            printed(PrintStateV1::Sent),
            printed(PrintStateV1::Confirmed),
        ]
    }

    fn filed(&self) -> AppealFiled {
        AppealFiled {
            number: self.appeal.to_string(),
            entry: self.entry.clone(),
            session: self.session.clone(),
            kind: "application".into(),
            addressee: "justice".into(),
            addressees: Digest::of(b"addressees"),
            against: None,
            postal_address: Some("Алматинская область, г. Конаев, ул. Тестовая, 1".into()),
            email: None,
            language: Language::Kk,
            day: self.day,
            promise: Some(PromiseV1 {
                registered: self.day,
                due: self.day,
                term: 15,
                source: "ӘРПК 76-б.".into(),
                pack: "2021-213".into(),
                skipped: Vec::new(),
            }),
            code_verifier: "x".repeat(97),
            parcel: ParcelV1 {
                sha256: self.sha256,
                bytes: 9_000_000,
                duration_ms: 151_000,
                form: "webm".into(),
                source: "test".into(),
            },
            continues: None,
        }
    }

    fn stored(&self) -> Vec<Draft> {
        let body = ParcelStored {
            sha256: self.sha256,
            bytes: 9_000_000,
        };
        vec![Draft::new(Subject::parcel(&self.sha256), &body)]
    }

    fn delivered(&self) -> Vec<Draft> {
        let body = ParcelDelivered {
            receipt: self.sha256.to_string().repeat(2),
        };
        vec![Draft::new(Subject::parcel(&self.sha256), &body)]
    }
}
