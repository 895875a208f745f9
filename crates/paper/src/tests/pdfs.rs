use qabyldau_domain::language::Language;

use super::read_back::{fonts, pages_text};
use super::samples::{self, IMPRINT, KAZAKH};
use crate::PaperError;
use crate::display_list::{Page, Resolution, Sheet};
use crate::layout::{Align, Flow, Style};
use crate::pdf::{Imprint, to_pdf};
use crate::receipt::Roll;

fn one_page(set: impl FnOnce(&mut Flow)) -> Sheet {
    let mut flow = Flow::new(20, 1000, 20);
    set(&mut flow);
    let page = Page {
        width: 1200,
        height: 600,
        items: flow.items,
    };
    Sheet {
        resolution: Resolution::Office,
        pages: vec![page],
    }
}

#[test]
fn pdftotext_returns_all_kazakh_letters_in_both_weights() {
    let sheet = one_page(|flow| {
        flow.text(KAZAKH, Style::regular(40), Align::Left).unwrap();
        flow.text(KAZAKH, Style::bold(40), Align::Left).unwrap();
    });
    let text = pages_text(&to_pdf(&sheet, IMPRINT).unwrap()).concat();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, [KAZAKH, KAZAKH]);
}

#[test]
fn equal_sheets_at_an_equal_time_are_equal_bytes() {
    let sheet = samples::receipt(Language::Kk).lay_out(Roll::Mm80).unwrap();
    let first = to_pdf(&sheet, IMPRINT).unwrap();
    assert_eq!(first, to_pdf(&sheet, IMPRINT).unwrap());
    assert_ne!(
        first,
        to_pdf(
            &sheet,
            Imprint {
                created: IMPRINT.created + 1,
                ..IMPRINT
            }
        )
        .unwrap()
    );
    let text = String::from_utf8_lossy(&first);
    assert!(
        text.contains("/CreationDate(D:20261122090700+00'00')"),
        "the given time stands in the file"
    );
}

#[test]
fn different_sheets_get_different_identifiers() {
    let identifier = |pdf: &[u8]| {
        let text = String::from_utf8_lossy(pdf).into_owned();
        text.rsplit_once("/ID[")
            .expect("an identifier")
            .1
            .split_once(']')
            .expect("its end")
            .0
            .to_owned()
    };
    let one = to_pdf(&samples::receipt(Language::Kk).lay_out(Roll::Mm58).unwrap(), IMPRINT).unwrap();
    let other = to_pdf(&samples::receipt(Language::Ru).lay_out(Roll::Mm58).unwrap(), IMPRINT).unwrap();
    assert_ne!(identifier(&one), identifier(&other));
}

#[test]
fn only_the_glyphs_used_are_embedded() {
    let pdf = to_pdf(&samples::receipt(Language::Kk).lay_out(Roll::Mm58).unwrap(), IMPRINT).unwrap();
    assert!(pdf.len() < 60_000, "{} bytes", pdf.len());
    let table = fonts(&pdf);
    let faces: Vec<&str> = table.lines().skip(2).collect();
    assert_eq!(faces.len(), 2, "{table}");
    for face in faces {
        // Columns at the end: emb sub uni object.
        let columns: Vec<&str> = face.split_whitespace().rev().skip(2).take(3).collect();
        assert_eq!(columns, ["yes", "yes", "yes"], "embedded, subset, with Unicode: {face}");
    }
}

#[test]
fn a_time_that_cannot_be_written_is_refused() {
    let sheet = one_page(|_| {});
    let never = Imprint {
        created: i64::MAX,
        ..IMPRINT
    };
    assert!(matches!(to_pdf(&sheet, never), Err(PaperError::CreationTime)));
}
