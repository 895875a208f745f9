//! Creating a branch: keys, slots, the encrypted file, and the first facts of the directory.
//!
//! Invariant: the mark `created` comes last; whatever an interrupted run left is made anew, for nobody has met that portal yet.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use qabyldau_domain::fact::{By, Draft, StaffId};
use qabyldau_domain::facts::{BranchNamed, DocumentPublished, NodeAdmitted, NodeRoleV1, RoomNamed, StaffAdmitted};
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::pair::NodeKeys;
use qabyldau_exchange::parcel::ParcelFolder;
use qabyldau_store::keys::slots::{Nameplate, NewSlots, OpenedBy, SlotFile};
use qabyldau_store::keys::{Password, create_staff_key};
use qabyldau_store::{ActFailed, DatabaseKey, NewNode, Store, StoreError};
use zeroize::Zeroizing;

use crate::At;
use crate::home::{CREATED, Home, KEYS, RECOVERY};
use crate::outside;
use crate::seed::Seed;
use crate::trouble::Trouble;

/// Creates the branch of a seed. Prints the branch and the portal's key, as JSON.
pub fn init(at: &At, path: &Path) -> Result<(), Trouble> {
    let home = Home::at(at)?;
    let _lock = home.lock()?;
    if home.created() {
        return Err(Trouble::Created);
    }
    let seed = Seed::read(path)?;
    let surroundings = outside::surroundings();
    let keys = NodeKeys::throw(&surroundings)?;
    let mut store = make(&home, &seed, &keys, &surroundings)?;
    let mut write = |drafts: Vec<Draft>| write(&mut store, &surroundings, drafts);
    // Notices prove themselves to nodes that hold no other fact, so each is an act of its own.
    write(vec![branch(&seed)])?;
    write(vec![portal(&keys)])?;
    write(rooms(&seed))?;
    for staff in staff(&seed, &surroundings)? {
        write(vec![staff])?;
    }
    let down = ParcelFolder::open(home.folder("down"))?;
    for document in &seed.documents {
        let bytes = document.bytes(path)?;
        let sha256 = down.put(&bytes)?;
        let body = DocumentPublished {
            version: 1,
            sha256,
            bytes: bytes.len() as u64,
            from: document.from,
        };
        write(vec![Draft::new(Subject::document(&document.name), &body)])?;
    }
    drop(store);
    File::create(home.folder(CREATED))?.sync_all()?;
    File::open(home.data())?.sync_all()?;
    let said = serde_json::json!({ "branch": seed.branch, "portal": keys.signing.public(), "pin": keys.tls.pin() });
    writeln!(std::io::stdout(), "{said}")?;
    Ok(())
}

fn make(home: &Home, seed: &Seed, keys: &NodeKeys, surroundings: &Surroundings) -> Result<Store, Trouble> {
    for name in [
        "keys.slots",
        "keys.slots.2",
        "ledger.db",
        "ledger.db-wal",
        "ledger.db-shm",
    ] {
        match fs::remove_file(home.folder(name)) {
            Err(why) if why.kind() != std::io::ErrorKind::NotFound => return Err(why.into()),
            _ => {}
        }
    }
    let key = DatabaseKey::random(surroundings);
    let nameplate = Nameplate {
        branch: seed.branch,
        name_kk: seed.name_kk.clone(),
        name_ru: seed.name_ru.clone(),
        label: String::new(),
        demonstration: seed.documents.iter().any(|document| document.name == "demonstration"),
    };
    let slots = NewSlots {
        nameplate: &nameplate,
        opened_by: OpenedBy::Machine,
        recovery: &seed.recovery,
        printed_code: false,
    };
    let device = outside::device(home.data());
    SlotFile::at(home.data()).create(&slots, &key, device.as_ref(), surroundings)?;
    let new = NewNode {
        branch: seed.branch,
        role: NodeRoleV1::Portal,
        key: keys.signing.clone(),
        portal: keys.signing.public(),
        projections: true,
    };
    let mut store = Store::create(home.place(), &key, &new)?;
    let text = keys.to_bytes()?;
    let text = Zeroizing::new(String::from_utf8_lossy(&text).into_owned());
    store.set_setting(KEYS, Some(&text))?;
    store.set_setting(RECOVERY, Some(&seed.recovery))?;
    Ok(store)
}

fn write(store: &mut Store, surroundings: &Surroundings, drafts: Vec<Draft>) -> Result<(), Trouble> {
    match store.act(surroundings, By::Node, |_| Ok::<_, StoreError>((drafts, ()))) {
        Ok(_) => Ok(()),
        Err(ActFailed::Refused(error) | ActFailed::NotWritten(error)) => Err(error.into()),
    }
}

fn branch(seed: &Seed) -> Draft {
    let body = BranchNamed {
        name_kk: seed.name_kk.clone(),
        name_ru: seed.name_ru.clone(),
        address_kk: seed.address_kk.clone(),
        address_ru: seed.address_ru.clone(),
    };
    Draft::new(Subject::branch(seed.branch), &body)
}

fn portal(keys: &NodeKeys) -> Draft {
    let body = NodeAdmitted {
        role: NodeRoleV1::Portal,
        label: String::new(),
        public_key: keys.signing.public(),
        tls: keys.tls.pin(),
        recipient: keys.identity.recipient(),
    };
    Draft::new(Subject::node(&keys.node()), &body)
}

fn rooms(seed: &Seed) -> Vec<Draft> {
    let named = |room: &crate::seed::SeedRoom| {
        let body = RoomNamed {
            name_kk: room.name_kk.clone(),
            name_ru: room.name_ru.clone(),
        };
        Draft::new(Subject::room(&room.label), &body)
    };
    seed.rooms.iter().map(named).collect()
}

fn staff(seed: &Seed, surroundings: &Surroundings) -> Result<Vec<Draft>, Trouble> {
    let admitted = |one: &crate::seed::SeedStaff| {
        let (key, _) = create_staff_key(&Password::typed(&one.password.0), surroundings)?;
        let body = StaffAdmitted {
            name: one.name.clone(),
            post_kk: one.post_kk.clone(),
            post_ru: one.post_ru.clone(),
            role: one.role,
            language: one.language,
            key,
        };
        let id = one.id.unwrap_or_else(|| StaffId(surroundings.random()));
        Ok(Draft::new(Subject::staff(&id), &body))
    };
    seed.staff.iter().map(admitted).collect()
}
