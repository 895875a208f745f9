//! A branch with a portal's directory and one desk, on files.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use qabyldau_domain::fact::{By, Digest, Draft, Instant, NodeKey, PublicKey, StaffId};
use qabyldau_domain::facts::{BranchNamed, NodeAdmitted, NodeRoleV1, StaffAdmitted};
use qabyldau_domain::ledger::{Ledger as _, Scope};
use qabyldau_domain::role::Role;
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::{Clock, SeededDice, Surroundings};
use qabyldau_store::keys::device::{DeviceKey, DeviceSecret, Installation, SecretUnavailable};
use qabyldau_store::keys::slots::{Nameplate, NewSlots, OpenedBy, SlotFile};
use qabyldau_store::keys::{DatabaseKey, Password, create_staff_key};
use qabyldau_store::{NewNode, Place, Store};

use crate::{Desk, Locked};

pub(super) const ROLES: [Role; 5] = [
    Role::Reception,
    Role::Escort,
    Role::Supervisor,
    Role::Administrator,
    Role::Auditor,
];
pub(super) const PASSWORD: &str = "kabyldau-trial-word";
/// 25 November 2026, 14:00 in Kazakhstan.
pub(super) const NOW: Instant = Instant {
    utc_ms: 1_795_597_200_000,
    offset_min: 300,
};

/// A clock that is set by hand.
pub(super) struct Hand(pub(super) Mutex<Instant>);

impl Clock for Hand {
    fn now(&self) -> Instant {
        *self.0.lock().unwrap()
    }
}

/// A keeper of device secrets in memory.
#[derive(Default)]
struct Keeper(Mutex<BTreeMap<String, [u8; 32]>>);

impl DeviceSecret for Keeper {
    fn name(&self) -> &'static str {
        "memory of the test"
    }
    fn get(&self, installation: &Installation) -> Result<DeviceKey, SecretUnavailable> {
        let kept = self.0.lock().unwrap();
        Ok(DeviceKey::from_slice(&kept[installation.as_str()]).unwrap())
    }
    fn get_or_create(
        &self,
        installation: &Installation,
        surroundings: &Surroundings,
    ) -> Result<DeviceKey, SecretUnavailable> {
        self.0
            .lock()
            .unwrap()
            .entry(installation.as_str().to_owned())
            .or_insert_with(|| surroundings.random());
        self.get(installation)
    }
}

/// The branch of a test.
pub(super) struct Branch {
    pub(super) folder: tempfile::TempDir,
    pub(super) clock: Arc<Hand>,
    pub(super) surroundings: Surroundings,
    pub(super) portal: Store,
    device: Arc<Keeper>,
}

/// The staff member of a role.
pub(super) fn member(role: Role) -> StaffId {
    StaffId([role as u8 + 1; 8])
}

impl Branch {
    /// A paired desk A, a booth 01 in the directory, and one member of staff for each role given.
    pub(super) fn with_staff(roles: &[Role]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(Hand(Mutex::new(NOW)));
        let surroundings = Surroundings {
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            dice: Arc::new(SeededDice::new(1)),
        };
        let portal_key = NodeKey::from_seed(&[1; 32]);
        let mut portal = store(
            &folder,
            "portal",
            NodeRoleV1::Portal,
            &portal_key,
            portal_key.public(),
            &surroundings,
        )
        .0;
        let desk_key = NodeKey::from_seed(&[2; 32]);
        let booth = NodeKey::from_seed(&[3; 32]).public();
        let mut drafts = vec![Draft::new(
            Subject::branch(portal.branch()),
            &BranchNamed {
                name_kk: "Бөлімше".into(),
                name_ru: "Отделение".into(),
                address_kk: "Қонаев".into(),
                address_ru: "Конаев".into(),
            },
        )];
        drafts.push(admitted(NodeRoleV1::Desk, "A", desk_key.public()));
        drafts.push(admitted(NodeRoleV1::Booth, "01", booth));
        for role in roles {
            drafts.push(Draft::new(Subject::staff(&member(*role)), &staff(*role, &surroundings)));
        }
        portal
            .act(&surroundings, By::Node, |_| {
                Ok::<_, std::convert::Infallible>((drafts, ()))
            })
            .unwrap();
        let (mut desk, key) = store(
            &folder,
            "desk",
            NodeRoleV1::Desk,
            &desk_key,
            portal_key.public(),
            &surroundings,
        );
        let chunk = portal.lack(&desk.have().unwrap(), Scope::Branch, 500).unwrap();
        desk.take(&chunk).unwrap();
        let device = Arc::new(Keeper::default());
        let nameplate = Nameplate {
            branch: desk.branch(),
            name_kk: "Бөлімше".into(),
            name_ru: "Отделение".into(),
            label: "A".into(),
            demonstration: false,
        };
        let rows = desk.reader().unwrap().staff().unwrap();
        let recovery = qabyldau_exchange::seal::Identity::generate().recipient();
        let new = NewSlots {
            nameplate: &nameplate,
            opened_by: OpenedBy::Staff(&rows),
            recovery: &recovery,
            printed_code: false,
        };
        SlotFile::at(&folder.path().join("desk"))
            .create(&new, &key, device.as_ref(), &surroundings)
            .unwrap();
        Self {
            folder,
            clock,
            surroundings,
            portal,
            device,
        }
    }

    /// The locked desk.
    pub(super) fn locked(&self) -> Locked {
        Locked::at(
            &self.folder.path().join("desk"),
            self.device.clone(),
            self.surroundings.clone(),
        )
        .with_state(self.folder.path().join("state"))
    }

    /// Signed in.
    pub(super) fn desk(&self, role: Role) -> Desk {
        self.locked().sign_in(member(role), PASSWORD).unwrap()
    }
}

fn store(
    folder: &tempfile::TempDir,
    name: &str,
    role: NodeRoleV1,
    key: &NodeKey,
    portal: PublicKey,
    surroundings: &Surroundings,
) -> (Store, DatabaseKey) {
    let database_key = DatabaseKey::random(surroundings);
    let place = Place::new(folder.path().join(name)).with_state(folder.path().join("state"));
    std::fs::create_dir_all(place.data()).unwrap();
    let new = NewNode {
        branch: "0512".parse().unwrap(),
        role,
        key: key.clone(),
        portal,
        projections: true,
    };
    (Store::create(place, &database_key, &new).unwrap(), database_key)
}

fn admitted(role: NodeRoleV1, label: &str, public_key: PublicKey) -> Draft {
    let recipient = qabyldau_exchange::seal::Identity::generate().recipient();
    let fact = NodeAdmitted {
        role,
        label: label.into(),
        public_key,
        tls: Digest::ZERO,
        recipient,
    };
    Draft::new(Subject::node(&public_key.node()), &fact)
}

fn staff(role: Role, surroundings: &Surroundings) -> StaffAdmitted {
    let (key, _) = create_staff_key(&Password::typed(PASSWORD), surroundings).unwrap();
    StaffAdmitted {
        name: format!("Тестова {role:?}"),
        post_kk: "қызметкер".into(),
        post_ru: "работник".into(),
        role,
        language: qabyldau_domain::language::Language::Kk,
        key,
    }
}
