mod session;

use proptest::prelude::*;

use super::*;
use crate::fact::{By, Digest, Fact, Instant, NodeId};
use crate::facts::tests::fixtures;
use crate::state::{ReceptionState, SessionState};

const DESK_A: NodeId = NodeId([0x11; 16]);
const BOOTH: NodeId = NodeId([0x22; 16]);
const DESK_B: NodeId = NodeId([0x33; 16]);
const PORTAL: NodeId = NodeId([0x44; 16]);

fn writer(node: NodeId) -> NodeRoleV1 {
    match node {
        BOOTH => NodeRoleV1::Booth,
        PORTAL => NodeRoleV1::Portal,
        _ => NodeRoleV1::Desk,
    }
}

fn item(node: NodeId, seq: u64, tick: u64, subject: &str, kind: &str, body: &str) -> Item {
    let fact = Fact {
        branch: "0512".parse().unwrap(),
        node,
        seq,
        tick,
        at: Instant {
            utc_ms: 1_795_325_400_000 + i64::try_from(tick).unwrap(),
            offset_min: 300,
        },
        by: By::Node,
        subject: subject.parse().unwrap(),
        kind: kind.into(),
        version: 1,
        body: Some(body.into()),
        body_hash: Digest::of(body.as_bytes()),
        prev: Digest::ZERO,
        hash: Digest::ZERO,
        act_end: true,
        sig: None,
    };
    Item {
        fact,
        writer: writer(node),
    }
}

fn fixture(kind: &str) -> String {
    fixtures().into_iter().find(|(known, ..)| known == kind).unwrap().2
}

fn words(folded: &Folded) -> Vec<&'static str> {
    folded.troubles.iter().map(|trouble| trouble.code.word()).collect()
}

const SESSION: &str = "session/cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd";
const RECEPTION: &str = "reception/05120000000001";

#[test]
fn an_appeal_without_a_promise_is_an_appeal() {
    let filed = |body: &str| {
        let mut fact = item(BOOTH, 1, 6, "appeal/26051201001238", "AppealFiled", body);
        fact.fact.at.utc_ms = 1_795_325_400_000;
        fold(&[fact])
    };
    let promised = fixtures()
        .into_iter()
        .filter(|(kind, ..)| kind == "AppealFiled")
        .map(|(.., body)| {
            let folded = filed(&body);
            match folded.row {
                Some(Row::Appeal(row)) => (row.promise.is_some(), folded.troubles.len()),
                other => panic!("no appeal: {other:?}"),
            }
        });
    assert_eq!(promised.collect::<Vec<_>>(), [(true, 0), (false, 0)]);
    let body = fixture("AppealFiled");
    let (from, to) = (
        body.find("\"promise\"").unwrap(),
        body.find("\"code_verifier\"").unwrap(),
    );
    let without = format!("{}{}", &body[..from], &body[to..]);
    assert!(
        matches!(filed(&without).row, Some(Row::Appeal(row)) if row.promise.is_none()),
        "the member may be left out"
    );
}

#[test]
fn of_two_arrivals_the_first_in_canonical_order_stands_and_the_other_is_kept() {
    let facts = [
        item(
            PORTAL,
            1,
            1,
            RECEPTION,
            "ReceptionAppointed",
            &fixture("ReceptionAppointed"),
        ),
        item(
            DESK_B,
            1,
            9,
            RECEPTION,
            "ReceptionArrived",
            r#"{"minutes":-3,"punctuality":"on_time","other_document":true,"words":null}"#,
        ),
        item(
            DESK_A,
            1,
            9,
            RECEPTION,
            "ReceptionArrived",
            &fixture("ReceptionArrived"),
        ),
    ];
    let Some(Row::Reception(row)) = fold(&facts).row else {
        panic!("no reception")
    };
    assert_eq!(
        row.arrival.as_ref().map(|arrival| arrival.node),
        Some(DESK_A),
        "equal ticks: the lower node id"
    );
    assert_eq!(
        row.other_arrivals
            .iter()
            .map(|arrival| arrival.node)
            .collect::<Vec<_>>(),
        [DESK_B]
    );
}

#[test]
fn an_undone_step_goes_back_and_an_undone_arrival_may_come_again() {
    let mut facts = vec![
        item(
            PORTAL,
            1,
            1,
            RECEPTION,
            "ReceptionAppointed",
            &fixture("ReceptionAppointed"),
        ),
        item(
            DESK_A,
            1,
            2,
            RECEPTION,
            "ReceptionArrived",
            &fixture("ReceptionArrived"),
        ),
        item(DESK_A, 2, 3, RECEPTION, "ReceptionUndone", &fixture("ReceptionUndone")),
    ];
    let Some(Row::Reception(row)) = fold(&facts).row else {
        panic!("no reception")
    };
    assert_eq!((row.state, row.arrival), (ReceptionState::Expected, None));
    facts.push(item(
        DESK_A,
        3,
        4,
        RECEPTION,
        "ReceptionArrived",
        &fixture("ReceptionArrived"),
    ));
    facts.push(item(
        DESK_A,
        4,
        5,
        RECEPTION,
        "ReceptionStepped",
        r#"{"step":"started"}"#,
    ));
    let Some(Row::Reception(row)) = fold(&facts).row else {
        panic!("no reception")
    };
    assert_eq!(row.state, ReceptionState::Started);
}

#[test]
fn a_correction_keeps_the_old_value_beside_the_new_and_the_search_keys_follow() {
    let entry = "entry/0512-A-2026/000123";
    let facts = [
        item(DESK_A, 1, 1, entry, "EntryRegistered", &fixture("EntryRegistered")),
        item(
            DESK_A,
            2,
            2,
            entry,
            "EntryCorrected",
            r#"{"fields":{"surname":"Серікова","nonsense":"x"},"reason":"typing"}"#,
        ),
    ];
    let folded = fold(&facts);
    assert_eq!(
        words(&folded),
        ["impossible"],
        "an unknown field is reported, the rest counts"
    );
    let Some(Row::Entry(row)) = folded.row else {
        panic!("no entry")
    };
    assert_eq!(row.corrections[0].old.as_deref(), Some("Қасымова"));
    assert_eq!(row.match_key, "СЕРИКОВААЛИЯТЕСТКЫЗЫ");
    assert!(row.search_words.contains("СЕРИКОВА") && row.search_words.contains("KASSYMOVA"));
}

#[test]
fn a_closed_subject_keeps_only_its_remainder_and_folds_the_same_without_its_bodies() {
    let entry = "entry/0512-A-2026/000123";
    let mut facts = vec![
        item(DESK_A, 120, 1, entry, "EntryRegistered", &fixture("EntryRegistered")),
        item(PORTAL, 1, 9, entry, "SubjectClosed", &fixture("SubjectClosed")),
    ];
    let before = fold(&facts);
    facts[0].fact.body = None;
    let after = fold(&facts);
    assert_eq!(before, after);
    assert!(matches!(&after.row, Some(Row::Closed(row)) if row.state == "filed"));
    assert_eq!(words(&after), [""; 0], "an erased body under a closing is no trouble");
}

#[test]
fn only_the_portal_keeps_the_directory() {
    let body = fixture("StaffAdmitted");
    let folded = fold(&[item(DESK_A, 1, 1, "staff/0102030405060708", "StaffAdmitted", &body)]);
    assert_eq!((folded.row.is_none(), words(&folded)), (true, vec!["foreign-author"]));
    let folded = fold(&[item(PORTAL, 1, 1, "staff/0102030405060708", "StaffAdmitted", &body)]);
    assert!(matches!(folded.row, Some(Row::Staff(_))));
}

prop_compose! {
    /// Facts of any kind on one subject, by any node, with ticks that collide: mostly nonsense, sometimes a story.
    fn any_facts()(
        subject in prop::sample::select(vec![SESSION, RECEPTION, "entry/0512-A-2026/000123", "appeal/26051201001238",
            "day/11111111111111111111111111111111/2026-11-25", "staff/0102030405060708", "job/cd", "future/x"]),
        rows in prop::collection::vec((0..fixtures().len() + 1, 0..4_usize, 0..6_u64, any::<bool>()), 0..14),
    ) -> Vec<Item> {
        let fixtures = fixtures();
        rows.into_iter().zip(1..).map(|((kind, node, tick, erased), seq)| {
            let (kind, _, body) = fixtures.get(kind).cloned().unwrap_or(("FromTheFuture".into(), 1, "{".into()));
            let mut item = item([DESK_A, BOOTH, DESK_B, PORTAL][node], seq, tick, subject, &kind, &body);
            if erased && seq % 5 == 0 {
                item.fact.body = None;
            }
            item
        }).collect()
    }
}

proptest! {
    #[test]
    fn a_fold_never_panics_and_any_order_folds_to_the_same(
        (facts, shuffled) in any_facts().prop_flat_map(|facts| (Just(facts.clone()), Just(facts).prop_shuffle()))
    ) {
        prop_assert_eq!(fold(&facts), fold(&shuffled));
    }
}
