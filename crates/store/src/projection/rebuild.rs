//! All projections again, from the ledger: dropped, made, folded and indexed in the caller's one transaction. Other connections
//! read the old ones until it commits; killed in the middle, the old ones stand.

use qabyldau_domain::fold::{Row, fold};
use rusqlite::Connection;

use super::refold::{self, Said};
use super::row::{self, Place};
use super::schema;
use crate::fault::StoreError;
use crate::ledger::fact_row;
use crate::own::Own;

/// Folds every subject anew. Answers how many facts were read.
pub(crate) fn rebuild(conn: &Connection, own: &Own) -> Result<u64, StoreError> {
    schema::drop_all(conn)?;
    schema::create(conn)?;
    if !own.projections {
        return Ok(0);
    }
    const SQL: &str = concat!(
        "SELECT ",
        fact_row::fact_columns!(),
        ", n.role, f.trouble FROM ledger_fact f INDEXED BY ledger_fact_subject ",
        "CROSS JOIN ledger_node n ON n.node = f.node ORDER BY f.subject, f.tick, f.node, f.seq"
    );
    let mut facts = 0;
    let mut said = Said {
        items: Vec::new(),
        marks: Vec::new(),
    };
    let mut statement = conn.prepare(SQL)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (item, mark) = refold::read(own, row)?;
        if said
            .items
            .first()
            .is_some_and(|first| first.fact.subject != item.fact.subject)
        {
            subject(conn, &said)?;
            said.items.clear();
            said.marks.clear();
        }
        said.items.push(item);
        said.marks.push(mark);
        facts += 1;
    }
    subject(conn, &said)?;
    conn.execute_batch("INSERT INTO p_entry_words (p_entry_words) VALUES ('rebuild')")?;
    Ok(facts)
}

fn subject(conn: &Connection, said: &Said) -> Result<(), StoreError> {
    let Some(first) = said.items.first() else {
        return Ok(());
    };
    let folded = fold(&said.items);
    refold::mark(conn, said, &folded)?;
    match &folded.row {
        Some(row @ Row::Entry(_)) => row::put(conn, &Place::new(&first.fact.subject, &said.items), row, false),
        Some(row) => row::put(conn, &Place::new(&first.fact.subject, &said.items), row, true),
        None => Ok(()),
    }
}
