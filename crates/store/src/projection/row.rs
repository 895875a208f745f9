//! One row into its table. A row that stands already is replaced whole; a row of another subject under the same number is an
//! error, never overwritten.

use qabyldau_domain::fold::{Item, Row};
use qabyldau_domain::subject::{Subject, SubjectKind};
use rusqlite::{Connection, ToSql};

use super::table::Table;
use super::{appeal, day, directory, entry, job, reception, session, staff};
use crate::fault::StoreError;
use crate::sql::{row_id, signed};

/// What every row carries beside itself.
pub(crate) struct Place<'a> {
    pub(crate) id: i64,
    pub(super) subject: &'a Subject,
    /// The tick of the subject's first fact.
    pub(super) tick: i64,
    /// The facts, in canonical order.
    pub(super) items: &'a [Item],
}

impl<'a> Place<'a> {
    pub(crate) fn new(subject: &'a Subject, items: &'a [Item]) -> Self {
        Self {
            id: row_id(subject),
            subject,
            tick: items.first().map_or(0, |item| signed(item.fact.tick)),
            items,
        }
    }
}

/// Writes the row. The search index of entries is kept beside it unless `index` is off (a rebuild fills it at the end).
pub(crate) fn put(conn: &Connection, place: &Place<'_>, row: &Row, index: bool) -> Result<(), StoreError> {
    match row {
        Row::Entry(row) => entry::put(conn, place, row, index),
        Row::Session(row) => session::put(conn, place, row),
        Row::Appeal(row) => appeal::put(conn, place, row),
        Row::Parcel(row) => appeal::put_parcel(conn, place, row),
        Row::Reception(row) => reception::put(conn, place, row),
        Row::Roster(row) => reception::put_roster(conn, place, row),
        Row::Job(row) => job::put(conn, place, row),
        Row::Day(row) => day::put(conn, place, row),
        Row::Staff(row) => staff::put(conn, place, row),
        Row::Shift(row) => staff::put_shift(conn, place, row),
        Row::Node(row) => directory::put_node(conn, place, row),
        Row::Room(row) => directory::put_room(conn, place, row),
        Row::Branch(row) => directory::put_branch(conn, place, row),
        Row::Document(row) => directory::put_document(conn, place, row),
        Row::Checkpoint(row) => directory::put_checkpoint(conn, place, row),
        Row::Closed(row) => directory::put_closed(conn, place, row),
    }
}

/// The table a row belongs to.
pub(crate) const fn row_table(row: &Row) -> Table {
    match row {
        Row::Entry(_) => Table::Entry,
        Row::Session(_) => Table::Session,
        Row::Appeal(_) => Table::Appeal,
        Row::Parcel(_) => Table::Parcel,
        Row::Reception(_) => Table::Reception,
        Row::Roster(_) => Table::Roster,
        Row::Job(_) => Table::Job,
        Row::Day(_) => Table::Day,
        Row::Staff(_) => Table::Staff,
        Row::Shift(_) => Table::Shift,
        Row::Node(_) => Table::Node,
        Row::Room(_) => Table::Room,
        Row::Branch(_) => Table::Branch,
        Row::Document(_) => Table::Document,
        Row::Checkpoint(_) => Table::Checkpoint,
        Row::Closed(_) => Table::Closed,
    }
}

/// Takes the row of an open subject away, if there is one.
pub(super) fn remove(conn: &Connection, subject: &Subject) -> Result<(), StoreError> {
    let id = row_id(subject);
    let kind = subject.kind();
    if kind == SubjectKind::Entry {
        entry::forget_words(conn, id)?;
    }
    if let Some(table) = Table::of(kind) {
        let sql = format!("DELETE FROM {} WHERE id = :id", table.name());
        conn.prepare_cached(&sql)?.execute(&[(":id", &id)])?;
    }
    Ok(())
}

/// Runs an upsert that leaves a foreign row alone, and says so.
pub(super) fn upsert(conn: &Connection, sql: &str, params: &[(&str, &dyn ToSql)]) -> Result<(), StoreError> {
    match conn.prepare_cached(sql)?.execute(params)? {
        0 => Err(StoreError::RowTaken),
        _ => Ok(()),
    }
}
