use super::*;

/// One line a kind and version: frozen bodies as they were once written. Lines are added, never changed.
pub(crate) fn fixtures() -> Vec<(String, u16, String)> {
    #[derive(serde::Deserialize)]
    struct Line {
        kind: String,
        version: u16,
        body: String,
    }
    let lines = include_str!("../../fixtures/facts.jsonl").lines();
    lines
        .map(|line| serde_json::from_str::<Line>(line).unwrap())
        .map(|l| (l.kind, l.version, l.body))
        .collect()
}

#[test]
fn every_kind_and_version_has_a_fixture_that_still_reads() {
    let fixtures = fixtures();
    for (kind, version) in KINDS {
        let held = fixtures.iter().find(|(k, v, _)| (k.as_str(), *v) == (*kind, *version));
        let (.., body) = held.unwrap_or_else(|| panic!("{kind} {version} has no fixture"));
        decode(kind, *version, Some(body)).unwrap_or_else(|why| panic!("{kind} {version}: {why}"));
    }
}

#[test]
fn unknown_fields_are_stepped_over() {
    for (kind, version, body) in fixtures() {
        let more = body.replacen('{', r#"{"from_a_later_program":{"deep":[1]},"#, 1);
        assert_eq!(
            decode(&kind, version, Some(&more)),
            decode(&kind, version, Some(&body)),
            "{kind}"
        );
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    assert_eq!(decode("FromTheFuture", 1, Some("{}")), Err(Unreadable::UnknownKind));
    assert_eq!(decode("DayOpened", 2, Some("{}")), Err(Unreadable::UnknownVersion));
    assert_eq!(decode("DayOpened", 1, Some("{")), Err(Unreadable::BadBody));
    assert_eq!(
        decode("DayOpened", 1, Some(r#"{"date":"tomorrow","how":"clock"}"#)),
        Err(Unreadable::BadBody)
    );
    assert_eq!(decode("DayOpened", 1, None), Err(Unreadable::Erased));
}
