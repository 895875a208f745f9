//! The projections against a fresh fold of everything, byte for byte, with the marks of facts and the index of names.
//!
//! Fresh rows are written by the same code into temporary tables of the same names, which stand before the real ones on this
//! connection only, and are compared in portions.

use std::collections::{BTreeMap, HashSet};

use qabyldau_domain::fold::fold;
use rusqlite::Connection;

use super::{Fault, Verdict, index};
use crate::fault::StoreError;
use crate::own::Own;
use crate::projection::{self, Place, Table};

/// Rows compared at once.
const PORTION: usize = 2_000;

pub(super) fn check(conn: &Connection, own: &Own, verdict: &mut Verdict) -> Result<(), StoreError> {
    if !own.projections {
        return Ok(());
    }
    // Before the temporary tables hide the real ones.
    index::check(conn, verdict)?;
    let columns = temporary_tables(conn)?;
    let mut expected: BTreeMap<Table, HashSet<i64>> = BTreeMap::new();
    let mut waiting = 0;
    let mut marks = Vec::new();
    projection::each_subject(conn, own, |said| {
        let folded = fold(&said.items);
        let words = projection::troubles_of(said, &folded);
        for ((item, before), word) in said.items.iter().zip(&said.marks).zip(words) {
            if before.as_deref() != word {
                marks.push((item.fact.node, item.fact.seq));
            }
        }
        if let (Some(row), Some(first)) = (&folded.row, said.items.first()) {
            let place = Place::new(&first.fact.subject, &said.items);
            projection::put(conn, &place, row, false)?;
            expected.entry(projection::row_table(row)).or_default().insert(place.id);
            verdict.rows += 1;
            waiting += 1;
        }
        if waiting >= PORTION {
            waiting = 0;
            compare(conn, &columns, verdict)?;
        }
        Ok(())
    })?;
    compare(conn, &columns, verdict)?;
    marks
        .into_iter()
        .for_each(|(node, seq)| verdict.find_at(node, seq, Fault::MarkDiffers));
    for table in Table::ALL {
        extra(conn, table, expected.get(&table), verdict)?;
    }
    Ok(())
}

/// Makes the temporary tables in the form this program gives them; answers each table's columns.
fn temporary_tables(conn: &Connection) -> Result<Vec<(Table, Vec<String>)>, StoreError> {
    let fresh = Connection::open_in_memory()?;
    crate::migration::migrate(&fresh)?;
    projection::create(&fresh)?;
    let schema = super::file::schema(&fresh)?;
    let mut columns = Vec::new();
    for table in Table::ALL {
        let made = schema.get(table.name()).cloned().flatten();
        let Some(rest) = made.as_deref().and_then(|sql| sql.strip_prefix("CREATE TABLE ")) else {
            return Err(StoreError::Damaged("the program's own schema"));
        };
        conn.execute_batch(&format!("CREATE TEMP TABLE {rest}"))?;
        let mut statement = fresh.prepare(&format!("SELECT name FROM pragma_table_info('{}')", table.name()))?;
        let names = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        columns.push((table, names));
    }
    Ok(columns)
}

/// Compares what stands in the temporary tables with the real rows, and empties them.
fn compare(conn: &Connection, columns: &[(Table, Vec<String>)], verdict: &mut Verdict) -> Result<(), StoreError> {
    for (table, columns) in columns {
        let name = table.name();
        let of = |side: &str| {
            columns
                .iter()
                .map(|column| format!("{side}.{column}"))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let sql = format!(
            "SELECT f.subject, r.id IS NULL FROM temp.{name} f LEFT JOIN main.{name} r ON r.id = f.id \
             WHERE r.id IS NULL OR ({}) IS NOT ({})",
            of("f"),
            of("r")
        );
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (subject, missing): (String, bool) = (row.get(0)?, row.get(1)?);
            verdict.find(if missing {
                Fault::RowMissing { table: name, subject }
            } else {
                Fault::RowDiffers { table: name, subject }
            });
        }
        drop(rows);
        conn.prepare_cached(&format!("DELETE FROM temp.{name}"))?.execute([])?;
    }
    Ok(())
}

/// Real rows that no facts add up to.
fn extra(
    conn: &Connection,
    table: Table,
    expected: Option<&HashSet<i64>>,
    verdict: &mut Verdict,
) -> Result<(), StoreError> {
    let name = table.name();
    let mut statement = conn.prepare(&format!("SELECT id, subject FROM main.{name} ORDER BY id"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if !expected.is_some_and(|ids| ids.contains(&id)) {
            let subject = row.get(1)?;
            verdict.find(Fault::RowExtra { table: name, subject });
        }
    }
    Ok(())
}
