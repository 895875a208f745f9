//! The clock of a run: the day that is lived, and moved on when a test cannot wait for minutes to pass.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use qabyldau_domain::fact::Instant;
use qabyldau_domain::surroundings::{Clock, Surroundings};

/// Kazakhstan's local time, minutes from UTC.
const OFFSET_MIN: i16 = 300;

/// The machine's clock, moved.
pub struct MovedClock {
    real: Arc<dyn Clock>,
    by_ms: AtomicI64,
}

impl MovedClock {
    /// Moved by this much from the machine's; the dice are the machine's own.
    pub fn by(by_ms: i64) -> (Arc<Self>, Surroundings) {
        let real = qabyldau_store::surroundings::real();
        let clock = Arc::new(Self {
            real: real.clock,
            by_ms: AtomicI64::new(by_ms),
        });
        let moved = Surroundings {
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            dice: real.dice,
        };
        (clock, moved)
    }

    /// Moves it on.
    pub fn forward(&self, ms: u32) {
        self.by_ms.fetch_add(ms.into(), Ordering::SeqCst);
    }
}

impl Clock for MovedClock {
    fn now(&self) -> Instant {
        Instant {
            utc_ms: self.real.now().utc_ms + self.by_ms.load(Ordering::SeqCst),
            offset_min: OFFSET_MIN,
        }
    }
}
