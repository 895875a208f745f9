//! Facts that were checked or sealed become rows, and everything that hangs on them follows: ticks, nodes, erasure, projections.
//! All inside the caller's transaction.

use std::collections::BTreeSet;

use qabyldau_domain::fact::Fact;
use qabyldau_domain::subject::Subject;
use rusqlite::Connection;

use super::node::Learnt;
use super::{closing, fact_row, node, tick};
use crate::fault::StoreError;
use crate::own::Own;
use crate::projection::{self, Topics};

/// What an append touched.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    subjects: BTreeSet<Subject>,
    roles_changed: bool,
    /// Bodies went: the WAL must be cut after the commit.
    pub(crate) erased: bool,
}

impl Touched {
    /// A subject must be folded again.
    pub(crate) fn touch(&mut self, subject: &Subject) {
        self.subjects.insert(subject.clone());
    }

    /// The kinds of subjects touched.
    pub(crate) fn topics(&self) -> Topics {
        self.subjects.iter().map(Subject::kind).collect()
    }
}

/// Writes facts of one stream.
pub(crate) fn append(conn: &Connection, own: &Own, facts: &[Fact], touched: &mut Touched) -> Result<(), StoreError> {
    let portal = own.portal.node();
    for fact in facts {
        // What is closed already never touches the disk with its body.
        let body = match &fact.body {
            Some(_) if closing::covers(conn, &portal, fact)? => None,
            body => body.as_deref(),
        };
        fact_row::insert(conn, fact, body)?;
        if fact.node == portal && node::learn(conn, fact)? == Learnt::OtherRole {
            touched.roles_changed = true;
        }
        touched.touch(&fact.subject);
    }
    if let Some(last) = facts.last() {
        tick::raise(conn, last.tick)?;
    }
    Ok(())
}

/// Erases what closings cover and folds every subject touched.
pub(crate) fn settle(conn: &Connection, own: &Own, touched: &mut Touched) -> Result<(), StoreError> {
    let portal = own.portal.node();
    for subject in &touched.subjects {
        touched.erased |= closing::erase(conn, &portal, subject)? > 0;
    }
    if !own.projections {
        return Ok(());
    }
    if touched.roles_changed {
        return projection::rebuild(conn, own).map(|_| ());
    }
    for subject in &touched.subjects {
        projection::refold(conn, own, subject)?;
    }
    Ok(())
}
