//! Sending parcels: from wherever the server stands, in pieces, and letting go only after the portal's receipt is committed.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use qabyldau_domain::fact::Digest;
use reqwest::{Method, Response, StatusCode};

use super::body::json;
use super::link::Link;
use super::news::Outbox;
use crate::error::ExchangeError;
use crate::message::MAX_SMALL_BYTES;
use crate::parcel::{MAX_APPEND_BYTES, Progress, Receipt};

/// 4 MiB at 128 kbit/s.
const PATIENCE: Duration = Duration::from_secs(300);

fn progress(response: &Response) -> Result<Progress, ExchangeError> {
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
    let offset = header("upload-offset").and_then(|text| text.parse().ok());
    let offset = offset.ok_or(ExchangeError::Garbled("no upload offset"))?;
    Ok(Progress {
        offset,
        complete: header("upload-complete") == Some("?1"),
    })
}

async fn disk<R: Send + 'static>(work: impl FnOnce() -> io::Result<R> + Send + 'static) -> Result<R, ExchangeError> {
    Ok(tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| ExchangeError::Ending)??)
}

impl Link {
    async fn parcel_progress(&self, sha256: &Digest) -> Result<Progress, ExchangeError> {
        let request = self.asking(Method::HEAD, &format!("/v1/parcels/{sha256}")).await?;
        progress(&self.send(request, &[]).await?)
    }

    async fn append(&self, sha256: &Digest, size: u64, offset: u64, bytes: Vec<u8>) -> Result<Progress, ExchangeError> {
        let request = self
            .asking(Method::PATCH, &format!("/v1/parcels/{sha256}"))
            .await?
            .timeout(PATIENCE)
            .header("content-type", "application/partial-upload")
            .header("upload-offset", offset)
            .header("upload-length", size)
            .body(bytes);
        progress(&self.send(request, &[StatusCode::CONFLICT]).await?)
    }

    /// The portal's receipt, if it came this far.
    pub async fn receipt(&self, sha256: &Digest) -> Result<Option<Receipt>, ExchangeError> {
        let request = self
            .asking(Method::GET, &format!("/v1/parcels/{sha256}/receipt"))
            .await?;
        let response = self.send(request, &[StatusCode::NOT_FOUND]).await?;
        if response.status() == StatusCode::NOT_FOUND {
            return Ok(None);
        }
        json(response, MAX_SMALL_BYTES).await.map(Some)
    }

    /// Sends one parcel as far as it goes. Tells whether it is delivered: the receipt held, was committed, and the parcel is gone.
    pub async fn send_parcel(&self, outbox: &Outbox, sha256: Digest) -> Result<bool, ExchangeError> {
        let folder = Arc::clone(&outbox.folder);
        let Some(size) = disk(move || folder.size(&sha256)).await? else {
            return Ok(true);
        };
        let mut there = self.parcel_progress(&sha256).await?;
        while !there.complete {
            if there.offset >= size {
                // All sent and still not whole: the server threw it away or is another's; begin again at the next try.
                return Err(ExchangeError::Garbled("an offset past the end"));
            }
            let (folder, from) = (Arc::clone(&outbox.folder), there.offset);
            let bytes = disk(move || folder.read(&sha256, from, MAX_APPEND_BYTES)).await?;
            there = self.append(&sha256, size, from, bytes).await?;
        }
        let Some(receipt) = self.receipt(&sha256).await? else {
            return Ok(false);
        };
        receipt.check(&outbox.portal, &sha256, size)?;
        let outbox = outbox.clone();
        tokio::task::spawn_blocking(move || {
            (outbox.commit)(&receipt)?;
            Ok::<_, ExchangeError>(outbox.folder.remove(&sha256)?)
        })
        .await
        .map_err(|_| ExchangeError::Ending)??;
        Ok(true)
    }
}
