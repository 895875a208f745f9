//! The portal's receipt: «I hold these bytes, durably, under this hash». Only with it may anybody else let a parcel go.

use qabyldau_domain::fact::{Digest, NodeKey, PublicKey, Signature};
use serde::{Deserialize, Serialize};

use crate::error::ExchangeError;

/// Domain separation of the receipt's signature.
pub const RECEIPT_TAG: &[u8] = b"qabyldau-parcel-1";

/// A receipt signed by the portal's node key over tag ‖ sha256 ‖ size (8 bytes, big-endian).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(utoipa::ToSchema))]
pub struct Receipt {
    /// The parcel.
    pub sha256: Digest,
    /// Its size.
    pub bytes: u64,
    /// The portal's signature.
    pub sig: Signature,
}

fn message(sha256: &Digest, bytes: u64) -> Vec<u8> {
    [RECEIPT_TAG, sha256.as_bytes(), &bytes.to_be_bytes()].concat()
}

impl Receipt {
    /// The portal signs for a parcel it holds.
    pub fn sign(key: &NodeKey, sha256: Digest, bytes: u64) -> Self {
        Self {
            sha256,
            bytes,
            sig: key.sign(&message(&sha256, bytes)),
        }
    }

    /// Is it the portal's receipt for exactly this parcel?
    pub fn check(&self, portal: &PublicKey, sha256: &Digest, bytes: u64) -> Result<(), ExchangeError> {
        let holds =
            self.sha256 == *sha256 && self.bytes == bytes && portal.verifies(&message(sha256, bytes), &self.sig);
        if holds { Ok(()) } else { Err(ExchangeError::BadReceipt) }
    }

    /// The text that `ParcelDelivered` carries: the signature, hex.
    pub fn text(&self) -> String {
        self.sig.to_string()
    }
}
