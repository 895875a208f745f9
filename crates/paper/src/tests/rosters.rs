use std::collections::{BTreeMap, BTreeSet};

use qabyldau_domain::language::Language;

use super::read_back::{grey, page_png, pages_text, rxing, zbar};
use super::samples::{self, IMPRINT};
use crate::display_list::{Item, Page, Resolution};
use crate::fonts::Face;
use crate::pdf::to_pdf;
use crate::raster::to_raster;
use crate::roster::{Roster, Row};

fn codes(rows: std::ops::Range<usize>) -> BTreeSet<String> {
    rows.map(|index| samples::reception(index).barcode()).collect()
}

fn squeezed(page: &str) -> String {
    page.replace('\u{a0}', " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_roster_of_24_has_head_foot_and_page_numbers_on_every_page() {
    for (language, head, printed) in [
        (
            Language::Kk,
            "Онлайн-қабылдау кестесі",
            "Басып шығарды: Ахметова Г. С., аға қызметкер, 23.11.2026 08:50",
        ),
        (
            Language::Ru,
            "Расписание онлайн-приёма",
            "Напечатано: Ахметова Г. С., старшая смены, 23.11.2026 08:50",
        ),
    ] {
        let roster = samples::roster(language, 24);
        let pdf = to_pdf(&roster.lay_out().unwrap(), IMPRINT).unwrap();
        let pages = pages_text(&pdf);
        assert!(pages.len() > 1);
        for (page, number) in pages.iter().zip(1..) {
            let page = squeezed(page);
            for part in [
                head,
                printed,
                &roster.day,
                &roster.version,
                &roster.branch,
                &format!("{number} / {}", pages.len()),
            ] {
                assert!(page.contains(part), "page {number} lacks {part}: {page}");
            }
        }
        let all = squeezed(&pages.concat());
        for row in &roster.rows {
            let first = row.name.split('-').next().unwrap();
            assert!(all.contains(first) && all.contains(&row.time), "{first} is missing");
        }
    }
}

#[test]
fn zbar_reads_every_row_of_24_from_the_pages() {
    let sheet = samples::roster(Language::Kk, 24).lay_out().unwrap();
    let pdf = to_pdf(&sheet, IMPRINT).unwrap();
    let read: BTreeSet<String> = (1..=sheet.pages.len())
        .flat_map(|page| zbar(&page_png(&pdf, page, "300")))
        .collect();
    assert_eq!(read, codes(0..24));
}

#[test]
fn a_roster_of_1000_is_whole_on_numbered_pages() {
    let sheet = samples::roster(Language::Ru, 1_000).lay_out().unwrap();
    let pages = pages_text(&to_pdf(&sheet, IMPRINT).unwrap());
    assert_eq!(pages.len(), sheet.pages.len());
    let mut digits = String::new();
    for (page, number) in pages.iter().zip(1..) {
        let said = squeezed(page);
        let (head, foot) = ("Расписание онлайн-приёма", format!("стр. {number} / {}", pages.len()));
        assert!(said.contains(head) && said.contains(&foot), "{said}");
        digits.extend(said.chars().filter(|c| !c.is_whitespace()));
    }
    for code in codes(0..1_000) {
        assert!(digits.contains(&code), "{code} does not stand under its bars");
    }
}

#[test]
fn rxing_reads_the_bars_of_every_row_of_1000() {
    let sheet = samples::roster(Language::Kk, 1_000).lay_out().unwrap();
    let mut read = BTreeSet::new();
    for page in &sheet.pages {
        let mut rows: BTreeMap<i32, Vec<Item>> = BTreeMap::new();
        // The last 50 mm of the page, which hold the barcodes.
        let left = page.width - Resolution::Office.dots(500);
        for item in &page.items {
            match *item {
                Item::Rect { x, y, width, height } if height == bars_height() => {
                    let x = x - left;
                    rows.entry(y).or_default().push(Item::Rect { x, y: 0, width, height });
                }
                _ => {}
            }
        }
        for items in rows.into_values() {
            let (width, height) = (page.width - left, bars_height());
            let row = to_raster(&Page { width, height, items }).unwrap();
            read.insert(rxing(width, height, grey(&row)).expect("a barcode"));
        }
    }
    assert_eq!(read, codes(0..1_000));
}

/// Bars of a row are 7 mm high.
fn bars_height() -> i32 {
    Resolution::Office.dots(70)
}

#[test]
fn a_roster_without_a_version_says_so() {
    let roster = Roster {
        version: String::new(),
        ..samples::roster(Language::Ru, 1)
    };
    let text = pages_text(&to_pdf(&roster.lay_out().unwrap(), IMPRINT).unwrap()).concat();
    assert!(text.contains("Версия расписания неизвестна"), "{text}");
}

#[test]
fn no_row_runs_into_the_foot_or_out_of_its_page() {
    let long = Row {
        body: "Өте ұзақ атауы бар басқарма ".repeat(40),
        name: "Ұзақ-".repeat(400),
        ..samples::roster(Language::Kk, 1).rows.remove(0)
    };
    let roster = Roster {
        rows: vec![long; 40],
        ..samples::roster(Language::Kk, 0)
    };
    for page in roster.lay_out().unwrap().pages {
        for item in &page.items {
            match item {
                Item::Text {
                    x,
                    baseline,
                    size,
                    weight,
                    text,
                } => {
                    let right = x + Face::of(*weight).unwrap().width(text, *size);
                    assert!(*x >= 0 && right <= page.width && *baseline < page.height, "{text}");
                }
                Item::Rect { x, y, width, height } => {
                    assert!(*x >= 0 && *y >= 0 && x + width <= page.width && y + height <= page.height);
                }
            }
        }
    }
}

#[test]
fn an_empty_day_says_so_on_one_page() {
    let sheet = samples::roster(Language::Kk, 0).lay_out().unwrap();
    let pages = pages_text(&to_pdf(&sheet, IMPRINT).unwrap());
    assert_eq!(pages.len(), 1);
    let page = squeezed(&pages[0]);
    assert!(
        page.contains("Бұл күнге онлайн-қабылдау жоқ.") && page.contains("1 / 1"),
        "{page}"
    );
}
