//! Counting working days, with the path: which days were passed over and why.

use super::{Calendar, OutsideCalendar, Why};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A count of working days from one day to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The day reached.
    pub end: NaiveDate,
    /// The days off on the way, in order.
    pub skipped: Vec<SkippedDay>,
    /// True if any day on the way lies in a year that is only a forecast.
    pub forecast: bool,
}

/// A day off that a count passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedDay {
    /// The day.
    pub day: NaiveDate,
    /// Why it does not count.
    pub why: Why,
}

impl Calendar {
    /// The working day that is `days` after `start`; `start` itself is not counted, whether it is worked or not.
    pub fn add_working_days(&self, start: NaiveDate, days: u32) -> Result<Count, OutsideCalendar> {
        let mut count = Count {
            end: start,
            skipped: Vec::new(),
            forecast: false,
        };
        for _ in 0..days {
            let next = count.end.succ_opt().ok_or_else(|| self.outside(count.end))?;
            self.go_on_to_working_day(&mut count, next)?;
        }
        Ok(count)
    }

    /// `day` itself if it is worked, else the next working day.
    pub fn working_day_from(&self, day: NaiveDate) -> Result<Count, OutsideCalendar> {
        let mut count = Count {
            end: day,
            skipped: Vec::new(),
            forecast: false,
        };
        self.go_on_to_working_day(&mut count, day)?;
        Ok(count)
    }

    /// The day by which something must be done that is due `days` working days before `day`: counts backwards.
    pub fn subtract_working_days(&self, day: NaiveDate, days: u32) -> Result<NaiveDate, OutsideCalendar> {
        let mut end = day;
        let mut left = days;
        while left > 0 {
            end = end.pred_opt().ok_or_else(|| self.outside(end))?;
            if self.working_day(end)?.working {
                left -= 1;
            }
        }
        Ok(end)
    }

    fn go_on_to_working_day(&self, count: &mut Count, from: NaiveDate) -> Result<(), OutsideCalendar> {
        let mut day = from;
        loop {
            let judged = self.working_day(day)?;
            count.forecast |= judged.forecast;
            if judged.working {
                count.end = day;
                return Ok(());
            }
            count.skipped.push(SkippedDay { day, why: judged.why });
            day = day.succ_opt().ok_or_else(|| self.outside(day))?;
        }
    }
}
