//! A node in somebody's hand: its program is dead, its folder open by the recovery authority's key, its own key at the wire.
//!
//! What a repairer may do, and what a thief of keys would try. Not a program of ours: it speaks with the hub as that node, and what it says
//! is up to the trial.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use qabyldau_domain::fact::{Fact, NodeId, NodeKey};
use qabyldau_domain::ledger::{Chunk, Have, Ledger as _, Taken};
use qabyldau_exchange::ExchangeError;
use qabyldau_exchange::client::Link;
use qabyldau_exchange::held::share;
use qabyldau_exchange::pair::Membership;
use qabyldau_store::keys::slots::SlotFile;
use qabyldau_store::{Place, Store};

use super::founding::RECOVERY;
use super::{Branch, Outcome, RunError, Who, broken};

/// The setting under which desk and booth keep what pairing brought.
const MEMBERSHIP: &str = "membership";

/// The node.
pub struct InHand {
    store: Arc<Mutex<Store>>,
    membership: Membership,
    link: Link,
    runtime: tokio::runtime::Runtime,
}

impl Branch {
    /// Opens the file of a node whose program does not run.
    pub fn store(&self, who: Who) -> Outcome<Store> {
        let key = self.path(RECOVERY);
        let identity = std::fs::read_to_string(&key).map_err(|error| RunError::File(key, error))?;
        let opened = SlotFile::at(&self.path(who.folder())).open_by_recovery_identity(&identity);
        let key = opened
            .map_err(|error| broken("the authority opens the slots", error))?
            .key;
        let place = Place::new(self.path(who.folder())).with_state(self.path("state/qabyldau"));
        Store::open(place, &key).map_err(|error| broken("the file opens", error))
    }

    /// Kills a desk or booth and takes its folder.
    pub fn take_in_hand(&mut self, who: Who) -> Outcome<InHand> {
        self.kill(who)?;
        let store = self.store(who)?;
        let kept = store.reader().and_then(|reader| reader.setting(MEMBERSHIP));
        let kept = kept.map_err(|error| broken("the membership", error))?;
        let membership = Membership::from_text(&kept.unwrap_or_default());
        let membership = membership.map_err(|error| broken("the membership", error))?;
        let store = Arc::new(Mutex::new(store));
        let link = membership
            .link(share(Arc::clone(&store)), &qabyldau_store::surroundings::real())
            .map_err(|error| broken("a link", error))?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| broken("a runtime", error))?;
        Ok(InHand {
            store,
            membership,
            link,
            runtime,
        })
    }
}

impl InHand {
    /// Its file.
    pub fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Its signing key.
    pub const fn key(&self) -> &NodeKey {
        &self.membership.keys.signing
    }

    /// The node.
    pub fn node(&self) -> NodeId {
        self.membership.keys.node()
    }

    /// All it holds of a stream.
    pub fn stream(&self, node: &NodeId) -> Outcome<Vec<Fact>> {
        let store = self.store();
        let facts = store
            .reader()
            .and_then(|reader| reader.facts_of_stream(node, 0, 100_000));
        facts.map_err(|error| broken("a stream", error))
    }

    /// Sends facts to the hub under this node's certificate, whatever they are.
    pub fn send(&self, facts: &[Fact]) -> Result<BTreeMap<NodeId, Taken>, ExchangeError> {
        let tick = self.store().tick().unwrap_or_default();
        let chunk = Chunk {
            tick,
            facts: facts.to_vec(),
        };
        let text = serde_json::to_vec(&chunk).map_err(|_| ExchangeError::Garbled("a chunk"))?;
        self.wait(self.link.send_facts(text))
    }

    /// What the hub says it holds.
    pub fn held_there(&self) -> Result<Have, ExchangeError> {
        Ok(self.wait(self.link.have())?.have)
    }

    fn wait<T>(&self, what: impl Future<Output = T>) -> T {
        self.runtime.block_on(what)
    }
}
