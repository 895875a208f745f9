use super::samples::KAZAKH;
use crate::display_list::Weight;
use crate::fonts::{Face, printable};

#[test]
fn both_faces_draw_every_letter_of_both_languages() {
    let alphabet = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ";
    let signs = "0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz №₸«»„“–—…•·!?()/+@.,:;'\"<>";
    for weight in [Weight::Regular, Weight::Bold] {
        let face = Face::of(weight).unwrap();
        for c in alphabet
            .chars()
            .chain(alphabet.to_lowercase().chars())
            .chain(signs.chars())
            .chain(KAZAKH.chars())
        {
            assert!(face.covers(c), "{c} is missing in {weight:?}");
        }
    }
}

#[test]
fn what_a_face_lacks_is_drawn_as_the_replacement_sign() {
    let face = Face::of(Weight::Regular).unwrap();
    assert_eq!(face.glyph('好'), face.glyph('\u{fffd}'));
    assert!(!face.covers('好'));
}

#[test]
fn nothing_hidden_stays_hidden_on_paper() {
    assert_eq!(
        printable("а\u{202e}б\u{200f}в\u{0}г\u{feff}"),
        "а\u{fffd}б\u{fffd}в\u{fffd}г\u{fffd}"
    );
    assert_eq!(printable("  а \t\r\n б  "), "а б");
    // Decomposed й is one letter again.
    assert_eq!(printable("и\u{306}"), "й");
}
