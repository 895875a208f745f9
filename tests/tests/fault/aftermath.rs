//! What must stand after any blow to a registrar: everything acknowledged, numbers without gaps, rows for all facts, a whole file.

use std::collections::BTreeMap;
use std::path::Path;

use qabyldau_domain::fact::{Digest, Head};
use qabyldau_domain::number::EntryNumber;
use qabyldau_store::{Condition, Store};
use qabyldau_tests::branch::Node;
use qabyldau_tests::registrar::Said;

/// All that was ever acknowledged in a trial, over all its blows.
#[derive(Debug, Default)]
pub(super) struct Acknowledged(BTreeMap<EntryNumber, Head>);

impl Acknowledged {
    /// Takes in what was heard. One number acknowledged twice with different facts is a failure by itself.
    pub(super) fn hear(&mut self, heard: &[Said]) {
        for said in heard {
            if let Said::Done(number, head) = said {
                let before = self.0.insert(*number, *head);
                assert!(
                    before.is_none_or(|before| before == *head),
                    "{number} was acknowledged twice"
                );
            }
        }
    }

    /// Was this line?
    pub(super) fn holds(&self, number: &EntryNumber) -> bool {
        self.0.contains_key(number)
    }

    /// How many lines.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }
}

/// The journal as it stands after a blow.
#[derive(Debug)]
pub(super) struct Standing {
    /// Its lines, acknowledged or not, by number.
    pub(super) lines: BTreeMap<EntryNumber, Head>,
}

/// Opens the store as a program would after the blow, and holds it against what was acknowledged. `state` is where the head's note lies.
pub(super) fn look(folder: &Path, state: &Path, acknowledged: &Acknowledged) -> (Store, Standing) {
    let place = Node::DESK_A.place(folder).with_state(state);
    let store = Store::open(place, &Node::DESK_A.database_key()).expect("the store opens after the blow");
    assert_eq!(
        store.condition(),
        Condition::Good,
        "the note outside the data folder is never ahead of the file"
    );
    let standing = Standing {
        lines: lines(&store).expect("the journal can be read"),
    };
    for (number, head) in &acknowledged.0 {
        assert_eq!(
            standing.lines.get(number),
            Some(head),
            "{number} was acknowledged and stands no more"
        );
    }
    let numbers: Vec<u32> = standing.lines.keys().map(EntryNumber::number).collect();
    let expected: Vec<u32> = (1..).take(numbers.len()).collect();
    assert_eq!(numbers, expected, "numbers are gap-free");
    (store, standing)
}

/// The whole file: pages, indexes, search words, chain, signatures, rows.
pub(super) fn thorough(store: &Store) {
    let raw = store.raw().expect("the connection");
    let answers = |sql: &str| -> Vec<String> {
        let mut statement = raw.prepare(sql).expect(sql);
        let rows = statement.query_map([], |row| row.get(0)).expect(sql);
        rows.collect::<Result<_, _>>().expect(sql)
    };
    assert_eq!(answers("PRAGMA integrity_check"), ["ok"]);
    assert_eq!(answers("PRAGMA cipher_integrity_check"), [""; 0]);
    raw.execute_batch("INSERT INTO p_entry_words (p_entry_words, rank) VALUES ('integrity-check', 1)")
        .expect("the search words are those of the rows");
}

/// Every registered line with its place in the stream. A fact without its row, or a row that is not this fact's, is a failure.
fn lines(store: &Store) -> rusqlite::Result<BTreeMap<EntryNumber, Head>> {
    const SQL: &str = "SELECT f.subject, f.seq, f.hash, e.number FROM ledger_fact f LEFT JOIN p_entry e ON e.subject = f.subject \
                       WHERE f.kind = 'EntryRegistered'";
    let raw = store.raw().expect("the connection");
    let rows: i64 = raw.query_row("SELECT count(*) FROM p_entry", [], |row| row.get(0))?;
    let mut lines = BTreeMap::new();
    let mut statement = raw.prepare_cached(SQL)?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        let subject: String = row.get(0)?;
        let number: Option<String> = row.get(3)?;
        let number = number.unwrap_or_else(|| panic!("{subject} is registered and stands in no row"));
        assert_eq!(subject, format!("entry/{number}"));
        let head = Head {
            seq: row.get::<_, i64>(1)?.unsigned_abs(),
            hash: Digest(row.get(2)?),
        };
        let before = lines.insert(number.parse().expect("a number"), head);
        assert!(before.is_none(), "{subject} was registered twice");
    }
    assert_eq!(i64::try_from(lines.len()).ok(), Some(rows), "every row has its fact");
    Ok(lines)
}
