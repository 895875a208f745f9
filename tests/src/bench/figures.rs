//! Samples and what is said of them: least, median, 95th of a hundred, most; a limit beside what was measured, and whether it holds.

use std::fmt;
use std::io::Write as _;
use std::time::{Duration, Instant};

/// One line on the console.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // A console that is gone is no reason to stop half way.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// Does something and answers how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    let done = work();
    (done, began.elapsed())
}

/// How long something took, many times.
#[derive(Debug, Clone, Default)]
pub struct Samples(Vec<Duration>);

impl Samples {
    /// One more.
    pub fn add(&mut self, took: Duration) {
        self.0.push(took);
    }

    /// All of another's.
    pub fn extend(&mut self, other: &Self) {
        self.0.extend(&other.0);
    }

    /// The value that `per_cent` of a hundred do not exceed, in milliseconds (nearest rank).
    pub fn rank(&self, per_cent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * per_cent).div_ceil(100).saturating_sub(1);
        sorted.get(place).map_or(f64::NAN, |took| took.as_secs_f64() * 1000.0)
    }

    /// The median, in milliseconds.
    pub fn p50(&self) -> f64 {
        self.rank(50)
    }

    /// The 95th of a hundred, in milliseconds.
    pub fn p95(&self) -> f64 {
        self.rank(95)
    }
}

impl fmt::Display for Samples {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "min {:7.3}  p50 {:7.3}  p95 {:7.3}  max {:7.3} ms  ({} times)",
            self.rank(0),
            self.p50(),
            self.p95(),
            self.rank(100),
            self.0.len()
        )
    }
}

/// What is aimed at.
#[derive(Debug, Clone, Copy)]
pub enum Limit {
    /// Not more than.
    AtMost(f64),
    /// Not less than.
    AtLeast(f64),
}

impl Limit {
    /// Does a measured value keep it? What could not be measured keeps nothing.
    pub fn holds(self, measured: f64) -> bool {
        match self {
            Self::AtMost(most) => measured <= most,
            Self::AtLeast(least) => measured >= least,
        }
    }

    /// Says it.
    pub fn judge(self, what: &str, measured: f64, unit: &str) {
        let (sign, bound) = match self {
            Self::AtMost(most) => ('≤', most),
            Self::AtLeast(least) => ('≥', least),
        };
        let word = if self.holds(measured) { "holds" } else { "DOES NOT HOLD" };
        let digits = if bound >= 1000.0 { 0 } else { 2 };
        say(&format!(
            "{what}: {measured:.digits$}{unit} (limit {sign} {bound}{unit}): {word}"
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_the_nearest_ones() {
        let mut samples = Samples::default();
        (1..=20).rev().for_each(|ms| samples.add(Duration::from_millis(ms)));
        let ranks = [0, 50, 95, 100].map(|per_cent| samples.rank(per_cent).round());
        assert_eq!(ranks, [1.0, 10.0, 19.0, 20.0]);
        assert!(Samples::default().p50().is_nan());
    }

    #[test]
    fn a_limit_holds_at_its_bound_and_never_for_what_was_not_measured() {
        assert!(Limit::AtMost(1.5).holds(1.5) && !Limit::AtMost(1.5).holds(1.51));
        assert!(Limit::AtLeast(2.0).holds(2.0) && !Limit::AtLeast(2.0).holds(1.9));
        assert!(!Limit::AtMost(1.5).holds(f64::NAN) && !Limit::AtLeast(1.5).holds(f64::NAN));
    }
}
