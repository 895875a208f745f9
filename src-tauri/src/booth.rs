//! A booth comes up by itself: it is tried until it opens, and until then every question is refused by the reason it does not.
//!
//! Nobody stands at a booth to start it again: its database may just be in an administrator's hands, its printer's place unknown for a moment.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use qabyldau_window::{Announce, Answer, Refusal, Stand, StandParts, Surroundings, Window};
use serde_json::Value;

use crate::arguments::BoothWindow;
use crate::outside;

/// The pause between two tries.
const PAUSE: Duration = Duration::from_secs(5);

/// A booth, open or not yet.
pub struct Booth(Arc<Mutex<Result<Arc<Stand>, Refusal>>>);

impl Booth {
    /// Begins to open the booth whose data lie in this folder.
    pub fn stand(
        folder: &Path,
        window: &BoothWindow,
        surroundings: Surroundings,
        announce: Announce,
    ) -> std::io::Result<Self> {
        let standing = Arc::new(Mutex::new(Err(Refusal::new("booth-not-standing"))));
        let (folder, kept, receipts, synthetic) = (
            folder.to_owned(),
            Arc::clone(&standing),
            window.receipts.clone(),
            window.synthetic_camera,
        );
        let open = move || {
            loop {
                let parts = StandParts {
                    device: outside::of_the_machine(&folder),
                    surroundings: surroundings.clone(),
                    receipts: receipts.clone(),
                    synthetic,
                    announce: Arc::clone(&announce),
                };
                let opened = Stand::open(&folder, parts).map(Arc::new);
                let done = opened.is_ok();
                *standing_of(&kept) = opened;
                announce();
                if done {
                    return;
                }
                thread::sleep(PAUSE);
            }
        };
        thread::Builder::new().name("booth".into()).spawn(open)?;
        Ok(Self(standing))
    }

    /// Answers a question of the booth's window, or refuses it.
    pub fn ask(&self, window: Window, command: &str, values: Value) -> Result<Answer, Refusal> {
        if window != Window::Booth {
            return Err(Refusal::new("question-not-allowed"));
        }
        let stand = standing_of(&self.0).clone()?;
        stand.ask(command, values)
    }

    /// Ends it in order: its thread, its exchange. What was being recorded is found again at the next start, as after a power cut.
    pub fn end(&self) {
        *standing_of(&self.0) = Err(Refusal::new("booth-not-standing"));
    }
}

fn standing_of(standing: &Mutex<Result<Arc<Stand>, Refusal>>) -> MutexGuard<'_, Result<Arc<Stand>, Refusal>> {
    standing.lock().unwrap_or_else(PoisonError::into_inner)
}
