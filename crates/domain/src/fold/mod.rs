//! What the facts of one subject add up to: one row of one projection.
//!
//! Not here: how rows are kept (store). Invariants: a fold sees one subject and nothing else; it orders by (tick, node, seq)
//! itself, so any shuffle and any split of the same facts fold to the same row; it never panics; a fact it cannot use is
//! reported and stepped over.

mod appeal;
mod day;
mod directory;
mod entry;
mod job;
mod reception;
mod row;
mod session;
mod staff;

#[cfg(test)]
mod tests;

use crate::fact::{Fact, NodeId};
use crate::facts::{Decoded, NodeRoleV1, SubjectClosed, Unreadable, decode};
use crate::subject::SubjectKind;

pub use row::*;

/// Changes whenever a fold would give another row for the same facts: the store then rebuilds its projections.
pub const FOLD_VERSION: u32 = 5;

/// Why a fact did not count. It is kept, passed on, shown, and folded again after an upgrade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TroubleCode {
    /// The body cannot be read.
    Unreadable(Unreadable),
    /// The state the subject was in does not allow it, or it stands on the wrong kind of subject.
    Impossible,
    /// A node of this role may not write this kind.
    ForeignAuthor,
}

impl TroubleCode {
    /// The word in the ledger and on the screen.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unreadable(Unreadable::UnknownKind) => "unknown-kind",
            Self::Unreadable(Unreadable::UnknownVersion) => "unknown-version",
            Self::Unreadable(Unreadable::BadBody) => "bad-body",
            Self::Unreadable(Unreadable::Erased) => "erased",
            Self::Impossible => "impossible",
            Self::ForeignAuthor => "foreign-author",
        }
    }
}

/// A fact that did not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Trouble {
    /// Its stream.
    pub node: NodeId,
    /// Its place.
    pub seq: u64,
    /// Why.
    pub code: TroubleCode,
}

/// A fact and the role of the node that wrote it.
#[derive(Debug, Clone)]
pub struct Item {
    /// The fact.
    pub fact: Fact,
    /// What its writer is.
    pub writer: NodeRoleV1,
}

/// The outcome of a fold.
#[derive(Debug, Clone, PartialEq)]
pub struct Folded {
    /// The row, if the facts give one.
    pub row: Option<Row>,
    /// The facts that did not count.
    pub troubles: Vec<Trouble>,
}

/// A readable fact, as the folds of the single subjects see it.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    pub(crate) fact: &'a Fact,
    pub(crate) body: Decoded,
}

/// Collects the facts that could not be used.
#[derive(Debug, Default)]
pub(crate) struct Troubles(Vec<Trouble>);

impl Troubles {
    pub(crate) fn add(&mut self, fact: &Fact, code: TroubleCode) {
        self.0.push(Trouble {
            node: fact.node,
            seq: fact.seq,
            code,
        });
    }
    pub(crate) fn impossible(&mut self, fact: &Fact) {
        self.add(fact, TroubleCode::Impossible);
    }
}

/// Who may write what. Desks write about people; booths about their sessions; the portal alone keeps the directory.
fn may_write(writer: NodeRoleV1, body: &Decoded) -> bool {
    use Decoded as D;
    use NodeRoleV1 as N;
    match body {
        D::BoothAccepted(_)
        | D::BoothRefused(_)
        | D::SessionMoved(_)
        | D::BoothFreed(_)
        | D::StaffCalled(_)
        | D::ServiceRated(_)
        | D::WordTaken(_)
        | D::WordRefused(_)
        | D::AppealFiled(_)
        | D::ParcelDelivered(_) => writer == N::Booth,
        D::SessionEnded(_) | D::PrintQueued(_) | D::PrintMoved(_) | D::DayOpened(_) | D::DayClosed(_) => {
            matches!(writer, N::Booth | N::Desk)
        }
        D::EntryRegistered(_)
        | D::EntryCorrected(_)
        | D::EntryAnnulled(_)
        | D::NoteWritten(_)
        | D::IinShown(_)
        | D::BoothAsked(_)
        | D::WordGiven(_)
        | D::AnswerHandedOver(_)
        | D::ReceptionArrived(_)
        | D::ReceptionStepped(_)
        | D::ReceptionUndone(_)
        | D::StaffPasswordChanged(_)
        | D::SignedIn(_)
        | D::SignedOut(_)
        | D::SignInFailed(_) => writer == N::Desk,
        D::ReceptionAppointed(_) | D::ReceptionChanged(_) | D::RosterPublished(_) => {
            matches!(writer, N::Portal | N::Desk)
        }
        D::AnswerArrived(_)
        | D::ParcelStored(_)
        | D::StaffAdmitted(_)
        | D::StaffRemoved(_)
        | D::BranchNamed(_)
        | D::RoomNamed(_)
        | D::NodeAdmitted(_)
        | D::NodeRetired(_)
        | D::DocumentPublished(_)
        | D::CheckpointTaken(_)
        | D::SubjectClosed(_) => writer == N::Portal,
    }
}

/// Folds all facts of one subject. The order they come in does not matter.
pub fn fold(items: &[Item]) -> Folded {
    let mut troubles = Troubles::default();
    let mut order: Vec<&Item> = items.iter().collect();
    order.sort_unstable_by_key(|item| (item.fact.tick, item.fact.node, item.fact.seq));
    let mut said = Vec::with_capacity(order.len());
    for item in order {
        match decode(&item.fact.kind, item.fact.version, item.fact.body.as_deref()) {
            Ok(body) if may_write(item.writer, &body) => said.push(Said { fact: &item.fact, body }),
            Ok(_) => troubles.add(&item.fact, TroubleCode::ForeignAuthor),
            Err(why) => troubles.add(&item.fact, TroubleCode::Unreadable(why)),
        }
    }
    let closing = said.iter().rev().find_map(|one| match &one.body {
        Decoded::SubjectClosed(closed) => Some((one.fact, closed.clone())),
        _ => None,
    });
    let row = match (&closing, said.first()) {
        (Some((fact, closed)), _) => {
            let covered = |node: &NodeId, seq: u64| closed.through.get(node).is_some_and(|through| seq <= *through);
            troubles.0.retain(|trouble| !covered(&trouble.node, trouble.seq));
            for late in said
                .iter()
                .filter(|one| !matches!(one.body, Decoded::SubjectClosed(_)) && !covered(&one.fact.node, one.fact.seq))
            {
                troubles.impossible(late.fact);
            }
            Some(Row::Closed(closed_row(fact, closed)))
        }
        (None, None) => None,
        (None, Some(first)) => fold_open(first.fact.subject.kind(), &said, &mut troubles),
    };
    troubles.0.sort_unstable_by_key(|trouble| (trouble.node, trouble.seq));
    Folded {
        row,
        troubles: troubles.0,
    }
}

fn fold_open(kind: SubjectKind, said: &[Said<'_>], troubles: &mut Troubles) -> Option<Row> {
    match kind {
        SubjectKind::Entry => entry::fold(said, troubles).map(Row::Entry),
        SubjectKind::Session => session::fold(said, troubles).map(Row::Session),
        SubjectKind::Appeal => appeal::fold(said, troubles).map(Row::Appeal),
        SubjectKind::Parcel => appeal::fold_parcel(said, troubles).map(Row::Parcel),
        SubjectKind::Reception => reception::fold(said, troubles).map(Row::Reception),
        SubjectKind::Roster => reception::fold_roster(said, troubles).map(Row::Roster),
        SubjectKind::Job => job::fold(said, troubles).map(Row::Job),
        SubjectKind::Day => day::fold(said, troubles).map(Row::Day),
        SubjectKind::Staff => staff::fold(said, troubles).map(Row::Staff),
        SubjectKind::Shift => staff::fold_shift(said, troubles).map(Row::Shift),
        SubjectKind::Node => directory::fold_node(said, troubles).map(Row::Node),
        SubjectKind::Room => directory::fold_room(said, troubles).map(Row::Room),
        SubjectKind::Branch => directory::fold_branch(said, troubles).map(Row::Branch),
        SubjectKind::Document => directory::fold_document(said, troubles).map(Row::Document),
        SubjectKind::Checkpoint => directory::fold_checkpoint(said, troubles).map(Row::Checkpoint),
        SubjectKind::Unknown => {
            said.iter().for_each(|one| troubles.impossible(one.fact));
            None
        }
    }
}

fn closed_row(fact: &Fact, closed: &SubjectClosed) -> ClosedRow {
    ClosedRow {
        subject: fact.subject.clone(),
        state: closed.state.clone(),
        day: closed.day,
    }
}
