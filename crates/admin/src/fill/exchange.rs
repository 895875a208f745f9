//! The evening's exchange without a wire: each node takes what it lacks from the other, and the portal signs how far everybody is.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qabyldau_domain::fact::{Digest, Draft, Head, NodeId};
use qabyldau_domain::facts::CheckpointTaken;
use qabyldau_domain::ledger::{Ledger as _, Scope};
use qabyldau_domain::subject::Subject;
use qabyldau_store::Store;

use super::branch::Branch;
use super::failed::Failed;

/// Facts carried at once.
const CHUNK: usize = 500;

impl Branch {
    /// Desk to portal, checkpoint, portal to desk.
    pub(super) fn exchange(&mut self, day: NaiveDate) -> Result<(), Failed> {
        give(&self.desk, &mut self.portal)?;
        let mut heads: BTreeMap<NodeId, Head> = BTreeMap::new();
        let reader = self.portal.reader()?;
        for node in reader.have()?.into_keys() {
            heads.extend(reader.head(&node)?.map(|head| (node, head)));
        }
        let checkpoint = Draft::new(Subject::checkpoint(day), &CheckpointTaken { heads });
        self.at_portal(vec![checkpoint])?;
        give(&self.portal, &mut self.desk)
    }

    /// The one number of all rows; both nodes must have the same.
    pub(super) fn digest(&self) -> Result<Digest, Failed> {
        let of = |store: &Store| store.reader()?.projections_digest();
        let (portal, desk) = (of(&self.portal)?, of(&self.desk)?);
        match portal == desk {
            true => Ok(desk),
            false => Err(Failed::NotTaken("rows-differ".into())),
        }
    }
}

fn give(from: &Store, to: &mut Store) -> Result<(), Failed> {
    loop {
        let chunk = from.lack(&to.have()?, Scope::Branch, CHUNK)?;
        if chunk.facts.is_empty() {
            return Ok(());
        }
        let taken = to.take(&chunk)?;
        if let Some(refused) = taken.values().find_map(|taken| taken.refused) {
            return Err(Failed::NotTaken(refused.code.to_string()));
        }
    }
}
