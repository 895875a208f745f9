//! Damaged, half-written and stale copies; what a stolen disk shows.

use std::fs;

use age::secrecy::ExposeSecret as _;
use proptest::prelude::*;

use super::{AIGUL, BERIK, Desk, HERE, id, wrapped};
use crate::keys::slots::{Damage, SlotsError, copies::NAMES, form};
use crate::keys::trial::person;
use crate::keys::{Password, hex, staff};

#[test]
fn both_copies_are_equal_and_a_damaged_first_is_answered_by_the_second_and_mended() {
    let desk = Desk::paired(40, false);
    assert_eq!(desk.bytes(0), desk.bytes(1));
    for damaged in [0, 1] {
        desk.put(damaged, b"{\"qabyldau_slots\":1,\"checksum\":\"");
        assert_eq!(desk.sign_in(1, AIGUL).unwrap().0.as_bytes(), desk.key.as_bytes());
        assert_eq!(desk.bytes(0), desk.bytes(1), "the next write mends");
    }
    fs::remove_file(desk.folder.path().join(NAMES[0])).unwrap();
    desk.sign_in(1, AIGUL).unwrap();
}

#[test]
fn two_damaged_copies_are_named_and_stay_as_they_are() {
    let desk = Desk::paired(41, false);
    desk.put(0, b"nothing");
    fs::remove_file(desk.folder.path().join(NAMES[1])).unwrap();
    let refused = desk.slots.sign_in_page(&desk.surroundings).unwrap_err();
    let SlotsError::BothCopiesDamaged { first, second } = refused else {
        panic!("{refused:?}");
    };
    assert_eq!((first, second), (Damage::Content, Damage::Missing));
    desk.sign_in(1, AIGUL).unwrap_err();
    desk.slots
        .sync_staff(&[], &desk.key, &HERE, &desk.surroundings)
        .unwrap_err();
    assert_eq!(desk.bytes(0), b"nothing");
    assert!(!desk.folder.path().join(NAMES[1]).exists());

    let empty = tempfile::tempdir().unwrap();
    let never = super::SlotFile::at(empty.path()).open_by_device(&HERE).unwrap_err();
    assert!(matches!(never, SlotsError::NotThere));
}

type Aside<'a> = [Option<&'a [u8]>; 2];
type Copies<'a> = [&'a [u8]; 2];

#[test]
fn what_a_killed_write_leaves_behind_never_matters() {
    let desk = Desk::paired(42, false);
    let [old, new] = {
        let old = desk.bytes(0);
        desk.slots.count_try(id(1), &desk.surroundings).unwrap();
        [old, desk.bytes(0)]
    };
    assert_ne!(old, new);
    let half = &new[..new.len() / 2];
    // aside 1, copy 1, aside 2, copy 2: as they lie after a kill at each step of the write
    let steps: [(Aside<'_>, Copies<'_>, u32); 5] = [
        ([Some(half), None], [&old, &old], 0),
        ([Some(&new), None], [&old, &old], 0),
        ([None, None], [&new, &old], 1),
        ([None, Some(half)], [&new, &old], 1),
        ([None, Some(&new)], [&new, &old], 1),
    ];
    for (aside, copies, failed) in steps {
        for (place, name) in NAMES.iter().enumerate() {
            desk.put(place, copies[place]);
            let path = desk.folder.path().join(format!("{name}.tmp"));
            match aside[place] {
                Some(bytes) => fs::write(path, bytes).unwrap(),
                None => drop(fs::remove_file(path)),
            }
        }
        let kept = desk
            .slots
            .read()
            .unwrap()
            .content
            .tries
            .get(&id(1))
            .map_or(0, |tries| tries.failed);
        assert_eq!(kept, failed);
        assert_eq!(desk.slots.count_try(id(1), &desk.surroundings).unwrap(), failed + 1);
        assert_eq!(desk.bytes(0), desk.bytes(1));
    }
}

#[test]
fn a_removal_cut_off_between_the_copies_holds() {
    let desk = Desk::paired(43, false);
    let with_both = desk.bytes(1);
    let berik = person(2, wrapped()[1].clone());
    desk.slots
        .sync_staff(&[berik], &desk.key, &HERE, &desk.surroundings)
        .unwrap();
    for stale in [0, 1] {
        let newer = desk.bytes(1 - stale);
        desk.put(stale, &with_both);
        assert_eq!(desk.sign_in(1, AIGUL).unwrap_err().code(), "unknown-staff");
        desk.put(stale, &newer);
    }
}

#[test]
fn a_file_of_a_newer_program_is_refused_by_name_and_left_alone() {
    let desk = Desk::paired(44, false);
    let text = String::from_utf8(desk.bytes(0)).unwrap();
    let newer = form::trial_version(&text, 2);
    desk.put(0, newer.as_bytes());
    let refused = desk.slots.sign_in_page(&desk.surroundings).unwrap_err();
    assert!(matches!(refused, SlotsError::Newer { version: 2 }), "{refused:?}");
    desk.slots.count_try(id(1), &desk.surroundings).unwrap_err();
    assert_eq!(desk.bytes(0), newer.as_bytes());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_flipped_bit_anywhere_never_passes_for_the_file(place in any::<prop::sample::Index>(), bit in 0u8..8) {
        let desk = flipped();
        let mut bytes = desk.bytes(1);
        let whole = bytes.len() - 1; // without the line end, which says nothing
        bytes[place.index(whole)] ^= 1 << bit;
        prop_assert!(matches!(form::read(&bytes), Err(Damage::Content)));
        desk.put(0, &bytes);
        let opened = desk.slots.open_by_recovery_identity(&desk.authority).unwrap();
        prop_assert!(opened.unaltered && opened.key.as_bytes() == desk.key.as_bytes(), "the second copy answers");
    }
}

fn flipped() -> &'static Desk {
    static DESK: std::sync::OnceLock<Desk> = std::sync::OnceLock::new();
    DESK.get_or_init(|| Desk::paired(45, false))
}

#[test]
fn slots_altered_by_whoever_knows_the_form_are_noticed_at_every_opening() {
    let desk = Desk::paired(46, false);
    let text = String::from_utf8(desk.bytes(0)).unwrap();
    let evil = age::x25519::Identity::generate().to_public().to_string();
    let ours = desk.slots.read().unwrap().body.recovery.recipient;
    let altered = form::trial_replace(&text, &ours, &evil);
    desk.put(0, altered.as_bytes());
    desk.put(1, altered.as_bytes());
    assert_eq!(desk.sign_in(1, AIGUL).unwrap_err().code(), "slots-altered");
    let opened = desk.slots.open_by_recovery_identity(&desk.authority).unwrap();
    assert!(!opened.unaltered);
    let synced = desk.slots.sync_staff(&[], &desk.key, &HERE, &desk.surroundings);
    assert!(matches!(synced, Err(SlotsError::Altered)));
}

#[test]
fn a_slot_moved_to_another_name_opens_nothing() {
    let desk = Desk::paired(47, false);
    let text = String::from_utf8(desk.bytes(0)).unwrap();
    let (one, two) = (id(1).to_string(), id(2).to_string());
    let moved = form::trial_replace(&form::trial_replace(&text, &one, "ffffffffffffffff"), &two, &one);
    desk.put(0, moved.as_bytes());
    desk.put(1, moved.as_bytes());
    assert_eq!(desk.sign_in(1, BERIK).unwrap_err().code(), "slots-other-device");
}

#[test]
fn a01_neither_password_nor_key_nor_identity_nor_what_could_be_tried_stands_in_the_folder() {
    let desk = Desk::paired(48, true);
    desk.sign_in(1, AIGUL).unwrap();
    desk.sign_in(1, BERIK).unwrap_err();
    let identity = staff::unwrap(&wrapped()[0], &Password::typed(AIGUL)).unwrap();
    let identity = identity.age().to_string();
    let secret = identity.expose_secret();
    let lines = desk.code.as_ref().unwrap().lines();
    let canaries: [&[u8]; 10] = [
        AIGUL.as_bytes(),
        BERIK.as_bytes(),
        desk.key.as_bytes(),
        &hex::text(desk.key.as_bytes()).into_bytes(),
        secret.as_bytes(),
        &secret.to_lowercase().into_bytes(),
        &[7; 32],
        wrapped()[0].wrapped.as_bytes(),
        wrapped()[0].salt.as_bytes(),
        lines[0].as_bytes(),
    ];
    let mut files = 0;
    for file in fs::read_dir(desk.folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        files += 1;
        for (number, canary) in canaries.iter().enumerate() {
            let found = bytes.windows(canary.len()).any(|window| window == *canary);
            assert!(!found, "canary {number}");
        }
    }
    assert_eq!(files, 3, "two copies and the lock");
}

#[cfg(unix)]
#[test]
fn the_copies_are_readable_by_their_own_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::paired(49, false);
    for name in NAMES {
        let mode = fs::metadata(desk.folder.path().join(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
