//! All facts of the ledger, subject by subject, each in canonical order.

use rusqlite::Connection;

use super::refold::{self, Said};
use crate::fault::StoreError;
use crate::ledger::fact_row;
use crate::own::Own;

/// Hands every subject's facts to `each`. Answers how many facts there were.
pub(crate) fn each(
    conn: &Connection,
    own: &Own,
    mut each: impl FnMut(&Said) -> Result<(), StoreError>,
) -> Result<u64, StoreError> {
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
        let another = |first: &qabyldau_domain::fold::Item| first.fact.subject != item.fact.subject;
        if said.items.first().is_some_and(another) {
            each(&said)?;
            said.items.clear();
            said.marks.clear();
        }
        said.items.push(item);
        said.marks.push(mark);
        facts += 1;
    }
    if !said.items.is_empty() {
        each(&said)?;
    }
    Ok(facts)
}
