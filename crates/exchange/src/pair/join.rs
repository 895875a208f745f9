//! The joining node: asks, proves, checks the portal's proof, and only then believes anything.

use std::sync::Arc;

use qabyldau_domain::fact::Digest;
use qabyldau_domain::surroundings::Surroundings;

use super::code::PairingCode;
use super::keys::NodeKeys;
use super::proof::{Admission, Answer, Join};
use super::refusal::PairRefusal;
use crate::client::{CONNECT, PATIENCE, http};
use crate::error::ExchangeError;
use crate::message::{MAX_SMALL_BYTES, Refusal};
use crate::tls::{self, Seen};

/// What a node knows once it is admitted.
#[derive(Debug, Clone)]
pub struct Joined {
    /// The portal's words, proved by the code.
    pub admission: Admission,
    /// `host:port` of whom it spoke to: its peer from now on.
    pub address: String,
    /// The pin of that peer's TLS key.
    pub pin: Digest,
}

/// Joins with a code. Nothing is kept here: the caller keeps keys and answer, durably, before it goes on.
pub async fn join(code: &PairingCode, keys: &NodeKeys, surroundings: &Surroundings) -> Result<Joined, ExchangeError> {
    let seen = Seen::default();
    let certificate = keys.tls.self_signed(surroundings.clock.now())?;
    let config = tls::pairing_client(
        &keys.tls,
        &certificate,
        code.pin,
        &seen,
        Arc::clone(&surroundings.clock),
    )?;
    let http = http(config)?;
    // The proof covers the server's key, so that key is seen before the proof is made.
    let knock = http
        .get(format!("https://{}/v1/pair", code.address))
        .timeout(CONNECT * 2);
    knock.send().await.map_err(ExchangeError::Unreachable)?;
    let pin = code
        .pin
        .or(seen.pin())
        .ok_or(ExchangeError::Garbled("no key was seen"))?;
    let mut tls_public = [0; 32];
    tls_public.copy_from_slice(&keys.tls.public());
    let mut join = Join {
        label: code.label.clone(),
        public_key: keys.signing.public(),
        tls_public: Digest(tls_public),
        recipient: keys.identity.recipient(),
        nonce: surroundings.id(),
        server: None,
        proof: Digest::ZERO,
    };
    join.prove(&code.secret, &pin);
    let answer = ask(&http, code, &join).await?;
    // Another connection may have been opened for the question: whoever stood there, he proved the code over `pin` or not at all.
    if !answer.holds(&code.secret, &join) || code.pin.is_none() && seen.pin() != Some(pin) {
        return Err(PairRefusal::NotThePortal.into());
    }
    let admission: Admission =
        serde_json::from_str(&answer.admission).map_err(|_| ExchangeError::Garbled("not an admission"))?;
    if admission.node != keys.node() {
        return Err(PairRefusal::NotThePortal.into());
    }
    Ok(Joined {
        admission,
        address: code.address.clone(),
        pin,
    })
}

async fn ask(http: &reqwest::Client, code: &PairingCode, join: &Join) -> Result<Answer, ExchangeError> {
    let url = format!("https://{}/v1/pair", code.address);
    let mut response = http
        .post(url)
        .timeout(PATIENCE)
        .json(join)
        .send()
        .await
        .map_err(ExchangeError::Unreachable)?;
    let mut bytes = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(ExchangeError::Unreachable)? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > MAX_SMALL_BYTES {
            return Err(ExchangeError::TooLarge);
        }
    }
    if response.status().is_success() {
        return serde_json::from_slice(&bytes).map_err(|_| ExchangeError::Garbled("not an answer"));
    }
    let refusal = serde_json::from_slice::<Refusal>(&bytes)
        .ok()
        .and_then(|refusal| PairRefusal::of(&refusal.code));
    Err(refusal.unwrap_or(PairRefusal::PortalAway).into())
}

/// [`join`] for a caller without a runtime. Blocks.
pub fn join_blocking(
    code: &PairingCode,
    keys: &NodeKeys,
    surroundings: &Surroundings,
) -> Result<Joined, ExchangeError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(join(code, keys, surroundings))
}
