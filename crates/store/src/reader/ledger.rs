//! The ledger as people look at it: facts, marks, what a peer lacks.

use qabyldau_domain::fact::{Digest, Fact, Head, NodeId};
use qabyldau_domain::ledger::{Have, Scope};
use qabyldau_domain::subject::Subject;
use rusqlite::named_params;

use super::Reader;
use crate::fault::StoreError;
use crate::ledger::export::{self, Facts};
use crate::ledger::fact_row::{self, fact_columns};
use crate::ledger::{head, tick};
use crate::projection;

/// A fact the fold could not use, with the word that says why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The fact.
    pub fact: Fact,
    /// `unknown-kind`, `bad-body`, `impossible` …
    pub why: String,
}

impl<'a> Reader<'a> {
    /// The last seq of every stream held.
    pub fn have(&self) -> Result<Have, StoreError> {
        head::all(self.conn)
    }

    /// The highest tick seen or told.
    pub fn tick(&self) -> Result<u64, StoreError> {
        tick::read(self.conn)
    }

    /// The last fact held of a stream.
    pub fn head(&self, node: &NodeId) -> Result<Option<Head>, StoreError> {
        Ok(head::of(self.conn, node)?.map(|(head, _)| head))
    }

    /// How many facts a peer with `have` lacks of what may leave.
    pub fn unsent(&self, have: &Have, scope: Scope) -> Result<u64, StoreError> {
        let leaves = |node: &NodeId| match scope {
            Scope::Branch => true,
            Scope::Own(only) => *node == only,
        };
        let mine = head::all(self.conn)?;
        let lacking = |(node, seq): (&NodeId, &u64)| seq.saturating_sub(have.get(node).copied().unwrap_or_default());
        Ok(mine.iter().filter(|(node, _)| leaves(node)).map(lacking).sum())
    }

    /// Every fact, stream by stream in order of seq, the portal's stream first.
    pub fn facts(&self) -> Result<Facts<'a>, StoreError> {
        Facts::new(self.conn, self.own)
    }

    /// At most `limit` facts of one stream after a place.
    pub fn facts_of_stream(&self, node: &NodeId, after: u64, limit: usize) -> Result<Vec<Fact>, StoreError> {
        export::of(self.conn, self.own, node, after, limit)
    }

    /// The facts about a subject in canonical order: its history.
    pub fn facts_about(&self, subject: &Subject) -> Result<Vec<Fact>, StoreError> {
        const SQL: &str = concat!(
            "SELECT ",
            fact_columns!(),
            " FROM ledger_fact f WHERE f.subject = :subject ORDER BY f.tick, f.node, f.seq"
        );
        let mut statement = self.conn.prepare_cached(SQL)?;
        let params = named_params! { ":subject": subject.as_str() };
        let facts = statement.query_map(params, |row| fact_row::read(self.own.branch, row))?;
        Ok(facts.collect::<Result<_, _>>()?)
    }

    /// The facts that did not count, by stream and place.
    pub fn troubles(&self) -> Result<Vec<Marked>, StoreError> {
        const SQL: &str = concat!(
            "SELECT ",
            fact_columns!(),
            ", f.trouble FROM ledger_fact f WHERE f.trouble IS NOT NULL ORDER BY f.node, f.seq"
        );
        let mut statement = self.conn.prepare_cached(SQL)?;
        let marked = statement.query_map([], |row| {
            Ok(Marked {
                fact: fact_row::read(self.own.branch, row)?,
                why: row.get(fact_row::WIDTH)?,
            })
        })?;
        Ok(marked.collect::<Result<_, _>>()?)
    }

    /// One number for all projections: equal on every node that holds the same facts.
    pub fn projections_digest(&self) -> Result<Digest, StoreError> {
        projection::digest(self.conn)
    }
}
