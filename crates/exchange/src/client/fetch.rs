//! Fetching what comes down: documents and answers, by their hash, from wherever the last piece ended.

use std::sync::Arc;

use qabyldau_domain::fact::{Digest, Fact, PublicKey};
use reqwest::{Method, StatusCode, header};

use super::body::read;
use super::link::Link;
use crate::error::ExchangeError;
use crate::parcel::{MAX_APPEND_BYTES, MAX_PARCEL_BYTES, ParcelError, ParcelFolder};

/// Facts of the portal that prove themselves: header, body and the act's signature hold, each alone.
pub(crate) fn proved(portal: &PublicKey, facts: Vec<Fact>) -> Result<Vec<Fact>, ExchangeError> {
    let holds =
        |fact: &Fact| fact.node == portal.node() && fact.body.is_some() && fact.hashes_hold() && fact.signed_by(portal);
    if facts.iter().all(holds) {
        Ok(facts)
    } else {
        Err(ExchangeError::Garbled("a notice that the portal did not sign"))
    }
}

async fn blocking<R: Send + 'static>(
    work: impl FnOnce() -> Result<R, ParcelError> + Send + 'static,
) -> Result<R, ExchangeError> {
    let done = tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| ExchangeError::Ending)?;
    done.map_err(|error| match error {
        ParcelError::Disk(why) => ExchangeError::Disk(why),
        ParcelError::WrongHash => ExchangeError::Garbled("a parcel with another content"),
        ParcelError::TooLarge => ExchangeError::TooLarge,
        ParcelError::Offset(_) | ParcelError::Superseded => ExchangeError::Garbled("two fetch one parcel"),
    })
}

impl Link {
    /// Fetches a parcel into the folder. Tells whether it is whole there now; `false`: the peer does not have it yet.
    pub async fn fetch(&self, folder: &Arc<ParcelFolder>, sha256: Digest) -> Result<bool, ExchangeError> {
        let (here, turn) = (Arc::clone(folder), folder.take_turn(&sha256));
        let mut at = blocking(move || Ok(here.progress(&sha256)?)).await?;
        while !at.complete {
            let request = self.asking(Method::GET, &format!("/v1/parcels/{sha256}")).await?;
            let request = request.header(header::RANGE, format!("bytes={}-", at.offset));
            let response = self.send(request, &[StatusCode::NOT_FOUND]).await?;
            if response.status() == StatusCode::NOT_FOUND {
                return Ok(false);
            }
            let size = response
                .headers()
                .get(header::CONTENT_RANGE)
                .and_then(|range| range.to_str().ok()?.rsplit_once('/')?.1.parse::<u64>().ok());
            let size = size
                .filter(|size| *size <= MAX_PARCEL_BYTES)
                .ok_or(ExchangeError::Garbled("no range"))?;
            let bytes = read(response, MAX_APPEND_BYTES).await?;
            if bytes.is_empty() && at.offset < size {
                return Err(ExchangeError::Garbled("an empty range"));
            }
            let (here, offset) = (Arc::clone(folder), at.offset);
            at = blocking(move || {
                here.append(&sha256, turn, size, offset, &bytes)?;
                here.finish(&sha256, size)
            })
            .await?;
        }
        Ok(true)
    }
}
