use super::*;
use crate::twelve_digits::control_digit;
use proptest::prelude::*;

/// The vectors that the specification of the field gives.
const VECTORS: &str = include_str!("../../tests-data/iin-and-mrz.json");

#[derive(Deserialize)]
struct Vectors {
    iin: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    kind: String,
    case: String,
    value: String,
}

#[test]
fn the_vectors_pass_and_incomplete_prefixes_can_never_be_completed() {
    let vectors: Vectors = serde_json::from_str(VECTORS).unwrap();
    assert_eq!(vectors.iin.len(), 18);
    for Vector { kind, case, value } in vectors.iin {
        if case == "bad" {
            assert_eq!(control_digit(value.as_bytes()), None, "{kind}");
            for last in 0..10 {
                assert_eq!(
                    format!("{value}{last}").parse::<Iin>(),
                    Err(IinError::NeverIssued),
                    "{kind}"
                );
            }
        } else {
            let iin: Iin = value.parse().unwrap_or_else(|error| panic!("{kind} {case}: {error}"));
            assert_eq!(iin.as_str(), value);
        }
    }
}

#[test]
fn hints_follow_the_first_seven_digits_and_oddities_are_warnings() {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    for (text, birth, sex, warnings) in [
        ("680503100001", day(1868, 5, 3), Some(Sex::Male), vec![]),
        ("680503200008", day(1868, 5, 3), Some(Sex::Female), vec![]),
        ("840229400006", day(1984, 2, 29), Some(Sex::Female), vec![]),
        ("040229500005", day(2004, 2, 29), Some(Sex::Male), vec![]),
        ("151231600008", day(2015, 12, 31), Some(Sex::Female), vec![]),
        ("880412401006", day(1988, 4, 12), Some(Sex::Female), vec![]),
        ("900101300811", day(1990, 1, 1), Some(Sex::Male), vec![]),
        ("850229300001", None, Some(Sex::Male), vec![IinWarning::ImpossibleDate]),
    ] {
        let iin: Iin = text.parse().unwrap();
        assert_eq!(
            (iin.birth_hint(), iin.sex_hint(), iin.warnings()),
            (birth, sex, warnings),
            "{text}"
        );
    }
}

#[test]
fn a_seventh_digit_that_names_no_century_is_accepted_with_a_warning() {
    for seventh in ["0", "7", "8", "9"] {
        let eleven = (1..50)
            .map(|serial| format!("680503{seventh}{serial:04}"))
            .find(|eleven| control_digit(eleven.as_bytes()).is_some())
            .unwrap();
        let control = control_digit(eleven.as_bytes()).unwrap();
        let iin: Iin = format!("{eleven}{control}").parse().unwrap();
        assert_eq!(iin.warnings(), [IinWarning::CenturyDigit], "{seventh}");
        assert_eq!((iin.birth_hint(), iin.sex_hint()), (None, None), "{seventh}");
    }
}

#[test]
fn what_is_no_number_is_refused_by_name() {
    for (text, error) in [
        ("", IinError::Length),
        ("68050310000", IinError::Length),
        ("6805031000011", IinError::Length),
        (" 68050310000", IinError::Digits),
        ("68050310000А", IinError::Digits),
        ("٠٠٠٠٠٠٠٠٠٠٠١", IinError::Digits),
        ("000000000000", IinError::AllEqual),
        ("111111111111", IinError::AllEqual),
        ("880412401007", IinError::CheckDigit),
        ("900101300800", IinError::NeverIssued),
    ] {
        assert_eq!(text.parse::<Iin>(), Err(error), "{text}");
    }
}

#[test]
fn the_eleventh_digit_is_a_blind_spot_of_the_arithmetic() {
    // Weight 11 is 0 modulo 11: reading by machine beats typing.
    for eleventh in 0..10 {
        assert!(format!("6805031000{eleventh}1").parse::<Iin>().is_ok(), "{eleventh}");
    }
}

/// Prefixes spread evenly over all eleven-digit ones.
fn prefixes() -> impl Iterator<Item = String> {
    (1..20_001u64).map(|step| format!("{:011}", step * 61_803_398_875 % 100_000_000_000))
}

/// A share in thousandths.
fn thousandths(part: usize, whole: usize) -> usize {
    (part * 1000 + whole / 2) / whole
}

#[test]
fn the_arithmetic_has_the_strength_that_was_measured() {
    let first_pass = |eleven: &str| -> u32 {
        (1u32..)
            .zip(eleven.bytes())
            .map(|(weight, digit)| weight * u32::from(digit - b'0'))
            .sum()
    };
    let second = prefixes().filter(|eleven| first_pass(eleven) % 11 == 10).count();
    let never = prefixes()
        .filter(|eleven| control_digit(eleven.as_bytes()).is_none())
        .count();
    // 8.3 % need the second pass, 0.84 % are never issued.
    assert!((80..=100).contains(&thousandths(second, 20_000)), "{second}");
    assert!((5..=12).contains(&thousandths(never, 20_000)), "{never}");
    // A wrong digit goes unnoticed in about 1.6 % of cases, in place 11 in about 92 %.
    for place in 0..11 {
        let (mut tried, mut unnoticed) = (0, 0);
        for eleven in prefixes().step_by(10) {
            let Some(control) = control_digit(eleven.as_bytes()) else {
                continue;
            };
            for shift in 1..10 {
                let mut wrong = eleven.clone().into_bytes();
                wrong[place] = b'0' + (wrong[place] - b'0' + shift) % 10;
                tried += 1;
                unnoticed += usize::from(control_digit(&wrong) == Some(control));
            }
        }
        let expected = if place == 10 { 880..=960 } else { 5..=30 };
        assert!(
            expected.contains(&thousandths(unnoticed, tried)),
            "{place}: {unnoticed} of {tried}"
        );
    }
}

#[test]
fn neither_debug_nor_a_refusal_shows_the_digits() {
    let iin: Iin = "680503100001".parse().unwrap();
    assert_eq!(format!("{iin:?}"), "Iin(680503••••••)");
    let refused = serde_json::from_str::<Iin>("\"680503100002\"").unwrap_err().to_string();
    assert!(!refused.contains("680503"), "{refused}");
}

proptest! {
    #[test]
    fn every_completed_prefix_is_read_back_and_every_other_last_digit_refused(prefix in "[0-9]{11}", other in 1u8..10) {
        prop_assume!(!prefix.bytes().all(|digit| digit == prefix.as_bytes()[0]));
        match control_digit(prefix.as_bytes()) {
            None => prop_assert_eq!(format!("{prefix}0").parse::<Iin>(), Err(IinError::NeverIssued)),
            Some(control) => {
                let text = format!("{prefix}{control}");
                let iin: Iin = text.parse().unwrap();
                prop_assert_eq!(serde_json::to_string(&iin).unwrap(), format!("\"{text}\""));
                let wrong = (control + other) % 10;
                prop_assert_eq!(format!("{prefix}{wrong}").parse::<Iin>(), Err(IinError::CheckDigit));
            }
        }
    }

    #[test]
    fn any_text_is_judged_without_panic(text in "\\PC{0,16}") {
        let _ = text.parse::<Iin>();
    }
}
