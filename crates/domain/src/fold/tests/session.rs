//! The session: questions and answers that cross, words, what a booth alone holds.

use super::*;
use crate::facts::{SessionOutcomeV1, StaffWordV1};

fn moved(stage: &str) -> String {
    format!(r#"{{"stage":"{stage}","recorded_ms":42,"rules":null}}"#)
}

#[test]
fn a_session_goes_its_whole_way() {
    let facts = [
        item(DESK_A, 1, 5, SESSION, "BoothAsked", &fixture("BoothAsked")),
        item(BOOTH, 1, 6, SESSION, "BoothAccepted", &fixture("BoothAccepted")),
        item(BOOTH, 2, 7, SESSION, "SessionMoved", &moved("recording")),
        item(BOOTH, 3, 8, SESSION, "SessionMoved", &moved("paused")),
        item(BOOTH, 4, 9, SESSION, "SessionEnded", &fixture("SessionEnded")),
    ];
    let folded = fold(&facts);
    assert_eq!(words(&folded), [""; 0]);
    let Some(Row::Session(row)) = folded.row else {
        panic!("no session")
    };
    assert_eq!(
        (row.state, row.recorded_ms, row.appeal.as_deref()),
        (SessionState::Filed, 42, Some("26051201001238"))
    );
}

#[test]
fn a_filed_session_holds_its_booth_until_the_booth_is_free_and_then_once_for_all() {
    let whole = |rest: &[Item]| {
        let mut facts = vec![item(DESK_A, 1, 5, SESSION, "BoothAsked", &fixture("BoothAsked"))];
        facts.extend(of_the_booth());
        facts.extend_from_slice(rest);
        let folded = fold(&facts);
        let Some(Row::Session(row)) = folded.row else {
            panic!("no session")
        };
        (row.occupies(), row.freed_at, folded.troubles.len())
    };
    let freed = |seq, tick| item(BOOTH, seq, tick, SESSION, "BoothFreed", "{}");
    let (holds, at, _) = whole(&[]);
    assert_eq!((holds, at), (true, None));
    let (holds, at, troubles) = whole(&[freed(20, 30)]);
    assert!(!holds && at.is_some() && troubles == 0);
    assert_eq!(
        whole(&[freed(20, 30), freed(21, 31)]),
        (false, at, 0),
        "the first counts"
    );
    let foreign = item(DESK_B, 1, 30, SESSION, "BoothFreed", "{}");
    assert_eq!(whole(&[foreign]), (true, None, 1), "no desk says so");
    let early = [
        item(DESK_A, 1, 5, SESSION, "BoothAsked", &fixture("BoothAsked")),
        item(BOOTH, 1, 6, SESSION, "BoothAccepted", &fixture("BoothAccepted")),
        freed(2, 7),
    ];
    assert_eq!(words(&fold(&early)), ["impossible"], "a person is in there");
}

#[test]
fn who_was_not_served_comes_back_and_who_left_does_not() {
    let ended = |outcome: &str, appeal: &str, reason: &str| {
        let body = format!(r#"{{"outcome":"{outcome}","appeal":{appeal},"reason":{reason}}}"#);
        let facts = [
            item(DESK_A, 1, 5, SESSION, "BoothAsked", &fixture("BoothAsked")),
            item(BOOTH, 1, 6, SESSION, "BoothAccepted", &fixture("BoothAccepted")),
            item(BOOTH, 2, 7, SESSION, "SessionEnded", &body),
        ];
        match fold(&facts).row {
            Some(Row::Session(row)) => row.comes_back(),
            _ => panic!("no session"),
        }
    };
    assert!(ended("left", "null", r#""not-me""#) && ended("fault", "null", r#""camera""#));
    assert!(!ended("left", "null", "null") && !ended("left", "null", r#""went home""#));
    assert!(
        !ended("fault", r#""26051201001238""#, "null"),
        "something of theirs is filed"
    );
}

#[test]
fn a_call_stands_until_staff_came_and_the_first_mark_counts() {
    let asked = item(DESK_A, 1, 5, SESSION, "BoothAsked", &fixture("BoothAsked"));
    let accepted = item(BOOTH, 1, 6, SESSION, "BoothAccepted", &fixture("BoothAccepted"));
    let called = item(BOOTH, 2, 7, SESSION, "StaffCalled", r#"{"why":"help"}"#);
    let came = item(BOOTH, 3, 8, SESSION, "StaffCalled", r#"{"why":null}"#);
    let rated = |seq, mark: u8| {
        item(
            BOOTH,
            seq,
            6 + seq,
            SESSION,
            "ServiceRated",
            &format!(r#"{{"mark":{mark}}}"#),
        )
    };
    let row = |facts: &[Item]| match fold(facts) {
        Folded {
            row: Some(Row::Session(row)),
            troubles,
        } => (row, troubles.len()),
        other => panic!("{other:?}"),
    };
    let (stands, _) = row(&[asked.clone(), accepted.clone(), called.clone()]);
    assert_eq!(stands.called.map(|call| call.why).as_deref(), Some("help"));
    let (over, troubles) = row(&[
        asked.clone(),
        accepted,
        called.clone(),
        came,
        rated(4, 5),
        rated(5, 1),
        rated(6, 9),
    ]);
    assert_eq!((over.called, over.rating, troubles), (None, Some(5), 1));
    let foreign = item(DESK_B, 1, 7, SESSION, "StaffCalled", r#"{"why":"help"}"#);
    assert_eq!(row(&[asked, foreign]).1, 1);
}

#[test]
fn an_answer_that_is_not_after_its_question_or_not_of_the_booth_does_not_count() {
    let asked = item(DESK_A, 1, 5, SESSION, "BoothAsked", &fixture("BoothAsked"));
    let accepted = fixture("BoothAccepted");
    for (answer, trouble) in [
        (item(BOOTH, 1, 4, SESSION, "BoothAccepted", &accepted), "impossible"),
        (
            item(DESK_B, 1, 6, SESSION, "BoothAccepted", &accepted),
            "foreign-author",
        ),
        (
            item(
                BOOTH,
                1,
                6,
                SESSION,
                "BoothAccepted",
                &accepted.replace("\"asked_tick\":5", "\"asked_tick\":3"),
            ),
            "impossible",
        ),
    ] {
        let folded = fold(&[asked.clone(), answer]);
        assert_eq!(words(&folded), [trouble]);
        assert!(matches!(
            folded.row,
            Some(Row::Session(SessionRow {
                state: SessionState::Asked,
                ..
            }))
        ));
    }
}

#[test]
fn nothing_is_filed_while_it_records() {
    let folded = fold(&[
        item(DESK_A, 1, 5, SESSION, "BoothAsked", &fixture("BoothAsked")),
        item(BOOTH, 1, 6, SESSION, "BoothAccepted", &fixture("BoothAccepted")),
        item(BOOTH, 2, 7, SESSION, "SessionMoved", &moved("recording")),
        item(BOOTH, 3, 8, SESSION, "SessionEnded", &fixture("SessionEnded")),
    ]);
    assert_eq!(words(&folded), ["impossible"]);
    assert!(matches!(
        folded.row,
        Some(Row::Session(SessionRow {
            state: SessionState::Recording,
            ..
        }))
    ));
}

/// What a booth holds of a session: its own stream, never the question.
fn of_the_booth() -> Vec<Item> {
    vec![
        item(BOOTH, 1, 6, SESSION, "BoothAccepted", &fixture("BoothAccepted")),
        item(BOOTH, 2, 7, SESSION, "StaffCalled", &fixture("StaffCalled")),
        item(
            BOOTH,
            3,
            8,
            SESSION,
            "WordTaken",
            r#"{"desk":"33333333333333333333333333333333","told_tick":7}"#,
        ),
        item(BOOTH, 4, 9, SESSION, "SessionMoved", &moved("recording")),
        item(BOOTH, 5, 10, SESSION, "SessionMoved", &moved("paused")),
        item(BOOTH, 6, 11, SESSION, "SessionEnded", &fixture("SessionEnded")),
        item(BOOTH, 7, 12, SESSION, "ServiceRated", &fixture("ServiceRated")),
    ]
}

fn session(facts: &[Item]) -> (SessionRow, Vec<&'static str>) {
    let folded = fold(facts);
    let words = words(&folded);
    match folded.row {
        Some(Row::Session(row)) => (row, words),
        other => panic!("no session: {other:?}"),
    }
}

#[test]
fn without_its_question_a_session_is_no_row_and_no_trouble_and_with_it_all_counts() {
    let mut facts = of_the_booth();
    for held in 1..=facts.len() {
        let folded = fold(&facts[..held]);
        assert_eq!((folded.row.is_none(), words(&folded)), (true, vec![]), "{held}");
    }
    let stranger = item(DESK_A, 1, 5, SESSION, "NoteWritten", &fixture("NoteWritten"));
    assert_eq!(
        words(&fold(&[stranger])),
        ["impossible"],
        "what never belongs to a session waits for nothing"
    );
    facts.push(item(DESK_A, 1, 5, SESSION, "BoothAsked", &fixture("BoothAsked")));
    let (row, troubles) = session(&facts);
    assert_eq!(
        (row.state, row.rating, troubles),
        (SessionState::Filed, Some(5), vec![])
    );
    // What the question's row refuses stays a trouble: another booth than the one asked.
    facts.pop();
    let other = fixture("BoothAsked").replace(&BOOTH.to_string(), &DESK_B.to_string());
    facts.push(item(DESK_A, 1, 5, SESSION, "BoothAsked", &other));
    let (row, troubles) = session(&facts);
    assert_eq!((row.state, troubles), (SessionState::Asked, vec!["impossible"; 7]));
}

const WITHDRAWN: &str = r#"{"outcome":"withdrawn","appeal":null,"reason":"left"}"#;

#[test]
fn the_booths_answer_beats_a_withdrawal_whatever_the_ticks_and_the_withdrawal_is_kept() {
    let asked = item(DESK_A, 1, 5, SESSION, "BoothAsked", &fixture("BoothAsked"));
    let withdrawn = |tick| item(DESK_A, 2, tick, SESSION, "SessionEnded", WITHDRAWN);
    let alone = session(&[asked.clone(), withdrawn(6)]).0;
    assert_eq!(
        (alone.state, alone.outcome.is_some(), alone.lost_withdrawal()),
        (SessionState::Withdrawn, true, None)
    );
    for (kind, state) in [
        ("BoothAccepted", SessionState::Preparing),
        ("BoothRefused", SessionState::Refused),
    ] {
        let answer = item(BOOTH, 1, 7, SESSION, kind, &fixture(kind));
        for tick in [6, 7, 8] {
            let (row, troubles) = session(&[asked.clone(), withdrawn(tick), answer.clone()]);
            assert_eq!(
                (row.state, row.outcome, troubles),
                (state, None, vec![]),
                "{kind} {tick}"
            );
            let lost = row.lost_withdrawal().expect("kept");
            assert_eq!(lost.reason.as_deref(), Some("left"));
            assert_eq!(row.state.occupies(), kind == "BoothAccepted");
        }
    }
    // It goes on as if nothing had been taken back, also where the withdrawal comes last of all.
    let mut facts = of_the_booth();
    facts.extend([asked.clone(), withdrawn(20)]);
    let (row, troubles) = session(&facts);
    assert_eq!((row.state, troubles), (SessionState::Filed, vec![]));
    assert_eq!(
        (row.appeal.as_deref(), row.lost_withdrawal().is_some()),
        (Some("26051201001238"), true)
    );
    // A second one, one of another desk, and an end that is not the booth's, count for nothing.
    for extra in [
        item(DESK_A, 3, 9, SESSION, "SessionEnded", WITHDRAWN),
        item(
            DESK_B,
            1,
            9,
            SESSION,
            "SessionEnded",
            &WITHDRAWN.replace("withdrawn", "left"),
        ),
    ] {
        assert_eq!(session(&[asked.clone(), withdrawn(6), extra]).1, ["impossible"]);
    }
    let foreign = item(DESK_B, 1, 6, SESSION, "SessionEnded", WITHDRAWN);
    assert_eq!(session(&[asked, foreign]).1, ["impossible"]);
}

#[test]
fn a_word_given_stands_until_the_booth_takes_or_refuses_it_once() {
    let asked = item(DESK_A, 1, 5, SESSION, "BoothAsked", &fixture("BoothAsked"));
    let accepted = item(BOOTH, 1, 6, SESSION, "BoothAccepted", &fixture("BoothAccepted"));
    let given = item(DESK_B, 1, 9, SESSION, "WordGiven", &fixture("WordGiven"));
    let answer = |kind: &str, seq, tick, code: &str| {
        let body = format!(r#"{{"desk":"{DESK_B}","told_tick":9,"code":"{code}"}}"#);
        item(BOOTH, seq, tick, SESSION, kind, &body)
    };
    let (row, troubles) = session(&[asked.clone(), accepted.clone(), given.clone()]);
    let waiting: Vec<_> = row
        .words_waiting()
        .map(|(word, given)| (word.desk, word.told_tick, given.word.clone()))
        .collect();
    assert_eq!(
        (waiting, troubles),
        (vec![(DESK_B, 9, StaffWordV1::PersonIsBack)], vec![])
    );

    let taken = answer("WordTaken", 2, 10, "");
    let facts = [asked.clone(), accepted.clone(), given.clone(), taken.clone()];
    let (row, troubles) = session(&facts);
    assert_eq!((row.words_waiting().count(), row.words.len(), troubles), (0, 1, vec![]));
    assert_eq!(
        row.words[0].answer.as_ref().map(|answer| answer.refused.clone()),
        Some(None)
    );
    // The booth's answer may reach a desk before the other desk's word.
    let (row, troubles) = session(&[asked.clone(), accepted.clone(), taken.clone()]);
    assert_eq!(
        (row.words[0].given.is_none(), row.words[0].answer.is_some(), troubles),
        (true, true, vec![])
    );

    let refused = answer("WordRefused", 2, 10, "too-late");
    let (row, _) = session(&[asked.clone(), accepted.clone(), given.clone(), refused]);
    assert_eq!(
        row.words[0]
            .answer
            .as_ref()
            .and_then(|answer| answer.refused.as_deref()),
        Some("too-late")
    );

    for wrong in [
        answer("WordTaken", 2, 9, ""),
        item(DESK_A, 2, 10, SESSION, "WordTaken", &taken.fact.body.clone().unwrap()),
    ] {
        let (row, troubles) = session(&[asked.clone(), accepted.clone(), given.clone(), wrong]);
        assert_eq!((row.words_waiting().count(), troubles.len()), (1, 1));
    }
    let twice = answer("WordRefused", 3, 11, "too-late");
    let (row, troubles) = session(&[asked, accepted, given, taken, twice]);
    assert_eq!(
        (
            row.words[0].answer.as_ref().map(|answer| answer.refused.is_none()),
            troubles
        ),
        (Some(true), vec!["impossible"])
    );
}

prop_compose! {
    /// A session's own facts by the nodes that may write them, ticks close together: mostly a story that crosses itself.
    fn a_session()(
        rows in prop::collection::vec((0..16_usize, 0..12_u64), 0..16),
        asked in any::<bool>(),
    ) -> Vec<Item> {
        let stages = ["preparing", "recording", "paused", "discarded", "held", "interrupted"];
        let mut facts: Vec<Item> = rows.into_iter().zip(1..).map(|((kind, tick), seq)| {
            let (node, kind, body) = match kind {
                0 => (BOOTH, "BoothAccepted", fixture("BoothAccepted")),
                1 => (BOOTH, "BoothRefused", fixture("BoothRefused")),
                2..=7 => (BOOTH, "SessionMoved", moved(stages[kind - 2])),
                8 => (BOOTH, "SessionEnded", fixture("SessionEnded")),
                9 => (DESK_A, "SessionEnded", WITHDRAWN.to_owned()),
                10 => (DESK_B, "SessionEnded", WITHDRAWN.to_owned()),
                11 => (DESK_A, "WordGiven", fixture("WordGiven")),
                12 => (DESK_B, "WordGiven", fixture("WordGiven")),
                13 => (BOOTH, "WordTaken", fixture("WordTaken")),
                14 => (BOOTH, "WordRefused", fixture("WordRefused")),
                _ => (BOOTH, "StaffCalled", fixture("StaffCalled")),
            };
            item(node, seq, 2 + tick, SESSION, kind, &body)
        }).collect();
        if asked {
            facts.push(item(DESK_A, 99, 5, SESSION, "BoothAsked", &fixture("BoothAsked")));
        }
        facts
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn a_session_folds_the_same_in_any_order_and_any_split_and_the_booths_answer_stands(
        (facts, shuffled) in a_session().prop_flat_map(|facts| (Just(facts.clone()), Just(facts).prop_shuffle()))
    ) {
        let folded = fold(&facts);
        prop_assert_eq!(&folded, &fold(&shuffled));
        let asked = facts.iter().any(|one| one.fact.kind == "BoothAsked");
        prop_assert_eq!(folded.row.is_some(), asked);
        prop_assert!(asked || folded.troubles.is_empty());
        if let Some(Row::Session(row)) = &folded.row {
            // The booth answered in time: no withdrawal makes that undone.
            let counted = |one: &&Item| !folded.troubles.iter().any(|trouble| (trouble.node, trouble.seq) == (one.fact.node, one.fact.seq));
            let answered = facts.iter().filter(counted).any(|one| matches!(one.fact.kind.as_str(), "BoothAccepted" | "BoothRefused"));
            prop_assert_eq!(answered, !matches!(row.state, SessionState::Asked | SessionState::Withdrawn));
            prop_assert_eq!(row.state == SessionState::Withdrawn, row.outcome == Some(SessionOutcomeV1::Withdrawn));
            let withdrawals = facts.iter().filter(counted).filter(|one| one.fact.body.as_deref() == Some(WITHDRAWN)).count();
            prop_assert_eq!(withdrawals, usize::from(row.withdrawn.is_some()));
        }
    }
}
