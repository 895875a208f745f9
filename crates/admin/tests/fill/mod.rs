//! `fill`: the same seed, the same branch; and never where something lies.

use std::collections::BTreeMap;
use std::fs;

use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::keys::DatabaseKey;
use qabyldau_store::keys::device::{DeviceKey, DeviceSecret, Installation, SecretUnavailable, Why};
use qabyldau_store::keys::slots::{Nameplate, NewSlots, OpenedBy, SlotFile};
use tempfile::TempDir;

use crate::trial::{DAYS, PEOPLE, Trial, fill, findings, the, wrong};
use crate::{run, text};

#[test]
fn one_seed_gives_equal_rows_and_another_seed_others() {
    let digest = |seed| {
        let folder = TempDir::new().expect("what the test set up");
        let given = fill(&folder.path().join("trial"), seed, 6, 2);
        assert_eq!(given.status.code(), Some(0), "{}", text(&given.stdout));
        the(&findings(&given), "trial-done")["digest"].clone()
    };
    let first = digest(11);
    assert_eq!(first, digest(11));
    assert_ne!(first, digest(12));
}

#[test]
fn numbers_have_no_gap_days_are_closed_with_their_count_and_everybody_came() {
    let trial = Trial::shared();
    let store = trial.store("portal");
    let reader = store.reader().expect("what the test set up");
    let (mut numbers, mut days, mut iins) = (Vec::new(), 0, BTreeMap::new());
    let first: chrono::NaiveDate = "2026-01-05".parse().expect("what the test set up");
    for day in first.iter_days().take(20) {
        let entries = reader.entries_of_day(day).expect("what the test set up");
        for row in reader.days_of(day).expect("what the test set up") {
            days += 1;
            assert!(row.closed_at.is_some());
            assert_eq!(
                row.entries,
                Some(u32::try_from(entries.len()).expect("what the test set up"))
            );
        }
        for entry in entries {
            if let Some(iin) = entry.person.iin {
                assert!(matches!(iin.as_bytes()[6], b'1' | b'2'), "an invented IIN");
                *iins.entry(iin).or_insert(0) += 1;
            }
            numbers.push(entry.number);
        }
    }
    assert_eq!(days, DAYS);
    let expected: Vec<String> = (1..=numbers.len())
        .map(|number| format!("9900-A-2026/{number:06}"))
        .collect();
    assert_eq!(numbers, expected);
    assert!(numbers.len() >= PEOPLE as usize && iins.len() > PEOPLE as usize * 8 / 10);
}

#[test]
fn a_folder_with_anything_in_it_is_left_as_it_is() {
    let folder = TempDir::new().expect("what the test set up");
    fs::write(folder.path().join("letter.txt"), "a letter").expect("what the test set up");
    let given = fill(folder.path(), 1, 1, 1);
    assert_eq!(
        (given.status.code(), wrong(&findings(&given))),
        (Some(1), vec!["trial-not-empty"])
    );
    let left: Vec<_> = fs::read_dir(folder.path())
        .expect("what the test set up")
        .map(|entry| entry.expect("what the test set up").file_name())
        .collect();
    assert_eq!(left, ["letter.txt"]);

    let trial = Trial::copy();
    let given = fill(&trial.path("desk"), 1, 1, 1);
    assert_eq!(
        wrong(&findings(&given)),
        ["trial-not-empty"],
        "a demonstration is not written over either"
    );
}

struct Machine;

impl DeviceSecret for Machine {
    fn name(&self) -> &'static str {
        "test"
    }
    fn get(&self, _: &Installation) -> Result<DeviceKey, SecretUnavailable> {
        Err(SecretUnavailable {
            keeper: "test",
            why: Why::NotFound,
        })
    }
    fn get_or_create(&self, _: &Installation, surroundings: &Surroundings) -> Result<DeviceKey, SecretUnavailable> {
        Ok(DeviceKey::random(surroundings))
    }
}

#[test]
fn a_real_node_is_refused_by_its_own_name() {
    let folder = TempDir::new().expect("what the test set up");
    let surroundings = qabyldau_store::surroundings::real();
    let sheet = fs::read_to_string(Trial::shared().path("DEMONSTRATION-recovery-key")).expect("what the test set up");
    let recovery = sheet
        .trim()
        .parse::<age::x25519::Identity>()
        .expect("what the test set up")
        .to_public()
        .to_string();
    let nameplate = Nameplate {
        branch: "0512".parse().expect("what the test set up"),
        name_kk: "Филиал".into(),
        name_ru: "Филиал".into(),
        label: String::new(),
        demonstration: false,
    };
    let new = NewSlots {
        nameplate: &nameplate,
        opened_by: OpenedBy::Machine,
        recovery: &recovery,
        printed_code: false,
    };
    let key = DatabaseKey::random(&surroundings);
    SlotFile::at(folder.path())
        .create(&new, &key, &Machine, &surroundings)
        .expect("what the test set up");
    let given = fill(folder.path(), 1, 1, 1);
    assert_eq!(
        (given.status.code(), wrong(&findings(&given))),
        (Some(1), vec!["trial-real"])
    );
}

#[test]
fn days_beyond_the_calendar_and_numbers_out_of_range_are_refused_before_anything_is_written() {
    let folder = TempDir::new().expect("what the test set up");
    let root = folder.path().join("trial");
    let given = fill(&root, 1, 1, 1000);
    assert_eq!(
        (given.status.code(), wrong(&findings(&given))),
        (Some(1), vec!["trial-calendar"])
    );
    assert!(!root.exists());
    let given = run(&["fill", "--data", "x", "--seed", "1", "--people", "0", "--days", "1"]);
    assert_eq!(given.status.code(), Some(2));
}
