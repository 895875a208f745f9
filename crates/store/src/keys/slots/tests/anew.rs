//! Slots made anew under an open database, and the file looked at from outside.

use std::fs;

use super::{AIGUL, Desk, HERE, wrapped};
use crate::keys::slots::{Damage, NewSlots, OpenedBy, SlotsError, copies::NAMES};
use crate::keys::trial::{nameplate, person};

#[test]
fn slots_lost_while_the_database_is_open_are_made_anew_and_the_damaged_ones_set_aside() {
    let desk = Desk::paired(60, false);
    let nameplate = nameplate();
    let staff = [person(1, wrapped()[0].clone())];
    let recovery = desk.slots.examine().unwrap().recovery;
    let new = NewSlots {
        nameplate: &nameplate,
        opened_by: OpenedBy::Staff(&staff),
        recovery: &recovery,
        printed_code: false,
    };
    let anew = || desk.slots.create_anew(&new, &desk.key, &HERE, &desk.surroundings);
    assert!(
        matches!(anew(), Err(SlotsError::AlreadyThere)),
        "whole slots are left alone"
    );

    desk.put(0, b"damaged");
    assert!(
        matches!(anew(), Err(SlotsError::AlreadyThere)),
        "one whole copy is enough"
    );
    desk.put(1, b"damaged too");
    anew().unwrap();
    assert_eq!(desk.sign_in(1, AIGUL).unwrap().0.as_bytes(), desk.key.as_bytes());
    let aside = |name: &str| {
        let time = desk.surroundings.clock.now().utc_ms;
        fs::read(desk.folder.path().join(format!("{name}.aside-{time}"))).unwrap()
    };
    assert_eq!(
        (aside(NAMES[0]), aside(NAMES[1])),
        (b"damaged".to_vec(), b"damaged too".to_vec())
    );
}

#[test]
fn a_desk_without_staff_is_not_paired() {
    let desk = Desk::paired(61, false);
    let folder = tempfile::tempdir().unwrap();
    let mut gone = person(1, wrapped()[0].clone());
    gone.removed = true;
    let nameplate = nameplate();
    let new = |recovery| NewSlots {
        nameplate: &nameplate,
        opened_by: OpenedBy::Staff(std::slice::from_ref(&gone)),
        recovery,
        printed_code: false,
    };
    let slots = super::SlotFile::at(folder.path());
    let create = |recovery| slots.create(&new(recovery), &desk.key, &HERE, &desk.surroundings);
    assert!(matches!(create(&wrapped()[1].public), Err(SlotsError::NobodyToSignIn)));
    assert!(matches!(create("age1nobody"), Err(SlotsError::NotARecipient)));
    assert!(!slots.exists());
}

#[test]
fn doctor_sees_which_copy_is_damaged_and_what_opens_the_file() {
    let desk = Desk::paired(62, false);
    desk.put(1, b"damaged");
    let seen = desk.slots.examine().unwrap();
    assert_eq!(seen.copies, [None, Some(Damage::Content)]);
    assert_eq!(
        (seen.staff, seen.opened_by_machine, seen.printed_code),
        (2, false, false)
    );
    assert_eq!(desk.bytes(1), b"damaged", "looking mends nothing");
}
