//! The next running numbers. They are counted in the node's own stream itself, so that neither an erased nor an unfoldable line can
//! make one come twice.

use qabyldau_domain::number::{BoothLabel, DeskLabel, EntryNumber, NumberError, RegistrationNumber};
use rusqlite::{OptionalExtension, named_params};

use super::Reader;
use crate::fault::StoreError;

impl Reader<'_> {
    /// The running number the desk's next journal line of the year gets: 1, or one more than the highest in the own stream.
    pub fn next_entry_number(&self, desk: DeskLabel, year: u16) -> Result<u32, StoreError> {
        let series = format!("entry/{}-{desk}-{year:04}/", self.own.branch);
        self.next(&series, "EntryRegistered", |rest| {
            rest.parse::<EntryNumber>().map(|number| number.number())
        })
    }

    /// The running number the booth's next appeal of the year gets.
    pub fn next_appeal_number(&self, booth: BoothLabel, year: u16) -> Result<u32, StoreError> {
        let series = format!("appeal/{:02}{}{booth}", year % 100, self.own.branch);
        self.next(&series, "AppealFiled", |rest| {
            rest.parse::<RegistrationNumber>().map(|number| number.number())
        })
    }

    fn next(
        &self,
        series: &str,
        kind: &str,
        number: impl Fn(&str) -> Result<u32, NumberError>,
    ) -> Result<u32, StoreError> {
        let params = named_params! {
            ":from": series,
            // ':' follows '9': the end of all digits.
            ":to": format!("{series}:"),
            ":kind": kind,
            ":node": self.own.node.as_bytes(),
        };
        let last: Option<String> = self
            .conn
            .prepare_cached(include_str!("number.sql"))?
            .query_row(params, |row| row.get(0))
            .optional()?;
        let Some(last) = last else { return Ok(1) };
        let (_, rest) = last.split_once('/').unwrap_or_default();
        match number(rest) {
            Ok(number) => Ok(number + 1),
            Err(_) => Err(StoreError::Damaged("a number of the own stream")),
        }
    }
}
