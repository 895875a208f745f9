use super::*;
use proptest::prelude::*;

fn registration(text: &str) -> Result<RegistrationNumber, NumberError> {
    text.parse()
}

#[test]
fn the_vectors_of_the_registration_number_are_read_and_written() {
    for (text, branch, booth, year, number, spoken) in [
        ("26051201001238", "0512", "01", 2026, 123, "26 0512 01 00123 8"),
        ("26051201000015", "0512", "01", 2026, 1, "26 0512 01 00001 5"),
        ("27039902999997", "0399", "02", 2027, 99_999, "27 0399 02 99999 7"),
    ] {
        let (branch, booth) = (branch.parse().unwrap(), booth.parse().unwrap());
        let made = RegistrationNumber::new(branch, booth, year, number).unwrap();
        assert_eq!(made.to_string(), text);
        assert_eq!(registration(text), Ok(made));
        assert_eq!(made.spoken(), spoken);
        assert_eq!(serde_json::to_string(&made).unwrap(), format!("\"{text}\""));
    }
}

#[test]
fn the_entry_number_is_read_and_written_in_its_one_form() {
    let text = "0512-A-2026/000123";
    let number: EntryNumber = text.parse().unwrap();
    assert_eq!(
        (number.branch().value(), number.year(), number.number()),
        (512, 2026, 123)
    );
    assert_eq!(number.desk(), DeskLabel::FIRST);
    assert_eq!(number.to_string(), text);
    assert_eq!(number.spoken(), "0512 A 2026 000 123");
    assert_eq!(
        serde_json::from_str::<EntryNumber>(&format!("\"{text}\"")).unwrap(),
        number
    );
}

#[test]
fn other_forms_of_the_entry_number_are_refused_by_name() {
    for (text, error) in [
        ("0512-А-2026/000123", NumberError::Form), // Cyrillic А
        ("0512-a-2026/000123", NumberError::Form),
        ("0512-A-2026-000123", NumberError::Form),
        ("0512-A-B-2026/000123", NumberError::Form),
        ("512-A-2026/000123", NumberError::Length),
        ("0512-A-2026/123", NumberError::Length),
        ("0512-AAA-2026/000123", NumberError::Length),
        ("0512--2026/000123", NumberError::Length),
        ("0512-A-1999/000123", NumberError::Year),
        ("0512-A-2026/000000", NumberError::Number),
        ("0512-A-2026/+00123", NumberError::Form),
    ] {
        assert_eq!(text.parse::<EntryNumber>(), Err(error), "{text}");
    }
}

#[test]
fn other_forms_of_the_registration_number_are_refused_by_name() {
    for (text, error) in [
        ("2605120100123", NumberError::Length),
        ("260512010012388", NumberError::Length),
        ("2605120100123X", NumberError::Form),
        ("26 512 1001238", NumberError::Form),
        ("26051201001239", NumberError::CheckDigit),
        ("00000000000000", NumberError::Number),
    ] {
        assert_eq!(registration(text), Err(error), "{text}");
    }
    let (branch, booth) = ("0512".parse().unwrap(), "01".parse().unwrap());
    assert_eq!(
        RegistrationNumber::new(branch, booth, 2026, 100_000),
        Err(NumberError::Number)
    );
    assert_eq!(RegistrationNumber::new(branch, booth, 2100, 1), Err(NumberError::Year));
}

#[test]
fn desk_labels_are_given_in_order_and_end_at_zz() {
    let given: Vec<String> = std::iter::successors(Some(DeskLabel::FIRST), |label| label.next())
        .map(|label| label.to_string())
        .collect();
    assert_eq!(given.len(), 702);
    assert_eq!(
        [&given[0], &given[25], &given[26], &given[52], &given[701]],
        ["A", "Z", "AA", "BA", "ZZ"]
    );
    for label in given {
        assert_eq!(label.parse::<DeskLabel>().unwrap().to_string(), label);
    }
}

#[test]
fn the_barcode_of_a_row_has_sixteen_digits_and_leads_back() {
    let reference = ReceptionRef::new("0512".parse().unwrap(), 260_300_017).unwrap();
    assert_eq!(reference.to_string(), "05120260300017");
    let barcode = reference.barcode();
    assert_eq!((barcode.len(), &barcode[..1]), (16, "7"));
    assert_eq!(ReceptionRef::from_barcode(&barcode), Ok(reference));
    assert_eq!(ReceptionRef::from_barcode("26051201001238"), Err(NumberError::Length));
    assert_eq!(
        ReceptionRef::new(reference.branch(), 10_000_000_000),
        Err(NumberError::Number)
    );
}

#[test]
fn sixteen_digits_with_another_mark_are_no_row_even_with_a_right_check_digit() {
    let digits = "805120260300017";
    let barcode = format!("{digits}{}", damm::check_digit(digits));
    assert_eq!(ReceptionRef::from_barcode(&barcode), Err(NumberError::Form));
}

proptest! {
    #[test]
    fn every_registration_number_is_read_back(year in 2000u16..2100, branch in "[0-9]{4}", booth in "[0-9]{2}", number in 1u32..100_000) {
        let made = RegistrationNumber::new(branch.parse().unwrap(), booth.parse().unwrap(), year, number).unwrap();
        prop_assert_eq!(made.to_string().len(), 14);
        prop_assert_eq!(registration(&made.to_string()), Ok(made));
    }

    #[test]
    fn every_entry_number_is_read_back(year in 2000u16..2100, branch in "[0-9]{4}", desk in "[A-Z]{1,2}", number in 1u32..1_000_000) {
        let made = EntryNumber::new(branch.parse().unwrap(), desk.parse().unwrap(), year, number).unwrap();
        prop_assert_eq!(made.to_string().parse(), Ok(made));
    }

    #[test]
    fn damm_notices_every_single_wrong_digit(digits in "[0-9]{1,20}", at in 0usize..21, shift in 1u8..10) {
        let whole = format!("{digits}{}", damm::check_digit(&digits));
        let mut bytes = whole.into_bytes();
        let at = at % bytes.len();
        bytes[at] = b'0' + (bytes[at] - b'0' + shift) % 10;
        prop_assert_ne!(damm::check_digit(&String::from_utf8(bytes).unwrap()), 0);
    }

    #[test]
    fn damm_notices_every_swap_of_neighbours(digits in "[0-9]{1,20}", at in 0usize..20) {
        let whole = format!("{digits}{}", damm::check_digit(&digits));
        let mut bytes = whole.into_bytes();
        let at = at % (bytes.len() - 1);
        prop_assume!(bytes[at] != bytes[at + 1]);
        bytes.swap(at, at + 1);
        prop_assert_ne!(damm::check_digit(&String::from_utf8(bytes).unwrap()), 0);
    }

    #[test]
    fn any_text_is_judged_without_panic(text in "\\PC{0,20}") {
        let _ = registration(&text);
        let _ = text.parse::<EntryNumber>();
        let _ = ReceptionRef::from_barcode(&text);
        let _ = text.parse::<ReceptionRef>();
    }
}
