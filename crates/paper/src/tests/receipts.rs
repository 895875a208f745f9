use qabyldau_domain::language::Language;
use qabyldau_domain::rulepack::AppealKind;

use super::read_back::{grey, page_png, pages_text, png_grey, rxing, zbar};
use super::samples::{self, IMPRINT};
use crate::display_list::{Item, Sheet};
use crate::fonts::Face;
use crate::pdf::to_pdf;
use crate::raster::to_raster;
use crate::receipt::{Receipt, Roll};

const NUMBER: &str = "26051201001238";

fn every_kind() -> impl Iterator<Item = (Language, Roll)> {
    [Language::Kk, Language::Ru]
        .into_iter()
        .flat_map(|language| [Roll::Mm58, Roll::Mm80].map(|roll| (language, roll)))
}

fn texts(sheet: &Sheet) -> Vec<&str> {
    let items = sheet.pages.iter().flat_map(|page| &page.items);
    items
        .filter_map(|item| {
            if let Item::Text { text, .. } = item {
                Some(text.as_str())
            } else {
                None
            }
        })
        .collect()
}

#[test]
fn two_readers_read_the_14_digits_from_the_raster_of_every_roll_and_language() {
    for (language, roll) in every_kind() {
        let sheet = samples::receipt(language).lay_out(roll).unwrap();
        let picture = to_raster(&sheet.pages[0]).unwrap();
        assert_eq!(
            zbar(&picture.to_png().unwrap()),
            [NUMBER.to_owned()].into(),
            "{language:?} {roll:?}"
        );
        let read = rxing(picture.width(), picture.height(), grey(&picture));
        assert_eq!(read.as_deref(), Some(NUMBER), "{language:?} {roll:?}");
    }
}

#[test]
fn two_readers_read_the_14_digits_from_the_pdf_of_every_roll_and_language() {
    for (language, roll) in every_kind() {
        let pdf = to_pdf(&samples::receipt(language).lay_out(roll).unwrap(), IMPRINT).unwrap();
        let png = page_png(&pdf, 1, "203.2");
        assert_eq!(zbar(&png), [NUMBER.to_owned()].into(), "{language:?} {roll:?}");
        let (width, height, grey) = png_grey(&png);
        assert_eq!(
            rxing(width, height, grey).as_deref(),
            Some(NUMBER),
            "{language:?} {roll:?}"
        );
    }
}

#[test]
fn everything_promised_stands_on_the_receipt() {
    for (language, roll) in every_kind() {
        let receipt = samples::receipt(language);
        let text = texts(&receipt.lay_out(roll).unwrap()).join(" ");
        let expected = receipt.expected.as_ref().unwrap();
        let address = receipt.address.as_str();
        for part in [
            &receipt.branch,
            address,
            "26 0512 01 00123 8",
            "22.11.2026",
            "14:07",
            &receipt.addressee,
            &expected.day,
            &expected.source,
            samples::CODE,
            "eotinish.kz",
        ] {
            assert!(
                text.contains(part),
                "{part} is missing on {language:?} {roll:?}: {text}"
            );
        }
    }
}

#[test]
fn the_pdf_of_a_receipt_says_the_same_as_its_display_list() {
    for (language, roll) in every_kind() {
        let sheet = samples::receipt(language).lay_out(roll).unwrap();
        let said = pages_text(&to_pdf(&sheet, IMPRINT).unwrap())
            .concat()
            .replace('\u{a0}', " ");
        let squeezed = said.split_whitespace().collect::<Vec<_>>().join(" ");
        for text in texts(&sheet) {
            let text = text
                .replace('\u{a0}', " ")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            assert!(squeezed.contains(&text), "{text} is missing: {squeezed}");
        }
    }
}

#[test]
fn nothing_stands_outside_the_page_or_over_another_line() {
    for (language, roll) in every_kind() {
        let sheet = Receipt {
            duplicate: 2,
            ..samples::receipt(language)
        }
        .lay_out(roll)
        .unwrap();
        let page = &sheet.pages[0];
        assert_eq!(page.width, roll.dots());
        let mut last_baseline = 0;
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
                    assert!(
                        baseline - size * 3 / 4 >= last_baseline,
                        "{text} touches the line above"
                    );
                    last_baseline = *baseline;
                }
                Item::Rect { x, y, width, height } => {
                    assert!(*x >= 0 && *y >= 0 && x + width <= page.width && y + height <= page.height);
                }
            }
        }
    }
}

#[test]
fn a_second_print_is_marked_in_both_languages_and_may_lack_the_code() {
    let copy = Receipt {
        duplicate: 2,
        secret_code: None,
        ..samples::receipt(Language::Ru)
    };
    let sheet = copy.lay_out(Roll::Mm58).unwrap();
    let said = texts(&sheet);
    assert_eq!(said[0], "ДУБЛИКАТ / КӨШІРМЕ 2");
    assert!(said.join(" ").contains("Секретный код на этой копии не печатается."));
    let first = samples::receipt(Language::Ru).lay_out(Roll::Mm58).unwrap();
    assert!(!texts(&first).join(" ").contains("ДУБЛИКАТ"));
}

#[test]
fn the_secret_code_is_the_largest_text_and_hidden_from_debug_output() {
    for (language, roll) in every_kind() {
        let receipt = samples::receipt(language);
        let sheet = receipt.lay_out(roll).unwrap();
        let largest = sheet.pages[0].items.iter().filter_map(|item| match item {
            Item::Text { size, text, .. } => Some((*size, text.as_str())),
            Item::Rect { .. } => None,
        });
        assert_eq!(largest.max().unwrap().1, samples::CODE);
        assert!(!format!("{receipt:?}").contains("АК72"));
    }
}

#[test]
fn every_kind_of_appeal_has_its_word_and_a_day_that_cannot_be_counted_is_not_invented() {
    for (language, term, day) in [
        (Language::Kk, "Қарау мерзімі Заңнамаға сәйкес", "болжалды"),
        (
            Language::Ru,
            "Срок рассмотрения В соответствии с законодательством",
            "Предположительная",
        ),
    ] {
        for kind in AppealKind::ALL {
            let receipt = Receipt {
                kind,
                expected: None,
                ..samples::receipt(language)
            };
            for roll in [Roll::Mm58, Roll::Mm80] {
                let text = texts(&receipt.lay_out(roll).unwrap()).join(" ").replace('\u{a0}', " ");
                assert!(text.contains(term) && !text.contains(day), "{text}");
            }
        }
    }
}

#[test]
fn hostile_text_neither_breaks_the_sheet_nor_hides() {
    let hostile = format!("\u{0}\u{202e}=cmd|' /C'!A0 <b>{}</b> שלום 好", "ұ".repeat(10_000));
    let receipt = Receipt {
        addressee: hostile,
        ..samples::receipt(Language::Kk)
    };
    let sheet = receipt.lay_out(Roll::Mm58).unwrap();
    assert!(
        sheet.pages[0].height < 3_000,
        "the addressee is cut, not the roll emptied"
    );
    let text = pages_text(&to_pdf(&sheet, IMPRINT).unwrap()).concat();
    assert!(text.contains("\u{fffd}\u{fffd}=cmd|' /C'!A0"), "{text}");
    assert!(zbar(&to_raster(&sheet.pages[0]).unwrap().to_png().unwrap()).contains(NUMBER));
}
