use super::check_digit::check_digit;
use super::*;
use crate::iin::Sex;
use ::mrz as independent;
use chrono::NaiveDate;
use proptest::prelude::*;
use serde::Deserialize;

const VECTORS: &str = include_str!("../../tests-data/iin-and-mrz.json");

const CARD: &str = "IDKAZ0123456784680503200911<<<|6805034F3001019KAZ<<<<<<<<<<<5|SYNTHETIC<<TEST<<<<<<<<<<<<<<<";
const PASSPORT: &str = "P<KAZSYNTHETIC<<TEST<SAMPLE<<<<<<<<<<<<<<<<<|N012345679KAZ6805034M3001019680503100001<<26";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day in a table of this module")
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

#[derive(Deserialize)]
struct Vectors {
    mrz: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    r#type: String,
    lines: Vec<String>,
}

#[test]
fn the_vectors_are_valid_zones_of_their_format() {
    let vectors: Vectors = serde_json::from_str(VECTORS).unwrap();
    assert_eq!(vectors.mrz.len(), 3);
    for Vector { r#type, lines } in vectors.mrz {
        let zone = Zone::read(&lines.join("|")).unwrap();
        assert_eq!(zone.errors, [], "{}", r#type);
        assert!(r#type.starts_with(zone.format.code()), "{}", r#type);
        assert_eq!(zone.iin.is_none(), r#type.contains("without IIN"), "{}", r#type);
    }
}

#[test]
fn a_card_is_read_field_by_field() {
    let zone = Zone::read(CARD).unwrap();
    assert_eq!(
        (zone.format, zone.document_code.as_str(), zone.issuer.as_str()),
        (Format::Td1, "ID", "KAZ")
    );
    assert_eq!((zone.number.as_str(), zone.nationality.as_str()), ("012345678", "KAZ"));
    assert_eq!(zone.iin.unwrap().as_str(), "680503200911");
    assert_eq!(
        (zone.surname.as_str(), zone.given.as_str(), zone.sex),
        ("SYNTHETIC", "TEST", Some(Sex::Female))
    );
    assert_eq!(zone.birth.as_birth(today()), Some(day("1968-05-03")));
    assert_eq!(zone.expiry.as_expiry(today()), Some(day("2030-01-01")));
    // The number names the 1800s: such a number belongs to nobody alive, and only warns.
    assert_eq!(zone.warnings(today()), [ZoneWarning::IinCentury]);
}

#[test]
fn a_passport_is_read_field_by_field_with_or_without_iin() {
    let zone = Zone::read(PASSPORT).unwrap();
    assert_eq!(
        (zone.format, zone.document_code.as_str(), zone.number.as_str()),
        (Format::Td3, "P", "N01234567")
    );
    assert_eq!(
        (zone.surname.as_str(), zone.given.as_str()),
        ("SYNTHETIC", "TEST SAMPLE")
    );
    assert_eq!(zone.iin.unwrap().as_str(), "680503100001");
    let made_up = "IDKAZ0412365878880412401006<<<|8804123F3104116KAZ<<<<<<<<<<<2|SEIDAKHMETOVA<<MADINA<<<<<<<<<";
    let card = Zone::read(made_up).unwrap();
    assert!(card.is_valid() && card.warnings(today()).is_empty());
}

#[test]
fn lines_may_come_with_any_ending_or_in_one_piece() {
    for (zone, format) in [(CARD, Format::Td1), (PASSPORT, Format::Td3)] {
        let expected = Zone::read(zone).unwrap();
        assert_eq!(expected.format, format);
        for sent in [
            zone.replace('|', "\r\n"),
            zone.replace('|', "\n") + "\n",
            zone.replace('|', "\r") + "\r",
            zone.replace('|', "| "),
            zone.replace('|', ""),
        ] {
            assert_eq!(Zone::read(&sent).unwrap(), expected, "{sent:?}");
        }
    }
}

#[test]
fn what_is_no_zone_is_refused_by_name() {
    for (text, error) in [
        ("", Unreadable::Shape),
        ("680503100001", Unreadable::Shape),
        (&CARD[..89], Unreadable::Shape),
        (&CARD.replace('|', "<"), Unreadable::Shape),
        (&CARD.replace("SYN", "СИН"), Unreadable::Characters),
        (&CARD.to_lowercase(), Unreadable::Characters),
        (&CARD.replace('<', " "), Unreadable::Characters),
    ] {
        assert_eq!(Zone::read(text).unwrap_err(), error, "{text}");
    }
}

/// Replaces a part of a zone by another of the same length and sets the check digit over it all.
fn with(zone: &str, at: usize, part: &str) -> String {
    let mut text = zone.replace('|', "");
    text.replace_range(at..at + part.len(), part);
    if text.len() == 90 {
        let composite = check_digit(&[&text[5..30], &text[30..37], &text[38..45], &text[48..59]].concat());
        text.replace_range(59..60, std::str::from_utf8(&[composite]).unwrap());
    } else {
        let composite = check_digit(&[&text[44..54], &text[57..64], &text[65..87]].concat());
        text.replace_range(87..88, std::str::from_utf8(&[composite]).unwrap());
    }
    text
}

#[test]
fn each_fault_is_named_by_its_field_alone() {
    let checked = |field: &str| format!("{field}{}", char::from(check_digit(field)));
    for (zone, at, part, error) in [
        (CARD, 0, "VD", ZoneError::DocumentCode),
        (CARD, 2, "K4Z", ZoneError::Issuer),
        (CARD, 5, "012345679", ZoneError::NumberCheck),
        (CARD, 5, "<<<<<<<<<0", ZoneError::Number),
        (CARD, 15, "680503200912", ZoneError::Iin),
        (CARD, 30, "6805035", ZoneError::BirthCheck),
        (CARD, 30, &checked("681303"), ZoneError::Birth),
        (CARD, 30, &checked("68O503"), ZoneError::Birth),
        (CARD, 37, "X", ZoneError::Sex),
        (CARD, 38, "3001018", ZoneError::ExpiryCheck),
        (CARD, 38, &checked("300230"), ZoneError::Expiry),
        (CARD, 45, "K<Z", ZoneError::Nationality),
        (CARD, 60, "SYNTH3TIC", ZoneError::Name),
        (CARD, 60, "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", ZoneError::Name),
        (PASSPORT, 0, "V<", ZoneError::DocumentCode),
        (PASSPORT, 72, &checked("680503100002<<"), ZoneError::Iin),
        (PASSPORT, 86, "3", ZoneError::PersonalNumberCheck),
        (PASSPORT, 86, "<", ZoneError::PersonalNumberCheck),
    ] {
        assert_eq!(
            Zone::read(&with(zone, at, part)).unwrap().errors,
            [error],
            "{at} {part}"
        );
    }
    let zone = Zone::read(&CARD.replace("<5|", "<6|")).unwrap();
    assert_eq!(zone.errors, [ZoneError::CompositeCheck]);
}

#[test]
fn a_foreign_document_has_no_iin_whatever_its_optional_field_holds() {
    let foreign = with(&CARD.replace("IDKAZ", "IDUTO"), 15, "680503200912");
    let zone = Zone::read(&foreign).unwrap();
    assert_eq!((zone.iin, zone.errors.as_slice()), (None, [].as_slice()));
}

#[test]
fn a_number_longer_than_its_field_goes_on_in_the_optional_field() {
    // The specimen of Doc 9303 part 5 for a long number.
    let zone = "I<UTOD23145890<7349<<<<<<<<<<<|3407127M9507122UTO<<<<<<<<<<<2|STEVENSON<<PETER<JOHN<<<<<<<<<";
    let zone = Zone::read(zone).unwrap();
    assert_eq!(
        (zone.number.as_str(), zone.errors.as_slice()),
        ("D23145890734", [].as_slice())
    );
}

#[test]
fn only_a_foreign_card_can_have_a_long_number() {
    // A check digit 0 read as a filler changes no other check digit, and in these the IIN behind would pass for the rest
    // of a long number.
    for (zone, at, part, number) in [
        (CARD, 5, "000000017<680503100001", "000000017"),
        (PASSPORT, 44, "N00000009<", "N00000009"),
    ] {
        let zone = Zone::read(&with(zone, at, part)).unwrap();
        assert_eq!(
            (zone.number.as_str(), zone.errors.as_slice()),
            (number, [ZoneError::NumberCheck].as_slice())
        );
    }
    // Without a filler behind its check digit nobody knows where the number ends.
    let unended = with(&CARD.replace("IDKAZ", "IDUTO"), 14, "<680503200911123");
    assert_eq!(Zone::read(&unended).unwrap().number, "012345678");
}

#[test]
fn two_digit_years_turn_at_the_day_of_reading() {
    let date = |text: &str| ZoneDate::read(text).unwrap();
    for (text, birth, expiry) in [
        ("261122", "2026-11-22", "2026-11-22"),
        ("261123", "1926-11-23", "2026-11-23"),
        ("461122", "1946-11-22", "2046-11-22"),
        ("461123", "1946-11-23", "1946-11-23"), // twenty years and a day
        ("470101", "1947-01-01", "1947-01-01"),
        ("000229", "2000-02-29", "2000-02-29"),
        ("680229", "1968-02-29", "1968-02-29"),
    ] {
        assert_eq!(date(text).as_birth(today()), Some(day(birth)), "{text}");
        assert_eq!(date(text).as_expiry(today()), Some(day(expiry)), "{text}");
    }
    for unknown in ["<<<<<<", "68<<<<", "6805<<"] {
        assert_eq!(date(unknown), ZoneDate::Unknown);
        assert_eq!(date(unknown).as_birth(today()), None);
    }
    for no_date in ["850229", "991301", "990100", "A80503", "68050O"] {
        assert_eq!(ZoneDate::read(no_date), None, "{no_date}");
    }
}

#[test]
fn differences_from_the_iin_and_expiry_are_warnings() {
    use ZoneWarning::{Expired, IinBirth, IinCentury, IinSex, NameMayBeCut};
    let card = "IDKAZ0412365878880412401006<<<|8804123F3104116KAZ<<<<<<<<<<<2|SEIDAKHMETOVA<<MADINA<<<<<<<<<";
    for (zone, on, warnings) in [
        (card.to_owned(), "2026-11-22", vec![]),
        (card.to_owned(), "2031-04-11", vec![]),
        (card.to_owned(), "2031-04-12", vec![Expired]),
        (with(card, 37, "M"), "2026-11-22", vec![IinSex]),
        (with(card, 37, "<"), "2026-11-22", vec![]),
        (with(card, 30, "8804134"), "2026-11-22", vec![IinBirth]),
        (
            with(card, 15, "040229500005"),
            "2026-11-22",
            vec![IinSex, IinBirth, IinCentury],
        ),
        (
            with(card, 60, "SEIDAKHMETOVA<<MADINAMADINAMAD"),
            "2026-11-22",
            vec![NameMayBeCut],
        ),
    ] {
        let zone = Zone::read(&zone).unwrap();
        assert_eq!(zone.warnings(day(on)), warnings, "{on}");
    }
}

#[test]
fn debug_shows_no_person() {
    let shown = format!("{:?}", Zone::read(CARD).unwrap());
    assert!(
        !shown.contains("SYNTHETIC") && !shown.contains("6805") && !shown.contains("0123"),
        "{shown}"
    );
}

/// What an independent reader says of the same lines.
fn independently(text: &str) -> independent::MrzData {
    let lines: Vec<&str> = text.split('|').collect();
    match lines.as_slice() {
        [one, two] => independent::parse_td3(one, two),
        [one, two, three] => independent::parse_td1(one, two, three),
        _ => panic!("two or three lines"),
    }
    .expect("well-formed lines")
}

fn agree(text: &str) -> Result<(), TestCaseError> {
    let (ours, theirs) = (Zone::read(text).unwrap(), independently(text));
    let wrong = |error| !ours.errors.contains(&error);
    prop_assert_eq!(theirs.checks.document_number, Some(wrong(ZoneError::NumberCheck)));
    prop_assert_eq!(theirs.checks.date_of_birth, Some(wrong(ZoneError::BirthCheck)));
    prop_assert_eq!(theirs.checks.date_of_expiry, Some(wrong(ZoneError::ExpiryCheck)));
    prop_assert_eq!(theirs.checks.composite, Some(wrong(ZoneError::CompositeCheck)));
    if let Some(personal) = theirs.checks.personal_number {
        prop_assert_eq!(personal, wrong(ZoneError::PersonalNumberCheck));
    }
    prop_assert_eq!(theirs.full_document_number(), ours.number);
    Ok(())
}

fn independent_date(date: NaiveDate) -> independent::MrzDate {
    use chrono::Datelike;
    independent::MrzDate::Calendar(independent::Date::new(date.year(), date.month(), date.day()))
}

prop_compose! {
    fn any_zone()(
        number in "[A-Z0-9]{9}", surname in "[A-Z]{1,10}( [A-Z]{1,5})?", given in "[A-Z]{1,8}",
        born in 0u64..40_000, iin in proptest::bool::ANY, female in proptest::bool::ANY, card in proptest::bool::ANY,
    ) -> (String, String, String) {
        let born = NaiveDate::from_ymd_opt(1927, 1, 1).expect("a day") + chrono::Days::new(born % 36_000);
        let iin = iin.then(|| "680503100001".to_owned());
        let sex = if female { independent::Sex::Female } else { independent::Sex::Male };
        let expires = independent_date(NaiveDate::from_ymd_opt(2030, 1, 1).expect("a day"));
        let zone = if card {
            independent::format_td1(&independent::Td1Fields {
                document_code: "ID".into(), issuing_country: "KAZ".into(), document_number: number,
                optional_data_1: iin, surname: surname.clone(), given_names: given.clone(), nationality: "KAZ".into(),
                date_of_birth: independent_date(born), sex, date_of_expiry: expires, optional_data_2: None,
            })
        } else {
            independent::format_td3(&independent::Td3Fields {
                issuing_country: "KAZ".into(), document_number: number, surname: surname.clone(),
                given_names: given.clone(), nationality: "KAZ".into(), date_of_birth: independent_date(born), sex,
                date_of_expiry: expires, personal_number: iin, ..Default::default()
            })
        };
        (zone.replace('\n', "|"), surname, given)
    }
}

proptest! {
    #[test]
    fn zones_written_by_an_independent_hand_are_valid((zone, surname, given) in any_zone()) {
        let read = Zone::read(&zone).unwrap();
        prop_assert_eq!(&read.errors, &[]);
        prop_assert_eq!((read.surname, read.given), (surname, given));
        agree(&zone)?;
    }

    #[test]
    fn an_independent_reader_sees_the_same_check_digits_after_damage(
        (zone, _, _) in any_zone(), at in 5usize..90, to in "[A-Z0-9]",
    ) {
        let mut zone = zone;
        let at = at.min(zone.len() - 1);
        prop_assume!(&zone[at..=at] != "|");
        zone.replace_range(at..=at, &to);
        agree(&zone)?;
    }

    #[test]
    fn any_text_is_judged_without_panic(text in "\\PC{0,100}", zone in "[A-Z0-9<|]{88,92}") {
        let _ = Zone::read(&text);
        if let Ok(read) = Zone::read(&zone) {
            let _ = read.warnings(NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"));
        }
    }

    #[test]
    fn any_lines_of_the_right_shape_are_judged_without_panic(card in "[A-Z0-9<]{90}", passport in "[A-Z0-9<]{88}") {
        for text in [card, passport] {
            let read = Zone::read(&text).unwrap();
            let _ = read.warnings(NaiveDate::MIN);
            let _ = read.warnings(NaiveDate::MAX);
        }
    }
}
