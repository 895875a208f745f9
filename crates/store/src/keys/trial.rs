//! What the tests of the keys stand on: a clock that is set by hand, seeded dice, a device secret in memory, invented staff.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use qabyldau_domain::fact::{Instant, StaffId};
use qabyldau_domain::facts::StaffKeyV1;
use qabyldau_domain::fold::StaffRow;
use qabyldau_domain::language::Language;
use qabyldau_domain::role::Role;
use qabyldau_domain::surroundings::{Clock, SeededDice, Surroundings};

use super::device::{DeviceKey, DeviceSecret, Installation, SecretUnavailable, Why};
use super::slots::Nameplate;

/// A clock that stands until it is moved.
pub struct HandClock(pub AtomicI64);

impl Clock for HandClock {
    fn now(&self) -> Instant {
        Instant {
            utc_ms: self.0.load(Ordering::SeqCst),
            offset_min: 300,
        }
    }
}

/// Seeded dice and a clock set by hand.
pub fn surroundings(seed: u64) -> (Surroundings, Arc<HandClock>) {
    let clock = Arc::new(HandClock(AtomicI64::new(1_795_000_000_000)));
    let surroundings = Surroundings {
        clock: clock.clone(),
        dice: Arc::new(SeededDice::new(seed)),
    };
    (surroundings, clock)
}

/// A keeper that holds 32 equal bytes, or nothing.
pub struct Machine(pub Option<u8>);

impl DeviceSecret for Machine {
    fn name(&self) -> &'static str {
        "trial machine"
    }

    fn get(&self, _: &Installation) -> Result<DeviceKey, SecretUnavailable> {
        let byte = self.0.ok_or(SecretUnavailable {
            keeper: self.name(),
            why: Why::NotFound,
        })?;
        Ok(DeviceKey::from_slice(&[byte; 32]).expect("32 bytes"))
    }

    fn get_or_create(&self, installation: &Installation, _: &Surroundings) -> Result<DeviceKey, SecretUnavailable> {
        self.get(installation)
    }
}

/// An invented member of staff.
pub fn person(number: u8, key: StaffKeyV1) -> StaffRow {
    let id = StaffId([number; 8]);
    StaffRow {
        subject: format!("staff/{id}").parse().expect("a subject"),
        id,
        name: format!("Ойдан Шығарылған {number}"),
        post_kk: "қабылдау маманы".to_owned(),
        post_ru: "специалист приёмной".to_owned(),
        role: Role::Reception,
        language: Language::Kk,
        key,
        removed: false,
    }
}

/// Desk A of an invented branch.
pub fn nameplate() -> Nameplate {
    Nameplate {
        branch: "0512".parse().expect("a branch"),
        name_kk: "Ойдан шығарылған бөлім".to_owned(),
        name_ru: "Вымышленный отдел".to_owned(),
        label: "A".to_owned(),
        demonstration: true,
    }
}
