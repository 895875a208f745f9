//! The papers of the tour: receipts from the very bytes of the printer's port, the roster from the desk's prints.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use qabyldau_domain::language::Language;
use qabyldau_paper::display_list::Resolution;
use qabyldau_paper::escpos;
use qabyldau_paper::pdf::{Imprint, to_pdf};

use super::album::Album;
use super::{TourError, Toured, port};
use crate::demonstration::Demonstration;

/// The PDFs that lie in the folder.
pub(super) fn prints(folder: &Path) -> Toured<BTreeSet<PathBuf>> {
    let file = |error| TourError::File(folder.to_owned(), error);
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).map_err(file)? {
        let path = entry.map_err(file)?.path();
        if path.extension().is_some_and(|end| end == "pdf") {
            found.insert(path);
        }
    }
    Ok(found)
}

/// Gives the roster that was just printed its name.
pub(super) fn roster(folder: &Path, before: &BTreeSet<PathBuf>, language: Language) -> Toured {
    let after = prints(folder)?;
    let none = || TourError::Wrong("the roster was printed, but no PDF of it was kept".into());
    let printed = after.difference(before).next().ok_or_else(none)?;
    let name = format!("roster{}.pdf", ending(language));
    std::fs::rename(printed, folder.join(name)).map_err(|error| TourError::File(printed.clone(), error))
}

/// The receipt of each language as a picture and as a PDF of that same picture; answers their names.
pub(super) fn receipts(folder: &Path, demonstration: &Demonstration, album: &Album) -> Toured<Vec<String>> {
    let file = port(demonstration.places());
    let bytes = std::fs::read(&file).map_err(|error| TourError::File(file, error))?;
    let printed = escpos::pictures(&bytes);
    let languages = [Language::Kk, Language::Ru];
    if printed.len() != languages.len() {
        return Err(TourError::Wrong(format!(
            "two receipts should have come out of the port, and {} did",
            printed.len()
        )));
    }
    let mut names = Vec::new();
    for (picture, language) in printed.iter().zip(languages) {
        let wrong = |error: qabyldau_paper::PaperError| TourError::Wrong(format!("the receipt: {error}"));
        let imprint = Imprint {
            title: "Receipt",
            created: demonstration.now().utc_ms / 1000,
        };
        let pdf = to_pdf(&picture.to_sheet(Resolution::Thermal), imprint).map_err(wrong)?;
        let name = format!("receipt{}", ending(language));
        for (end, bytes) in [("png", picture.to_png().map_err(wrong)?), ("pdf", pdf)] {
            let file = folder.join(format!("{name}.{end}"));
            std::fs::write(&file, bytes).map_err(|error| TourError::File(file, error))?;
        }
        holds_its_number(&folder.join(format!("{name}.png")), album.number(language))?;
        names.push(name);
    }
    Ok(names)
}

/// The barcode on the paper is the number that stood on the booth's screen, says a program of others.
fn holds_its_number(picture: &Path, number: Option<&str>) -> Toured {
    let read = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(picture).output();
    let read = read.map_err(|error| TourError::File("zbarimg".into(), error))?;
    let read = String::from_utf8_lossy(&read.stdout).trim().to_owned();
    if number == Some(read.as_str()) {
        return Ok(());
    }
    let shown = number.unwrap_or("nothing");
    Err(TourError::Wrong(format!(
        "the receipt says {read}, the booth showed {shown}"
    )))
}

/// The Kazakh walk's papers have the plain names.
const fn ending(language: Language) -> &'static str {
    match language {
        Language::Kk => "",
        Language::Ru => ".ru",
    }
}
