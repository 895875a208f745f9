//! What the portal told this booth: its label, the branch, the desks' labels, to whom it seals, which documents count.
//!
//! Booths hold no stream but their own; the portal's notices come as facts, each proved by the exchange before it gets here.
//! Invariant: a later notice of the same thing replaces an earlier one, whatever order they come in.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qabyldau_domain::deadline::deadline;
use qabyldau_domain::fact::{Digest, Fact, NodeId, PublicKey};
use qabyldau_domain::facts::{BranchNamed, Decoded, DocumentPublished, decode};
use qabyldau_domain::law::Law;
use qabyldau_domain::number::BoothLabel;
use qabyldau_domain::rulepack::AppealKind;
use qabyldau_exchange::parcel::ParcelFolder;

/// What is known from the portal.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// This booth's label.
    pub label: Option<BoothLabel>,
    /// To whom the portal wants recordings sealed.
    pub portal_recipient: Option<String>,
    /// Name and address of the branch.
    pub branch: Option<BranchNamed>,
    /// This booth was retired.
    pub retired: bool,
    desks: BTreeMap<NodeId, String>,
    documents: BTreeMap<(String, u32), DocumentPublished>,
}

/// The law in force here, and which list of addressees it holds.
#[derive(Debug, Clone)]
pub struct InForce {
    /// The law.
    pub law: Law,
    /// The content of the addressees document; zero without one.
    pub addressees: Digest,
}

impl InForce {
    /// Can a day be promised for an appeal of today? Nobody is let speak for three minutes to hear afterwards that there is none.
    pub fn promises(&self, today: NaiveDate) -> bool {
        [AppealKind::Application, AppealKind::Complaint]
            .into_iter()
            .all(|kind| deadline(kind, today, &self.law.packs, &self.law.calendar).is_ok())
    }
}

impl Known {
    /// Reads the portal's notices.
    pub fn of(notices: &[Fact], own: NodeId, portal: &PublicKey) -> Self {
        let mut notices: Vec<&Fact> = notices.iter().filter(|fact| fact.node == portal.node()).collect();
        notices.sort_by_key(|fact| fact.seq);
        let mut known = Self::default();
        for fact in notices {
            match decode(&fact.kind, fact.version, fact.body.as_deref()) {
                Ok(Decoded::NodeAdmitted(body)) => {
                    let node = body.public_key.node();
                    if node == own {
                        known.label = body.label.parse().ok();
                    } else if body.public_key == *portal {
                        known.portal_recipient = Some(body.recipient);
                    } else {
                        known.desks.insert(node, body.label);
                    }
                }
                Ok(Decoded::NodeRetired(_)) => known.retired |= fact.subject.rest() == own.to_string(),
                Ok(Decoded::BranchNamed(body)) => known.branch = Some(body),
                Ok(Decoded::DocumentPublished(body)) => {
                    known
                        .documents
                        .insert((fact.subject.rest().to_owned(), body.version), body);
                }
                _ => {}
            }
        }
        known
    }

    /// The label of a desk.
    pub fn desk_label(&self, desk: &NodeId) -> Option<&str> {
        self.desks.get(desk).map(String::as_str)
    }

    /// The law on a day: of each document the newest version that counts by then and has arrived.
    pub fn in_force(&self, day: NaiveDate, folder: &ParcelFolder) -> InForce {
        let mut newest: BTreeMap<&str, (Vec<u8>, Digest)> = BTreeMap::new();
        for ((name, _), published) in self.documents.iter().filter(|(_, published)| published.from <= day) {
            if let Ok(Some(bytes)) = folder.read_whole(&published.sha256) {
                newest.insert(name, (bytes, published.sha256));
            }
        }
        let addressees = newest.get("addressees").map_or(Digest::ZERO, |(_, sha256)| *sha256);
        let documents: Vec<_> = newest
            .into_iter()
            .map(|(name, (bytes, _))| (name.to_owned(), bytes))
            .collect();
        InForce {
            law: Law::from_documents(&documents),
            addressees,
        }
    }
}
