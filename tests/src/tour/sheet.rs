//! `tour.md`: what was seen, how long it took, what lies beside it.

use std::fmt::Write as _;
use std::time::Duration;

use super::album::Album;
use super::guest::Guests;

/// What is told.
pub(super) struct Told<'a> {
    pub(super) guests: &'a Guests,
    pub(super) album: &'a Album,
    pub(super) receipts: &'a [String],
    pub(super) facts: &'a [(String, usize)],
    /// Until portal, hub and desk B ran.
    pub(super) begun: Duration,
    pub(super) whole: Duration,
}

/// The text.
pub(super) fn write(told: &Told<'_>) -> String {
    let mut text = String::from("# The tour\n\n");
    let _ = written(&mut text, told);
    text
}

fn written(text: &mut String, told: &Told<'_>) -> std::fmt::Result {
    writeln!(
        text,
        "`TOUR_SEED={}` brings the same people again. Everybody here is invented.\n",
        told.guests.seed
    )?;
    writeln!(text, "| step | what is seen | seconds |\n| --- | --- | ---: |")?;
    writeln!(
        text,
        "| – | portal, hub and desk B run | {:.1} |",
        told.begun.as_secs_f64()
    )?;
    for step in told.album.steps() {
        writeln!(
            text,
            "| {} | {} | {:.1} |",
            step.name,
            step.seen,
            step.took.as_secs_f64()
        )?;
    }
    writeln!(text, "| – | the whole tour | {:.1} |\n", told.whole.as_secs_f64())?;
    writeln!(
        text,
        "The day is opened once, so `02-opening.ru` was taken in the Kazakh walk, by F9.\n\n## Scans\n\nFrom the release of the Enter that ends a scan to what it opens, measured inside the page; the pause that tells a scanner from a person (120 ms) is in it.\n"
    )?;
    writeln!(text, "| scan | ms |\n| --- | ---: |")?;
    for (what, ms) in told.album.scans() {
        writeln!(text, "| {what} | {ms:.0} |")?;
    }
    writeln!(text, "\n## Papers\n")?;
    for name in told.receipts {
        writeln!(
            text,
            "* `{name}.png`: the receipt, from the very bytes that went to the booth's printer port (`receipts.escpos`); `{name}.pdf`: that same picture on a page of its size, dot for dot. Its barcode was read back by zbar."
        )?;
    }
    writeln!(
        text,
        "* `roster.pdf`, `roster.ru.pdf`: the day's roster as the desk printed it in each walk; the CSV beside them is what the portal was given."
    )?;
    writeln!(text, "\n## Facts\n\nOne fact a line, its body as plain JSON.\n")?;
    for (name, count) in told.facts {
        writeln!(text, "* `{name}`: {count}")?;
    }
    Ok(())
}
