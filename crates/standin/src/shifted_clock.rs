//! The demonstration's clock: the real one moved by a fixed span, so that the day lived is always the same working day.

use std::sync::Arc;

use qabyldau_domain::fact::Instant;
use qabyldau_domain::surroundings::{Clock, Surroundings};

/// Milliseconds that all programs of one demonstration add to the real time.
pub const SHIFT: &str = "QABYLDAU_DEMONSTRATION_CLOCK_SHIFT_MS";
/// Kazakhstan's local time since 1 March 2024, minutes from UTC: a demonstration lives there, wherever it runs.
const OFFSET_MIN: i16 = 300;

struct Shifted {
    real: Arc<dyn Clock>,
    by_ms: i64,
}

impl Clock for Shifted {
    fn now(&self) -> Instant {
        Instant {
            utc_ms: self.real.now().utc_ms + self.by_ms,
            offset_min: OFFSET_MIN,
        }
    }
}

/// The real dice, and the real clock unless the demonstration moves it.
pub fn surroundings(real: Surroundings) -> Surroundings {
    let by_ms = std::env::var(SHIFT).ok().and_then(|text| text.parse().ok());
    match by_ms {
        None => real,
        Some(by_ms) => Surroundings {
            clock: Arc::new(Shifted {
                real: real.clock,
                by_ms,
            }),
            dice: real.dice,
        },
    }
}
