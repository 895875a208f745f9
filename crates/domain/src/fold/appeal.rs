//! The appeal and its parcel.

use super::{AppealRow, ParcelRow, Said, Troubles};
use crate::facts::Decoded;

pub(super) fn fold(said: &[Said<'_>], troubles: &mut Troubles) -> Option<AppealRow> {
    let mut row: Option<AppealRow> = None;
    for one in said {
        match (&one.body, &mut row) {
            (Decoded::AppealFiled(body), none @ None) if body.number == one.fact.subject.rest() => {
                *none = Some(AppealRow {
                    subject: one.fact.subject.clone(),
                    number: body.number.clone(),
                    node: one.fact.node,
                    entry: body.entry.clone(),
                    session: body.session.clone(),
                    kind: body.kind.clone(),
                    addressee: body.addressee.clone(),
                    against: body.against.clone(),
                    postal_address: body.postal_address.clone(),
                    email: body.email.clone(),
                    language: body.language,
                    day: body.day,
                    filed_at: one.fact.at,
                    promise: body.promise.clone(),
                    code_verifier: body.code_verifier.clone(),
                    parcel: body.parcel.clone(),
                    continues: body.continues.clone(),
                    answer_signed: None,
                    handed_over_at: None,
                });
            }
            (Decoded::AnswerArrived(body), Some(row)) => row.answer_signed = Some(body.signed),
            (Decoded::AnswerHandedOver(_), Some(row)) if row.answer_signed.is_some() => {
                row.handed_over_at.get_or_insert(one.fact.at);
            }
            _ => troubles.impossible(one.fact),
        }
    }
    row
}

pub(super) fn fold_parcel(said: &[Said<'_>], troubles: &mut Troubles) -> Option<ParcelRow> {
    let first = said.first()?;
    let Ok(sha256) = first.fact.subject.rest().parse() else {
        said.iter().for_each(|one| troubles.impossible(one.fact));
        return None;
    };
    let mut row = ParcelRow {
        subject: first.fact.subject.clone(),
        sha256,
        stored_at: None,
        delivered_at: None,
    };
    for one in said {
        match &one.body {
            Decoded::ParcelStored(body) if body.sha256 == sha256 => {
                row.stored_at.get_or_insert(one.fact.at);
            }
            Decoded::ParcelDelivered(_) => {
                row.delivered_at.get_or_insert(one.fact.at);
            }
            _ => troubles.impossible(one.fact),
        }
    }
    Some(row)
}
