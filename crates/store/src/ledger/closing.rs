//! Erasure: what a closing of the portal covers loses its body at once and for ever.
//!
//! Invariant: only bodies go; header, hashes and signatures stay, so that the stream can be followed through them.

use qabyldau_domain::fact::{Fact, NodeId};
use qabyldau_domain::facts::{Body as _, Decoded, SubjectClosed, decode};
use qabyldau_domain::subject::Subject;
use rusqlite::{Connection, named_params};

use crate::fault::StoreError;
use crate::sql::signed;

/// The closings of a subject that the portal wrote.
pub(crate) fn of(conn: &Connection, portal: &NodeId, subject: &Subject) -> Result<Vec<SubjectClosed>, StoreError> {
    let mut statement = conn.prepare_cached(include_str!("closing.sql"))?;
    let params = named_params! { ":subject": subject.as_str(), ":portal": portal.as_bytes() };
    let rows = statement.query_map(params, |row| {
        Ok((row.get::<_, u16>(0)?, row.get::<_, Option<String>>(1)?))
    })?;
    let mut closings = Vec::new();
    for row in rows {
        let (version, body) = row?;
        if let Ok(Decoded::SubjectClosed(closed)) = decode("SubjectClosed", version, body.as_deref()) {
            closings.push(closed);
        }
    }
    Ok(closings)
}

/// Does a closing of its subject cover this fact?
pub(crate) fn covers(conn: &Connection, portal: &NodeId, fact: &Fact) -> Result<bool, StoreError> {
    let within = |through: Option<&u64>| through.is_some_and(|through| fact.seq <= *through);
    let closings = of(conn, portal, &fact.subject)?;
    Ok(fact.kind != SubjectClosed::KIND && closings.iter().any(|closed| within(closed.through.get(&fact.node))))
}

/// Takes the bodies that the closings of a subject cover. Answers how many went.
pub(crate) fn erase(conn: &Connection, portal: &NodeId, subject: &Subject) -> Result<usize, StoreError> {
    let mut erased = 0;
    for closed in of(conn, portal, subject)? {
        for (node, through) in &closed.through {
            erased += conn
                .prepare_cached(include_str!("closing_erase.sql"))?
                .execute(named_params! {
                    ":subject": subject.as_str(),
                    ":node": node.as_bytes(),
                    ":through": signed(*through),
                })?;
        }
    }
    Ok(erased)
}

/// Moves the WAL into the file and cuts it, so that no erased body is left in it. `false` if a reader was in the way.
pub(crate) fn cut_wal(conn: &Connection) -> Result<bool, StoreError> {
    Ok(conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))? == 0)
}
