//! Receptions show only under a roster that is published and complete.

use qabyldau_domain::number::ReceptionRef;

use super::*;

pub(super) fn appointed(roster: &str, row: u32, day: NaiveDate) -> ReceptionAppointed {
    ReceptionAppointed {
        roster: roster.into(),
        row,
        day,
        time: chrono::NaiveTime::from_hms_opt(9 + row % 8, 0, 0).expect("a time"),
        room: "1".into(),
        person: PersonV1 {
            surname: Some("Қасымова".into()),
            given: Some("Әлия".into()),
            iin: Some("680503200008".into()),
            ..PersonV1::default()
        },
        body: "Орган".into(),
        official: None,
        language: Language::Kk,
    }
}

/// Appoints `rows` receptions from number `first` on; answers the bodies' digest as the roster promises it.
fn appoint(portal: &mut Node, roster: &str, first: u64, rows: u32) -> Digest {
    let mut hashes = Vec::new();
    for row in 1..=rows {
        let reference = ReceptionRef::new("0512".parse().expect("a branch"), first + u64::from(row)).expect("a row");
        let draft = Draft::new(Subject::reception(&reference), &appointed(roster, row, today()));
        let facts = portal.write(By::Node, vec![draft]).facts;
        hashes.extend_from_slice(facts[0].body_hash.as_bytes());
    }
    Digest::of(&hashes)
}

fn publish(portal: &mut Node, roster: &str, rows: u32, rows_hash: Digest, version: u32) {
    let body = RosterPublished {
        from: today(),
        to: today(),
        rows,
        rows_hash,
        version,
    };
    portal.write(By::Node, vec![Draft::new(Subject::roster(roster), &body)]);
}

fn shown(node: &Node) -> Vec<String> {
    let rows = node.reader().receptions_of_day(today()).expect("rows");
    rows.into_iter().map(|row| row.reference).collect()
}

#[test]
fn rows_show_when_their_roster_is_published_with_their_count_and_hash() {
    let mut portal = Node::portal();
    let hash = appoint(&mut portal, "aa", 0, 3);
    assert_eq!(shown(&portal), [""; 0], "not published");
    publish(&mut portal, "aa", 3, hash, 1);
    assert_eq!(shown(&portal).len(), 3);
    assert!(portal.reader().reception("05120000000002").unwrap().is_some());
    assert_eq!(
        portal
            .reader()
            .receptions_by_iin("680503200008", today())
            .unwrap()
            .len(),
        3
    );
    assert_eq!(
        portal
            .reader()
            .receptions_by_match_key("КАСЫМОВААЛИЯ", today())
            .unwrap()
            .len(),
        3
    );
    let tomorrow = today().succ_opt().unwrap();
    assert_eq!(
        portal
            .reader()
            .receptions_by_iin("680503200008", tomorrow)
            .unwrap()
            .len(),
        0
    );
}

#[test]
fn a_roster_with_another_count_or_hash_shows_nothing() {
    for (rows, good_hash) in [(2, true), (4, true), (3, false)] {
        let mut portal = Node::portal();
        let hash = appoint(&mut portal, "aa", 0, 3);
        publish(&mut portal, "aa", rows, if good_hash { hash } else { Digest::ZERO }, 1);
        assert_eq!(shown(&portal), [""; 0], "{rows} {good_hash}");
        assert!(portal.reader().reception("05120000000002").unwrap().is_none());
    }
}

#[test]
fn the_newest_complete_version_stands() {
    let mut portal = Node::portal();
    let first = appoint(&mut portal, "aa", 0, 2);
    publish(&mut portal, "aa", 2, first, 1);
    let second = appoint(&mut portal, "bb", 100, 1);
    assert_eq!(shown(&portal).len(), 2, "the second is not published");
    publish(&mut portal, "bb", 1, second, 2);
    assert_eq!(shown(&portal), ["05120000000101"]);
    publish(&mut portal, "cc", 5, Digest::ZERO, 3);
    assert_eq!(shown(&portal), ["05120000000101"], "an incomplete one replaces nothing");
    let versions: Vec<u32> = portal
        .reader()
        .rosters_of_day(today())
        .unwrap()
        .iter()
        .map(|row| row.version)
        .collect();
    assert_eq!(versions, [3, 2, 1]);
}

#[test]
fn a_closed_row_does_not_hide_the_others() {
    let mut portal = Node::portal();
    let hash = appoint(&mut portal, "aa", 0, 3);
    publish(&mut portal, "aa", 3, hash, 1);
    let reference = ReceptionRef::new("0512".parse().unwrap(), 2).unwrap();
    let subject = Subject::reception(&reference);
    let body = SubjectClosed {
        through: [(portal.store.node(), 3)].into(),
        state: "finished".into(),
        day: Some(today()),
    };
    portal.write(By::Node, vec![Draft::new(subject.clone(), &body)]);
    assert_eq!(shown(&portal).len(), 2);
    assert_eq!(portal.reader().closed(&subject).unwrap().unwrap().state, "finished");
}
