use super::*;
use chrono::NaiveDate;
use qabyldau_domain::bin::BinWarning;
use qabyldau_domain::iin::{IinError, IinWarning};
use qabyldau_domain::mrz::{Unreadable, ZoneError, ZoneWarning};
use qabyldau_domain::number::NumberError;

/// Every code that a check can answer.
fn codes() -> Vec<(About, &'static str)> {
    use {BinWarning as B, IinError as I, IinWarning as W, NumberError as N, Unreadable as U, ZoneError as Z};
    let twelve = [I::Length, I::Digits, I::AllEqual, I::CheckDigit, I::NeverIssued].map(IinError::code);
    let iin = [W::ImpossibleDate, W::CenturyDigit].map(IinWarning::code);
    let bin = [B::ImpossibleMonth, B::EntityDigit, B::UnitDigit].map(BinWarning::code);
    let unreadable = [U::Characters, U::Shape].map(Unreadable::code);
    let zone = [
        Z::DocumentCode,
        Z::Issuer,
        Z::Number,
        Z::NumberCheck,
        Z::Birth,
        Z::BirthCheck,
        Z::Sex,
        Z::Expiry,
        Z::ExpiryCheck,
        Z::Nationality,
        Z::PersonalNumberCheck,
        Z::Iin,
        Z::CompositeCheck,
        Z::Name,
    ]
    .map(ZoneError::code);
    let warnings = [
        ZoneWarning::IinSex,
        ZoneWarning::IinBirth,
        ZoneWarning::IinCentury,
        ZoneWarning::Expired,
        ZoneWarning::NameMayBeCut,
    ]
    .map(ZoneWarning::code);
    let number = [N::Length, N::Form, N::CheckDigit, N::Year, N::Number].map(NumberError::code);
    let day = ["date", "outside_calendar", "no_rules", "no_term"];
    let all = |about, codes: &[&'static str]| codes.iter().map(|code| (about, *code)).collect::<Vec<_>>();
    [
        all(About::Twelve, &twelve),
        all(About::Twelve, &iin),
        all(About::Twelve, &bin),
        all(About::Zone, &unreadable),
        all(About::Zone, &zone),
        all(About::Zone, &warnings),
        all(About::Number, &number),
        all(About::Day, &day),
        all(About::Scan, &["unknown"]),
        all(About::Text, &["not_utf8"]),
    ]
    .concat()
}

#[test]
fn every_code_has_its_words_and_every_row_its_code() {
    let codes = codes();
    for (about, code) in &codes {
        assert!(rows(*about).iter().any(|row| row.0 == *code), "{about:?} {code}");
    }
    let tables = [
        About::Twelve,
        About::Zone,
        About::Number,
        About::Day,
        About::Scan,
        About::Text,
    ];
    assert_eq!(
        tables.iter().map(|about| rows(*about).len()).sum::<usize>(),
        codes.len()
    );
}

#[test]
fn the_codes_of_days_are_those_of_the_domain() {
    use qabyldau_domain::calendar::Calendar;
    use qabyldau_domain::deadline::deadline;
    use qabyldau_domain::rulepack::{AppealKind, RulePacks};
    let refused = |day: &str, packs: &RulePacks| {
        let day: NaiveDate = day.parse().expect("a day");
        deadline(AppealKind::Application, day, packs, &Calendar::built_in())
            .expect_err("no deadline")
            .code()
    };
    assert_eq!(refused("2030-01-01", &RulePacks::built_in()), "outside_calendar");
    assert_eq!(
        refused("2026-02-02", &RulePacks::from_documents([]).expect("no documents")),
        "no_rules"
    );
}

#[test]
fn a_sentence_has_code_kazakh_and_russian() {
    let said = sentence(About::Twelve, "check_digit");
    assert_eq!(
        said,
        "check_digit: бақылау саны сәйкес емес / контрольная цифра не сходится"
    );
}
