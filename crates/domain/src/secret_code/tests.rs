use super::*;
use proptest::prelude::*;

const EXAMPLE: &str = "АК72 ТМ49 ХР5ЕК";

#[test]
fn the_example_is_read_in_either_alphabet_any_case_with_spaces_and_dashes() {
    let code: SecretCode = EXAMPLE.parse().unwrap();
    for typed in [
        "AK72 TM49 XP5EK", // Latin
        "ак72тм49хр5ек",
        "ak72-tm49-xp5ek",
        " А К 7 2 – Т М 4 9 — Х Р 5 Е К ",
        "aк72\u{a0}Tм49\tхp5еK", // both alphabets within a word
    ] {
        assert_eq!(typed.parse().as_ref(), Ok(&code), "{typed}");
    }
    assert_eq!(*code.printed(), EXAMPLE);
    assert_eq!(*code.canonical(), EXAMPLE.replace(' ', ""));
}

#[test]
fn what_is_no_code_is_refused_by_name() {
    for (typed, error) in [
        ("", SecretCodeError::Length),
        ("АК72 ТМ49 ХР5Е", SecretCodeError::Length),
        ("АК72 ТМ49 ХР5ЕКК", SecretCodeError::Length),
        ("АК72 ТМ49 ХР5ЕМ", SecretCodeError::CheckSymbol),
        ("АК71 ТМ49 ХР5ЕК", SecretCodeError::Symbol),
        ("ӘК72 ТМ49 ХР5ЕК", SecretCodeError::Symbol),
        ("АК72_ТМ49_ХР5ЕК", SecretCodeError::Symbol),
    ] {
        assert_eq!(typed.parse::<SecretCode>(), Err(error), "{typed}");
    }
}

#[test]
fn every_symbol_is_equally_likely() {
    let mut drawn = [0u32; 19];
    for byte in 0..=255u8 {
        if let Some(code) = SecretCode::from_random(&[byte; SYMBOLS]) {
            drawn[usize::from(code.0[0])] += 1;
        }
    }
    assert_eq!(drawn, [13; 19]);
}

#[test]
fn too_few_usable_bytes_give_no_code() {
    assert_eq!(SecretCode::from_random(&[0; 11]), None);
    assert_eq!(SecretCode::from_random(&[255; 64]), None);
    assert!(SecretCode::from_random(&[[250; 20], [7; 20]].concat()).is_some());
}

#[test]
fn debug_never_shows_the_code() {
    let code: SecretCode = EXAMPLE.parse().unwrap();
    assert_eq!(format!("{code:?}"), "SecretCode(hidden)");
}

proptest! {
    #[test]
    fn every_code_is_read_back_as_printed(bytes in proptest::array::uniform32(0u8..247)) {
        let code = SecretCode::from_random(&bytes).unwrap();
        prop_assert_eq!(code.printed().parse::<SecretCode>(), Ok(code.clone()));
        prop_assert_eq!(code.canonical().chars().count(), 13);
    }

    #[test]
    fn a_wrong_symbol_is_noticed(bytes in proptest::array::uniform32(0u8..247), at in 0usize..13, shift in 1u8..19) {
        let code = SecretCode::from_random(&bytes).unwrap();
        let mut wrong = code.clone();
        wrong.0[at] = (wrong.0[at] + shift) % 19;
        prop_assert_eq!(wrong.canonical().parse::<SecretCode>(), Err(SecretCodeError::CheckSymbol));
    }

    #[test]
    fn two_swapped_symbols_are_noticed(bytes in proptest::array::uniform32(0u8..247), one in 0usize..12, other in 0usize..12) {
        let code = SecretCode::from_random(&bytes).unwrap();
        prop_assume!(code.0[one] != code.0[other]);
        let mut wrong = code.clone();
        wrong.0.swap(one, other);
        prop_assert_eq!(wrong.canonical().parse::<SecretCode>(), Err(SecretCodeError::CheckSymbol));
    }

    #[test]
    fn any_text_is_judged_without_panic(text in "\\PC{0,40}") {
        let _ = text.parse::<SecretCode>();
    }
}
