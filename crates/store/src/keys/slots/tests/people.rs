//! Signing in, new and removed staff, new passwords.

use super::{AIGUL, BERIK, Desk, HERE, id, wrapped};
use crate::keys::slots::{NewSlots, OpenedBy, SignInError, SignInRefused, SlotsError, Synced};
use crate::keys::staff::{self, KeyRefused};
use crate::keys::trial::{Machine, nameplate, person};
use crate::keys::{DatabaseKey, Password};

#[test]
fn each_password_opens_the_same_database_and_no_other_password_does() {
    let desk = Desk::paired(2, false);
    for (number, password) in [(1, AIGUL), (2, BERIK)] {
        let (key, failed) = desk.sign_in(number, password).unwrap();
        assert_eq!((key.as_bytes(), failed), (desk.key.as_bytes(), 0));
    }
    let refused = desk.sign_in(1, BERIK).unwrap_err();
    assert!(matches!(
        refused,
        SignInError::Refused(SignInRefused::WrongPassword { failed: 1, .. })
    ));
}

#[test]
fn f25_a_removed_member_of_staff_opens_nothing_on_either_copy() {
    let desk = Desk::paired(3, false);
    let [aigul, berik] = wrapped().clone();
    let mut gone = person(1, aigul);
    gone.removed = true;
    let synced = desk
        .slots
        .sync_staff(&[gone, person(2, berik)], &desk.key, &HERE, &desk.surroundings);
    assert_eq!(
        synced.unwrap(),
        Synced {
            removed: vec![id(1)],
            ..Synced::default()
        }
    );

    for copy in [0, 1] {
        let bytes = desk.bytes(copy);
        desk.put(1 - copy, b"damaged");
        let refused = desk.sign_in(1, AIGUL).unwrap_err();
        assert!(matches!(refused, SignInError::Refused(SignInRefused::UnknownStaff)));
        desk.put(1 - copy, &bytes);
    }
    assert_eq!(desk.sign_in(2, BERIK).unwrap().0.as_bytes(), desk.key.as_bytes());
}

#[test]
fn a_new_password_opens_after_the_sync_and_the_old_one_does_not() {
    let desk = Desk::paired(4, false);
    let [aigul, berik] = wrapped().clone();
    let new = Password::typed("жаңа құпия сөз 9");
    let changed = staff::change_password(&aigul, &Password::typed(AIGUL), &new, &desk.surroundings).unwrap();
    assert_eq!(changed.public, aigul.public);

    let rows = [person(1, changed), person(2, berik), person(3, aigul)];
    let synced = desk
        .slots
        .sync_staff(&rows, &desk.key, &HERE, &desk.surroundings)
        .unwrap();
    assert_eq!((synced.renewed, synced.added), (vec![id(1)], vec![id(3)]));
    desk.sign_in(1, AIGUL).unwrap_err();
    assert_eq!(
        desk.sign_in(1, "жаңа құпия сөз 9").unwrap().0.as_bytes(),
        desk.key.as_bytes()
    );

    let before = desk.bytes(0);
    let again = desk
        .slots
        .sync_staff(&rows, &desk.key, &HERE, &desk.surroundings)
        .unwrap();
    assert_eq!(
        (again, desk.bytes(0)),
        (Synced::default(), before),
        "nothing changed, nothing written"
    );
}

#[test]
fn a_weak_key_from_the_directory_is_refused_and_the_slot_stays() {
    let desk = Desk::paired(5, false);
    let [aigul, berik] = wrapped().clone();
    let mut weak = aigul.clone();
    weak.memory_kib = 1024;
    let rows = [
        person(1, weak.clone()),
        person(2, berik.clone()),
        person(3, weak.clone()),
    ];
    let synced = desk
        .slots
        .sync_staff(&rows, &desk.key, &HERE, &desk.surroundings)
        .unwrap();
    let why = KeyRefused::Parameters;
    assert_eq!(
        synced,
        Synced {
            refused: vec![(id(1), why), (id(3), why)],
            ..Synced::default()
        }
    );
    assert_eq!(desk.sign_in(1, AIGUL).unwrap().0.as_bytes(), desk.key.as_bytes());

    let elsewhere = tempfile::tempdir().unwrap();
    let slots = super::SlotFile::at(elsewhere.path());
    let (nameplate, staff) = (nameplate(), [person(1, weak)]);
    let new = NewSlots {
        nameplate: &nameplate,
        opened_by: OpenedBy::Staff(&staff),
        recovery: &berik.public,
        printed_code: false,
    };
    let refused = slots.create(&new, &desk.key, &HERE, &desk.surroundings).unwrap_err();
    assert!(matches!(refused, SlotsError::StaffKey(KeyRefused::Parameters)));
    assert!(!slots.exists(), "a refused pairing leaves no slot");
}

#[test]
fn the_right_password_opens_nothing_on_another_machine_or_without_its_secret() {
    let desk = Desk::paired(6, false);
    let other = desk.sign_in_at(1, AIGUL, &Machine(Some(8))).unwrap_err();
    assert!(
        matches!(other, SignInError::Slots(SlotsError::OtherDevice)),
        "{other:?}"
    );
    let missing = desk.sign_in_at(1, AIGUL, &Machine(None)).unwrap_err();
    assert_eq!(missing.code(), "device-secret-not-found");
    assert_eq!(desk.sign_in(1, AIGUL).unwrap().1, 0, "neither was a wrong password");
}

#[test]
fn slots_change_only_with_the_key_that_sealed_them() {
    let desk = Desk::paired(7, false);
    let other = DatabaseKey::random(&desk.surroundings);
    let refused = desk
        .slots
        .sync_staff(&[], &other, &HERE, &desk.surroundings)
        .unwrap_err();
    assert!(matches!(refused, SlotsError::Altered), "{refused:?}");
    desk.sign_in(1, AIGUL).unwrap();
}

#[test]
fn the_sign_in_page_shows_the_nameplate_and_the_names_and_slots_are_never_made_twice() {
    let desk = Desk::paired(8, false);
    let page = desk.slots.sign_in_page(&desk.surroundings).unwrap();
    assert_eq!(page.nameplate, nameplate());
    assert_eq!(
        page.people.iter().map(|one| one.staff).collect::<Vec<_>>(),
        [id(1), id(2)]
    );

    let [mut bota, mut asel] = [person(3, wrapped()[0].clone()), person(4, wrapped()[1].clone())];
    bota.name = "Бота".to_owned();
    asel.name = "Әсел".to_owned();
    desk.slots
        .sync_staff(&[bota, asel], &desk.key, &HERE, &desk.surroundings)
        .unwrap();
    let page = desk.slots.sign_in_page(&desk.surroundings).unwrap();
    assert_eq!(
        page.people.iter().map(|one| one.staff).collect::<Vec<_>>(),
        [id(4), id(3)],
        "ә before б"
    );

    let mut renamed = nameplate();
    renamed.demonstration = false;
    desk.slots
        .sync_nameplate(&renamed, &desk.key, &desk.surroundings)
        .unwrap();
    assert_eq!(desk.slots.sign_in_page(&desk.surroundings).unwrap().nameplate, renamed);

    let new = NewSlots {
        nameplate: &renamed,
        opened_by: OpenedBy::Machine,
        recovery: &wrapped()[0].public,
        printed_code: false,
    };
    let refused = desk
        .slots
        .create(&new, &desk.key, &HERE, &desk.surroundings)
        .unwrap_err();
    assert!(matches!(refused, SlotsError::AlreadyThere));
}
