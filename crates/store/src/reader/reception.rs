//! Online receptions. A row shows only under a roster that is published and complete, and not under one a newer version replaced.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use qabyldau_domain::fact::Digest;
use qabyldau_domain::fold::{ReceptionRow, RosterRow};
use rusqlite::named_params;
use sha2::{Digest as _, Sha256};

use super::Reader;
use super::entry::subject_id;
use crate::fault::StoreError;

impl Reader<'_> {
    /// The receptions of a day, by time and place in the roster.
    pub fn receptions_of_day(&self, day: NaiveDate) -> Result<Vec<ReceptionRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_reception WHERE day = :day ORDER BY time, row, id";
        self.shown(self.views(SQL, named_params! { ":day": day.to_string() })?)
    }

    /// The reception with this reference (14 digits).
    pub fn reception(&self, reference: &str) -> Result<Option<ReceptionRow>, StoreError> {
        let id = subject_id("reception", reference);
        let found = self.view(
            "SELECT view FROM p_reception WHERE id = :id",
            named_params! { ":id": id },
        )?;
        Ok(self.shown(found.into_iter().collect())?.pop())
    }

    /// The receptions of a person from a day on, soonest first.
    pub fn receptions_by_iin(&self, iin: &str, from: NaiveDate) -> Result<Vec<ReceptionRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_reception WHERE iin = :iin AND day >= :from ORDER BY day, time, id";
        self.shown(self.views(SQL, named_params! { ":iin": iin, ":from": from.to_string() })?)
    }

    /// The receptions of a name from a day on, soonest first; `key` is `names::match_key` of the name.
    pub fn receptions_by_match_key(&self, key: &str, from: NaiveDate) -> Result<Vec<ReceptionRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_reception WHERE match_key = :key AND day >= :from ORDER BY day, time, id";
        self.shown(self.views(SQL, named_params! { ":key": key, ":from": from.to_string() })?)
    }

    /// The published rosters that touch a day, complete or not, the newest version first.
    pub fn rosters_of_day(&self, day: NaiveDate) -> Result<Vec<RosterRow>, StoreError> {
        self.views(
            include_str!("roster_of_days.sql"),
            named_params! { ":from": day.to_string(), ":to": day.to_string() },
        )
    }

    /// The published roster with this id, complete or not.
    pub fn roster(&self, id: &str) -> Result<Option<RosterRow>, StoreError> {
        let id = subject_id("roster", id);
        self.view("SELECT view FROM p_roster WHERE id = :id", named_params! { ":id": id })
    }

    /// Has a published roster all the rows it promises, and exactly these?
    pub fn roster_complete(&self, roster: &RosterRow) -> Result<bool, StoreError> {
        const SQL: &str = "SELECT body_hash FROM p_reception WHERE roster = :roster ORDER BY row, id";
        let mut statement = self.conn.prepare_cached(SQL)?;
        let mut rows = statement.query(named_params! { ":roster": roster.subject.rest() })?;
        let mut sha = Sha256::new();
        let mut count = 0_u64;
        while let Some(row) = rows.next()? {
            sha.update(row.get::<_, [u8; 32]>(0)?);
            count += 1;
        }
        let promised = u64::from(roster.rows);
        if count == promised {
            return Ok(Digest(sha.finalize().into()) == roster.rows_hash);
        }
        // Rows whose retention ended are gone for good reason; they must not hide the others.
        const CLOSED: &str = "SELECT count(*) FROM p_closed WHERE kind = 'reception' AND day BETWEEN :from AND :to";
        let params = named_params! { ":from": roster.from.to_string(), ":to": roster.to.to_string() };
        Ok(count < promised && count + self.count(CLOSED, params)? >= promised)
    }

    /// Keeps the rows that may be shown.
    fn shown(&self, mut rows: Vec<ReceptionRow>) -> Result<Vec<ReceptionRow>, StoreError> {
        let names: BTreeSet<String> = rows.iter().map(|row| row.roster.clone()).collect();
        let mut complete = Vec::new();
        for name in names {
            if let Some(roster) = self.roster(&name)?
                && self.roster_complete(&roster)?
            {
                let newer = self.newer_than(&roster)?;
                complete.push((name, newer));
            }
        }
        rows.retain(|row| {
            complete.iter().any(|(name, newer)| {
                *name == row.roster && !newer.iter().any(|other| (other.from..=other.to).contains(&row.day))
            })
        });
        Ok(rows)
    }

    /// Complete rosters of a later version whose days meet those of this one.
    fn newer_than(&self, roster: &RosterRow) -> Result<Vec<RosterRow>, StoreError> {
        let meeting: Vec<RosterRow> = self.views(
            include_str!("roster_of_days.sql"),
            named_params! { ":from": roster.from.to_string(), ":to": roster.to.to_string() },
        )?;
        let mut newer = Vec::new();
        for other in meeting {
            if other.version > roster.version && self.roster_complete(&other)? {
                newer.push(other);
            }
        }
        Ok(newer)
    }
}
