//! A checkpoint: what the portal holds of every stream, written down and signed, so that a rewritten stream is found out.

use std::collections::BTreeMap;

use qabyldau_domain::fact::Draft;
use qabyldau_domain::facts::CheckpointTaken;
use qabyldau_domain::subject::Subject;
use qabyldau_exchange::ExchangeError;
use serde_json::{Value, json};

use crate::errand::NotDone;
use crate::office::Office;

/// Takes a checkpoint of all streams as they stand.
pub fn take(office: &Office) -> Result<Value, NotDone> {
    let date = office.surroundings.clock.now().date();
    let acted = office.act(|reader| {
        let read = || {
            let mut heads = BTreeMap::new();
            for node in reader.have()?.into_keys() {
                heads.extend(reader.head(&node)?.map(|head| (node, head)));
            }
            Ok::<_, qabyldau_store::StoreError>(heads)
        };
        let heads = read().map_err(|error| ExchangeError::Ledger(Box::new(error)))?;
        let streams = heads.len();
        Ok((
            vec![Draft::new(Subject::checkpoint(date), &CheckpointTaken { heads })],
            streams,
        ))
    })?;
    Ok(json!({ "date": date, "streams": acted.answer }))
}
