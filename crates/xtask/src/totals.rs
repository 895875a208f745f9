//! Counting tests from what the runners themselves print. Nothing is counted that no runner said.
//!
//! A test that could not make its fault happen on this machine (no loop mounts, no display) prints a line with the words
//! «not proven here»; its runner counts it as passed, so it is moved to the skipped ones.

use std::ops::AddAssign;

/// The mark of a test that ran but could prove nothing on this machine.
pub const NOT_PROVEN: &str = "not proven here";

/// Tests passed, failed and skipped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl std::fmt::Display for Totals {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

/// Counts while the lines of a runner go by.
#[derive(Debug, Default)]
pub struct Counter {
    closing: Totals,
    not_proven: u64,
}

impl Counter {
    /// Takes in one line of a runner's output.
    pub fn take(&mut self, line: &str) {
        let line = plain(line);
        if line.contains(NOT_PROVEN) {
            self.not_proven += 1;
        }
        if let Some(closing) = libtest(&line).or_else(|| vitest(&line)) {
            self.closing += closing;
        }
    }

    /// The sum of all closing lines seen so far.
    pub fn totals(&self) -> Totals {
        let passed = self.closing.passed.saturating_sub(self.not_proven);
        Totals {
            passed,
            skipped: self.closing.skipped + self.not_proven,
            ..self.closing
        }
    }
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.10s`
fn libtest(line: &str) -> Option<Totals> {
    let rest = line.trim_start().strip_prefix("test result:")?;
    let numbers = rest.split_once(". ").map_or(rest, |(_, after)| after);
    let mut totals = Totals::default();
    for part in numbers.split(';') {
        count(part, &mut totals);
    }
    Some(totals)
}

/// `      Tests  1 failed | 5 passed | 2 skipped (8)`
fn vitest(line: &str) -> Option<Totals> {
    let rest = line.trim_start().strip_prefix("Tests  ")?;
    let mut totals = Totals::default();
    for part in rest.split('|') {
        count(part, &mut totals);
    }
    Some(totals)
}

fn count(part: &str, totals: &mut Totals) {
    let mut words = part.split_whitespace();
    let (Some(number), Some(word)) = (words.next().and_then(|n| n.parse::<u64>().ok()), words.next()) else {
        return;
    };
    match word {
        "passed" => totals.passed += number,
        "failed" => totals.failed += number,
        "ignored" | "skipped" | "todo" => totals.skipped += number,
        _ => {}
    }
}

/// The line without the terminal's colour codes.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut symbols = line.chars();
    while let Some(symbol) = symbols.next() {
        if symbol == '\u{1b}' {
            symbols.by_ref().find(char::is_ascii_alphabetic);
        } else {
            out.push(symbol);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Totals {
        let mut counter = Counter::default();
        text.lines().for_each(|line| counter.take(line));
        counter.totals()
    }

    #[test]
    fn closing_lines_of_cargo_test_are_summed() {
        let text = "running 2 tests\ntest result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.1s\n\
                    test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 9.1s\n";
        assert_eq!(
            of(text),
            Totals {
                passed: 15,
                failed: 2,
                skipped: 1
            }
        );
    }

    #[test]
    fn the_closing_line_of_vitest_is_read_through_its_colours() {
        let text = " Test Files  2 passed (2)\n\u{1b}[2m      Tests \u{1b}[22m \u{1b}[31m1 failed\u{1b}[39m | \u{1b}[32m5 passed\u{1b}[39m (6)\n";
        assert_eq!(
            of(text),
            Totals {
                passed: 5,
                failed: 1,
                skipped: 0
            }
        );
    }

    #[test]
    fn what_could_not_be_proven_here_is_skipped_and_not_passed() {
        let text = "test f02 ... not proven here: no loop mounts\nok\ntest result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(
            of(text),
            Totals {
                passed: 0,
                failed: 0,
                skipped: 1
            }
        );
    }

    #[test]
    fn the_totals_stand_on_one_line_in_the_plain_form() {
        assert_eq!(
            Totals {
                passed: 7,
                failed: 0,
                skipped: 1
            }
            .to_string(),
            "7 passed, 0 failed, 1 skipped"
        );
    }
}
