//! Watches for the end of an idle term and locks the desk. The rule itself is in `idle`.
//!
//! It looks at the clock on the wall every few seconds, whatever happened to the time between: a timer of ten minutes would stand still while
//! the machine sleeps.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::behind::Behind;

/// How long a desk may stay open beyond its term.
const EVERY: Duration = Duration::from_secs(3);

/// Begins to watch; ends with the program.
pub fn watch(behind: Arc<Behind>) -> std::io::Result<()> {
    let watching = move || {
        loop {
            thread::sleep(EVERY);
            behind.lock_if_idle();
        }
    };
    thread::Builder::new().name("idle".into()).spawn(watching).map(drop)
}
