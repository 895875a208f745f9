//! Folding one subject again, whole, because a fact of it came.

use qabyldau_domain::fact::Fact;
use qabyldau_domain::fold::{Folded, Item, Row, fold};
use qabyldau_domain::subject::Subject;
use rusqlite::{Connection, named_params};

use super::row::{self, Place};
use crate::fault::StoreError;
use crate::ledger::fact_row;
use crate::own::Own;
use crate::sql;
use crate::sql::signed;

/// The facts of a subject with their writers' roles, and the words that mark them now.
pub(crate) struct Said {
    pub(crate) items: Vec<Item>,
    pub(crate) marks: Vec<Option<String>>,
}

/// A fact with its writer's role and its mark, from a row of the queries beside this module.
pub(super) fn read(own: &Own, row: &rusqlite::Row<'_>) -> rusqlite::Result<(Item, Option<String>)> {
    let fact = fact_row::read(own.branch, row)?;
    let role = row.get_ref(fact_row::WIDTH)?.as_str()?;
    let writer = sql::role(role).ok_or_else(|| sql::damaged(fact_row::WIDTH, "role"))?;
    Ok((Item { fact, writer }, row.get(fact_row::WIDTH + 1)?))
}

/// All facts of one subject, in canonical order.
pub(super) fn said(conn: &Connection, own: &Own, subject: &Subject) -> Result<Said, StoreError> {
    const SQL: &str = concat!(
        "SELECT ",
        fact_row::fact_columns!(),
        ", n.role, f.trouble FROM ledger_fact f JOIN ledger_node n ON n.node = f.node ",
        "WHERE f.subject = :subject ORDER BY f.tick, f.node, f.seq"
    );
    let mut statement = conn.prepare_cached(SQL)?;
    let rows = statement.query_map(named_params! { ":subject": subject.as_str() }, |row| read(own, row))?;
    let mut said = Said {
        items: Vec::new(),
        marks: Vec::new(),
    };
    for row in rows {
        let (item, mark) = row?;
        said.items.push(item);
        said.marks.push(mark);
    }
    Ok(said)
}

/// Folds a subject and writes what comes of it.
pub(crate) fn refold(conn: &Connection, own: &Own, subject: &Subject) -> Result<(), StoreError> {
    let said = said(conn, own, subject)?;
    let folded = fold(&said.items);
    mark(conn, &said, &folded)?;
    match &folded.row {
        Some(closed @ Row::Closed(_)) => {
            row::remove(conn, subject)?;
            row::put(conn, &Place::new(subject, &said.items), closed, true)
        }
        Some(open) => row::put(conn, &Place::new(subject, &said.items), open, true),
        None => row::remove(conn, subject),
    }
}

/// The word that should mark each fact, in the order of the items.
pub(crate) fn troubles_of(said: &Said, folded: &Folded) -> Vec<Option<&'static str>> {
    let word = |fact: &Fact| {
        let mut troubles = folded.troubles.iter();
        let trouble = troubles.find(|trouble| trouble.node == fact.node && trouble.seq == fact.seq);
        trouble.map(|trouble| trouble.code.word())
    };
    said.items.iter().map(|item| word(&item.fact)).collect()
}

/// Writes which facts did not count; a row is touched only if its mark changes.
pub(super) fn mark(conn: &Connection, said: &Said, folded: &Folded) -> Result<(), StoreError> {
    if folded.troubles.is_empty() && said.marks.iter().all(Option::is_none) {
        return Ok(());
    }
    let words = troubles_of(said, folded);
    for ((item, before), trouble) in said.items.iter().zip(&said.marks).zip(words) {
        if before.as_deref() != trouble {
            const SQL: &str = "UPDATE ledger_fact SET trouble = :trouble WHERE node = :node AND seq = :seq";
            conn.prepare_cached(SQL)?.execute(named_params! {
                ":trouble": trouble,
                ":node": item.fact.node.as_bytes(),
                ":seq": signed(item.fact.seq),
            })?;
        }
    }
    Ok(())
}
