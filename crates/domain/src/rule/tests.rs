use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::addressees::Addressees;
use crate::fact::{By, Draft, Instant, NodeId};
use crate::facts::{CapacityV1, DocumentV1, PersonV1, PunctualityV1, ReadByV1, StaffWordV1};
use crate::fold::{ReceptionRow, SessionRow, WordGivenView, WordView};
use crate::language::Language;
use crate::state::{ReceptionState, SessionState};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// 25 November 2026 at this local time, UTC+5.
fn at(time: &str) -> Instant {
    let local = day("2026-11-25").and_time(time.parse().unwrap());
    Instant {
        utc_ms: local.and_utc().timestamp_millis() - 300 * 60_000,
        offset_min: 300,
    }
}

fn visit() -> Registration {
    Registration {
        person: PersonV1 {
            surname: Some("Қасымова".into()),
            given: Some(" Әлия ".into()),
            ..PersonV1::default()
        },
        iin: IinGiven::Number("680503200008".into()),
        document: DocumentV1 {
            kind: "id_card".into(),
            country: "KAZ".into(),
            number: "012345678".into(),
            issuer: None,
            issued: None,
            expires: Some(day("2031-04-11")),
        },
        capacity: CapacityV1::Oneself,
        read_by: ReadByV1::Barcode,
        language: Language::Kk,
        needs_help: false,
        ticket: None,
        statements: Statements {
            compared: at("14:00:00"),
            explained: at("14:00:10"),
            consented: at("14:00:12"),
            language: Language::Kk,
        },
    }
}

fn outcome(change: fn(&mut Registration)) -> Result<Vec<(&'static str, String)>, String> {
    let mut asked = visit();
    change(&mut asked);
    let number = "0512-A-2026/000123".parse().unwrap();
    register(&asked, &number, day("2026-11-25"), "213-2021", None)
        .map(|drafts| drafts.iter().map(told).collect())
        .map_err(|refusal| refusal.code.into_owned())
}

fn told(draft: &Draft) -> (&'static str, String) {
    (draft.kind, draft.member("code").unwrap_or_default())
}

#[test]
fn intake_warns_and_notes_but_refuses_only_what_is_missing_or_mistyped() {
    let registered = || ("EntryRegistered", String::new());
    let noted = |code: &str| Ok(vec![registered(), ("NoteWritten", code.to_owned())]);
    type Change = fn(&mut Registration);
    let cases: [(&str, Change, Result<Vec<_>, String>); 10] = [
        ("as it should be", |_| {}, Ok(vec![registered()])),
        (
            "a foreigner without IIN",
            |v| v.iin = IinGiven::None,
            Ok(vec![registered()]),
        ),
        (
            "mistyped",
            |v| v.iin = IinGiven::Number("680503200009".into()),
            Err("iin-check-digit".into()),
        ),
        (
            "so it stands in the document",
            |v| v.iin = IinGiven::AsPrinted("680503200009".into()),
            noted("iin-as-printed"),
        ),
        (
            "document expired",
            |v| v.document.expires = Some(day("2026-11-24")),
            noted("document-expired"),
        ),
        (
            "expires today",
            |v| v.document.expires = Some(day("2026-11-25")),
            Ok(vec![registered()]),
        ),
        (
            "one name part is enough",
            |v| v.person.surname = None,
            Ok(vec![registered()]),
        ),
        (
            "no name at all",
            |v| v.person = PersonV1::default(),
            Err("name-missing".into()),
        ),
        (
            "no document number",
            |v| v.document.number = " ".into(),
            Err("document-missing".into()),
        ),
        (
            "explained before compared",
            |v| v.statements.explained = at("13:59:59"),
            Err("statements-out-of-order".into()),
        ),
    ];
    for (name, change, expected) in cases {
        assert_eq!(outcome(change), expected, "{name}");
    }
}

#[test]
fn an_undated_power_of_attorney_is_noted() {
    let authority = |until| CapacityV1::PowerOfAttorney {
        represented: PersonV1::default(),
        number: None,
        dated: None,
        notary: None,
        until,
    };
    for (until, notes) in [(None, 1), (Some(day("2026-11-24")), 1), (Some(day("2026-11-25")), 0)] {
        let mut asked = visit();
        asked.capacity = authority(until);
        let number = "0512-A-2026/000123".parse().unwrap();
        let drafts = register(&asked, &number, day("2026-11-25"), "213-2021", None).unwrap();
        assert_eq!(drafts.len(), 1 + notes, "{until:?}");
    }
}

fn reception() -> ReceptionRow {
    ReceptionRow {
        subject: "reception/05120000000001".parse().unwrap(),
        reference: "05120000000001".into(),
        roster: String::new(),
        row: 1,
        day: day("2026-11-25"),
        time: NaiveTime::from_hms_opt(14, 15, 0).unwrap(),
        room: "1".into(),
        person: PersonV1::default(),
        match_key: String::new(),
        body: String::new(),
        official: None,
        language: Language::Ru,
        state: ReceptionState::Expected,
        arrival: None,
        other_arrivals: Vec::new(),
        escorted_at: None,
        started_at: None,
        finished_at: None,
        changed: None,
    }
}

#[test]
fn punctuality_counts_whole_minutes_and_the_appointed_minute_is_in_time() {
    use PunctualityV1::{Early, Late, OnTime};
    for (now, minutes, judgement) in [
        ("13:30:00", -45, Early),
        ("14:00:00", -15, Early),
        ("14:00:01", -15, Early),
        ("14:01:00", -14, OnTime),
        ("14:14:59", -1, OnTime),
        ("14:15:00", 0, OnTime),
        ("14:15:59", 0, OnTime),
        ("14:16:00", 1, Late),
        ("23:59:00", 584, Late),
    ] {
        assert_eq!(punctuality(&reception(), at(now)), (minutes, judgement), "{now}");
    }
}

#[test]
fn a_check_in_that_cannot_be_is_refused_by_name() {
    let refused = |row: &ReceptionRow| arrive(row, at("14:00:00"), false, None).unwrap_err();
    let mut other_day = reception();
    other_day.day = day("2026-11-26");
    let refusal = refused(&other_day);
    assert_eq!(
        (refusal.code.as_ref(), refusal.args["day"].as_str()),
        ("reception-other-day", "26.11.2026")
    );
    let mut cancelled = reception();
    cancelled.state = ReceptionState::Cancelled;
    assert_eq!(refused(&cancelled).code, "reception-state");
    assert_eq!(
        mark_no_show(&reception(), at("14:14:59")).unwrap_err().code,
        "reception-not-yet"
    );
    assert!(mark_no_show(&reception(), at("14:15:00")).is_ok());
}

#[test]
fn a_day_opens_by_itself_only_near_the_last_one_and_with_a_clock_others_agree_with() {
    let node = NodeId([1; 16]);
    let open = |last: Option<&str>, drift_ms, confirmed: Option<&str>| {
        let before = DayBefore {
            last: last.map(day),
            drift_ms,
            confirmed: confirmed.map(day),
        };
        let opened = open_day(&node, at("09:00:00"), &before);
        opened
            .map(|drafts| drafts[0].member("how").unwrap())
            .map_err(|refusal| refusal.code.into_owned())
    };
    let ok = |how: &str| Ok(how.to_owned());
    let no = |code: &str| Err(code.to_owned());
    for (last, drift, confirmed, expected) in [
        (Some("2026-11-24"), Some(0), None, ok("clock")),
        (Some("2026-11-21"), Some(-300_000), None, ok("clock")),
        (Some("2026-11-20"), Some(0), None, no("day-to-confirm")),
        (Some("2026-11-24"), Some(300_001), None, no("day-to-confirm")),
        (Some("2026-11-24"), None, None, no("day-to-confirm")),
        (None, Some(0), None, no("day-to-confirm")),
        (None, None, Some("2026-11-25"), ok("person")),
        (None, None, Some("2099-11-25"), no("day-to-confirm")),
        (Some("2026-11-26"), Some(0), Some("2026-11-25"), no("day-before-last")),
        (Some("2026-11-25"), Some(0), None, no("day-open")),
    ] {
        assert_eq!(
            open(last, drift, confirmed),
            expected,
            "{last:?} {drift:?} {confirmed:?}"
        );
    }
}

#[test]
fn a_second_print_is_a_duplicate_and_asks_for_a_reason() {
    let wish = |reason: Option<&str>| PrintWish {
        sheet: "receipt".into(),
        about: "appeal/26051201001238".parse().unwrap(),
        reason: reason.map(str::to_owned),
    };
    let before = [crate::fold::JobRow {
        subject: "job/1".parse().unwrap(),
        node: NodeId([1; 16]),
        sheet: "receipt".into(),
        about: "appeal/26051201001238".into(),
        duplicate: 0,
        reason: None,
        at: at("14:00:00"),
        state: crate::state::JobState::Confirmed,
    }];
    assert!(queue_print(&wish(None), &[], "2").is_ok());
    assert_eq!(
        queue_print(&wish(None), &before, "2").unwrap_err().code,
        "reason-missing"
    );
    assert_eq!(
        queue_print(&wish(Some(" ")), &before, "2").unwrap_err().code,
        "reason-missing"
    );
    let again = queue_print(&wish(Some("paper jam")), &before, "2").unwrap();
    assert_eq!(again[0].member("duplicate").as_deref(), Some("1"));
}

#[test]
fn a_correction_needs_a_reason_and_a_number_that_checks() {
    let row = entry();
    let fields = |iin: &str| BTreeMap::from([("iin".to_owned(), Some(iin.to_owned()))]);
    assert_eq!(
        correct(&row, fields("680503200008"), "").unwrap_err().code,
        "reason-missing"
    );
    assert_eq!(
        correct(&row, fields("680503200009"), "typing").unwrap_err().code,
        "iin-check-digit"
    );
    assert!(correct(&row, fields("680503200008"), "typing").is_ok());
}

fn entry() -> crate::fold::EntryRow {
    let visit = visit();
    crate::fold::EntryRow {
        subject: "entry/0512-A-2026/000123".parse().unwrap(),
        number: "0512-A-2026/000123".into(),
        node: NodeId([1; 16]),
        day: day("2026-11-25"),
        at: at("14:00:00"),
        person: visit.person,
        document: visit.document,
        capacity: visit.capacity,
        read_by: visit.read_by,
        language: visit.language,
        needs_help: false,
        ticket: None,
        statements: crate::facts::StatementsV1 {
            compared: at("14:00:00"),
            explained: at("14:00:00"),
            consented: at("14:00:00"),
            language: Language::Kk,
            rules: "213-2021".into(),
            texts: None,
        },
        match_key: String::new(),
        search_words: String::new(),
        annulled: None,
        corrections: Vec::new(),
        notes: Vec::new(),
    }
}

fn session(state: SessionState) -> SessionRow {
    SessionRow {
        subject: "session/cd".parse().unwrap(),
        desk: NodeId([1; 16]),
        booth: NodeId([2; 16]),
        entry: "0512-A-2026/000123".into(),
        day: day("2026-11-25"),
        language: Language::Kk,
        state,
        asked_at: at("14:00:00"),
        asked_tick: 5,
        accepted_at: None,
        refused: None,
        held_by: None,
        recorded_ms: 0,
        discarded: 0,
        outcome: None,
        withdrawn: None,
        reason: None,
        appeal: None,
        continues: None,
        freed_at: None,
        called: None,
        words: Vec::new(),
        rating: None,
    }
}

#[test]
fn a_desk_takes_back_its_own_request_alone_and_only_before_an_answer() {
    let taken = |state, desk, reason: &str| {
        let drafts = withdraw(&session(state), &NodeId([desk; 16]), reason);
        drafts.map(drop).map_err(|refusal| refusal.code.into_owned())
    };
    assert_eq!(taken(SessionState::Asked, 1, "left"), Ok(()));
    assert_eq!(taken(SessionState::Asked, 1, " "), Err("reason-missing".into()));
    assert_eq!(
        taken(SessionState::Asked, 3, "left"),
        Err("request-of-another-desk".into())
    );
    for state in [SessionState::Preparing, SessionState::Withdrawn, SessionState::Refused] {
        assert_eq!(taken(state, 1, "left"), Err("session-state".into()));
    }
}

#[test]
fn a_word_is_given_about_a_session_that_may_hear_it_and_refused_by_name_else() {
    use SessionState as T;
    use StaffWordV1 as W;
    let list = br#"{"addressees":[{"id":"justice","group":"ministries","name":{"kk":"\u04d8","ru":"\u042e"}}]}"#;
    let list = Addressees::from_document(list).unwrap();
    let said = |row: &SessionRow, word: &W| {
        let drafts = tell_booth(row, word, Some(&list), at("14:05:00"));
        drafts.map(drop).map_err(|refusal| refusal.code.into_owned())
    };
    let end = |reason: &str| W::End {
        fault: false,
        reason: reason.into(),
    };
    let propose = |addressee: &str| W::Propose {
        addressee: addressee.into(),
    };
    let no = |code: &str| Err(code.to_owned());
    for state in [T::Preparing, T::Recording, T::Paused, T::Held, T::Interrupted] {
        for word in [W::Came, W::PersonIsBack, end("left"), propose("justice")] {
            assert_eq!(said(&session(state), &word), Ok(()), "{state:?} {word:?}");
        }
    }
    // Its code may still stand on the screen.
    for (word, expected) in [
        (W::Came, Ok(())),
        (end("left"), Ok(())),
        (W::PersonIsBack, no("session-state")),
        (propose("justice"), no("session-state")),
    ] {
        assert_eq!(said(&session(T::Filed), &word), expected, "{word:?}");
    }
    let freed = SessionRow {
        freed_at: Some(at("14:04:30")),
        ..session(T::Filed)
    };
    assert_eq!(
        said(&freed, &W::Came),
        no("session-state"),
        "nothing stands there any more"
    );
    for state in [T::Asked, T::Withdrawn, T::Refused, T::Ended] {
        assert_eq!(said(&session(state), &W::Came), no("session-state"), "{state:?}");
    }
    assert_eq!(said(&session(T::Held), &end(" ")), no("reason-missing"));
    assert_eq!(said(&session(T::Held), &propose("nobody")), no("addressee-unknown"));
    assert_eq!(
        tell_booth(&session(T::Held), &propose("justice"), None, at("14:05:00"))
            .unwrap_err()
            .code,
        "addressee-unknown"
    );

    let mut told = session(T::Held);
    let given = |time: &str| WordGivenView {
        by: By::Node,
        at: at(time),
        word: W::PersonIsBack,
    };
    told.words = vec![WordView {
        desk: NodeId([3; 16]),
        told_tick: 9,
        given: Some(given("14:04:00")),
        answer: None,
    }];
    assert_eq!(said(&told, &W::PersonIsBack), no("word-on-its-way"));
    assert_eq!(said(&told, &W::Came), Ok(()), "another word");
    told.words[0].given = Some(given("13:55:00"));
    assert_eq!(
        said(&told, &W::PersonIsBack),
        Ok(()),
        "the one before is worth nothing any more"
    );
}
