//! A staff key opens by its password and in its own form alone.

use qabyldau_domain::facts::StaffKeyV1;

use crate::keys::staff::{KeyRefused, UnwrapError, check, unwrap};
use crate::keys::trial::surroundings;
use crate::keys::{Password, create_staff_key};

/// A key as it was written on the day version 1 was fixed.
const KEPT: &str = include_str!("../../../tests-data/staff-key-v1.json");
const KEPT_PASSWORD: &str = "Құпия сөз айгүл 1";

fn kept() -> StaffKeyV1 {
    serde_json::from_str(KEPT).unwrap()
}

#[test]
fn a_key_wrapped_by_version_1_opens_for_ever_and_the_same_dice_wrap_it_alike() {
    let identity = unwrap(&kept(), &Password::typed(KEPT_PASSWORD)).unwrap();
    assert_eq!(identity.public(), kept().public);
    let (again, _) = create_staff_key(&Password::typed(KEPT_PASSWORD), &surroundings(1).0).unwrap();
    assert_eq!(again, kept());
}

#[test]
fn unfit_keys_are_refused_before_any_work() {
    type Spoil = fn(&mut StaffKeyV1);
    let table: [(Spoil, KeyRefused); 11] = [
        (|key| key.memory_kib = 65_535, KeyRefused::Parameters),
        (|key| key.memory_kib = 1_048_577, KeyRefused::Parameters),
        (|key| key.memory_kib = u32::MAX, KeyRefused::Parameters),
        (|key| key.passes = 2, KeyRefused::Parameters),
        (|key| key.passes = 17, KeyRefused::Parameters),
        (|key| key.salt.truncate(30), KeyRefused::Form),
        (|key| key.salt.make_ascii_uppercase(), KeyRefused::Form),
        (|key| key.nonce.push_str("00"), KeyRefused::Form),
        (|key| key.wrapped.clear(), KeyRefused::Form),
        (|key| key.public = "age1".to_owned(), KeyRefused::Public),
        (|key| key.public.truncate(61), KeyRefused::Public),
    ];
    for (number, (spoil, why)) in table.into_iter().enumerate() {
        let mut key = kept();
        spoil(&mut key);
        assert_eq!(check(&key).map(drop), Err(why), "line {number}");
        let opened = unwrap(&key, &Password::typed(KEPT_PASSWORD)).map(drop);
        assert_eq!(opened, Err(UnwrapError::Refused(why)), "line {number}");
    }
    assert!(check(&kept()).is_ok());
}

#[test]
fn nothing_of_a_key_can_be_altered_under_its_wrap() {
    // Wrapped now, not kept: a key kept from before would not open under another binding anyway.
    let (fresh, _) = create_staff_key(&Password::typed(KEPT_PASSWORD), &surroundings(3).0).unwrap();
    let other = age::x25519::Identity::generate().to_public().to_string();
    let alterations: [&dyn Fn(&mut StaffKeyV1); 4] = [
        &|key| key.memory_kib += 1,
        &|key| key.public = other.clone(),
        &|key| key.salt = "00".repeat(16),
        &|key| key.wrapped = format!("00{}", &key.wrapped[2..]),
    ];
    for (number, alter) in alterations.into_iter().enumerate() {
        let mut key = fresh.clone();
        alter(&mut key);
        let opened = unwrap(&key, &Password::typed(KEPT_PASSWORD)).map(drop);
        assert_eq!(opened, Err(UnwrapError::WrongPassword), "alteration {number}");
    }
}

#[test]
fn a_password_is_the_same_whether_typed_composed_or_decomposed() {
    use unicode_normalization::UnicodeNormalization as _;
    let decomposed: String = "йёқұпия сөз".nfd().collect();
    assert_ne!(decomposed, "йёқұпия сөз");
    let (key, made) = create_staff_key(&Password::typed("йёқұпия сөз"), &surroundings(2).0).unwrap();
    assert_eq!(
        unwrap(&key, &Password::typed(&decomposed)).unwrap().public(),
        made.public()
    );
}
