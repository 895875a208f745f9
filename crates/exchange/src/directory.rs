//! The directory as the wire needs it: who is admitted under which TLS key, which documents count, which answers came.
//!
//! Read from the portal's stream alone, so a relay without projections knows it too. Not here: staff, rooms, receptions.
//! Invariant: a retired node stays retired, and a key belongs to one node.

use std::collections::{BTreeMap, BTreeSet};

use qabyldau_domain::fact::{Digest, Fact, NodeId, PublicKey};
use qabyldau_domain::facts::{Decoded, DocumentPublished, NodeAdmitted, NodeRoleV1, decode};
use qabyldau_domain::ledger::{Have, Ledger, Scope};
use qabyldau_domain::subject::SubjectKind;

/// An admitted node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its id.
    pub node: NodeId,
    /// What it is.
    pub role: NodeRoleV1,
    /// Its label; empty for a hub.
    pub label: String,
    /// Its signing key.
    pub public_key: PublicKey,
    /// SHA-256 of the SubjectPublicKeyInfo of its TLS key.
    pub tls: Digest,
    /// Its age recipient.
    pub recipient: String,
    /// Out of service for ever.
    pub retired: bool,
}

/// What the portal's stream says about nodes, documents and answers.
#[derive(Debug, Clone)]
pub struct Directory {
    portal: NodeId,
    through: u64,
    nodes: BTreeMap<NodeId, Member>,
    documents: BTreeMap<String, DocumentPublished>,
    carried: BTreeSet<Digest>,
    answers: BTreeSet<Digest>,
    notices: Vec<Fact>,
}

/// A place in the portal's stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bookmark {
    portal: NodeId,
    through: u64,
}

impl Bookmark {
    /// The next facts behind this place, some hundreds at most.
    pub fn unread<L: Ledger>(&self, ledger: &L) -> Result<Vec<Fact>, L::Error> {
        let have = Have::from([(self.portal, self.through)]);
        let chunk = ledger.lack(&have, Scope::Own(self.portal), 500)?;
        let next = |fact: &Fact| fact.node == self.portal && fact.seq > self.through;
        Ok(chunk.facts.into_iter().filter(next).collect())
    }
}

impl Directory {
    /// An empty directory that will follow this portal's stream and nobody else's.
    pub fn of(portal: NodeId) -> Self {
        Self {
            portal,
            through: 0,
            nodes: BTreeMap::new(),
            documents: BTreeMap::new(),
            carried: BTreeSet::new(),
            answers: BTreeSet::new(),
            notices: Vec::new(),
        }
    }

    /// The portal's node.
    pub fn portal(&self) -> NodeId {
        self.portal
    }

    /// Reads on in the portal's stream; tells whether anything was new.
    pub fn follow<L: Ledger>(&mut self, ledger: &L) -> Result<bool, L::Error> {
        let before = self.through;
        loop {
            let facts = self.place().unread(ledger)?;
            if facts.is_empty() {
                return Ok(self.through != before);
            }
            self.read_on(facts);
        }
    }

    /// How far it has read.
    pub fn place(&self) -> Bookmark {
        Bookmark {
            portal: self.portal,
            through: self.through,
        }
    }

    /// Reads facts that lie behind its [`Bookmark`]. Tells whether they say anything a directory keeps.
    pub fn read_on(&mut self, facts: Vec<Fact>) -> bool {
        let mut told = false;
        for fact in facts {
            if fact.node == self.portal && fact.seq == self.through + 1 {
                self.through = fact.seq;
                told |= self.read(fact);
            }
        }
        told
    }

    fn read(&mut self, fact: Fact) -> bool {
        let Ok(body) = decode(&fact.kind, fact.version, fact.body.as_deref()) else {
            return false;
        };
        match body {
            Decoded::NodeAdmitted(body) => self.admit(body, &fact),
            Decoded::NodeRetired(_) if fact.subject.kind() == SubjectKind::Node => {
                if let Ok(node) = fact.subject.rest().parse::<NodeId>()
                    && let Some(member) = self.nodes.get_mut(&node)
                {
                    member.retired = true;
                }
                self.notices.push(fact);
            }
            Decoded::DocumentPublished(body) => {
                self.carried.insert(body.sha256);
                let name = fact.subject.rest().to_owned();
                if self
                    .documents
                    .get(&name)
                    .is_none_or(|known| known.version <= body.version)
                {
                    self.documents.insert(name, body);
                }
                self.notices.push(fact);
            }
            Decoded::AnswerArrived(body) => {
                self.answers.insert(body.sha256);
            }
            Decoded::BranchNamed(_) => self.notices.push(fact),
            _ => return false,
        }
        true
    }

    fn admit(&mut self, body: NodeAdmitted, fact: &Fact) {
        let node = body.public_key.node();
        // The portal is pinned: no fact makes a second one.
        let second = body.role == NodeRoleV1::Portal && node != self.portal;
        if second || node.to_string() != fact.subject.rest() || self.nodes.contains_key(&node) {
            return;
        }
        let member = Member {
            node,
            role: body.role,
            label: body.label,
            public_key: body.public_key,
            tls: body.tls,
            recipient: body.recipient,
            retired: false,
        };
        self.nodes.insert(node, member);
        self.notices.push(fact.clone());
    }

    /// All nodes ever admitted, retired ones too.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        self.nodes.values()
    }

    /// The node, if it is admitted and in service.
    pub fn member(&self, node: &NodeId) -> Option<&Member> {
        self.nodes.get(node).filter(|member| !member.retired)
    }

    /// The node in service behind a TLS key. Two nodes under one key: none of them.
    pub fn behind(&self, pin: &Digest) -> Option<&Member> {
        let mut found = self.nodes.values().filter(|member| member.tls == *pin);
        match (found.next(), found.next()) {
            (Some(member), None) if !member.retired => Some(member),
            _ => None,
        }
    }

    /// The current version of each document.
    pub fn documents(&self) -> &BTreeMap<String, DocumentPublished> {
        &self.documents
    }

    /// Everything that goes down by parcel: documents of every version, and answers.
    pub fn carried(&self) -> Vec<Digest> {
        self.carried.union(&self.answers).copied().collect()
    }

    /// Was a document with this content ever published?
    pub fn is_document(&self, sha256: &Digest) -> bool {
        self.carried.contains(sha256)
    }

    /// Is it an answer that goes down to the desks?
    pub fn is_answer(&self, sha256: &Digest) -> bool {
        self.answers.contains(sha256)
    }

    /// The portal's facts that a booth may read: the branch's name, nodes, documents. Each was an act of its own, so each proves itself.
    pub fn notices(&self) -> &[Fact] {
        &self.notices
    }
}
