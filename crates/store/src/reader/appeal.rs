//! Appeals and their parcels.

use chrono::NaiveDate;
use qabyldau_domain::fact::Digest;
use qabyldau_domain::fold::{AppealRow, ParcelRow};
use rusqlite::named_params;

use super::Reader;
use super::entry::subject_id;
use crate::fault::StoreError;

impl Reader<'_> {
    /// The appeal with this registration number (14 digits).
    pub fn appeal(&self, number: &str) -> Result<Option<AppealRow>, StoreError> {
        let id = subject_id("appeal", number);
        self.view("SELECT view FROM p_appeal WHERE id = :id", named_params! { ":id": id })
    }

    /// The appeals filed on a day, by number.
    pub fn appeals_of_day(&self, day: NaiveDate) -> Result<Vec<AppealRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_appeal WHERE day = :day ORDER BY number";
        self.views(SQL, named_params! { ":day": day.to_string() })
    }

    /// The appeals of a journal line, by number.
    pub fn appeals_of_entry(&self, entry: &str) -> Result<Vec<AppealRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_appeal WHERE entry = :entry ORDER BY number";
        self.views(SQL, named_params! { ":entry": entry })
    }

    /// The appeal filed in a session.
    pub fn appeal_of_session(&self, session: &str) -> Result<Option<AppealRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_appeal WHERE session = :session ORDER BY number LIMIT 1";
        self.view(SQL, named_params! { ":session": session })
    }

    /// The way of a parcel, as far as facts tell it.
    pub fn parcel(&self, sha256: &Digest) -> Result<Option<ParcelRow>, StoreError> {
        let id = subject_id("parcel", &sha256.to_string());
        self.view("SELECT view FROM p_parcel WHERE id = :id", named_params! { ":id": id })
    }

    /// Own appeals whose parcel is not delivered: what the booth still has to send, oldest first.
    pub fn appeals_undelivered(&self) -> Result<Vec<AppealRow>, StoreError> {
        self.views(
            include_str!("appeal_undelivered.sql"),
            named_params! { ":node": self.own.node.as_bytes() },
        )
    }
}
