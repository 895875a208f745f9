//! The clock of a run: the day that is lived, hurried on when a test cannot wait for minutes to pass, and stopped while a page is looked at that would
//! go by itself.
//!
//! It is hurried and never jumps: a booth counts a jump as two seconds at most, as it must.

use std::sync::{Arc, Mutex, PoisonError};

use qabyldau_domain::fact::Instant;
use qabyldau_domain::surroundings::{Clock, Surroundings};

/// Kazakhstan's local time, minutes from UTC.
const OFFSET_MIN: i16 = 300;
/// How much faster time passes while it is hurried: less than two seconds between two ticks of a booth.
const PACE: i64 = 20;

/// The machine's clock, moved.
pub struct MovedClock {
    real: Arc<dyn Clock>,
    hurry: Mutex<Hurry>,
}

/// By how much the clock is moved, and by how much more it still will be.
struct Hurry {
    by_ms: i64,
    since_ms: i64,
    owed_ms: i64,
    /// It stands, since this moment of the real clock.
    stands_ms: Option<i64>,
}

impl Hurry {
    /// What is moved at this moment of the real clock.
    fn at(&self, real_ms: i64) -> i64 {
        let goes = |real_ms: i64| self.by_ms + ((real_ms - self.since_ms) * (PACE - 1)).clamp(0, self.owed_ms);
        match self.stands_ms {
            Some(since_ms) => goes(since_ms) - (real_ms - since_ms),
            None => goes(real_ms),
        }
    }

    /// The same from this moment on, whatever was owed or stood until now.
    fn from(&self, real_ms: i64) -> Self {
        let moved = self.at(real_ms);
        let gained = self.stands_ms.map_or(moved, |since_ms| moved + (real_ms - since_ms)) - self.by_ms;
        Self {
            by_ms: moved,
            since_ms: real_ms,
            owed_ms: self.owed_ms - gained,
            stands_ms: None,
        }
    }
}

impl MovedClock {
    /// Moved by this much from the machine's; the dice are the machine's own.
    pub fn by(by_ms: i64) -> (Arc<Self>, Surroundings) {
        let real = qabyldau_store::surroundings::real();
        let clock = Arc::new(Self {
            real: real.clock,
            hurry: Mutex::new(Hurry {
                by_ms,
                since_ms: 0,
                owed_ms: 0,
                stands_ms: None,
            }),
        });
        let moved = Surroundings {
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            dice: real.dice,
        };
        (clock, moved)
    }

    /// Hurries it on by so much.
    pub fn forward(&self, ms: i64) {
        let real_ms = self.real.now().utc_ms;
        let mut hurry = self.hurry.lock().unwrap_or_else(PoisonError::into_inner);
        *hurry = hurry.from(real_ms);
        hurry.owed_ms += ms;
    }

    /// Stops it, or lets it go on from where it stood.
    pub fn stand(&self, stands: bool) {
        let real_ms = self.real.now().utc_ms;
        let mut hurry = self.hurry.lock().unwrap_or_else(PoisonError::into_inner);
        *hurry = hurry.from(real_ms);
        hurry.stands_ms = stands.then_some(real_ms);
    }
}

impl Clock for MovedClock {
    fn now(&self) -> Instant {
        let real_ms = self.real.now().utc_ms;
        let hurry = self.hurry.lock().unwrap_or_else(PoisonError::into_inner);
        Instant {
            utc_ms: real_ms + hurry.at(real_ms),
            offset_min: OFFSET_MIN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HURRIED: Hurry = Hurry {
        by_ms: 100,
        since_ms: 1_000,
        owed_ms: 28_000,
        stands_ms: None,
    };

    #[test]
    fn a_hurried_clock_gains_what_it_owes_and_no_more() {
        assert_eq!(HURRIED.at(1_000), 100);
        assert_eq!(HURRIED.at(2_000), 100 + 19_000);
        assert_eq!(HURRIED.at(9_000), 100 + 28_000);
    }

    #[test]
    fn a_clock_that_stands_shows_one_moment_and_goes_on_from_it_with_what_it_still_owes() {
        let mut standing = HURRIED.from(2_000);
        standing.stands_ms = Some(2_000);
        assert_eq!(2_000 + standing.at(2_000), 7_000 + standing.at(7_000));
        let again = standing.from(7_000);
        assert_eq!(7_000 + again.at(7_000), 2_000 + HURRIED.at(2_000));
        assert_eq!(again.at(60_000) - again.at(7_000), 28_000 - 19_000);
    }
}
