use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day in a table of this module")
}

/// The value, the unit and the Russian citation of a lead.
fn lead(ruled: &Option<Ruled<Lead>>) -> Option<(u32, DayUnit, &str)> {
    ruled
        .as_ref()
        .map(|ruled| (ruled.value.count, ruled.value.unit, ruled.source.place.ru.as_str()))
}

#[test]
fn each_day_has_the_pack_that_was_in_force() {
    let packs = RulePacks::built_in();
    for (text, id) in [
        ("2016-02-24", Some("2016-50")),
        ("2021-06-30", Some("2016-50")),
        ("2021-07-01", Some("2021-213")),
        ("2026-11-22", Some("2021-213")),
        ("2099-12-31", Some("2021-213")),
        ("2016-02-23", None),
    ] {
        assert_eq!(
            packs.at(day(text)).ok().map(|rules| rules.pack.id.as_str()),
            id,
            "{text}"
        );
    }
    assert_eq!(
        packs.at(day("2010-01-01")).unwrap_err(),
        NoRules { day: day("2010-01-01") }
    );
}

#[test]
fn the_pack_of_2016_holds_what_the_order_says_and_no_term() {
    use DayUnit::{CalendarDays, Days, WorkingDays};
    let packs = RulePacks::built_in();
    let rules = packs.at(day("2020-03-02")).unwrap();
    let values = &rules.pack.values;
    for (found, expected) in [
        (lead(&values.schedule_lead), Some((15, CalendarDays, "п. 7"))),
        (lead(&values.request_answer), Some((3, Days, "п. 8"))),
        (lead(&values.roster_lead), Some((3, Days, "п. 11"))),
        (lead(&values.roster_publication), Some((1, WorkingDays, "п. 12"))),
        (lead(&values.change_notice), Some((1, WorkingDays, "п. 13"))),
        (lead(&values.equipment_check), Some((1, WorkingDays, "п. 14"))),
        (lead(&values.forwarding), Some((3, WorkingDays, "п. 30"))),
        (lead(&values.hearing_notice), None),
    ] {
        assert_eq!(found, expected);
    }
    assert_eq!(values.early_arrival_minutes.as_ref().map(|ruled| ruled.value), Some(15));
    assert_eq!(values.recording_seconds.as_ref().map(|ruled| ruled.value), Some(180));
    assert_eq!(
        values.escort_to_recording.as_ref().map(|ruled| ruled.value),
        Some(Place::Room)
    );
    assert_eq!(
        values.escort_to_reception.as_ref().map(|ruled| ruled.value),
        Some(Place::Room)
    );
    assert_eq!(values.kinds.as_ref().map(|ruled| ruled.value.len()), Some(5));
    assert!(values.essence_required.is_some() && values.sent_by_finishing.is_some());
    for kind in AppealKind::ALL {
        assert_eq!(rules.term(kind), Err(NoTerm { kind, day: rules.day }));
    }
    assert_eq!(rules.warnings(), []);
}

#[test]
fn the_pack_of_2021_holds_what_the_order_says_and_leaves_out_what_it_dropped() {
    use DayUnit::{CalendarDays, WorkingDays};
    let packs = RulePacks::built_in();
    let values = &packs.at(day("2022-03-02")).unwrap().pack.values;
    for (found, expected) in [
        (lead(&values.schedule_lead), Some((15, CalendarDays, "п. 5"))),
        (lead(&values.hearing_notice), Some((3, WorkingDays, "п. 6, 19"))),
        (lead(&values.roster_lead), Some((3, WorkingDays, "п. 8"))),
        (lead(&values.roster_publication), Some((1, WorkingDays, "п. 9"))),
        (lead(&values.forwarding), Some((3, WorkingDays, "п. 18"))),
        (lead(&values.request_answer), None),
        (lead(&values.change_notice), None),
        (lead(&values.equipment_check), None),
    ] {
        assert_eq!(found, expected);
    }
    assert_eq!(values.early_arrival_minutes, None);
    assert_eq!(values.escort_to_reception, None);
    assert_eq!(values.essence_required, None);
    assert_eq!(values.sent_by_finishing, None);
    let recording = values.recording_seconds.as_ref().unwrap();
    assert_eq!(
        (recording.value, recording.source.place.kk.as_str()),
        (180, "14-тармақ")
    );
    assert_eq!((recording.from, recording.until), (day("2021-07-01"), None));
    assert_eq!(
        values.escort_to_recording.as_ref().map(|ruled| ruled.value),
        Some(Place::Booth)
    );
    let kinds = values.kinds.as_ref().map(|ruled| ruled.value.as_slice());
    assert_eq!(kinds, Some([AppealKind::Application, AppealKind::Complaint].as_slice()));
}

#[test]
fn the_terms_stand_on_the_code_from_july_2021_without_end() {
    let packs = RulePacks::built_in();
    for (kind, days, place) in [
        (AppealKind::Application, 15, "ст. 76"),
        (AppealKind::Complaint, 20, "ст. 99"),
        (AppealKind::Message, 15, "ст. 87, 76"),
        (AppealKind::Proposal, 15, "ст. 87, 76"),
        (AppealKind::Response, 15, "ст. 87, 76"),
        (AppealKind::Request, 15, "ст. 87, 76"),
    ] {
        for text in ["2021-07-01", "2026-11-22", "2090-01-01"] {
            let rules = packs.at(day(text)).unwrap();
            let term = rules.term(kind).unwrap();
            assert_eq!(
                (term.value, term.source.place.ru.as_str()),
                (days, place),
                "{kind} {text}"
            );
        }
    }
}

#[test]
fn the_doubt_about_video_appeals_warns_from_its_day_on_and_ends_no_pack() {
    let packs = RulePacks::built_in();
    assert_eq!(packs.at(day("2023-05-30")).unwrap().warnings(), []);
    let rules = packs.at(day("2023-05-31")).unwrap();
    assert_eq!(
        rules.warnings(),
        [RulesWarning::VideoAppealUnconfirmed {
            since: day("2023-05-31")
        }]
    );
    assert_eq!((rules.pack.id.as_str(), rules.pack.until), ("2021-213", None));
    assert!(rules.pack.values.recording_seconds.is_some());
}

#[test]
fn documents_that_are_no_rules_are_refused_by_name() {
    assert_eq!(
        RulePacks::from_documents([b"{}".as_slice()]).unwrap_err().to_string(),
        "not a document of rules"
    );
    let twice = RulePacks::from_documents([BUILT_IN[1], BUILT_IN[1]]).unwrap_err();
    assert_eq!(
        twice.to_string(),
        "rule packs 2021-213 and 2021-213 are in force on the same day"
    );
}

#[test]
fn a_kind_has_one_code_in_text_and_json() {
    for kind in AppealKind::ALL {
        assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{kind}\""));
        assert_eq!(kind.code().parse(), Ok(kind));
    }
    assert_eq!("petition".parse::<AppealKind>(), Err(UnknownAppealKind));
}
