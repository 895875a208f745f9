//! What stands now, asked in the words of the field. Not here: rules about it (domain), and anything that writes.
//!
//! Invariant: a reader sees one state. Inside an act that is the state the act's facts will follow; outside, the last commit.

mod appeal;
mod day;
mod directory;
mod entry;
mod job;
mod ledger;
mod local;
mod number;
mod reception;
mod search;
mod session;
mod staff;

use qabyldau_domain::fact::{Instant, NodeId};
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::number::BranchCode;
use rusqlite::{Connection, OptionalExtension, Params};
use serde::de::DeserializeOwned;

pub use day::OwnDay;
pub use ledger::Marked;

use crate::fault::StoreError;
use crate::own::Own;
use crate::sql::from_view;

/// Reads the ledger's projections and the node's own things.
pub struct Reader<'a> {
    conn: &'a Connection,
    own: &'a Own,
    at: Option<Instant>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(conn: &'a Connection, own: &'a Own) -> Self {
        Self { conn, own, at: None }
    }

    pub(crate) fn at_instant(conn: &'a Connection, own: &'a Own, at: Instant) -> Self {
        Self {
            at: Some(at),
            ..Self::new(conn, own)
        }
    }

    /// The one instant of the act this reader serves; none outside an act.
    pub fn at(&self) -> Option<Instant> {
        self.at
    }

    /// The node whose file this is.
    pub fn node(&self) -> NodeId {
        self.own.node
    }

    /// What the node is.
    pub fn role(&self) -> NodeRoleV1 {
        self.own.role
    }

    /// The portal's own stream.
    pub fn portal(&self) -> NodeId {
        self.own.portal.node()
    }

    /// The branch.
    pub fn branch(&self) -> BranchCode {
        self.own.branch
    }

    /// The one row a query finds in its first column, as JSON.
    fn view<T: DeserializeOwned>(&self, sql: &str, params: impl Params) -> Result<Option<T>, StoreError> {
        let view: Option<String> = self
            .conn
            .prepare_cached(sql)?
            .query_row(params, |row| row.get(0))
            .optional()?;
        view.map(|view| from_view(&view)).transpose()
    }

    /// All rows a query finds in its first column, as JSON.
    fn views<T: DeserializeOwned>(&self, sql: &str, params: impl Params) -> Result<Vec<T>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut views = Vec::new();
        while let Some(row) = rows.next()? {
            views.push(from_view(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?);
        }
        Ok(views)
    }

    fn count(&self, sql: &str, params: impl Params) -> Result<u64, StoreError> {
        let count: i64 = self.conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?;
        Ok(crate::sql::unsigned(count))
    }
}
