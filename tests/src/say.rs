//! What a test tells besides passing: its figures, or that its fault cannot be made on this machine.
//!
//! The runner keeps back what a passing test prints with `println!`; these lines go past it, because the closing totals count them
//! and a person wants the seed.

use std::io::Write as _;

/// One line of figures.
pub fn figures(line: &str) {
    past_the_runner(line);
}

/// Says that a line of faults could not be made on this machine; whoever counts takes the test as skipped.
pub fn not_proven(line: &str, why: &str) {
    past_the_runner(&format!("{line} not proven here: {why}"));
}

fn past_the_runner(line: &str) {
    // One write, so that no other thread's words stand inside. A console that is gone is no reason to fail.
    let _ = std::io::stderr().write_all(format!("\n{line}\n").as_bytes());
}
