//! A slot file as version 1 wrote it: it opens for ever. (All its secrets are of this test.)

use std::fs;

use serde::Deserialize;

use super::{AIGUL, HERE, id};
use crate::keys::slots::{SlotFile, copies::NAMES};
use crate::keys::trial::surroundings;
use crate::keys::{Password, hex};

#[derive(Deserialize)]
struct Kept {
    authority: String,
    database_key: String,
    printed_code: String,
}

#[test]
fn a_slot_file_of_version_1_opens_by_all_its_slots_for_ever() {
    let kept: Kept = serde_json::from_str(include_str!("../../../../tests-data/keys-v1.json")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let bytes = include_bytes!("../../../../tests-data/keys-v1.slots");
    fs::write(folder.path().join(NAMES[1]), bytes).unwrap();
    let slots = SlotFile::at(folder.path());
    let (surroundings, _) = surroundings(70);

    let signed_in = slots
        .sign_in(id(1), &Password::typed(AIGUL), &HERE, &surroundings)
        .unwrap();
    let by_key = slots.open_by_recovery_identity(&kept.authority).unwrap();
    let by_code = slots.open_by_printed_code(&kept.printed_code.parse().unwrap()).unwrap();
    assert!(by_key.unaltered && by_code.unaltered);
    for key in [signed_in.key, by_key.key, by_code.key] {
        assert_eq!(hex::text(key.as_bytes()), kept.database_key);
    }
}
