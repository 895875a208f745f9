//! Is the file still what was written? Every hash, chain, signature, number, erasure and projection is gone through again, on a
//! connection of its own that reads the file, not what this program remembers of it.
//!
//! Not here: mending. Invariants: nothing of the ledger is written; what is found is named by its place, never by its content.

mod checkpoints;
mod file;
mod finding;
mod index;
mod nodes;
mod numbers;
mod projections;
mod streams;

use std::collections::BTreeMap;

use qabyldau_domain::fact::{Digest, NodeId};
use rusqlite::{Connection, Transaction, TransactionBehavior};

#[cfg(test)]
pub(crate) use file::schema;
pub use finding::{Fault, Finding};

use crate::connection;
use crate::fault::StoreError;
use crate::ledger::head;
use crate::own::Own;
use crate::store::Store;

/// What a verification found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Facts gone through.
    pub facts: u64,
    /// Streams gone through.
    pub streams: u64,
    /// Projection rows compared.
    pub rows: u64,
    /// What is wrong; empty if nothing is.
    pub findings: Vec<Finding>,
}

impl Verdict {
    /// Is everything as it was written?
    pub fn is_good(&self) -> bool {
        self.findings.is_empty()
    }

    pub(crate) fn find(&mut self, fault: Fault) {
        self.findings.push(Finding { place: None, fault });
    }

    pub(crate) fn find_at(&mut self, node: NodeId, seq: u64, fault: Fault) {
        self.findings.push(Finding {
            place: Some((node, seq)),
            fault,
        });
    }
}

/// One step of the verification.
type Step = fn(&Connection, &Own, &mut Verdict) -> Result<(), StoreError>;

impl Store {
    /// Goes through the whole file. An error means that it could not be done; what is wrong with the file is in the verdict.
    pub fn verify(&self) -> Result<Verdict, StoreError> {
        const STEPS: &[(&str, Step)] = &[
            ("pages", file::check),
            ("schema", file::check_schema),
            ("nodes", nodes::check),
            ("facts", streams::check),
            ("checkpoints", checkpoints::check),
            ("projections", projections::check),
        ];
        let mut verdict = Verdict::default();
        let conn = self.second_connection()?;
        let snapshot = Transaction::new_unchecked(&conn, TransactionBehavior::Deferred)?;
        for (name, step) in STEPS {
            match step(&snapshot, self.own(), &mut verdict) {
                Ok(()) => {}
                // A page that cannot be read ends its step, not the verification.
                // So does a row that reads as nothing any more; the step of the facts names its place.
                Err(failure) if failure.breaks_connection() || failure.is_of_content() => {
                    verdict.find(Fault::File(name));
                }
                Err(failure) => return Err(failure),
            }
        }
        Ok(verdict)
    }

    /// Compares the streams held with what another place holds: `(node, seq, hash)` in any order. Answers, for each stream that
    /// differs, the first place where it does; and, for the own stream, how far the other goes beyond it.
    pub fn verify_against(
        &self,
        other: impl IntoIterator<Item = (NodeId, u64, Digest)>,
    ) -> Result<Vec<Finding>, StoreError> {
        let conn = self.conn()?;
        let own = self.own().node;
        let mut first: BTreeMap<(NodeId, Fault), u64> = BTreeMap::new();
        for (node, seq, hash) in other {
            let fault = match head::hash_at(conn, &node, seq)? {
                Some(held) if held != hash => Fault::PeerDiffers,
                None if node == own => Fault::BehindPeer,
                _ => continue,
            };
            let place = first.entry((node, fault)).or_insert(seq);
            *place = seq.min(*place);
        }
        let finding = |((node, fault), seq)| Finding {
            place: Some((node, seq)),
            fault,
        };
        Ok(first.into_iter().map(finding).collect())
    }

    /// Another connection to the same file, for reading beside the one that writes.
    fn second_connection(&self) -> Result<Connection, StoreError> {
        self.conn()?;
        connection::open(&self.place().database(), self.database_key())
    }
}
