//! The cables of a trial: each a proxy between two nodes, which cuts, swallows answers, and counts what it does.
//!
//! Invariant: a node knows only its cable's address, so nothing gets past a cable that is pulled.

use qabyldau_exchange::testing::Proxy;

use super::{Outcome, Who, broken};

/// One cable: from a node upwards to its peer.
pub struct Cable(Proxy);

impl Cable {
    /// Lays one to a peer, if any is wanted.
    pub(super) fn laid(wanted: bool, peer: &str) -> Outcome<Option<Self>> {
        if !wanted {
            return Ok(None);
        }
        let peer = peer.parse().map_err(|error| broken("a peer's address", error))?;
        let proxy = Proxy::before(peer).map_err(|error| broken("a cable", error))?;
        Ok(Some(Self(proxy)))
    }

    /// Where its lower end is plugged in.
    pub(super) fn address(&self) -> String {
        self.0.address().to_string()
    }
}

impl std::ops::Deref for Cable {
    type Target = Proxy;

    fn deref(&self) -> &Proxy {
        &self.0
    }
}

/// All cables of a branch.
pub struct Cables(Vec<(Who, Cable)>);

impl Cables {
    pub(super) fn new(hub: Option<Cable>, a: Option<Cable>, b: Option<Cable>, booth: Option<Cable>) -> Self {
        let ends = [(Who::Hub, hub), (Who::DeskA, a), (Who::DeskB, b), (Who::Booth, booth)];
        Self(
            ends.into_iter()
                .filter_map(|(who, cable)| Some((who, cable?)))
                .collect(),
        )
    }

    /// The cable from this node to its peer.
    pub fn of(&self, who: Who) -> Outcome<&Cable> {
        let found = self.0.iter().find(|(end, _)| *end == who);
        found
            .map(|(_, cable)| cable)
            .ok_or_else(|| broken("a branch with cables", format_args!("{who:?} has none")))
    }
}
