//! Taking a node out of service for ever: its key opens no door from then on. Its stream and its label stay.

use qabyldau_domain::fact::{Draft, NodeId};
use qabyldau_domain::facts::{NodeRetired, NodeRoleV1};
use qabyldau_domain::subject::Subject;
use qabyldau_exchange::ExchangeError;
use serde_json::{Value, json};

use crate::errand::NotDone;
use crate::office::Office;

/// Retires a node.
pub fn retire(office: &Office, node: &str, reason: String) -> Result<Value, NotDone> {
    let node: NodeId = node.parse().map_err(|_| NotDone::Refused("node-form"))?;
    let known = office
        .read(|reader| reader.node_by_id(&node))?
        .ok_or(NotDone::Refused("node-unknown"))?;
    if known.retired || known.role == NodeRoleV1::Portal {
        return Err(NotDone::Refused("node-not-retirable"));
    }
    let draft = Draft::new(Subject::node(&node), &NodeRetired { reason });
    office.act(|_| Ok::<_, ExchangeError>((vec![draft], ())))?;
    Ok(json!({ "retired": node, "label": known.label }))
}
