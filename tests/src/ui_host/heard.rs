//! How often it was announced that what a window shows may have changed: a count, and whoever waits for the next one.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

/// How long a question waits for a change before it is answered «nothing yet».
const PATIENCE: Duration = Duration::from_secs(20);

/// The count of one program's announcements.
#[derive(Clone)]
pub struct Heard(Arc<watch::Sender<u64>>);

impl Default for Heard {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(0)))
    }
}

impl Heard {
    /// What a core calls when something may have changed.
    pub fn announce(&self) -> Arc<dyn Fn() + Send + Sync> {
        let heard = self.clone();
        Arc::new(move || heard.0.send_modify(|count| *count += 1))
    }

    /// The count, as soon as it differs from what was seen; the same one if nothing comes in time.
    pub(super) async fn after(&self, seen: u64) -> u64 {
        let mut count = self.0.subscribe();
        match tokio::time::timeout(PATIENCE, count.wait_for(|count| *count != seen)).await {
            Ok(Ok(count)) => *count,
            _ => seen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_answered_at_once_if_something_came_and_else_with_the_next_announcement() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap();
        let heard = Heard::default();
        heard.announce()();
        assert_eq!(runtime.block_on(heard.after(0)), 1);
        let announce = heard.announce();
        let next = async { tokio::join!(heard.after(1), async { announce() }).0 };
        assert_eq!(runtime.block_on(next), 2);
    }
}
