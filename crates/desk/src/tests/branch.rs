//! A branch with a portal's directory and one desk, on files.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use qabyldau_domain::fact::{By, Digest, Draft, Instant, NodeId, NodeKey, PublicKey, StaffId};
use qabyldau_domain::facts::{Body, BranchNamed, NodeAdmitted, NodeRoleV1, StaffAdmitted};
use qabyldau_domain::ledger::{Ledger as _, Scope};
use qabyldau_domain::role::Role;
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::{Clock, SeededDice, Surroundings};
use qabyldau_exchange::seal::Identity;
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
    booth: Store,
    pub(super) booth_seal: Identity,
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
        let booth_key = NodeKey::from_seed(&[3; 32]);
        let booth_seal = Identity::generate();
        let booth = store(
            &folder,
            "booth",
            NodeRoleV1::Booth,
            &booth_key,
            portal_key.public(),
            &surroundings,
        )
        .0;
        let mut drafts = vec![Draft::new(
            Subject::branch(portal.branch()),
            &BranchNamed {
                name_kk: "Бөлімше".into(),
                name_ru: "Отделение".into(),
                address_kk: "Қонаев".into(),
                address_ru: "Конаев".into(),
            },
        )];
        drafts.push(admitted(
            NodeRoleV1::Desk,
            "A",
            desk_key.public(),
            &Identity::generate(),
        ));
        let other = NodeKey::from_seed(&[4; 32]).public();
        drafts.push(admitted(NodeRoleV1::Desk, "B", other, &Identity::generate()));
        drafts.push(admitted(NodeRoleV1::Booth, "01", booth_key.public(), &booth_seal));
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
        let recovery = Identity::generate().recipient();
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
            booth,
            booth_seal,
        }
    }

    /// The booth writes about a session, having been told of a tick, and the desk takes what it wrote.
    pub(super) fn booth_says(&mut self, desk: &Desk, session: &str, tick: u64, body: &impl Body) {
        let draft = Draft::new(Subject::session(session), body);
        self.booth.told(tick).unwrap();
        self.booth
            .act(&self.surroundings, By::Node, |_| {
                Ok::<_, std::convert::Infallible>((vec![draft], ()))
            })
            .unwrap();
        let store = desk.ledger();
        let mut store = store.lock().unwrap();
        let chunk = self
            .booth
            .lack(&store.have().unwrap(), Scope::Own(self.booth.node()), 500)
            .unwrap();
        let taken = store.take(&chunk).unwrap();
        assert!(taken.values().all(|taken| taken.refused.is_none()), "{taken:?}");
    }

    /// Desk B, which holds what the portal wrote.
    pub(super) fn other_desk(&self) -> Store {
        let key = NodeKey::from_seed(&[4; 32]);
        let name = self.surroundings.id();
        let portal = self.portal.portal();
        let mut other = store(&self.folder, &name, NodeRoleV1::Desk, &key, portal, &self.surroundings).0;
        let chunk = self.portal.lack(&other.have().unwrap(), Scope::Branch, 500).unwrap();
        other.take(&chunk).unwrap();
        other
    }

    /// Desk B writes about a session, and desk A takes what it wrote.
    pub(super) fn other_desk_says(&mut self, desk: &Desk, session: &str, body: &impl Body) {
        let mut other = self.other_desk();
        let draft = Draft::new(Subject::session(session), body);
        other
            .act(&self.surroundings, By::Node, |_| {
                Ok::<_, std::convert::Infallible>((vec![draft], ()))
            })
            .unwrap();
        let store = desk.ledger();
        let mut store = store.lock().unwrap();
        let chunk = other
            .lack(&store.have().unwrap(), Scope::Own(other.node()), 500)
            .unwrap();
        store.take(&chunk).unwrap();
    }

    pub(super) fn booth(&self) -> NodeId {
        self.booth.node()
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

fn admitted(role: NodeRoleV1, label: &str, public_key: PublicKey, seal: &Identity) -> Draft {
    let recipient = seal.recipient();
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
