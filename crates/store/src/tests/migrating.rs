//! Old files open, new ones are refused politely, a killed migration has not happened.

use qabyldau_domain::fact::Digest;
use rusqlite::Connection;

use super::opening::room;
use super::*;
use crate::migration::{MIGRATIONS, migrate, migrate_to};
use crate::verify::schema;

#[test]
fn a_newer_file_is_refused_and_left_alone() {
    let node = Node::portal();
    node.store
        .conn()
        .unwrap()
        .execute_batch("PRAGMA user_version = 99")
        .unwrap();
    let Node { store, key, folder, .. } = node;
    drop(store);
    let file = place(&folder).database();
    let before = std::fs::read(&file).unwrap();
    let refused = Store::open(place(&folder), &key);
    assert!(matches!(refused, Err(StoreError::FromTheFuture { found: 99, .. })));
    assert!(std::fs::read(&file).unwrap() == before);
}

#[test]
fn a_step_that_fails_leaves_the_file_at_its_old_version() {
    let conn = Connection::open_in_memory().unwrap();
    migrate(&conn).unwrap();
    let before = schema(&conn).unwrap();
    let mut steps = MIGRATIONS.to_vec();
    steps.push(("next", "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT;"));
    steps.push((
        "broken",
        "CREATE TABLE other (id INTEGER PRIMARY KEY) STRICT; SELECT nonsense;",
    ));
    assert!(migrate_to(&conn, &steps).is_err());
    assert_eq!(schema(&conn).unwrap(), before);
    migrate(&conn).unwrap();
    steps.pop();
    migrate_to(&conn, &steps).unwrap();
    assert!(
        matches!(migrate(&conn), Err(StoreError::FromTheFuture { .. })),
        "an older program now refuses"
    );
}

#[test]
fn a_strangers_database_is_refused() {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch("PRAGMA user_version = 1; CREATE TABLE x (y)")
        .unwrap();
    assert!(matches!(migrate(&conn), Err(StoreError::Damaged(_))));
}

/// Shipped steps are never edited: the next one mends them.
#[test]
fn every_step_is_what_was_shipped() {
    let frozen = include_str!("../../fixtures/migrations.sha256");
    let now: String = MIGRATIONS
        .iter()
        .map(|(name, sql)| format!("{}  {name}\n", Digest::of(sql.as_bytes())))
        .collect();
    assert_eq!(now, frozen);
}

#[test]
fn other_folds_or_tables_are_made_anew_when_the_file_opens() {
    let mut node = Node::portal();
    node.write(By::Node, vec![room("1")]);
    let digest = node.reader().projections_digest().unwrap();
    node.store
        .set_setting("projections", Some("0 an older edition"))
        .unwrap();
    node.store
        .conn()
        .unwrap()
        .execute_batch("DROP TABLE p_room; CREATE TABLE p_bygone (id INTEGER PRIMARY KEY) STRICT; DELETE FROM p_staff")
        .unwrap();
    let node = node.again();
    assert_eq!(node.reader().projections_digest().unwrap(), digest);
    assert!(node.store.verify().unwrap().is_good());
}
