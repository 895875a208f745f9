//! The branch a measurement works in: what the portal says before anybody works, and a desk that has heard it.

use std::path::Path;

use qabyldau_desk::Worker;
use qabyldau_domain::fact::{By, Digest, Draft, StaffId};
use qabyldau_domain::facts::{BranchNamed, DocumentPublished};
use qabyldau_domain::language::Language;
use qabyldau_domain::ledger::{Chunk, Have, Ledger as _, Scope};
use qabyldau_domain::number::DeskLabel;
use qabyldau_domain::role::Role;
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::{Store, StoreError};

use super::Outcome;
use crate::{branch, demo, standstill};

/// The desk's label.
pub const LABEL: DeskLabel = DeskLabel::FIRST;

/// A clock that stands and the machine's own dice: an act throws as many as in life.
pub fn surroundings() -> Surroundings {
    Surroundings {
        dice: qabyldau_store::surroundings::real().dice,
        ..standstill::surroundings(0)
    }
}

/// The documents the portal signs, as they travel.
fn documents() -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    demo::documents()
        .into_iter()
        .map(|(name, json)| (name, json.to_string().into_bytes()))
}

/// The portal of the branch, with its directory in it.
pub fn portal(folder: &Path, surroundings: &Surroundings) -> Outcome<Store> {
    let mut portal = branch::portal(folder, surroundings)?;
    let named = BranchNamed {
        name_kk: "Қонаев қаласының бөлімшесі".into(),
        name_ru: "Отделение города Конаева".into(),
        address_kk: "Тест көшесі, 1".into(),
        address_ru: "улица Тестовая, 1".into(),
    };
    let from = surroundings.clock.now().date();
    let published = documents().map(|(name, bytes)| {
        let body = DocumentPublished {
            version: 1,
            sha256: Digest::of(&bytes),
            bytes: bytes.len() as u64,
            from,
        };
        Draft::new(Subject::document(name), &body)
    });
    let drafts = [Draft::new(Subject::branch(branch::code()), &named)]
        .into_iter()
        .chain(published)
        .collect();
    written(&mut portal, surroundings, By::Node, drafts)?;
    Ok(portal)
}

/// All the portal has to say.
pub fn directory(portal: &Store) -> Result<Chunk, StoreError> {
    portal.lack(&Have::new(), Scope::Branch, usize::MAX)
}

/// A desk hears it, and has the documents too.
pub fn hears(desk: &mut Store, directory: &Chunk) -> Outcome {
    desk.take(directory)?;
    for (_, bytes) in documents() {
        desk.keep_document(&bytes)?;
    }
    Ok(())
}

/// Somebody who may register.
pub fn worker() -> Worker {
    Worker {
        id: StaffId([7; 8]),
        role: Role::Reception,
        name: "Ахметова Гүлназ Тестқызы".into(),
        language: Language::Kk,
    }
}

/// One act of these drafts. Answers the tick of its first fact.
pub fn written(store: &mut Store, surroundings: &Surroundings, by: By, drafts: Vec<Draft>) -> Outcome<u64> {
    let acted = store.act(surroundings, by, |_| Ok::<_, std::convert::Infallible>((drafts, ())))?;
    Ok(acted.facts.first().map_or(0, |fact| fact.tick))
}
