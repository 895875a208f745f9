//! All facts, stream by stream in order of seq: the portal's first, then by node. Read page by page, so that memory stays small.

use qabyldau_domain::fact::{Fact, NodeId};
use rusqlite::{Connection, named_params};

use super::fact_row::{self, fact_columns};
use super::node;
use crate::fault::StoreError;
use crate::own::Own;
use crate::sql::signed;

/// Facts read at once.
const PAGE: usize = 500;

const SQL: &str = concat!(
    "SELECT ",
    fact_columns!(),
    " FROM ledger_fact f WHERE f.node = :node AND f.seq > :after ORDER BY f.seq LIMIT :limit"
);

/// An iterator over every fact held.
pub struct Facts<'a> {
    conn: &'a Connection,
    own: &'a Own,
    streams: std::vec::IntoIter<NodeId>,
    at: Option<(NodeId, u64)>,
    page: std::vec::IntoIter<Fact>,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(conn: &'a Connection, own: &'a Own) -> Result<Self, StoreError> {
        let streams: Vec<NodeId> = node::all(conn)?.into_iter().map(|known| known.node).collect();
        Ok(Self {
            conn,
            own,
            streams: streams.into_iter(),
            at: None,
            page: Vec::new().into_iter(),
        })
    }

    fn turn_page(&mut self) -> Result<bool, StoreError> {
        loop {
            let (node, after) = match self.at.or_else(|| self.streams.next().map(|node| (node, 0))) {
                Some(at) => at,
                None => return Ok(false),
            };
            let page = of(self.conn, self.own, &node, after, PAGE)?;
            self.at = page.last().map(|last| (node, last.seq));
            if !page.is_empty() {
                self.page = page.into_iter();
                return Ok(true);
            }
        }
    }
}

/// Facts of one stream after a place, at most `limit`.
pub(crate) fn of(
    conn: &Connection,
    own: &Own,
    node: &NodeId,
    after: u64,
    limit: usize,
) -> Result<Vec<Fact>, StoreError> {
    let mut statement = conn.prepare_cached(SQL)?;
    let params = named_params! {
        ":node": node.as_bytes(),
        ":after": signed(after),
        ":limit": i64::try_from(limit).unwrap_or(i64::MAX),
    };
    let facts = statement.query_map(params, |row| fact_row::read(own.branch, row))?;
    Ok(facts.collect::<Result<_, _>>()?)
}

impl Iterator for Facts<'_> {
    type Item = Result<Fact, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(fact) = self.page.next() {
                return Some(Ok(fact));
            }
            match self.turn_page() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => {
                    self.streams = Vec::new().into_iter();
                    self.at = None;
                    return Some(Err(error));
                }
            }
        }
    }
}
