//! The demonstration's clock: which day is lived, and what a later start shows.
//!
//! The first start shows [`demo::STARTS`]. Later ones go on from there as time itself does, so that a person who comes back in an hour
//! finds an hour gone. Invariants: it never goes back, and it always shows a working hour of a working day.

use chrono::{Days, NaiveDate, NaiveTime};
use qabyldau_domain::calendar::Calendar;
use qabyldau_domain::fact::Instant;

use super::kept::Kept;
use crate::demo;

/// Kazakhstan's local time, minutes from UTC.
const OFFSET_MIN: i16 = 300;
/// Working hours; the last full hour is kept free, so that nobody is thrown into the evening.
const OPENS: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("a time");
const CLOSES: NaiveTime = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
/// When a day begins that was not reached by waiting.
const BEGINS: NaiveTime = NaiveTime::from_hms_opt(13, 50, 0).expect("a time");

/// The machine's time, UTC in milliseconds.
pub(super) fn real() -> i64 {
    qabyldau_store::surroundings::real().clock.now().utc_ms
}

/// What a moved clock shows.
pub(super) const fn shown(real_ms: i64, shift_ms: i64) -> Instant {
    Instant {
        utc_ms: real_ms + shift_ms,
        offset_min: OFFSET_MIN,
    }
}

/// How far the clock of a new branch is moved.
pub(super) fn first() -> i64 {
    let starts = chrono::DateTime::parse_from_rfc3339(demo::STARTS);
    starts.map_or(0, |starts| starts.timestamp_millis()) - real()
}

/// How far the clock of a kept branch is moved: as before if that shows a working hour no earlier than the last one seen, else to the
/// beginning of the next working day. With `new_day` that day is never the one lived last.
pub(super) fn later(real_ms: i64, kept: &Kept, new_day: bool) -> i64 {
    let at = |ms: i64| shown(ms, 0);
    let now = (real_ms + kept.shift_ms).max(kept.last_ms);
    let day = at(now).date();
    let hours = OPENS..CLOSES;
    let lived = new_day && at(kept.last_ms).date() == day;
    if !lived && works(day) && hours.contains(&at(now).time()) {
        return now - real_ms;
    }
    let mut day = day;
    // A year is as far as calendars go; there is a working day in every week of it.
    for _ in 0..366 {
        let begins = ms(day);
        if begins >= now && works(day) && !(new_day && day <= at(kept.last_ms).date()) {
            return begins - real_ms;
        }
        day = day.checked_add_days(Days::new(1)).unwrap_or(day);
    }
    now - real_ms
}

fn works(day: NaiveDate) -> bool {
    let judged = Calendar::built_in().working_day(day);
    judged.is_ok_and(|judged| judged.working)
}

fn ms(day: NaiveDate) -> i64 {
    day.and_time(BEGINS).and_utc().timestamp_millis() - i64::from(OFFSET_MIN) * 60_000
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: i64 = 1_700_000_000_000;

    fn moment(text: &str) -> i64 {
        chrono::DateTime::parse_from_rfc3339(&format!("{text}:00+05:00"))
            .unwrap()
            .timestamp_millis()
    }

    /// What a later start shows whose kept shift shows `shown`, having seen `last`.
    fn goes_on(last: &str, shown_now: &str, new_day: bool) -> String {
        let mut kept = Kept::new(moment(shown_now) - REAL);
        kept.last_ms = moment(last);
        let at = shown(REAL, later(REAL, &kept, new_day));
        format!("{} {}", at.date(), at.time().format("%H:%M"))
    }

    #[test]
    fn a_later_start_goes_on_and_never_back_and_stays_in_working_hours() {
        for (last, now, shown) in [
            ("2026-11-25T13:52", "2026-11-25T14:40", "2026-11-25 14:40"),
            // The machine's clock was set back.
            ("2026-11-25T14:40", "2026-11-25T10:00", "2026-11-25 14:40"),
            ("2026-11-25T14:40", "2026-11-25T18:00", "2026-11-26 13:50"),
            ("2026-11-25T14:40", "2026-11-26T03:00", "2026-11-26 13:50"),
            ("2026-11-25T14:40", "2026-11-26T10:00", "2026-11-26 10:00"),
            // Friday evening, Saturday, and the holiday with the days around it.
            ("2026-11-27T16:00", "2026-11-27T17:30", "2026-11-30 13:50"),
            ("2026-11-27T16:00", "2026-11-28T12:00", "2026-11-30 13:50"),
            ("2026-12-15T16:00", "2026-12-16T12:00", "2026-12-17 13:50"),
        ] {
            assert_eq!(goes_on(last, now, false), shown, "{last}, {now}");
        }
    }

    #[test]
    fn a_new_day_is_never_the_one_lived_last() {
        assert_eq!(
            goes_on("2026-11-25T13:52", "2026-11-25T14:40", true),
            "2026-11-26 13:50"
        );
        assert_eq!(
            goes_on("2026-11-25T13:52", "2026-11-26T10:00", true),
            "2026-11-26 10:00"
        );
        assert_eq!(
            goes_on("2026-11-27T13:52", "2026-11-27T14:00", true),
            "2026-11-30 13:50"
        );
    }
}
