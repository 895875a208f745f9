//! The portal's receipt for a parcel is committed; only then the parcel may go.

use qabyldau_domain::fact::{By, Draft};
use qabyldau_domain::facts::ParcelDelivered;
use qabyldau_domain::subject::Subject;
use qabyldau_exchange::parcel::Receipt;

use super::Door;
use crate::error::BoothError;

impl Door {
    /// Writes `ParcelDelivered`, once. The caller has checked the portal's signature.
    pub fn delivered(&self, receipt: &Receipt) -> Result<(), BoothError> {
        self.act(By::Node, |reader| {
            let known = reader
                .parcel(&receipt.sha256)?
                .is_some_and(|row| row.delivered_at.is_some());
            let delivered = ParcelDelivered {
                receipt: receipt.text(),
            };
            let draft = Draft::new(Subject::parcel(&receipt.sha256), &delivered);
            Ok((if known { Vec::new() } else { vec![draft] }, ()))
        })
    }
}
