//! What a node of the tests keeps its facts in: the real store in a file of its own; or, where a test must hold what no honest store holds,
//! a loose ledger in memory.

use std::collections::BTreeMap;
use std::path::Path;

use qabyldau_domain::fact::{By, Draft, Fact, NodeId, PublicKey};
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::ledger::{Chunk, Have, Ledger, Scope, Taken};
use qabyldau_domain::number::BranchCode;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::{ActFailed, Condition, DatabaseKey, NewNode, Place, Store, StoreError};

use super::Memory;
use crate::pair::NodeKeys;

pub(crate) struct Kept {
    pub takes: u32,
    surroundings: Surroundings,
    kind: Kind,
}

enum Kind {
    Real(Box<Store>),
    Loose(Box<Memory>),
}

impl Kept {
    /// In a real file.
    pub fn real(
        folder: &Path,
        role: NodeRoleV1,
        keys: &NodeKeys,
        portal: &PublicKey,
        surroundings: &Surroundings,
    ) -> Self {
        let new = NewNode {
            branch: "0512".parse().expect("a branch"),
            role,
            key: keys.signing.clone(),
            portal: *portal,
            projections: role != NodeRoleV1::Hub,
        };
        let place = Place::new(folder.join("data")).with_state(folder.join("state"));
        let store = Store::create(place, &DatabaseKey::random(surroundings), &new).expect("a store");
        Self {
            takes: 0,
            surroundings: surroundings.clone(),
            kind: Kind::Real(Box::new(store)),
        }
    }

    /// In memory, where a test may put what it likes.
    pub fn loose(keys: &NodeKeys, portal: &PublicKey, surroundings: &Surroundings) -> Self {
        let memory = Memory::new("0512", keys.signing.clone(), portal);
        Self {
            takes: 0,
            surroundings: surroundings.clone(),
            kind: Kind::Loose(Box::new(memory)),
        }
    }

    pub fn write(&mut self, drafts: Vec<Draft>) {
        match &mut self.kind {
            Kind::Loose(memory) => drop(memory.write(drafts)),
            Kind::Real(store) => match store.act(&self.surroundings, By::Node, |_| Ok::<_, StoreError>((drafts, ()))) {
                Ok(_) => {}
                Err(ActFailed::Refused(error) | ActFailed::NotWritten(error)) => panic!("{error:?}"),
            },
        }
    }

    pub fn memory(&mut self) -> &mut Memory {
        match &mut self.kind {
            Kind::Loose(memory) => memory,
            Kind::Real(_) => panic!("a real store holds only what is sound"),
        }
    }

    pub fn stream(&self, node: &NodeId) -> Vec<Fact> {
        self.lack(&Have::new(), Scope::Own(*node), 100_000)
            .expect("facts")
            .facts
    }

    pub fn count(&self) -> usize {
        self.have()
            .expect("have")
            .values()
            .map(|seq| usize::try_from(*seq).expect("few"))
            .sum()
    }

    /// Was it told that a peer holds more of its stream than it wrote?
    pub fn told_of_more(&self) -> bool {
        match &self.kind {
            Kind::Loose(memory) => memory.told_of_more.get(),
            Kind::Real(store) => store.condition() != Condition::Good,
        }
    }
}

macro_rules! either {
    ($self:expr, $kept:ident => $what:expr) => {
        match $self {
            Kind::Real($kept) => $what,
            Kind::Loose($kept) => Ok($what.unwrap_or_else(|never| match never {})),
        }
    };
}

impl Ledger for Kept {
    type Error = StoreError;

    fn branch(&self) -> BranchCode {
        match &self.kind {
            Kind::Real(store) => store.branch(),
            Kind::Loose(memory) => memory.branch,
        }
    }
    fn tick(&self) -> Result<u64, StoreError> {
        either!(&self.kind, kept => kept.tick())
    }
    fn told(&mut self, tick: u64) -> Result<(), StoreError> {
        either!(&mut self.kind, kept => kept.told(tick))
    }
    fn have(&self) -> Result<Have, StoreError> {
        either!(&self.kind, kept => kept.have())
    }
    fn lack(&self, have: &Have, scope: Scope, limit: usize) -> Result<Chunk, StoreError> {
        either!(&self.kind, kept => kept.lack(have, scope, limit))
    }
    fn take(&mut self, chunk: &Chunk) -> Result<BTreeMap<NodeId, Taken>, StoreError> {
        self.takes += 1;
        either!(&mut self.kind, kept => kept.take(chunk))
    }
}
