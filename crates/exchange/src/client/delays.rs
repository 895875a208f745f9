//! The delays between tries, as an iterator: full jitter under a doubling ceiling, from 1 second to 5 minutes.
//!
//! Invariant: no delay is over the ceiling, the ceiling never shrinks until something worked, and dice come from outside.

use std::time::Duration;

use qabyldau_domain::surroundings::Surroundings;
use tokio::sync::Notify;

const FIRST: Duration = Duration::from_secs(1);
const LAST: Duration = Duration::from_secs(5 * 60);

/// The shortest pause before a nudge is heard.
const SOONEST: Duration = Duration::from_secs(1);

/// Waits. With `nudged` (towards a hub) somebody who acts is not kept waiting: a nudge ends the pause, though never before a second is over
/// or the peer's own word. Towards the portal a pause stands, for every hub of the country is behind it.
pub(super) async fn pause(long: Duration, retry_after: Option<Duration>, nudged: Option<&Notify>) {
    let Some(nudged) = nudged else {
        return tokio::time::sleep(long).await;
    };
    let soonest = retry_after.unwrap_or(SOONEST).min(long);
    tokio::time::sleep(soonest).await;
    tokio::select! {
        () = tokio::time::sleep(long - soonest) => {}
        () = nudged.notified() => {}
    }
}

/// An endless iterator of delays.
#[derive(Clone)]
pub struct Delays {
    surroundings: Surroundings,
    ceiling: Duration,
}

impl Delays {
    /// Delays that begin small.
    pub fn new(surroundings: Surroundings) -> Self {
        Self {
            surroundings,
            ceiling: FIRST,
        }
    }

    /// Something worked: begin small again.
    pub fn reset(&mut self) {
        self.ceiling = FIRST;
    }

    /// The longest the next delay can be.
    pub fn ceiling(&self) -> Duration {
        self.ceiling
    }

    /// The next delay, at least as long as the peer asked for (but never longer than the longest delay).
    pub fn after(&mut self, retry_after: Option<Duration>) -> Duration {
        let jittered = self.next().unwrap_or(LAST);
        retry_after.map_or(jittered, |asked| asked.min(LAST).max(jittered))
    }
}

impl Iterator for Delays {
    type Item = Duration;

    fn next(&mut self) -> Option<Duration> {
        let ceiling_ms = u64::try_from(self.ceiling.as_millis()).unwrap_or(u64::MAX);
        // Full jitter: anywhere between nothing and the ceiling, so that peers that failed together do not come back together.
        let thrown = u64::from_be_bytes(self.surroundings.random()) % (ceiling_ms + 1);
        self.ceiling = (self.ceiling * 2).min(LAST);
        Some(Duration::from_millis(thrown))
    }
}
