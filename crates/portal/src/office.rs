//! The portal's office: the one writer of the directory stream. What the wire asks of an authority, and what an administrator asks.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use qabyldau_domain::fact::{By, Digest, Draft, NodeId};
use qabyldau_domain::facts::{NodeAdmitted, NodeRoleV1, ParcelStored};
use qabyldau_domain::fold::NodeRow;
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::ExchangeError;
use qabyldau_exchange::pair::{Admission, Answer, Asked, Book, HubPlace, Issued, Join, NodeKeys, PairRefusal};
use qabyldau_exchange::parcel::Receipt;
use qabyldau_exchange::server::{Authority, Relay};
use qabyldau_exchange::tls;
use qabyldau_store::{ActFailed, Acted, Condition, Reader, Store, StoreError};
use serde::{Deserialize, Serialize};

use crate::home::RECOVERY;

const HUB_PLACE: &str = "hub-place";

/// Where the hub said it is.
#[derive(Serialize, Deserialize)]
struct Place {
    node: NodeId,
    address: String,
}

/// The office.
pub struct Office {
    pub store: Arc<Mutex<Store>>,
    pub keys: NodeKeys,
    pub surroundings: Surroundings,
    pub book: Mutex<Book>,
    /// Where hubs reach the portal; unknown while it does not serve.
    pub address: Option<String>,
    pub relay: OnceLock<Relay>,
}

/// A store closes itself when its disk fails under a write; before the next use it is opened again.
pub fn mend(store: &mut Store) -> Result<(), StoreError> {
    if store.condition() == Condition::Poisoned {
        store.reopen()
    } else {
        Ok(())
    }
}

fn ledger(error: StoreError) -> ExchangeError {
    ExchangeError::Ledger(Box::new(error))
}

impl Office {
    /// An office over an open store.
    pub fn new(store: Store, keys: NodeKeys, surroundings: Surroundings, address: Option<String>) -> Self {
        let store = Arc::new(Mutex::new(store));
        Self {
            store,
            keys,
            surroundings,
            book: Mutex::default(),
            address,
            relay: OnceLock::new(),
        }
    }

    /// The store, open.
    pub fn store(&self) -> Result<MutexGuard<'_, Store>, ExchangeError> {
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        mend(&mut store).map_err(ledger)?;
        Ok(store)
    }

    /// Reads what stands.
    pub fn read<R>(&self, read: impl FnOnce(&Reader<'_>) -> Result<R, StoreError>) -> Result<R, ExchangeError> {
        let store = self.store()?;
        let reader = store.reader().map_err(ledger)?;
        read(&reader).map_err(ledger)
    }

    /// One act of the portal; whoever listens hears of it.
    pub fn act<R>(
        &self,
        rule: impl FnOnce(&Reader<'_>) -> Result<(Vec<Draft>, R), ExchangeError>,
    ) -> Result<Acted<R>, ExchangeError> {
        let acted = self
            .store()?
            .act(&self.surroundings, By::Node, rule)
            .map_err(|failed| match failed {
                ActFailed::Refused(error) => error,
                ActFailed::NotWritten(error) => ledger(error),
            })?;
        if let (Some(relay), false) = (self.relay.get(), acted.facts.is_empty()) {
            relay.facts_written()?;
        }
        Ok(acted)
    }

    /// The hub in service and where it said it is.
    pub fn hub(&self) -> Result<Option<HubPlace>, ExchangeError> {
        let (hubs, place) =
            self.read(|reader| Ok((reader.nodes_of_role(NodeRoleV1::Hub)?, reader.setting(HUB_PLACE)?)))?;
        let place: Option<Place> = place.and_then(|text| serde_json::from_str(&text).ok());
        let place = place.and_then(|place| {
            let hub = hubs.iter().find(|hub| hub.node == place.node)?;
            Some(HubPlace {
                node: hub.node,
                pin: hub.tls,
                address: place.address,
            })
        });
        Ok(place)
    }

    fn admission(&self, join: &Join, issued: &Issued) -> Result<Admission, ExchangeError> {
        let now = self.surroundings.clock.now();
        let certificate = match issued.role {
            NodeRoleV1::Hub => Some(tls::issue(&self.keys.tls, join.tls_public.as_bytes(), now)?),
            _ => None,
        };
        let told = self.read(|reader| Ok((reader.branch(), reader.tick()?, reader.setting(RECOVERY)?)))?;
        let (branch, tick, recovery) = told;
        Ok(Admission {
            branch,
            node: join.public_key.node(),
            role: issued.role,
            label: issued.label.clone(),
            portal: self.keys.signing.public(),
            portal_tls: self.keys.tls.pin(),
            portal_recipient: self.keys.identity.recipient(),
            recovery: recovery.unwrap_or_default(),
            hub: self.hub()?,
            certificate: certificate.map(|der| der.iter().map(|byte| format!("{byte:02x}")).collect()),
            tick,
        })
    }

    fn write_admitted(&self, join: &Join, issued: &Issued) -> Result<(), ExchangeError> {
        let node = join.public_key.node();
        let admitted = self.act(|reader| {
            let nodes = reader.nodes().map_err(ledger)?;
            let same = |row: &&NodeRow| row.node == node && row.tls == join.pin() && !row.retired;
            if issued.role == NodeRoleV1::Hub && nodes.iter().find(same).is_some_and(|row| row.role == issued.role) {
                // The hub we know, with the same keys: it comes for a new certificate and is admitted already.
                return Ok((Vec::new(), ()));
            }
            let labelled =
                |row: &NodeRow| row.role == issued.role && !row.label.is_empty() && row.label == issued.label;
            if nodes
                .iter()
                .any(|row| row.node == node || row.tls == join.pin() || labelled(row))
            {
                return Err(PairRefusal::Used.into());
            }
            let body = NodeAdmitted {
                role: issued.role,
                label: issued.label.clone(),
                public_key: join.public_key,
                tls: join.pin(),
                recipient: join.recipient.clone(),
            };
            Ok((vec![Draft::new(Subject::node(&node), &body)], ()))
        });
        admitted.map(drop)
    }
}

impl Authority for Office {
    fn admit(&self, join: &Join) -> Result<Answer, ExchangeError> {
        let mut book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        let issued = match book.ask(join, self.surroundings.clock.now().utc_ms)? {
            Asked::Again(answer) => return Ok(answer),
            Asked::Admit(issued) => issued,
        };
        self.write_admitted(join, &issued)?;
        let admission = self.admission(join, &issued)?;
        let words =
            serde_json::to_string(&admission).map_err(|_| ExchangeError::Garbled("an admission that is no JSON"))?;
        let answer = Answer::prove(&issued.secret, join, words);
        book.close(join, &answer);
        Ok(answer)
    }

    fn stored(&self, sha256: &Digest, bytes: u64) -> Result<Receipt, ExchangeError> {
        self.act(|reader| {
            let known = reader
                .parcel(sha256)
                .map_err(ledger)?
                .is_some_and(|row| row.stored_at.is_some());
            let body = ParcelStored { sha256: *sha256, bytes };
            let draft = (!known).then(|| Draft::new(Subject::parcel(sha256), &body));
            Ok((draft.into_iter().collect(), ()))
        })?;
        Ok(Receipt::sign(&self.keys.signing, *sha256, bytes))
    }

    fn hub_at(&self, hub: NodeId, address: &str) -> Result<(), ExchangeError> {
        let text = serde_json::to_string(&Place {
            node: hub,
            address: address.to_owned(),
        })
        .map_err(|_| ExchangeError::Garbled("a place that is no JSON"))?;
        self.store()?.set_setting(HUB_PLACE, Some(&text)).map_err(ledger)
    }
}
