//! What came out of the printers, read back: the receipt's barcode from the very bytes of the port, the roster's text from its PDF.

use std::path::Path;
use std::process::Command;

use super::{Outcome, ThreadError, holds};

/// The letters that no common code page has.
const KAZAKH: &str = "ӘҒҚҢӨҰҮҺІ";

/// The last receipt in the port: as a picture beside it, its 14 digits read by a program of others.
pub(super) fn receipt(port: &Path, picture: &Path, number: &str) -> Outcome {
    let bytes = std::fs::read(port).map_err(|error| ThreadError::File(port.to_owned(), error))?;
    let (width, rows) = last_picture(&bytes);
    holds(
        "a picture came out of the receipt printer",
        width > 0 && !rows.is_empty(),
        format_args!("{} bytes", bytes.len()),
    )?;
    let mut pbm = format!("P4\n{} {}\n", width * 8, rows.len() / width).into_bytes();
    pbm.extend_from_slice(&rows);
    std::fs::write(picture, pbm).map_err(|error| ThreadError::File(picture.to_owned(), error))?;
    let read = output("zbarimg", &["--quiet", "--raw", &picture.display().to_string()])?;
    holds(
        "the receipt's barcode is the registration number",
        read.trim() == number,
        &read,
    )
}

/// The bands of the last reset-to-reset print job: bytes a row, and the rows.
fn last_picture(bytes: &[u8]) -> (usize, Vec<u8>) {
    let start = bytes
        .windows(2)
        .rposition(|two| two == [0x1b, b'@'])
        .unwrap_or_default();
    let (mut width, mut rows, mut at) = (0, Vec::new(), start);
    while let Some(head) = bytes.get(at..at + 8) {
        if head[..3] != [0x1d, b'v', b'0'] {
            at += 1;
            continue;
        }
        width = usize::from(head[4]) | usize::from(head[5]) << 8;
        let height = usize::from(head[6]) | usize::from(head[7]) << 8;
        let band = bytes.get(at + 8..at + 8 + width * height).unwrap_or_default();
        rows.extend_from_slice(band);
        at += 8 + width * height;
    }
    (width, rows)
}

/// The roster: every reception of the day, the pages counted, Kazakh letters whole.
pub(super) fn roster(pdf: &Path, surnames: &[String]) -> Outcome {
    let text = output("pdftotext", &["-layout", &pdf.display().to_string(), "-"])?;
    for surname in surnames {
        // A double name may go over two lines.
        let named = surname.split('-').all(|part| text.contains(part));
        holds("every reception stands in the roster", named, surname)?;
    }
    let pages = text.matches('\u{c}').count();
    for page in 1..=pages {
        holds(
            "every page is counted",
            text.contains(&format!("{page} / {pages}")),
            format_args!("page {page} of {pages}"),
        )?;
    }
    let upper = text.to_uppercase();
    let missing: String = KAZAKH.chars().filter(|letter| !upper.contains(*letter)).collect();
    holds(
        "the text comes back with all Kazakh letters",
        missing.is_empty(),
        missing,
    )
}

fn output(program: &str, arguments: &[&str]) -> Outcome<String> {
    let output = Command::new(program).args(arguments).output();
    let output = output.map_err(|error| ThreadError::File(program.into(), error))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
