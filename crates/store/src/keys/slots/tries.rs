//! Wrong passwords: counted before they are judged, slowed down more and more, told to the ledger later.
//!
//! There is no lock-out (the field knows «lock after 5», domain reference § 8.3): it would let anybody lock a colleague out. From the third
//! wrong try on each next one waits, up to five minutes. Invariant: a try is judged only after its count is on disk.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The waits after 0, 1, 2, … wrong tries; never ends, the last wait repeats.
pub fn delays() -> impl Iterator<Item = Duration> {
    const SECONDS: [u64; 7] = [0, 0, 0, 5, 15, 30, 60];
    const THEN: u64 = 300;
    SECONDS
        .into_iter()
        .chain(std::iter::repeat(THEN))
        .map(Duration::from_secs)
}

/// The wait after so many wrong tries.
pub(super) fn delay(failed: u32) -> Duration {
    // Far enough for the last one to repeat; a count of millions need not be walked.
    delays().nth(failed.min(1_000) as usize).unwrap_or_default()
}

/// The tries of one member of staff at this node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tries {
    /// Since the last sign-in.
    pub failed: u32,
    /// Not yet told to the ledger.
    pub untold: u32,
    /// When the last one was counted: UTC milliseconds by the node's clock.
    pub last_ms: i64,
}

impl Tries {
    pub(super) const NONE: Self = Self {
        failed: 0,
        untold: 0,
        last_ms: 0,
    };

    /// How long until the next try is taken.
    pub(super) fn left(&self, now_ms: i64) -> Duration {
        let passed = u64::try_from(now_ms.saturating_sub(self.last_ms)).unwrap_or(0);
        delay(self.failed).saturating_sub(Duration::from_millis(passed))
    }

    /// The clock was set back behind the last try: the wait starts now, lest it last until the clock has caught up.
    pub(super) fn is_ahead_of(&self, now_ms: i64) -> bool {
        self.failed > 0 && now_ms < self.last_ms
    }

    /// One more, not yet judged.
    pub(super) fn count(&mut self, now_ms: i64) {
        self.failed = self.failed.saturating_add(1);
        self.untold = self.untold.saturating_add(1);
        self.last_ms = now_ms;
    }

    /// The counted one was right after all.
    pub(super) fn forgive(&mut self) {
        self.failed = 0;
        self.untold = self.untold.saturating_sub(1);
    }
}
