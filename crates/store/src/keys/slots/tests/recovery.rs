//! The day a password, a machine or both are gone.

use super::{AIGUL, BERIK, Desk, HERE, id, wrapped};
use crate::keys::PrintedCode;
use crate::keys::slots::{NewSlots, OpenedBy, SignInError, SlotFile, SlotsError};
use crate::keys::trial::{Machine, nameplate, person, surroundings};

#[test]
fn f25_with_every_password_lost_recovery_key_and_printed_code_open() {
    let desk = Desk::paired(20, true);
    let by_key = desk.slots.open_by_recovery_identity(&desk.authority).unwrap();
    assert!(by_key.unaltered && by_key.key.as_bytes() == desk.key.as_bytes());

    let code = desk.code.as_ref().unwrap();
    let dictated = code.lines().map(|line| line.to_lowercase()).join("\n");
    let by_code = desk.slots.open_by_printed_code(&dictated.parse().unwrap()).unwrap();
    assert!(by_code.unaltered && by_code.key.as_bytes() == desk.key.as_bytes());

    let renewed = desk.slots.renew_printed_code(&desk.key, &desk.surroundings).unwrap();
    let old = desk.slots.open_by_printed_code(code).unwrap_err();
    assert!(matches!(old, SlotsError::DoesNotOpen), "{old:?}");
    desk.slots.open_by_printed_code(&renewed).unwrap();
}

#[test]
fn another_authority_and_a_slot_that_is_not_there_open_nothing() {
    let desk = Desk::paired(21, false);
    let other = Desk::paired(22, false);
    for identity in [other.authority.as_str(), "AGE-SECRET-KEY-1", ""] {
        let refused = desk.slots.open_by_recovery_identity(identity).unwrap_err();
        assert!(matches!(refused, SlotsError::DoesNotOpen), "{refused:?}");
    }
    let code: PrintedCode = "АК72 ТМ49 ХР5ЕК АК72 ТМ49 ХР5ЕК".parse().unwrap();
    assert!(matches!(
        desk.slots.open_by_printed_code(&code),
        Err(SlotsError::NoSuchSlot)
    ));
    assert!(matches!(desk.slots.open_by_device(&HERE), Err(SlotsError::NoSuchSlot)));
}

#[test]
fn after_a_recovery_on_another_machine_the_staff_sign_in_there_and_no_longer_here() {
    let desk = Desk::paired(23, false);
    let there = Machine(Some(9));
    let key = desk.slots.open_by_recovery_identity(&desk.authority).unwrap().key;
    let [aigul, berik] = wrapped().clone();
    let rows = [person(1, aigul), person(2, berik)];
    let synced = desk.slots.sync_staff(&rows, &key, &there, &desk.surroundings).unwrap();
    assert_eq!(synced.renewed, [id(1), id(2)]);
    desk.sign_in_at(2, BERIK, &there).unwrap();
    let here = desk.sign_in(1, AIGUL).unwrap_err();
    assert!(matches!(here, SignInError::Slots(SlotsError::OtherDevice)));
}

#[test]
fn a_booth_opens_by_its_machine_alone_and_on_another_only_after_recovery() {
    let folder = tempfile::tempdir().unwrap();
    let slots = SlotFile::at(folder.path());
    let (surroundings, _) = surroundings(24);
    let key = crate::keys::DatabaseKey::random(&surroundings);
    let nameplate = nameplate();
    let new = NewSlots {
        nameplate: &nameplate,
        opened_by: OpenedBy::Machine,
        recovery: &wrapped()[0].public,
        printed_code: false,
    };
    slots.create(&new, &key, &HERE, &surroundings).unwrap();
    assert_eq!(slots.open_by_device(&HERE).unwrap().as_bytes(), key.as_bytes());
    assert!(matches!(
        slots.open_by_device(&Machine(Some(9))),
        Err(SlotsError::OtherDevice)
    ));
    assert!(matches!(
        slots.open_by_device(&Machine(None)),
        Err(SlotsError::Secret(_))
    ));

    slots.renew_device_slot(&key, &Machine(Some(9)), &surroundings).unwrap();
    assert_eq!(
        slots.open_by_device(&Machine(Some(9))).unwrap().as_bytes(),
        key.as_bytes()
    );
}
