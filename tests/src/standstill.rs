//! Surroundings of a trial: a clock that shows what it was set to, and dice by seed.
//!
//! Invariant: nothing passes and nothing falls otherwise unless the trial says so.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use qabyldau_domain::fact::Instant;
use qabyldau_domain::surroundings::{Clock, SeededDice, Surroundings};

/// Wednesday 25 November 2026, 10:00 in Kazakhstan (UTC+5).
pub const MORNING: Instant = Instant {
    utc_ms: 1_795_582_800_000,
    offset_min: 300,
};

/// A clock that goes only when it is told.
#[derive(Debug, Clone)]
pub struct Clockwork(Arc<AtomicI64>);

impl Clockwork {
    /// Shows this instant.
    pub fn at(instant: Instant) -> Self {
        Self(Arc::new(AtomicI64::new(instant.utc_ms)))
    }

    /// Goes on by so many minutes.
    pub fn pass_minutes(&self, minutes: i64) {
        self.0.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    /// Surroundings with this clock and dice by seed.
    pub fn surroundings(&self, seed: u64) -> Surroundings {
        Surroundings {
            clock: Arc::new(self.clone()),
            dice: Arc::new(SeededDice::new(seed)),
        }
    }
}

impl Clock for Clockwork {
    fn now(&self) -> Instant {
        Instant {
            utc_ms: self.0.load(Ordering::SeqCst),
            offset_min: MORNING.offset_min,
        }
    }
}

/// Surroundings that stay at [`MORNING`].
pub fn surroundings(seed: u64) -> Surroundings {
    Clockwork::at(MORNING).surroundings(seed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_morning_is_the_one_that_is_said() {
        assert_eq!(MORNING.local().to_string(), "2026-11-25 10:00:00 +05:00");
    }
}
