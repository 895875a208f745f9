//! Every stream from its first fact: place, chain, hashes, signatures, ticks, erasures, running numbers. The first bad fact of a
//! stream is named and the stream left there: what follows hangs on it.

use qabyldau_domain::fact::{Digest, Fact, PublicKey};
use rusqlite::{Connection, named_params};

use super::numbers::Series;
use super::{Fault, Verdict};
use crate::fault::StoreError;
use crate::ledger::fact_row::{self, fact_columns};
use crate::ledger::node::{self, KnownNode};
use crate::ledger::{closing, tick};
use crate::own::Own;
use crate::sql::{signed, unsigned};

pub(super) fn check(conn: &Connection, own: &Own, verdict: &mut Verdict) -> Result<(), StoreError> {
    let told = tick::read(conn)?;
    let mut series = Series::default();
    for known in node::all(conn)? {
        stream(conn, own, &known, told, &mut series, verdict)?;
    }
    not_erased(conn, own, verdict)
}

/// Where a stream stands before its next fact.
struct Chain {
    seq: u64,
    prev: Digest,
    tick: u64,
    act_open: bool,
}

fn stream(
    conn: &Connection,
    own: &Own,
    known: &KnownNode,
    told: u64,
    series: &mut Series,
    verdict: &mut Verdict,
) -> Result<(), StoreError> {
    const SQL: &str = concat!(
        "SELECT ",
        fact_columns!(),
        " FROM ledger_fact f WHERE f.node = :node ORDER BY f.seq"
    );
    let mut statement = conn.prepare(SQL)?;
    let mut rows = statement.query(named_params! { ":node": known.node.as_bytes() })?;
    let mut chain = Chain {
        seq: 0,
        prev: Digest::ZERO,
        tick: 0,
        act_open: false,
    };
    verdict.streams += 1;
    while let Some(row) = rows.next()? {
        let Ok(fact) = fact_row::read(own.branch, row) else {
            verdict.find_at(known.node, unsigned(row.get(1)?), Fault::Unreadable);
            return Ok(());
        };
        if let Some(fault) = broken(&fact, &chain, &known.key) {
            let seq = if fault == Fault::Gap { chain.seq + 1 } else { fact.seq };
            verdict.find_at(known.node, seq, fault);
            return Ok(());
        }
        if fact.tick > told {
            verdict.find_at(known.node, fact.seq, Fault::TickBehind);
        }
        if fact.body.is_none() && !closing::covers(conn, &own.portal.node(), &fact)? {
            verdict.find_at(known.node, fact.seq, Fault::ErasedWithoutClosing);
        }
        series.look(&fact, verdict);
        chain = Chain {
            seq: fact.seq,
            prev: fact.hash,
            tick: fact.tick,
            act_open: !fact.act_end,
        };
        verdict.facts += 1;
    }
    if chain.act_open {
        verdict.find_at(known.node, chain.seq, Fault::HalfAct);
    }
    Ok(())
}

fn broken(fact: &Fact, chain: &Chain, key: &PublicKey) -> Option<Fault> {
    if fact.seq != chain.seq + 1 {
        Some(Fault::Gap)
    } else if !fact.hashes_hold() {
        Some(Fault::WrongHash)
    } else if fact.prev != chain.prev {
        Some(Fault::WrongPrev)
    } else if fact.tick <= chain.tick {
        Some(Fault::TickNotGrowing)
    } else if fact.act_end != fact.sig.is_some() || (fact.act_end && !fact.signed_by(key)) {
        Some(Fault::WrongSignature)
    } else {
        None
    }
}

/// Bodies that stand although a closing covers them.
fn not_erased(conn: &Connection, own: &Own, verdict: &mut Verdict) -> Result<(), StoreError> {
    let mut statement = conn.prepare("SELECT DISTINCT subject FROM ledger_fact WHERE kind = 'SubjectClosed'")?;
    let subjects: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for subject in subjects {
        let Ok(subject) = subject.parse() else { continue };
        for closed in closing::of(conn, &own.portal.node(), &subject)? {
            for (node, through) in closed.through {
                let params = named_params! {
                    ":subject": subject.as_str(), ":node": node.as_bytes(), ":through": signed(through),
                };
                let first: Option<i64> = conn
                    .prepare_cached(include_str!("not_erased.sql"))?
                    .query_row(params, |row| row.get(0))?;
                if let Some(seq) = first {
                    verdict.find_at(node, unsigned(seq), Fault::NotErased);
                }
            }
        }
    }
    Ok(())
}
