//! The real clock and the real dice. Programs take them here, once, at their start; nothing else reads a clock.

use std::sync::Arc;

use qabyldau_domain::fact::Instant;
use qabyldau_domain::surroundings::{Clock, Dice, Surroundings};

/// The system's clock with the system's offset.
struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one real clock")]
    fn now(&self) -> Instant {
        let now = chrono::Local::now();
        Instant {
            utc_ms: now.timestamp_millis(),
            offset_min: i16::try_from(now.offset().local_minus_utc() / 60).unwrap_or_default(),
        }
    }
}

/// The dice of the operating system.
struct SystemDice;

impl Dice for SystemDice {
    #[expect(clippy::disallowed_methods, reason = "these are the one real dice")]
    fn fill(&self, bytes: &mut [u8]) {
        // Without randomness there are no keys and no salt: to go on would be worse than to stop.
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// The surroundings of a program that really runs.
pub fn real() -> Surroundings {
    Surroundings {
        clock: Arc::new(SystemClock),
        dice: Arc::new(SystemDice),
    }
}
