//! The table at the end, and its totals.

use std::time::Duration;

use super::patch::Patch;
use super::trial::Verdict;
use crate::totals::Totals;

/// One patch and what became of it.
pub struct Row<'a> {
    pub patch: &'a Patch,
    pub verdict: Verdict,
    /// How long it took to compile and to run.
    pub took: Duration,
}

/// One line a patch, then the time of all and the totals.
pub fn table(rows: &[Row], all: Duration) -> String {
    let wide = |cell: fn(&Row) -> usize| rows.iter().map(cell).max().unwrap_or(0);
    let (breaks, test) = (
        wide(|row| row.patch.breaks.chars().count()),
        wide(|row| row.patch.test.chars().count()),
    );
    let mut text = String::new();
    let mut totals = Totals::default();
    for Row { patch, verdict, took } in rows {
        match verdict {
            Verdict::Red => totals.passed += 1,
            Verdict::NotProvenHere => totals.skipped += 1,
            _ => totals.failed += 1,
        }
        text.push_str(&format!(
            "{}  {:<breaks$}  {:<test$}  {:>6.1} s  {}\n",
            patch.line(),
            patch.breaks,
            patch.test,
            took.as_secs_f64(),
            words(*verdict)
        ));
    }
    text.push_str(&format!(
        "{:.0} s together, with the tests as the code stands\n\n{totals}\n",
        all.as_secs_f64()
    ));
    text
}

fn words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Red => "red, as it must be",
        Verdict::Green => "STAYS GREEN: the test proves nothing",
        Verdict::NotProvenHere => "not proven here",
        Verdict::RedUnpatched => "RED OR NOT BUILT AS THE CODE STANDS",
        Verdict::NoSuchTest => "NO SUCH TEST",
        Verdict::DoesNotApply => "THE PATCH NO LONGER FITS",
        Verdict::DoesNotCompile => "DOES NOT COMPILE: a compiler is no test",
        Verdict::Hangs => "HANGS",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_of_each_line_what_is_taken_out_and_closes_with_totals() {
        let patch = Patch {
            name: "f04_fsync".into(),
            path: "f04_fsync.patch".into(),
            package: "qabyldau-store".into(),
            test: "f04_errors".into(),
            breaks: "errors of fsync are passed over".into(),
        };
        let rows = [
            Row {
                patch: &patch,
                verdict: Verdict::Red,
                took: Duration::from_millis(61_440),
            },
            Row {
                patch: &patch,
                verdict: Verdict::Green,
                took: Duration::from_millis(3_200),
            },
        ];
        assert_eq!(
            table(&rows, Duration::from_secs(90)),
            "F04  errors of fsync are passed over  f04_errors    61.4 s  red, as it must be\n\
             F04  errors of fsync are passed over  f04_errors     3.2 s  STAYS GREEN: the test proves nothing\n\
             90 s together, with the tests as the code stands\n\n\
             1 passed, 1 failed, 0 skipped\n"
        );
    }
}
