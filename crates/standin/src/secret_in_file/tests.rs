//! The stand-in keeps one secret, says what it is, and a node opens by it.

use std::fs;
use std::sync::Arc;

use qabyldau_domain::fact::Instant;
use qabyldau_domain::surroundings::{Clock, SeededDice, Surroundings};
use qabyldau_store::keys::slots::{Nameplate, NewSlots, OpenedBy, SlotFile};
use qabyldau_store::keys::{DatabaseKey, DeviceSecret as _, Password, create_staff_key};

use super::{FILE, SecretInFile};

struct Noon;

impl Clock for Noon {
    fn now(&self) -> Instant {
        Instant {
            utc_ms: 1_795_000_000_000,
            offset_min: 300,
        }
    }
}

fn surroundings() -> Surroundings {
    Surroundings {
        clock: Arc::new(Noon),
        dice: Arc::new(SeededDice::new(1)),
    }
}

#[test]
fn a_demonstration_node_opens_by_its_file_and_not_without_it() {
    let folder = tempfile::tempdir().unwrap();
    let keeper = SecretInFile::at(folder.path());
    let surroundings = surroundings();
    let slots = SlotFile::at(folder.path());
    let key = DatabaseKey::random(&surroundings);
    let nameplate = Nameplate {
        branch: "0512".parse().unwrap(),
        name_kk: "Ойдан шығарылған бөлім".to_owned(),
        name_ru: "Вымышленный отдел".to_owned(),
        label: "01".to_owned(),
        demonstration: true,
    };
    let (authority, _) = create_staff_key(&Password::typed("сынақ құпия сөзі"), &surroundings).unwrap();
    let new = NewSlots {
        nameplate: &nameplate,
        opened_by: OpenedBy::Machine,
        recovery: &authority.public,
        printed_code: false,
    };
    slots.create(&new, &key, &keeper, &surroundings).unwrap();
    assert_eq!(slots.open_by_device(&keeper).unwrap().as_bytes(), key.as_bytes());

    let file = folder.path().join(FILE);
    let kept = fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    assert_eq!(
        slots.open_by_device(&keeper).unwrap_err().code(),
        "device-secret-not-found"
    );
    assert!(!file.exists(), "opening makes no secret");
    fs::write(&file, &kept[..31]).unwrap();
    assert_eq!(slots.open_by_device(&keeper).unwrap_err().code(), "device-secret-form");
    fs::write(&file, kept).unwrap();
    slots.open_by_device(&keeper).unwrap();
}

#[test]
fn it_says_by_name_and_file_that_it_is_a_demonstration_and_leaves_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let keeper = SecretInFile::at(folder.path());
    assert!(keeper.name().starts_with("DEMONSTRATION") && FILE.starts_with("DEMONSTRATION"));
    let surroundings = surroundings();
    let [one, two] = [1, 2].map(|_| super::DeviceKey::random(&surroundings));
    keeper.write(&one).unwrap();
    keeper.write(&two).unwrap();
    assert_eq!(
        fs::read(folder.path().join(FILE)).unwrap(),
        one.as_bytes(),
        "of two starts the first wins"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
