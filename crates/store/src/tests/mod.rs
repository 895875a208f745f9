//! A small branch on real files: portal, desks, a booth, and the facts they write.

mod acts;
mod closing;
mod converging;
mod exchanging;
mod migrating;
mod noting;
mod opening;
mod receptions;
mod searching;
mod verifying;

use std::sync::Arc;

use chrono::NaiveDate;
use qabyldau_domain::fact::{By, Digest, Draft, Instant, NodeKey, StaffId};
use qabyldau_domain::facts::*;
use qabyldau_domain::language::Language;
use qabyldau_domain::ledger::{Ledger as _, Scope};
use qabyldau_domain::number::EntryNumber;
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::{Clock, SeededDice, Surroundings};
use tempfile::TempDir;

use crate::{Acted, DatabaseKey, NewNode, Place, Reader, Store, StoreError};

/// A clock that stands still: the tests' facts differ by their ticks alone.
struct Still;

impl Clock for Still {
    fn now(&self) -> Instant {
        NOON
    }
}

/// 2026-11-23, 12:00 in Kazakhstan.
const NOON: Instant = Instant {
    utc_ms: 1_795_417_200_000,
    offset_min: 300,
};

const STAFF: By = By::Staff(StaffId([0x5a; 8]));

fn today() -> NaiveDate {
    NOON.date()
}

/// One node's file with the folder it lies in.
struct Node {
    store: Store,
    surroundings: Surroundings,
    key: DatabaseKey,
    folder: TempDir,
}

impl Node {
    fn new(role: NodeRoleV1, seed: u8) -> Self {
        Self::make(role, seed, true)
    }

    /// A file whose bytes can be looked at.
    fn unkeyed(role: NodeRoleV1, seed: u8) -> Self {
        Self::make(role, seed, false)
    }

    fn make(role: NodeRoleV1, seed: u8, keyed: bool) -> Self {
        let folder = TempDir::new().expect("a folder");
        let surroundings = Surroundings {
            clock: Arc::new(Still),
            dice: Arc::new(SeededDice::new(u64::from(seed))),
        };
        let key = DatabaseKey::random(&surroundings);
        let new = NewNode {
            branch: "0512".parse().expect("a branch"),
            role,
            key: NodeKey::from_seed(&[seed; 32]),
            portal: NodeKey::from_seed(&[1; 32]).public(),
            projections: role != NodeRoleV1::Hub,
        };
        let store = Store::create_inner(place(&folder), keyed.then_some(&key), &new).expect("a store");
        Self {
            store,
            surroundings,
            key,
            folder,
        }
    }

    fn portal() -> Self {
        Self::new(NodeRoleV1::Portal, 1)
    }

    fn public(&self) -> qabyldau_domain::fact::PublicKey {
        self.store.node_key().public()
    }

    fn write(&mut self, by: By, drafts: Vec<Draft>) -> Acted<()> {
        self.store
            .act(&self.surroundings, by, |_| Ok::<_, StoreError>((drafts, ())))
            .expect("an act")
    }

    fn reader(&self) -> Reader<'_> {
        self.store.reader().expect("a reader")
    }

    /// The portal admits another node.
    fn admit(&mut self, other: &Node, label: &str) {
        let body = NodeAdmitted {
            role: other.store.role(),
            label: label.into(),
            public_key: other.public(),
            tls: Digest::ZERO,
            recipient: "age1".into(),
        };
        self.write(By::Node, vec![Draft::new(Subject::node(&other.store.node()), &body)]);
    }

    /// Brings over whatever the other lacks, in chunks of `limit`.
    fn give(&self, other: &mut Node, limit: usize) {
        loop {
            let have = other.store.have().expect("have");
            let chunk = self.store.lack(&have, Scope::Branch, limit).expect("lack");
            if chunk.facts.is_empty() {
                return;
            }
            let taken = other.store.take(&chunk).expect("take");
            assert!(taken.values().all(|taken| taken.refused.is_none()), "{taken:?}");
        }
    }

    /// A journal line of desk `label` for an invented person.
    fn register(&mut self, label: &str, surname: &str, iin: Option<&str>) -> EntryNumber {
        let desk = label.parse().expect("a label");
        let rule = |reader: &Reader<'_>| {
            let number = reader.next_entry_number(desk, 2026)?;
            let number = EntryNumber::new(reader.branch(), desk, 2026, number).expect("a number");
            let body = entry(&number, surname, iin);
            Ok::<_, StoreError>((vec![Draft::new(Subject::entry(&number), &body)], number))
        };
        self.store.act(&self.surroundings, STAFF, rule).expect("an act").answer
    }

    /// Closes the file and opens it again.
    fn again(self) -> Self {
        let Self {
            store,
            surroundings,
            key,
            folder,
        } = self;
        drop(store);
        Self {
            store: Store::open(place(&folder), &key).expect("it opens"),
            surroundings,
            key,
            folder,
        }
    }
}

fn place(folder: &TempDir) -> Place {
    Place::new(folder.path().join("data")).with_state(folder.path().join("state"))
}

fn entry(number: &EntryNumber, surname: &str, iin: Option<&str>) -> EntryRegistered {
    EntryRegistered {
        number: number.to_string(),
        day: today(),
        person: PersonV1 {
            surname: Some(surname.into()),
            given: Some("Әлия".into()),
            iin: iin.map(str::to_owned),
            ..PersonV1::default()
        },
        document: DocumentV1 {
            kind: "id_card".into(),
            country: "KAZ".into(),
            number: "000000001".into(),
            issuer: None,
            issued: None,
            expires: None,
        },
        capacity: CapacityV1::Oneself,
        read_by: ReadByV1::Barcode,
        language: Language::Kk,
        needs_help: false,
        ticket: None,
        statements: StatementsV1 {
            compared: NOON,
            explained: NOON,
            consented: NOON,
            language: Language::Kk,
            rules: "2021".into(),
            texts: None,
        },
    }
}
