//! What the portal told this booth: its label, the branch, the desks with their keys, to whom it seals, which documents count.
//!
//! Booths hold no stream but their own; the portal's notices come as facts, each proved by the exchange before it gets here.
//! Invariants: a later notice of the same thing replaces an earlier one, whatever order they come in; a retired node stays retired, and
//! a key belongs to one node; what was told once is not forgotten because a hub withholds it later.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qabyldau_domain::fact::{Digest, Fact, NodeId, PublicKey};
use qabyldau_domain::facts::{BranchNamed, Decoded, DocumentPublished, NodeAdmitted, NodeRoleV1, decode};
use qabyldau_domain::law::Law;
use qabyldau_domain::number::BoothLabel;
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
    desks: BTreeMap<NodeId, Desk>,
    documents: BTreeMap<(String, u32), DocumentPublished>,
}

/// A desk of the branch.
#[derive(Debug, Clone)]
struct Desk {
    label: String,
    key: PublicKey,
    retired: bool,
}

/// The law in force here, and which list of addressees it holds.
#[derive(Debug, Clone)]
pub struct InForce {
    /// The law.
    pub law: Law,
    /// The content of the addressees document; zero without one.
    pub addressees: Digest,
}

impl Known {
    /// Reads the portal's notices.
    pub fn of(notices: &[Fact], own: NodeId, portal: &PublicKey) -> Self {
        let mut notices: Vec<&Fact> = notices.iter().filter(|fact| fact.node == portal.node()).collect();
        notices.sort_by_key(|fact| fact.seq);
        let mut known = Self::default();
        for fact in notices {
            match decode(&fact.kind, fact.version, fact.body.as_deref()) {
                Ok(Decoded::NodeAdmitted(body)) => known.admit(body, fact, own, portal),
                Ok(Decoded::NodeRetired(_)) => known.retire(fact, own),
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

    fn admit(&mut self, body: NodeAdmitted, fact: &Fact, own: NodeId, portal: &PublicKey) {
        let node = body.public_key.node();
        if node.to_string() != fact.subject.rest() {
            return;
        }
        if node == own {
            self.label = body.label.parse().ok();
        } else if body.public_key == *portal {
            self.portal_recipient = Some(body.recipient);
        } else if body.role == NodeRoleV1::Desk {
            self.desks.entry(node).or_insert(Desk {
                label: body.label,
                key: body.public_key,
                retired: false,
            });
        }
    }

    fn retire(&mut self, fact: &Fact, own: NodeId) {
        let Ok(node) = fact.subject.rest().parse::<NodeId>() else {
            return;
        };
        self.retired |= node == own;
        if let Some(desk) = self.desks.get_mut(&node) {
            desk.retired = true;
        }
    }

    /// The label of a desk, in service or not.
    pub fn desk_label(&self, desk: &NodeId) -> Option<&str> {
        self.desks.get(desk).map(|desk| desk.label.as_str())
    }

    /// The signing key of a desk in service: only its orders count.
    pub fn desk_key(&self, desk: &NodeId) -> Option<&PublicKey> {
        let desk = self.desks.get(desk).filter(|desk| !desk.retired)?;
        Some(&desk.key)
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
