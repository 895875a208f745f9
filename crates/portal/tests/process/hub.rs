//! A hub's end of the wire, in the test's own process, over a real store.

use std::sync::{Arc, Mutex};

use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::ExchangeError;
use qabyldau_exchange::client::{Link, LinkParts};
use qabyldau_exchange::held::{Shared, share};
use qabyldau_exchange::pair::{Joined, NodeKeys, PairingCode, join_blocking};
use qabyldau_exchange::tls::{Certificate, Dates};
use qabyldau_store::{DatabaseKey, NewNode, Place, Store};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::Portal;

pub struct Hub {
    pub keys: NodeKeys,
    pub joined: Joined,
    pub folder: TempDir,
    pub runtime: Runtime,
    shared: Shared,
    surroundings: Surroundings,
}

/// Joins with a code of the portal's.
pub fn joins(code: &str) -> Result<(NodeKeys, Joined), ExchangeError> {
    let surroundings = qabyldau_store::surroundings::real();
    let code: PairingCode = code.parse().expect("a code");
    let keys = NodeKeys::throw(&surroundings).expect("keys");
    join_blocking(&code, &keys, &surroundings).map(|joined| (keys, joined))
}

impl Hub {
    /// Enrols at the portal.
    pub fn enrolled(portal: &Portal) -> Self {
        let code = portal.must(&["code", "--role", "hub"]);
        let (keys, joined) = joins(code["code"].as_str().expect("a code")).expect("enrolled");
        let surroundings = qabyldau_store::surroundings::real();
        let folder = tempfile::tempdir().expect("a folder");
        let new = NewNode {
            branch: joined.admission.branch,
            role: NodeRoleV1::Hub,
            key: keys.signing.clone(),
            portal: joined.admission.portal,
            projections: false,
        };
        let place = Place::new(folder.path().join("data")).with_state(folder.path().join("state"));
        let store = Store::create(place, &DatabaseKey::random(&surroundings), &new).expect("a store");
        let shared = share(Arc::new(Mutex::new(store)));
        let runtime = Runtime::new().expect("a runtime");
        Self {
            keys,
            joined,
            folder,
            runtime,
            shared,
            surroundings,
        }
    }

    /// A link to the portal where it serves now.
    pub fn link(&self, portal: &Portal) -> Link {
        let hex = self.joined.admission.certificate.as_deref().expect("a certificate");
        let der = (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[at * 2..at * 2 + 2], 16).expect("hex"));
        let certificate = Certificate::from(der.collect::<Vec<_>>());
        Link::new(LinkParts {
            address: &portal.address,
            pin: self.joined.admission.portal_tls,
            key: &self.keys.tls,
            certificate: &certificate,
            dates: Dates::Count,
            shared: Arc::clone(&self.shared),
            surroundings: &self.surroundings,
        })
        .expect("a link")
    }
}
