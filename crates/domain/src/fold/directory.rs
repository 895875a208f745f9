//! The directory: nodes, rooms, the branch, documents, checkpoints. The newest word of the portal stands.

use super::{BranchRow, CheckpointRow, DocumentRow, NodeRow, RoomRow, Said, Troubles};
use crate::facts::Decoded;

pub(super) fn fold_node(said: &[Said<'_>], troubles: &mut Troubles) -> Option<NodeRow> {
    let mut row: Option<NodeRow> = None;
    for one in said {
        match (&one.body, &mut row) {
            (Decoded::NodeAdmitted(body), none @ None)
                if body.public_key.node().to_string() == one.fact.subject.rest() =>
            {
                *none = Some(NodeRow {
                    subject: one.fact.subject.clone(),
                    node: body.public_key.node(),
                    role: body.role,
                    label: body.label.clone(),
                    public_key: body.public_key,
                    tls: body.tls,
                    recipient: body.recipient.clone(),
                    retired: false,
                });
            }
            (Decoded::NodeRetired(_), Some(row)) => row.retired = true,
            _ => troubles.impossible(one.fact),
        }
    }
    row
}

pub(super) fn fold_room(said: &[Said<'_>], troubles: &mut Troubles) -> Option<RoomRow> {
    newest(said, troubles, |one| match &one.body {
        Decoded::RoomNamed(body) => Some(RoomRow {
            subject: one.fact.subject.clone(),
            label: one.fact.subject.rest().to_owned(),
            name_kk: body.name_kk.clone(),
            name_ru: body.name_ru.clone(),
        }),
        _ => None,
    })
}

pub(super) fn fold_branch(said: &[Said<'_>], troubles: &mut Troubles) -> Option<BranchRow> {
    newest(said, troubles, |one| match &one.body {
        Decoded::BranchNamed(body) => Some(BranchRow {
            subject: one.fact.subject.clone(),
            name_kk: body.name_kk.clone(),
            name_ru: body.name_ru.clone(),
            address_kk: body.address_kk.clone(),
            address_ru: body.address_ru.clone(),
        }),
        _ => None,
    })
}

pub(super) fn fold_document(said: &[Said<'_>], troubles: &mut Troubles) -> Option<DocumentRow> {
    newest(said, troubles, |one| match &one.body {
        Decoded::DocumentPublished(body) => Some(DocumentRow {
            subject: one.fact.subject.clone(),
            name: one.fact.subject.rest().to_owned(),
            version: body.version,
            sha256: body.sha256,
            bytes: body.bytes,
            from: body.from,
        }),
        _ => None,
    })
}

pub(super) fn fold_checkpoint(said: &[Said<'_>], troubles: &mut Troubles) -> Option<CheckpointRow> {
    newest(said, troubles, |one| match &one.body {
        Decoded::CheckpointTaken(body) => Some(CheckpointRow {
            subject: one.fact.subject.clone(),
            at: one.fact.at,
            heads: body.heads.clone(),
        }),
        _ => None,
    })
}

fn newest<R>(said: &[Said<'_>], troubles: &mut Troubles, row: impl Fn(&Said<'_>) -> Option<R>) -> Option<R> {
    let mut newest = None;
    for one in said {
        match row(one) {
            Some(row) => newest = Some(row),
            None => troubles.impossible(one.fact),
        }
    }
    newest
}
