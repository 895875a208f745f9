//! Giving out a pairing code: which label, where to join, and 80 fresh bits.

use std::sync::PoisonError;

use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::number::{BoothLabel, DeskLabel};
use qabyldau_exchange::pair::{CODE_VALID_MS, PairingCode, Secret};
use serde_json::{Value, json};

use crate::errand::{NotDone, RoleWord};
use crate::office::Office;

/// Issues a code. A label that any node ever had is refused.
pub fn issue(
    office: &Office,
    role: RoleWord,
    label: Option<String>,
    address: Option<String>,
) -> Result<Value, NotDone> {
    let own = office.address.clone().ok_or(NotDone::Refused("portal-not-serving"))?;
    let node_role = NodeRoleV1::from(role);
    let taken = office.read(|reader| reader.nodes())?;
    let taken: Vec<String> = taken
        .into_iter()
        .filter(|node| node.role == node_role)
        .map(|node| node.label)
        .collect();
    let label = match role {
        RoleWord::Hub => String::new(),
        RoleWord::Desk => desk(label, &taken)?,
        RoleWord::Booth => booth(label, &taken)?,
    };
    let (address, pin) = match role {
        RoleWord::Hub => (address.unwrap_or(own), Some(office.keys.tls.pin())),
        RoleWord::Desk | RoleWord::Booth => {
            let hub = office.hub()?.map(|hub| hub.address);
            (address.or(hub).ok_or(NotDone::Refused("hub-address-unknown"))?, None)
        }
    };
    let secret = Secret::throw(&office.surroundings);
    let name = if label.is_empty() {
        "hub".to_owned()
    } else {
        label.clone()
    };
    let code = PairingCode {
        address,
        label: name.clone(),
        secret: secret.clone(),
        pin,
    };
    let text = code.to_string();
    if text.parse() != Ok(code) {
        return Err(NotDone::Refused("address-form"));
    }
    let now = office.surroundings.clock.now().utc_ms;
    let mut book = office.book.lock().unwrap_or_else(PoisonError::into_inner);
    book.issue(&name, node_role, &label, secret, now);
    tracing::info!(label = name, "a pairing code was given out");
    Ok(json!({ "code": text, "label": label, "minutes": CODE_VALID_MS / 60_000 }))
}

fn desk(wanted: Option<String>, taken: &[String]) -> Result<String, NotDone> {
    let label = match wanted {
        Some(text) => text.parse::<DeskLabel>().map_err(|_| NotDone::Refused("label-form"))?,
        None => {
            let last = taken.iter().filter_map(|label| label.parse::<DeskLabel>().ok()).max();
            last.map_or(Some(DeskLabel::FIRST), DeskLabel::next)
                .ok_or(NotDone::Refused("labels-used-up"))?
        }
    };
    free(label.to_string(), taken)
}

fn booth(wanted: Option<String>, taken: &[String]) -> Result<String, NotDone> {
    let label = match wanted {
        Some(text) => text,
        None => {
            let last = taken.iter().filter_map(|label| label.parse::<BoothLabel>().ok()).max();
            format!("{:02}", last.map_or(0, BoothLabel::value) + 1)
        }
    };
    let label: BoothLabel = label.parse().map_err(|_| NotDone::Refused("label-form"))?;
    free(label.to_string(), taken)
}

fn free(label: String, taken: &[String]) -> Result<String, NotDone> {
    if taken.contains(&label) {
        Err(NotDone::Refused("label-taken"))
    } else {
        Ok(label)
    }
}
