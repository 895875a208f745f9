//! Dates of a zone: six digits without a century.
//!
//! Which century is meant depends on the day of reading: a birth is not in the future, an expiry lies at most twenty
//! years ahead. So the century is no part of the zone and is added by whoever knows the day.

use chrono::{Months, NaiveDate};

/// A date as the zone holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ZoneDate {
    /// Year of the century, month, day; a real day in 19xx or 20xx.
    Stated {
        /// 0–99.
        year: u8,
        /// 1–12.
        month: u8,
        /// 1–31.
        day: u8,
    },
    /// Wholly or partly filled with `<`: the issuer does not know it.
    Unknown,
}

impl ZoneDate {
    /// Reads six characters; `None` if they are no date.
    pub(super) fn read(field: &str) -> Option<ZoneDate> {
        if field.bytes().all(|byte| byte.is_ascii_digit() || byte == b'<') && field.contains('<') {
            return Some(ZoneDate::Unknown);
        }
        let pair = |at: usize| field.get(at..at + 2).and_then(|two| two.parse::<u8>().ok());
        let (year, month, day) = (pair(0)?, pair(2)?, pair(4)?);
        let real = in_century(1900, year, month, day)
            .or_else(|| in_century(2000, year, month, day))
            .is_some();
        real.then_some(ZoneDate::Stated { year, month, day })
    }

    /// The day of birth, which is not after `today`.
    pub fn as_birth(self, today: NaiveDate) -> Option<NaiveDate> {
        let ZoneDate::Stated { year, month, day } = self else {
            return None;
        };
        let recent = in_century(2000, year, month, day).filter(|born| *born <= today);
        recent.or_else(|| in_century(1900, year, month, day))
    }

    /// The day of expiry, at most twenty years after `today`.
    pub fn as_expiry(self, today: NaiveDate) -> Option<NaiveDate> {
        let ZoneDate::Stated { year, month, day } = self else {
            return None;
        };
        let furthest = today.checked_add_months(Months::new(20 * 12)).unwrap_or(NaiveDate::MAX);
        let near = in_century(2000, year, month, day).filter(|expires| *expires <= furthest);
        near.or_else(|| in_century(1900, year, month, day))
    }
}

fn in_century(century: i32, year: u8, month: u8, day: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(century + i32::from(year), month.into(), day.into())
}
