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
    assert!(contents(&copy) == before);
    let right = Store::open(Place::new(copy.path()).with_state(copy.path().join("s")), &node.key).unwrap();
    assert_eq!(right.reader().unwrap().rooms().unwrap().len(), 1);
}

#[test]
fn a_damaged_file_or_none_at_all_is_named_and_left_where_it_is() {
    let node = Node::portal();
    let Node { store, key, folder, .. } = node;
    drop(store);
    let file = place(&folder).database();
    let whole = fs::read(&file).unwrap();
    let mut first_page = whole.clone();
    first_page[100] ^= 1;
    let plain = b"SQLite format 3\0".repeat(600);
    for (name, bytes) in [
        ("first page", first_page),
        ("cut", whole[..whole.len() / 2 + 7].to_vec()),
        ("empty", Vec::new()),
        ("text", b"not a database".repeat(1000)),
        ("plain", plain),
    ] {
        fs::write(&file, &bytes).unwrap();
        let opened = Store::open(place(&folder), &key);
        assert!(
            matches!(opened, Err(StoreError::Unreadable(_) | StoreError::Damaged(_))),
            "{name}: {opened:?}"
        );
        assert!(fs::read(&file).unwrap() == bytes, "{name}");
    }
    fs::remove_file(&file).unwrap();
    assert!(matches!(Store::open(place(&folder), &key), Err(StoreError::Missing)));
    assert!(!file.exists(), "opening makes nothing");
    fs::write(&file, whole).unwrap();
    Store::open(place(&folder), &key).unwrap();
}

#[test]
fn a_file_half_made_is_made_anew() {
    let node = Node::portal();
    let Node { store, key, folder, .. } = node;
    let new = NewNode {
        branch: store.branch(),
        role: store.role(),
        key: store.node_key().clone(),
        portal: store.portal(),
        projections: true,
    };
    drop(store);
    let file = place(&folder).database();
    fs::rename(&file, file.with_file_name("ledger.db.making")).unwrap();
    fs::write(
        file.with_file_name("ledger.db.making-wal"),
        b"rest of a killed creation",
    )
    .unwrap();
    Store::create(place(&folder), &key, &new).unwrap();
    assert!(!file.with_file_name("ledger.db.making-wal").exists());
}

/// Not a test of its own: the engine is set up once in a process, so each trial needs its own.
#[test]
#[ignore = "run by the test below in its own process"]
fn opens_first_from_many_threads() {
    let start = std::sync::Barrier::new(8);
    std::thread::scope(|scope| {
        for seed in 10..18 {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                drop(Node::new(NodeRoleV1::Desk, seed));
            });
        }
    });
}

#[test]
fn the_first_files_of_a_process_may_be_opened_by_many_threads_at_once() {
    for _ in 0..20 {
        let done = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "tests::opening::opens_first_from_many_threads", "--ignored"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stdout);
        assert!(done.status.success() && said.contains("1 passed"), "{said}");
    }
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
