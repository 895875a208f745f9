use qabyldau_domain::language::Language;

use super::read_back::{page_png, png_grey};
use super::samples::{self, IMPRINT};
use crate::PaperError;
use crate::display_list::{Item, Page, Resolution, Weight};
use crate::pdf::to_pdf;
use crate::raster::{Bitmap, to_raster};
use crate::receipt::Roll;

/// A page of one line.
fn line(text: &str, size: i32, weight: Weight) -> Bitmap {
    let (x, baseline, text) = (10, size + 10, text.to_owned());
    let items = vec![Item::Text {
        x,
        baseline,
        size,
        weight,
        text,
    }];
    to_raster(&Page {
        width: 400,
        height: 2 * size + 20,
        items,
    })
    .expect("a picture")
}

fn black(picture: &Bitmap) -> usize {
    picture.bytes().iter().map(|byte| byte.count_ones() as usize).sum()
}

#[test]
fn kazakh_letters_stay_apart_from_their_neighbours_in_the_smallest_letters() {
    let pairs = [
        "ғг", "қк", "ңн", "өо", "ұү", "үу", "әе", "ҒГ", "ҚК", "ҢН", "ӨО", "ҰҮ", "ҮУ", "ӘЭ",
    ];
    for weight in [Weight::Regular, Weight::Bold] {
        for pair in pairs {
            let letters: Vec<Bitmap> = pair.chars().map(|c| line(&c.to_string(), 21, weight)).collect();
            let (one, other) = (letters[0].bytes(), letters[1].bytes());
            let differ: u32 = one.iter().zip(other).map(|(a, b)| (a ^ b).count_ones()).sum();
            assert!(differ >= 4, "{pair} differ in {differ} dots only, {weight:?}");
        }
    }
}

#[test]
fn bold_is_darker_and_an_empty_line_is_white() {
    let text = "Құпия код";
    assert!(black(&line(text, 24, Weight::Bold)) * 10 > black(&line(text, 24, Weight::Regular)) * 12);
    assert_eq!(black(&line("\u{a0} ", 24, Weight::Bold)), 0);
}

#[test]
fn raster_and_pdf_draw_the_same_sheet() {
    for (language, roll) in [(Language::Kk, Roll::Mm58), (Language::Ru, Roll::Mm80)] {
        let sheet = samples::receipt(language).lay_out(roll).unwrap();
        let raster = to_raster(&sheet.pages[0]).unwrap();
        let (width, height, grey) = png_grey(&page_png(&to_pdf(&sheet, IMPRINT).unwrap(), 1, "203.2"));
        assert!(
            (width - raster.width()).abs() <= 1 && (height - raster.height()).abs() <= 1,
            "{width} × {height}"
        );
        let dark = |x: i32, y: i32, than: u8| {
            let inside = (0..width).contains(&x) && (0..height).contains(&y);
            inside && grey[usize::try_from(y * width + x).unwrap()] < than
        };
        let near = |x: i32, y: i32, black: &dyn Fn(i32, i32) -> bool| {
            (-2..=2).any(|dy| (-2..=2).any(|dx| black(x + dx, y + dy)))
        };
        let (mut here, mut there, mut lost, mut new) = (0, 0, 0, 0);
        for y in 0..height {
            for x in 0..width {
                if raster.black(x, y) {
                    here += 1;
                    new += i32::from(!near(x, y, &|x, y| dark(x, y, 160)));
                }
                if dark(x, y, 96) {
                    there += 1;
                    lost += i32::from(!near(x, y, &|x, y| raster.black(x, y)));
                }
            }
        }
        assert!(here > 10_000 && there > 10_000, "{here}, {there}");
        assert!(
            lost * 500 < there && new * 500 < here,
            "{lost} of {there} lost, {new} of {here} new"
        );
        assert!((here - there).abs() * 5 < there, "equally dark: {here} and {there}");
    }
}

#[test]
fn what_reaches_out_of_the_page_is_cut_and_a_page_without_area_is_refused() {
    let items = vec![Item::Rect {
        x: -5,
        y: -5,
        width: 10,
        height: 400,
    }];
    let page = Page {
        width: 20,
        height: 20,
        items,
    };
    assert_eq!(black(&to_raster(&page).unwrap()), 5 * 20);
    for (width, height) in [(0, 10), (10, 0), (-1, 10), (1 << 20, 1 << 20)] {
        let page = Page {
            width,
            height,
            items: Vec::new(),
        };
        assert!(matches!(to_raster(&page), Err(PaperError::PageSize { .. })));
    }
}

#[test]
fn a_picture_as_a_sheet_is_the_same_picture_dot_for_dot() {
    let sheet = samples::receipt(Language::Kk).lay_out(Roll::Mm80).unwrap();
    let picture = to_raster(&sheet.pages[0]).unwrap();
    let again = Bitmap::of_rows(picture.stride(), picture.bytes()).unwrap();
    assert_eq!(again, picture);
    let drawn = again.to_sheet(Resolution::Thermal);
    assert_eq!(drawn, picture.to_sheet(Resolution::Thermal));
    assert_eq!(to_raster(&drawn.pages[0]).unwrap(), picture);
    assert!(to_pdf(&drawn, IMPRINT).unwrap().starts_with(b"%PDF"));
    for (stride, rows) in [(0, &[1_u8][..]), (2, &[1]), (2, &[])] {
        assert!(matches!(
            Bitmap::of_rows(stride, rows),
            Err(PaperError::PageSize { .. })
        ));
    }
}
