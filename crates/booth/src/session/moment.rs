//! A count of milliseconds that only grows, whatever the machine's clock does.

use qabyldau_domain::fact::Instant;

/// However far the clock jumps between two ticks, so much counts at most.
const STEP_MS: i64 = 2_000;

#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    ms: u64,
    clock: i64,
}

impl Moment {
    pub(super) fn begin(now: Instant) -> Self {
        Self {
            ms: 0,
            clock: now.utc_ms,
        }
    }

    pub(super) fn advance(&mut self, now: Instant) {
        let step = now.utc_ms.saturating_sub(self.clock).clamp(0, STEP_MS);
        self.ms += u64::try_from(step).unwrap_or_default();
        self.clock = now.utc_ms;
    }

    pub(super) fn ms(self) -> u64 {
        self.ms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f22_a_clock_that_jumps_neither_holds_a_session_nor_keeps_it_for_ever() {
        let at = |utc_ms| Instant {
            utc_ms,
            offset_min: 300,
        };
        let mut moment = Moment::begin(at(1_000));
        for (clock, counted) in [
            (1_500, 500),
            (90_000_000_000, 2_500),
            (0, 2_500),
            (300, 2_800),
            (i64::MIN, 2_800),
        ] {
            moment.advance(at(clock));
            assert_eq!(moment.ms(), counted, "{clock}");
        }
    }
}
