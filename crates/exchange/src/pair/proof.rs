//! What is said in pairing, and the proofs that both ends know the code.
//!
//! The node's proof covers both TLS keys as the node saw them and all it says of itself; the portal's covers the node's proof and the
//! whole answer, byte for byte. Invariant: proofs are compared in constant time.

use qabyldau_domain::fact::{Digest, NodeId, PublicKey};
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::number::BranchCode;
use ring::hmac;
use serde::{Deserialize, Serialize};

use super::code::Secret;

const NODE_TAG: &[u8] = b"qabyldau-pair-1 node";
const PORTAL_TAG: &[u8] = b"qabyldau-pair-1 portal";

/// A node asks to be admitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct Join {
    /// The label of the code (not secret).
    pub label: String,
    /// The node's signing key.
    pub public_key: PublicKey,
    /// The 32 public bytes of its TLS key, hex.
    pub tls_public: Digest,
    /// Its age recipient.
    pub recipient: String,
    /// 16 random bytes, hex.
    pub nonce: String,
    /// The TLS key of whom the node spoke to, as the server itself knows it. Empty when the node sends it; the server fills it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub server: Option<Digest>,
    /// The node's proof.
    pub proof: Digest,
}

/// Where the branch's hub is and which key it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct HubPlace {
    /// The hub's node.
    pub node: NodeId,
    /// Its TLS pin.
    pub pin: Digest,
    /// `host:port` on the LAN.
    pub address: String,
}

/// What the portal tells a node it admitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct Admission {
    /// The branch.
    pub branch: BranchCode,
    /// The node.
    pub node: NodeId,
    /// What it is.
    pub role: NodeRoleV1,
    /// Its label for ever; empty for a hub.
    pub label: String,
    /// The portal's signing key: writer of the directory, signer of receipts.
    pub portal: PublicKey,
    /// The portal's TLS pin.
    pub portal_tls: Digest,
    /// The portal's age recipient: recordings are sealed to it.
    pub portal_recipient: String,
    /// The recovery authority's age recipient: recordings and key slots are sealed to it too.
    pub recovery: String,
    /// The branch's hub, if it has one already.
    #[serde(default)]
    pub hub: Option<HubPlace>,
    /// For a hub: its certificate towards the portal, DER in hex.
    #[serde(default)]
    pub certificate: Option<String>,
    /// The portal's highest tick.
    pub tick: u64,
}

/// An admission in the portal's very words, with its proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct Answer {
    /// The admission as JSON text; the proof is over these bytes.
    pub admission: String,
    /// The portal's proof that it knows the code.
    pub proof: Digest,
}

/// An admission whose proof was checked.
pub type Certified = Admission;

fn mac(secret: &Secret, tag: &[u8], parts: &[&[u8]]) -> hmac::Context {
    let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, secret.bytes()));
    for part in std::iter::once(&tag).chain(parts) {
        context.update(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
        context.update(part);
    }
    context
}

fn digest(tag: hmac::Tag) -> Digest {
    let mut bytes = [0; 32];
    bytes.copy_from_slice(tag.as_ref());
    Digest(bytes)
}

/// Equal, in constant time.
fn same(left: &Digest, right: &Digest) -> bool {
    // Both sides under one fresh key: comparing the tags leaks nothing of the values.
    let key = hmac::Key::new(hmac::HMAC_SHA256, b"qabyldau compare");
    hmac::verify(&key, left.as_bytes(), hmac::sign(&key, right.as_bytes()).as_ref()).is_ok()
}

impl Join {
    fn expected(&self, secret: &Secret, server: &Digest) -> Digest {
        let pin = crate::tls::pin_of_public(self.tls_public.as_bytes());
        let parts: [&[u8]; 7] = [
            pin.as_bytes(),
            server.as_bytes(),
            self.label.as_bytes(),
            self.public_key.as_bytes(),
            self.recipient.as_bytes(),
            self.nonce.as_bytes(),
            self.tls_public.as_bytes(),
        ];
        digest(mac(secret, NODE_TAG, &parts).sign())
    }

    /// The node proves the code towards the server whose key it saw.
    pub fn prove(&mut self, secret: &Secret, server: &Digest) {
        self.proof = self.expected(secret, server);
    }

    /// Does the proof hold for the server's true key?
    pub fn holds(&self, secret: &Secret) -> bool {
        self.server
            .as_ref()
            .is_some_and(|server| same(&self.expected(secret, server), &self.proof))
    }

    /// The pin of the node's TLS key.
    pub fn pin(&self) -> Digest {
        crate::tls::pin_of_public(self.tls_public.as_bytes())
    }
}

impl Answer {
    /// The portal's words, proved.
    pub fn prove(secret: &Secret, join: &Join, admission: String) -> Self {
        let proof = digest(mac(secret, PORTAL_TAG, &[join.proof.as_bytes(), admission.as_bytes()]).sign());
        Self { admission, proof }
    }

    /// Are these the words of somebody who knows the code, in answer to this very question?
    pub fn holds(&self, secret: &Secret, join: &Join) -> bool {
        let expected = digest(mac(secret, PORTAL_TAG, &[join.proof.as_bytes(), self.admission.as_bytes()]).sign());
        same(&expected, &self.proof)
    }
}
