//! The store as the domain's one port: have, lack, take.

use std::collections::BTreeMap;

use qabyldau_domain::fact::NodeId;
use qabyldau_domain::ledger::{Chunk, Have, Ledger, Scope, Taken};
use qabyldau_domain::number::BranchCode;
use rusqlite::{Transaction, TransactionBehavior};

use super::append::{Touched, settle};
use super::{head, lack, take, tick};
use crate::fault::{ReadOnly, StoreError};
use crate::projection::Topics;
use crate::store::Store;

impl Ledger for Store {
    type Error = StoreError;

    fn branch(&self) -> BranchCode {
        self.own().branch
    }

    fn tick(&self) -> Result<u64, StoreError> {
        tick::read(self.conn()?)
    }

    fn told(&mut self, tick: u64) -> Result<(), StoreError> {
        let conn = self.writable()?;
        if tick <= tick::read(conn)? {
            return Ok(());
        }
        let result = tick::raise(conn, tick).map(|_| ());
        result.inspect_err(|failure| self.judge(failure))
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
        let result = self.take_inner(chunk);
        result.inspect_err(|failure| self.judge(failure))
    }

    fn take_inner(&mut self, chunk: &Chunk) -> Result<(take::Outcome, Topics), StoreError> {
        let own = self.own();
        let mut touched = Touched::default();
        let tx = Transaction::new_unchecked(self.writable()?, TransactionBehavior::Immediate)?;
        let before = head::of(&tx, &own.node)?;
        let outcome = take::take(&tx, own, chunk, &mut touched)?;
        settle(&tx, own, &mut touched)?;
        let after = head::of(&tx, &own.node)?;
        if let Err(error) = tx.commit() {
            self.poison();
            return Err(error.into());
        }
        if before.map(|(head, _)| head.seq) != after.map(|(head, _)| head.seq) {
            // Own facts came from outside: they are kept, and the file is known to be an old copy.
            let seq = |head: Option<(qabyldau_domain::fact::Head, u64)>| head.map_or(0, |(head, _)| head.seq);
            self.refuse_writing(ReadOnly::PeerKnowsMore {
                held: seq(before),
                theirs: seq(after),
            });
        }
        self.owes_checkpoint |= touched.erased;
        let topics = touched.topics();
        self.committed(None, &topics);
        Ok((outcome, topics))
    }
}
