use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day in a table of this module")
}

fn days_of(year: i32) -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("the first of January");
    first.iter_days().take_while(move |day| day.year() == year)
}

#[test]
fn each_year_has_its_number_of_working_days() {
    let calendar = Calendar::built_in();
    for (year, working) in [(2024, 249), (2025, 246), (2026, 247), (2027, 247)] {
        let counted = days_of(year)
            .filter(|day| calendar.working_day(*day).unwrap().working)
            .count();
        assert_eq!(counted, working, "{year}");
    }
}

#[test]
fn the_weekdays_off_of_each_year_are_those_of_the_published_table() {
    let calendar = Calendar::built_in();
    for (year, off) in [
        (
            2024,
            "01-01 01-02 03-08 03-21 03-22 03-25 05-01 05-07 05-08 05-09 07-08 08-30 10-25 12-16",
        ),
        (
            2025,
            "01-01 01-02 01-03 01-07 03-10 03-21 03-24 03-25 05-01 05-07 05-09 06-06 07-07 09-01 10-27 12-16",
        ),
        (
            2026,
            "01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16",
        ),
        (
            2027,
            "01-01 01-04 01-07 03-08 03-15 03-22 03-23 03-24 05-03 05-07 05-10 07-06 10-25 12-16",
        ),
    ] {
        let found: Vec<String> = days_of(year)
            .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
            .filter(|day| !calendar.working_day(*day).unwrap().working)
            .map(|day| day.format("%m-%d").to_string())
            .collect();
        assert_eq!(found.join(" "), off, "{year}");
    }
}

#[test]
fn each_special_day_says_what_it_is() {
    let calendar = Calendar::built_in();
    for (text, working, code) in [
        ("2024-05-04", true, "working_weekend"),
        ("2024-05-08", false, "swapped_off"),
        ("2025-01-05", true, "working_weekend"),
        ("2025-01-03", false, "swapped_off"),
        ("2024-01-07", false, "religious_holiday"),
        ("2024-06-16", false, "religious_holiday"),
        ("2024-06-17", true, "weekday"), // Kurban Ait gives no transfer
        ("2025-09-01", false, "transferred"),
        ("2026-03-08", false, "holiday"),
        ("2026-03-09", false, "transferred"),
        ("2026-03-10", true, "weekday"),
        ("2026-08-30", false, "weekend"), // no longer a holiday
        ("2026-08-31", true, "weekday"),
        ("2027-03-15", false, "holiday"),
        ("2026-02-07", false, "weekend"),
    ] {
        let judged = calendar.working_day(day(text)).unwrap();
        assert_eq!((judged.working, judged.why.code()), (working, code), "{text}");
        assert_eq!(judged.forecast, text.starts_with("2027"), "{text}");
        assert_eq!(judged.working, judged.why.is_working());
    }
}

#[test]
fn every_transfer_takes_the_rest_of_a_holiday_of_the_same_name() {
    for document in Calendar::built_in().documents() {
        for special in &document.days {
            assert!(!special.source.is_empty() && !special.name.kk.is_empty() && !special.name.ru.is_empty());
            match (special.kind, special.instead_of) {
                (DayKind::Transferred, Some(other)) => {
                    let holiday = document.special(other).unwrap();
                    assert_eq!(
                        (holiday.kind, &holiday.name),
                        (DayKind::Holiday, &special.name),
                        "{}",
                        special.day
                    );
                }
                (DayKind::SwappedOff | DayKind::WorkingWeekend, Some(other)) => {
                    assert_eq!(
                        document.special(other).unwrap().instead_of,
                        Some(special.day),
                        "{}",
                        special.day
                    );
                }
                _ => {}
            }
        }
        // A holiday on a weekend is transferred, unless it is one of the two without transfer.
        let weekend = |special: &&SpecialDay| matches!(special.day.weekday(), Weekday::Sat | Weekday::Sun);
        let fallen = document
            .days
            .iter()
            .filter(weekend)
            .filter(|special| special.kind == DayKind::Holiday)
            .count();
        let moved = document
            .days
            .iter()
            .filter(|special| special.kind == DayKind::Transferred)
            .count();
        assert_eq!(fallen, moved, "{}", document.year);
    }
}

/// domain.md § 4.4: registered, +3, +15, +20 working days.
const CHECK_TABLE: [[&str; 4]; 12] = [
    ["2024-04-26", "2024-05-02", "2024-05-22", "2024-05-29"],
    ["2024-12-20", "2024-12-25", "2025-01-15", "2025-01-22"],
    ["2025-08-20", "2025-08-25", "2025-09-11", "2025-09-18"],
    ["2026-02-02", "2026-02-05", "2026-02-23", "2026-03-02"],
    ["2026-03-03", "2026-03-06", "2026-03-30", "2026-04-06"],
    ["2026-04-24", "2026-04-29", "2026-05-20", "2026-05-28"],
    ["2026-08-17", "2026-08-20", "2026-09-07", "2026-09-14"],
    ["2026-10-12", "2026-10-15", "2026-11-03", "2026-11-10"],
    ["2026-11-25", "2026-11-30", "2026-12-17", "2026-12-24"],
    ["2026-12-14", "2026-12-18", "2027-01-08", "2027-01-15"],
    ["2027-03-01", "2027-03-04", "2027-03-29", "2027-04-05"],
    ["2027-04-22", "2027-04-27", "2027-05-18", "2027-05-25"],
];

#[test]
fn terms_end_where_the_check_table_says() {
    let calendar = Calendar::built_in();
    for [start, after_3, after_15, after_20] in CHECK_TABLE {
        for (days, end) in [(3, after_3), (15, after_15), (20, after_20)] {
            let count = calendar.add_working_days(day(start), days).unwrap();
            assert_eq!(count.end, day(end), "{start} + {days}");
            let passed = (count.end - day(start)).num_days();
            assert_eq!(
                passed,
                i64::from(days) + i64::try_from(count.skipped.len()).unwrap(),
                "{start} + {days}"
            );
        }
    }
}

#[test]
fn the_path_of_a_count_names_each_day_passed_over() {
    let count = Calendar::built_in().add_working_days(day("2026-04-29"), 3).unwrap();
    assert_eq!(count.end, day("2026-05-05"));
    let path: Vec<_> = count
        .skipped
        .iter()
        .map(|skipped| (skipped.day.to_string(), skipped.why.code()))
        .collect();
    let expected = [
        ("2026-05-01", "holiday"),
        ("2026-05-02", "weekend"),
        ("2026-05-03", "weekend"),
    ];
    assert_eq!(path, expected.map(|(day, code)| (day.to_owned(), code)));
    assert!(!count.forecast);
}

#[test]
fn a_count_into_a_forecast_year_says_so_and_one_past_the_last_year_is_refused_by_name() {
    let calendar = Calendar::built_in();
    assert!(calendar.add_working_days(day("2026-12-14"), 15).unwrap().forecast);
    let refused = calendar.add_working_days(day("2027-12-20"), 15).unwrap_err();
    assert_eq!(
        refused,
        OutsideCalendar {
            day: day("2028-01-01"),
            first: 2024,
            last: 2027
        }
    );
    assert_eq!(refused.to_string(), "calendar for 2028 not loaded (loaded: 2024-2027)");
    assert!(calendar.working_day(day("2023-12-31")).is_err());
    assert!(calendar.add_working_days(NaiveDate::MAX, 1).is_err());
}

#[test]
fn documents_that_are_no_calendar_are_refused_by_name() {
    let year = |days: &str| format!(r#"{{"year":2026,"status":"established","source":"s","days":[{days}]}}"#);
    let special = |day: &str, kind: &str, rest: &str| {
        format!(r#"{{"day":"{day}","kind":"{kind}","name":{{"kk":"k","ru":"r"}},"source":"s"{rest}}}"#)
    };
    let holiday = special("2026-01-01", "holiday", "");
    for (document, error) in [
        ("{}".to_owned(), "not a calendar document"),
        (
            year(&format!("{holiday},{holiday}")),
            "calendar 2026: days out of order at 2026-01-01",
        ),
        (
            year(&special("2025-01-01", "holiday", "")),
            "calendar 2026: 2025-01-01 cannot stand there as it does",
        ),
        (
            year(&special("2026-01-03", "transferred", "")),
            "calendar 2026: 2026-01-03 cannot stand there as it does",
        ),
        (
            year(&special(
                "2026-01-05",
                "working_weekend",
                r#","instead_of":"2026-01-06""#,
            )),
            "calendar 2026: 2026-01-05 cannot stand there as it does",
        ),
    ] {
        assert_eq!(
            Calendar::from_documents([document.as_bytes()]).unwrap_err().to_string(),
            error
        );
    }
    let good = year(&holiday);
    let twice = Calendar::from_documents([good.as_bytes(), good.as_bytes()]).unwrap_err();
    assert_eq!(twice.to_string(), "calendar 2026 is given twice");
    assert_eq!(
        Calendar::from_documents([]).unwrap_err().to_string(),
        "no calendar is given"
    );
}

proptest! {
    #[test]
    fn a_count_is_the_same_as_its_steps_and_can_be_walked_back(offset in 0u64..1300, days in 1u32..40) {
        let calendar = Calendar::built_in();
        let start = day("2024-01-01") + chrono::Days::new(offset);
        let whole = calendar.add_working_days(start, days).unwrap();
        let mut stepped = start;
        let mut skipped = Vec::new();
        for _ in 0..days {
            let step = calendar.add_working_days(stepped, 1).unwrap();
            stepped = step.end;
            skipped.extend(step.skipped);
        }
        prop_assert_eq!(whole.end, stepped);
        prop_assert_eq!(&whole.skipped, &skipped);
        prop_assert!(calendar.working_day(whole.end).unwrap().working);
        // Walking back reaches the last working day not after the start.
        let back = calendar.subtract_working_days(whole.end, days).unwrap_or(start);
        let between = calendar.add_working_days(back, 0).unwrap().end;
        prop_assert!(between <= start);
        prop_assert_eq!(calendar.add_working_days(back, days).unwrap().end, whole.end);
    }

    #[test]
    fn the_next_working_day_is_the_first_one_not_before(offset in 0u64..1400) {
        let calendar = Calendar::built_in();
        let start = day("2024-01-01") + chrono::Days::new(offset);
        let count = calendar.working_day_from(start).unwrap();
        prop_assert!(calendar.working_day(count.end).unwrap().working);
        prop_assert_eq!((count.end - start).num_days(), i64::try_from(count.skipped.len()).unwrap());
    }
}
