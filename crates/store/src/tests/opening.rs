//! Opening: settings hold, strangers stay out, nothing is destroyed.

use std::fs;

use super::*;
use crate::MIN_SQLITE;

#[test]
fn wal_and_full_and_the_cipher_are_read_back_from_the_connection() {
    let node = Node::portal();
    let engine = node.store.engine().unwrap();
    assert_eq!((engine.journal_mode.as_str(), engine.synchronous), ("wal", 2));
    assert!(engine.cipher.is_some_and(|version| version.starts_with("4.")));
    assert!(engine.provider.is_some_and(|provider| provider == "openssl"));
    assert!(rusqlite::version_number() >= MIN_SQLITE);
}

#[test]
fn nothing_of_a_person_stands_readable_in_the_folder() {
    let mut desk = Node::new(NodeRoleV1::Desk, 2);
    desk.register("A", "Канарейкина", Some("680503100001"));
    let mut files = 0;
    for file in fs::read_dir(desk.store.place().data()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        for canary in ["Канарейкина", "КАНАРЕИКИНА", "680503100001"] {
            assert!(!bytes.windows(canary.len()).any(|window| window == canary.as_bytes()));
        }
        files += 1;
    }
    assert!(files >= 2, "the file and its WAL");
}

#[test]
fn a_wrong_key_opens_nothing_and_changes_nothing() {
    let mut node = Node::portal();
    node.write(By::Node, vec![room("1")]);
    // As a killed process leaves it: facts stand only in the WAL.
    let copy = TempDir::new().unwrap();
    for file in fs::read_dir(node.store.place().data()).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    let before = contents(&copy);
    let wrong = Store::open(
        Place::new(copy.path()).with_state(copy.path().join("s")),
        &DatabaseKey::random(&node.surroundings),
    );
    assert!(matches!(wrong, Err(StoreError::Unreadable(_))), "{wrong:?}");
    assert_eq!(contents(&copy), before);
    let right = Store::open(Place::new(copy.path()).with_state(copy.path().join("s")), &node.key).unwrap();
    assert_eq!(right.reader().unwrap().rooms().unwrap().len(), 1);
}

fn contents(folder: &TempDir) -> Vec<(std::ffi::OsString, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap())
        // The shared-memory index is made anew at each opening and holds no content.
        .filter(|file| file.path().is_file() && !file.file_name().to_string_lossy().ends_with("-shm"))
        .map(|file| (file.file_name(), fs::read(file.path()).unwrap()))
        .collect();
    files.sort();
    files
}

pub(super) fn room(label: &str) -> Draft {
    Draft::new(
        Subject::room(label),
        &RoomNamed {
            name_kk: "Бөлме".into(),
            name_ru: "Кабинет".into(),
        },
    )
}
