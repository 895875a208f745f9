//! The slot file under its faults. What they share: a desk with two members of staff.

mod anew;
mod disk;
mod kept;
mod people;
mod recovery;
mod tries;

use std::sync::{Arc, OnceLock};

use qabyldau_domain::fact::StaffId;
use qabyldau_domain::facts::StaffKeyV1;
use qabyldau_domain::surroundings::Surroundings;
use tempfile::TempDir;

use super::{NewSlots, OpenedBy, SignInError, SlotFile};
use crate::keys::trial::{HandClock, Machine, nameplate, person, surroundings};
use crate::keys::{DatabaseKey, DeviceSecret, Password, PrintedCode, create_staff_key};

const AIGUL: &str = "Құпия сөз айгүл 1";
const BERIK: &str = "пароль Берика 22";
const HERE: Machine = Machine(Some(7));

/// Two wrapped staff keys, made once: each costs an Argon2id.
fn wrapped() -> &'static [StaffKeyV1; 2] {
    static KEYS: OnceLock<[StaffKeyV1; 2]> = OnceLock::new();
    KEYS.get_or_init(|| {
        let (surroundings, _) = surroundings(1);
        let key = |text| create_staff_key(&Password::typed(text), &surroundings).expect("fit").0;
        [key(AIGUL), key(BERIK)]
    })
}

/// A desk with two members of staff.
struct Desk {
    folder: TempDir,
    slots: SlotFile,
    key: DatabaseKey,
    surroundings: Surroundings,
    clock: Arc<HandClock>,
    code: Option<PrintedCode>,
    authority: String,
}

impl Desk {
    /// Aigül is 1, Berik 2.
    fn paired(seed: u64, printed_code: bool) -> Self {
        use age::secrecy::ExposeSecret as _;
        let folder = tempfile::tempdir().expect("a folder");
        let slots = SlotFile::at(folder.path());
        let (surroundings, clock) = surroundings(seed);
        let key = DatabaseKey::random(&surroundings);
        let authority = age::x25519::Identity::generate();
        let [aigul, berik] = wrapped().clone();
        let new = NewSlots {
            nameplate: &nameplate(),
            opened_by: OpenedBy::Staff(&[person(1, aigul), person(2, berik)]),
            recovery: &authority.to_public().to_string(),
            printed_code,
        };
        let code = slots.create(&new, &key, &HERE, &surroundings).expect("created");
        let authority = authority.to_string().expose_secret().to_owned();
        Self {
            folder,
            slots,
            key,
            surroundings,
            clock,
            code,
            authority,
        }
    }

    fn sign_in_at(
        &self,
        number: u8,
        password: &str,
        device: &dyn DeviceSecret,
    ) -> Result<(DatabaseKey, u32), SignInError> {
        self.slots
            .sign_in(id(number), &Password::typed(password), device, &self.surroundings)
            .map(|signed_in| (signed_in.key, signed_in.failed_before))
    }

    fn sign_in(&self, number: u8, password: &str) -> Result<(DatabaseKey, u32), SignInError> {
        self.sign_in_at(number, password, &HERE)
    }

    fn bytes(&self, copy: usize) -> Vec<u8> {
        std::fs::read(self.folder.path().join(super::copies::NAMES[copy])).expect("a copy")
    }

    fn put(&self, copy: usize, bytes: &[u8]) {
        std::fs::write(self.folder.path().join(super::copies::NAMES[copy]), bytes).expect("written");
    }
}

fn id(number: u8) -> StaffId {
    StaffId([number; 8])
}
