//! The one way to write facts: read, decide, seal, append and fold in ONE transaction; acknowledged only when it is on the disk.

use qabyldau_domain::fact::{Act, By, Draft, Fact, Head, seal};
use qabyldau_domain::surroundings::Surroundings;
use rusqlite::Connection;

use crate::fault::StoreError;
use crate::ledger::append::{Touched, append, settle};
use crate::ledger::{head, tick};
use crate::own::Own;
use crate::projection::Topics;
use crate::reader::Reader;
use crate::store::Store;
use crate::transaction::Writes;

/// An act that is on the disk.
#[derive(Debug)]
pub struct Acted<R> {
    /// What the rule answered.
    pub answer: R,
    /// The facts written, in order; empty if the rule had nothing to write.
    pub facts: Vec<Fact>,
    /// The kinds of subjects that changed.
    pub topics: Topics,
}

/// An act of which nothing may be told as done.
#[derive(Debug, thiserror::Error)]
pub enum ActFailed<E> {
    /// The rule said no; nothing was written.
    #[error("refused")]
    Refused(E),
    /// It could not be written. If the disk failed, the store is poisoned, and only after [`Store::reopen`] one can see.
    #[error("not written")]
    NotWritten(#[source] StoreError),
}

impl<E> From<StoreError> for ActFailed<E> {
    fn from(failure: StoreError) -> Self {
        Self::NotWritten(failure)
    }
}

impl Store {
    /// Does one act of `by` at one instant. `rule` reads what stands and answers the facts to write with whatever the caller
    /// wants to know; no drafts means that there is nothing to write. The rule runs inside the write transaction: what it has
    /// read cannot change before its facts stand.
    pub fn act<R, E>(
        &mut self,
        surroundings: &Surroundings,
        by: By,
        rule: impl FnOnce(&Reader<'_>) -> Result<(Vec<Draft>, R), E>,
    ) -> Result<Acted<R>, ActFailed<E>> {
        let result = self.act_inner(surroundings, by, rule);
        if let Err(ActFailed::NotWritten(failure)) = &result {
            self.judge(failure);
        }
        result
    }

    fn act_inner<R, E>(
        &mut self,
        surroundings: &Surroundings,
        by: By,
        rule: impl FnOnce(&Reader<'_>) -> Result<(Vec<Draft>, R), E>,
    ) -> Result<Acted<R>, ActFailed<E>> {
        let at = surroundings.clock.now();
        let mut touched = Touched::default();
        let (answer, facts) = self.in_transaction::<_, ActFailed<E>>(Writes::Ledger, |conn, own| {
            let (drafts, answer) = rule(&Reader::at_instant(conn, own, at)).map_err(ActFailed::Refused)?;
            let facts = match drafts.is_empty() {
                true => Vec::new(),
                false => write(conn, own, surroundings, Act { at, by, drafts }, &mut touched)?,
            };
            Ok((answer, facts))
        })?;
        self.owes_checkpoint |= touched.erased;
        let head = facts.last().map(|fact| Head {
            seq: fact.seq,
            hash: fact.hash,
        });
        let topics = touched.topics();
        self.committed(head, &topics);
        Ok(Acted { answer, facts, topics })
    }
}

/// Seals the act onto the own stream and folds what it touches.
fn write(
    conn: &Connection,
    own: &Own,
    surroundings: &Surroundings,
    act: Act,
    touched: &mut Touched,
) -> Result<Vec<Fact>, StoreError> {
    let head = head::of(conn, &own.node)?.map(|(head, _)| head);
    let salt = || surroundings.random::<16>();
    let facts = seal(own.branch, &own.key, head, tick::read(conn)?, &act, salt)?;
    append(conn, own, &facts, touched)?;
    settle(conn, own, touched)?;
    Ok(facts)
}
