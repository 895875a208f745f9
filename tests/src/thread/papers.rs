//! What came out of the printers, read back: the receipt's barcode from the very bytes of the port, the roster's text from its PDF.

use std::path::Path;
use std::process::Command;

use super::{Outcome, ThreadError, broken, holds};

/// The letters that no common code page has.
const KAZAKH: &str = "ӘҒҚҢӨҰҮҺІ";

/// The last receipt in the port: as a picture beside it, its 14 digits read by a program of others.
pub(super) fn receipt(port: &Path, picture: &Path, number: &str) -> Outcome {
    let bytes = std::fs::read(port).map_err(|error| ThreadError::File(port.to_owned(), error))?;
    let Some(printed) = qabyldau_paper::escpos::pictures(&bytes).pop() else {
        return holds(
            "a picture came out of the receipt printer",
            false,
            format_args!("{} bytes", bytes.len()),
        );
    };
    let png = printed
        .to_png()
        .map_err(|error| broken("the receipt as a picture", error))?;
    std::fs::write(picture, png).map_err(|error| ThreadError::File(picture.to_owned(), error))?;
    let read = output("zbarimg", &["--quiet", "--raw", &picture.display().to_string()])?;
    holds(
        "the receipt's barcode is the registration number",
        read.trim() == number,
        &read,
    )
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
