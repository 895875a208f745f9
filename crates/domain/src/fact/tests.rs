use super::*;
use crate::facts::{DayOpened, Decoded, SignedIn, decode};
use crate::subject::Subject;

fn key() -> NodeKey {
    NodeKey::from_seed(&std::array::from_fn(|place| place as u8))
}

fn act(count: usize) -> Act {
    let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    let day = Draft::new(
        Subject::day(&key().node(), date),
        &DayOpened {
            date,
            how: "clock".into(),
        },
    );
    Act {
        at: Instant {
            utc_ms: 1_795_325_400_000,
            offset_min: 300,
        },
        by: By::Staff(StaffId([1, 2, 3, 4, 5, 6, 7, 8])),
        drafts: vec![day; count],
    }
}

fn sealed(count: usize) -> Vec<Fact> {
    seal("0512".parse().unwrap(), &key(), None, 7, &act(count), || {
        std::array::from_fn(|place| place as u8)
    })
    .unwrap()
}

/// The values of docs/fact.md, computed there from the text alone.
#[test]
fn the_documented_vector_holds() {
    let fact = sealed(1).remove(0);
    assert_eq!(fact.node.to_string(), "56475aa75463474c0285df5dbf2bcab7");
    assert_eq!(
        fact.body.as_deref(),
        Some(r#"{"salt":"000102030405060708090a0b0c0d0e0f","date":"2026-11-25","how":"clock"}"#)
    );
    assert_eq!(fact.tick, 8);
    assert_eq!(fact.hash.to_string(), include_str!("../../fixtures/fact-1.hash").trim());
    assert!(fact.signed_by(&key().public()));
}

#[test]
fn only_the_last_fact_of_an_act_is_signed() {
    let facts = sealed(3);
    assert_eq!(
        facts
            .iter()
            .map(|fact| (fact.seq, fact.tick, fact.act_end))
            .collect::<Vec<_>>(),
        [(1, 8, false), (2, 9, false), (3, 10, true)]
    );
    assert!(facts.iter().all(|fact| fact.sig.is_some() == fact.act_end));
}

#[test]
fn an_act_beyond_its_limits_is_not_sealed() {
    let seal = |act: &Act| seal("0512".parse().unwrap(), &key(), None, 0, act, || [0; 16]).map(|facts| facts.len());
    assert_eq!(seal(&act(0)), Err(ActError::Empty));
    assert_eq!(seal(&act(MAX_ACT_FACTS)), Ok(400));
    assert_eq!(seal(&act(MAX_ACT_FACTS + 1)), Err(ActError::TooLarge));
    let long = DayOpened {
        date: chrono::NaiveDate::MIN,
        how: "x".repeat(MAX_BODY_BYTES),
    };
    let mut big = act(1);
    big.drafts = vec![Draft::new(Subject::day(&key().node(), chrono::NaiveDate::MIN), &long)];
    assert_eq!(seal(&big), Err(ActError::BodyTooLarge));
}

#[test]
fn an_empty_body_gets_only_its_salt() {
    let mut act = act(1);
    act.drafts = vec![Draft::new(Subject::staff(&StaffId([0; 8])), &SignedIn {})];
    let fact = seal("0512".parse().unwrap(), &key(), None, 0, &act, || [1; 16])
        .unwrap()
        .remove(0);
    assert_eq!(
        decode(&fact.kind, fact.version, fact.body.as_deref()),
        Ok(Decoded::SignedIn(SignedIn {}))
    );
}

/// One field changed in the middle of a stream of two acts: where the receiver stops, and why.
#[test]
fn a_changed_stream_is_refused_by_name_and_the_good_acts_before_it_stay() {
    let branch = "0512".parse().unwrap();
    let mut good = sealed(2);
    let head = Head {
        seq: 2,
        hash: good[1].hash,
    };
    good.extend(seal(branch, &key(), Some(head), 20, &act(2), || [3; 16]).unwrap());
    assert_eq!(check_stream(branch, &key().public(), None, &good), Ok(4));

    type Change = fn(&mut Vec<Fact>);
    let cases: [(&str, Change, BrokenStream); 12] = [
        (
            "branch",
            |f| f[2].branch = "0513".parse().unwrap(),
            BrokenStream::ForeignBranch,
        ),
        ("node", |f| f[2].node = NodeId([9; 16]), BrokenStream::ForeignNode),
        ("gap", |f| drop(f.remove(2)), BrokenStream::Gap),
        ("prev", |f| f[2].prev = Digest::ZERO, BrokenStream::WrongPrev),
        ("tick back", |f| f[2].tick = 9, BrokenStream::TickNotGrowing),
        ("tick on", |f| f[2].tick = 22, BrokenStream::WrongHash),
        ("body", |f| f[2].body = Some("{}".into()), BrokenStream::WrongHash),
        (
            "subject",
            |f| f[2].subject = "day/x".parse().unwrap(),
            BrokenStream::WrongHash,
        ),
        ("author", |f| f[2].by = By::Node, BrokenStream::WrongHash),
        ("unsigned", |f| f[3].sig = None, BrokenStream::WrongSignature),
        (
            "signed too early",
            |f| f[2].sig = f[3].sig,
            BrokenStream::WrongSignature,
        ),
        ("other key's", |f| f[3].sig = f[1].sig, BrokenStream::WrongSignature),
    ];
    for (name, change, why) in cases {
        let mut facts = good.clone();
        change(&mut facts);
        let (whole, _, broken) = check_stream(branch, &key().public(), None, &facts).unwrap_err();
        assert_eq!((whole, broken), (2, why), "{name}");
    }
    let mut half = good.clone();
    half.truncate(3);
    assert_eq!(
        check_stream(branch, &key().public(), None, &half),
        Ok(2),
        "half an act does not count"
    );
}

#[test]
fn rehashing_a_changed_fact_breaks_the_signature() {
    let mut facts = sealed(1);
    facts[0].body = Some(r#"{"salt":"00","date":"2026-11-24","how":"clock"}"#.into());
    facts[0].body_hash = Digest::of(facts[0].body.as_ref().unwrap().as_bytes());
    facts[0].hash = facts[0].expected_hash();
    let broken = check_stream("0512".parse().unwrap(), &key().public(), None, &facts).unwrap_err();
    assert_eq!(broken.2, BrokenStream::WrongSignature);
}

#[test]
fn a_plain_line_carries_the_whole_header_and_the_body_as_json() {
    let mut fact = sealed(1).remove(0);
    let line: serde_json::Value = serde_json::from_str(&fact.plain_line()).unwrap();
    assert_eq!(line["body"]["how"], "clock");
    assert_eq!(
        (line["seq"].as_u64(), line["at"].as_str()),
        (Some(1), Some("2026-11-22T10:30:00.000+05:00"))
    );
    assert_eq!(line["hash"], fact.hash.to_string());
    fact.body = None;
    let line: serde_json::Value = serde_json::from_str(&fact.plain_line()).unwrap();
    assert!(line["body"].is_null() && line["body_hash"].is_string());
}
