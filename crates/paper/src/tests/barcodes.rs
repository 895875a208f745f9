use crate::PaperError;
use crate::barcode::{Barcode, Digits, QUIET_MODULES};
use crate::display_list::Item;

fn digits(text: &str) -> Digits {
    Digits::new(text).expect("digits")
}

#[test]
fn only_an_even_number_of_digits_becomes_a_barcode() {
    for wrong in ["", "1", "123", "12a4", "１２", "12 34", "-123"] {
        assert!(
            matches!(Digits::new(wrong), Err(PaperError::BarcodeDigits)),
            "{wrong:?}"
        );
    }
}

#[test]
fn digits_are_grouped_by_spaces_only() {
    let number = digits("26051201001238");
    assert_eq!(number.grouped(&[2, 4, 2, 5, 1]), "26 0512 01 00123 8");
    assert_eq!(number.grouped(&[4, 4]), "2605 1201 001238");
    assert_eq!(number.grouped(&[20, 20]), "26051201001238");
}

#[test]
fn fourteen_digits_take_112_modules_and_two_quiet_zones() {
    // Start, seven pairs and check of 11 modules each, stop of 13.
    assert_eq!(
        Barcode::new(&digits("26051201001238")).unwrap().modules(),
        9 * 11 + 13 + 2 * QUIET_MODULES
    );
}

#[test]
fn bars_are_whole_modules_inside_their_quiet_zones() {
    let code = Barcode::new(&digits("26051201001238")).unwrap();
    let module = 3;
    let (first, last) = (
        5 + QUIET_MODULES * module,
        5 + (code.modules() - QUIET_MODULES) * module,
    );
    let bars: Vec<Item> = code.bars(5, 7, module, 40).collect();
    // Code 128: three bars in each symbol, four in stop.
    assert_eq!(bars.len(), 9 * 3 + 4);
    for (index, bar) in bars.iter().enumerate() {
        let Item::Rect {
            x,
            y: 7,
            width,
            height: 40,
        } = bar
        else {
            panic!("not a bar: {bar:?}")
        };
        assert!((width % module, (x - first) % module) == (0, 0));
        assert!(*x >= first && x + width <= last);
        assert!(index > 0 || *x == first);
        assert!(index + 1 < bars.len() || x + width == last);
    }
}

#[test]
fn a_code_too_wide_for_its_place_is_refused_by_size() {
    let code = Barcode::new(&digits("26051201001238")).unwrap();
    assert_eq!(code.module_width(384, 2, 4).unwrap(), 2);
    assert_eq!(code.module_width(576, 2, 3).unwrap(), 3);
    assert!(matches!(
        code.module_width(263, 2, 4),
        Err(PaperError::BarcodeWidth {
            modules: 132,
            width: 263
        })
    ));
}
