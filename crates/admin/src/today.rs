//! Today by this machine's clock, in the one time zone of Kazakhstan (UTC+5 since 1 March 2024).
//!
//! Only for judging documents by hand; the day of a branch is the open day of its ledger.

use chrono::{DateTime, Duration, NaiveDate};
use std::time::{SystemTime, UNIX_EPOCH};

/// The day it is now in Kazakhstan.
pub fn today() -> NaiveDate {
    #[expect(
        clippy::disallowed_methods,
        reason = "the command line is a composition root: nobody hands it a clock"
    )]
    let now = SystemTime::now();
    let seconds = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let utc = i64::try_from(seconds)
        .ok()
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .unwrap_or_default();
    (utc + Duration::hours(5)).date_naive()
}
