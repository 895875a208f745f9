//! The store as the domain's one port: have, lack, take.

use std::collections::BTreeMap;

use qabyldau_domain::fact::{Head, NodeId};
use qabyldau_domain::ledger::{Chunk, Have, Ledger, Scope, Taken};
use qabyldau_domain::number::BranchCode;
use rusqlite::{Transaction, TransactionBehavior};

use super::append::{Touched, settle};
use super::{head, lack, take, tick};
use crate::fault::{ReadOnly, StoreError};
use crate::projection::Topics;
use crate::store::Store;
use crate::transaction::Writes;

impl Ledger for Store {
    type Error = StoreError;

    fn branch(&self) -> BranchCode {
        self.own().branch
    }

    fn tick(&self) -> Result<u64, StoreError> {
        tick::read(self.conn()?)
    }

    fn told(&mut self, tick: u64) -> Result<(), StoreError> {
        if tick <= tick::read(self.writable()?)? {
            return Ok(());
        }
        self.write(Writes::Ledger, |conn, _| tick::raise(conn, tick).map(|_| ()))
    }

    fn have(&self) -> Result<Have, StoreError> {
        head::all(self.conn()?)
    }

    fn lack(&self, have: &Have, scope: Scope, limit: usize) -> Result<Chunk, StoreError> {
        let conn = self.conn()?;
        let own = self.own();
        // A peer that holds more of the own stream than the file itself proves that the file is an old copy.
        let theirs = have.get(&own.node).copied().unwrap_or_default();
        let held = head::of(conn, &own.node)?.map_or(0, |(head, _)| head.seq);
        if theirs > held {
            self.refuse_writing(ReadOnly::PeerKnowsMore { held, theirs });
        }
        // One snapshot for all streams, whoever else writes meanwhile.
        let _snapshot = Transaction::new_unchecked(conn, TransactionBehavior::Deferred)?;
        lack::lack(conn, own, have, scope, limit)
    }

    fn take(&mut self, chunk: &Chunk) -> Result<BTreeMap<NodeId, Taken>, StoreError> {
        self.take_with_topics(chunk).map(|(taken, _)| taken)
    }
}

impl Store {
    /// [`Ledger::take`], with the kinds of subjects that changed.
    pub fn take_with_topics(&mut self, chunk: &Chunk) -> Result<(take::Outcome, Topics), StoreError> {
        let seq = |head: Option<(Head, u64)>| head.map_or(0, |(head, _)| head.seq);
        let (outcome, touched, held, theirs) = self.write(Writes::Ledger, |conn, own| {
            let mut touched = Touched::default();
            let before = head::of(conn, &own.node)?;
            let outcome = take::take(conn, own, chunk, &mut touched)?;
            settle(conn, own, &mut touched)?;
            let after = head::of(conn, &own.node)?;
            Ok((outcome, touched, seq(before), seq(after)))
        })?;
        if held < theirs {
            // Own facts came from outside: they are kept, and the file is known to be an old copy.
            self.refuse_writing(ReadOnly::PeerKnowsMore { held, theirs });
        }
        let topics = touched.topics();
        self.owes_checkpoint |= touched.erased;
        self.committed(None, &topics);
        Ok((outcome, topics))
    }
}
