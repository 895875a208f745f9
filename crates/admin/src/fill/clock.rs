//! A clock that stands where it is put: a trial's days pass in seconds.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{NaiveDate, NaiveTime};
use qabyldau_domain::fact::Instant;
use qabyldau_domain::surroundings::Clock;

/// Kazakhstan's one offset since 1 March 2024, in minutes.
const OFFSET_MIN: i16 = 300;

/// Put to a day and a second of it.
#[derive(Debug, Default)]
pub struct WalkingClock(AtomicI64);

impl WalkingClock {
    /// This many seconds after local midnight.
    pub fn put(&self, day: NaiveDate, second: u32) {
        let local = day.and_time(NaiveTime::MIN).and_utc().timestamp() + i64::from(second);
        self.0
            .store((local - i64::from(OFFSET_MIN) * 60) * 1000, Ordering::Relaxed);
    }
}

impl Clock for WalkingClock {
    fn now(&self) -> Instant {
        Instant {
            utc_ms: self.0.load(Ordering::Relaxed),
            offset_min: OFFSET_MIN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stands_at_the_local_time_it_was_put_to() {
        let clock = WalkingClock::default();
        let day = "2026-01-05".parse().unwrap();
        clock.put(day, 9 * 3600 + 60);
        assert_eq!(clock.now().local().to_rfc3339(), "2026-01-05T09:01:00+05:00");
        assert_eq!(clock.now().date(), day);
    }
}
