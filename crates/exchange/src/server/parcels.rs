//! Parcels on the wire, in the manner of the IETF resumable-upload draft: `HEAD` tells the offset, `PATCH` appends, `GET` reads a range.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use futures_util::StreamExt as _;
use qabyldau_domain::fact::Digest;
use qabyldau_domain::facts::NodeRoleV1;
use tokio::time::timeout;

use super::answer::Refused;
use super::relay::{News, Relay, Seat};
use super::said::Named;
use super::whom::Caller;
use crate::error::ExchangeError;
use crate::message::Topic;
use crate::parcel::{MAX_APPEND_BYTES, MAX_PARCEL_BYTES, ParcelError, ParcelFolder, Progress, Receipt};

fn told(status: StatusCode, progress: Progress) -> Response {
    let complete = if progress.complete { "?1" } else { "?0" };
    let headers = [
        ("upload-offset", progress.offset.to_string()),
        ("upload-complete", complete.to_owned()),
    ];
    (status, headers, [(header::CACHE_CONTROL, "no-store")]).into_response()
}

async fn blocking<R: Send + 'static, E: Send + 'static>(
    work: impl FnOnce() -> Result<R, E> + Send + 'static,
) -> Result<R, Refused>
where
    Refused: From<E>,
{
    Ok(tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| ExchangeError::Ending)??)
}

/// How long a sender that comes back is kept waiting for what its broken line still holds.
const DRAIN: Duration = Duration::from_secs(2);

/// The parcel's line: whoever sends it holds it.
fn line(relay: &Relay, sha256: Digest) -> Arc<tokio::sync::Mutex<()>> {
    let mut lines = relay.0.lines.lock().unwrap_or_else(PoisonError::into_inner);
    // Lines nobody holds are forgotten as others come.
    lines.retain(|_, line| Arc::strong_count(line) > 1);
    Arc::clone(lines.entry(sha256).or_default())
}

/// `HEAD /v1/parcels/{sha256}`
pub(super) async fn progress(State(relay): State<Relay>, Named(sha256): Named<Digest>) -> Result<Response, Refused> {
    // A line that was cut may still hold bytes that arrived: counting them saves sending them again. A half-open one is not waited for.
    let _ = timeout(DRAIN, line(&relay, sha256).lock_owned()).await;
    let up = Arc::clone(&relay.0.parts.up);
    let progress = blocking(move || up.progress(&sha256).map_err(ParcelError::from)).await?;
    Ok(told(StatusCode::NO_CONTENT, progress))
}

fn number(headers: &HeaderMap, name: &str) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

/// `PATCH /v1/parcels/{sha256}` with `Upload-Offset` and `Upload-Length`; what arrived before a cut is kept.
pub(super) async fn append(
    State(relay): State<Relay>,
    Named(sha256): Named<Digest>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refused> {
    let (Some(offset), Some(size)) = (number(&headers, "upload-offset"), number(&headers, "upload-length")) else {
        return Err(Refused::bad("upload-headers-missing"));
    };
    if size == 0 || size > MAX_PARCEL_BYTES {
        return Err(ParcelError::TooLarge.into());
    }
    let up = Arc::clone(&relay.0.parts.up);
    let turn = up.take_turn(&sha256);
    // Whoever held the line fails at its next piece, its turn being over.
    let held = timeout(DRAIN, line(&relay, sha256).lock_owned()).await;
    let _held = held.map_err(|_| Refused::from(ParcelError::Superseded))?;
    let before = blocking(move || up.progress(&sha256).map_err(ParcelError::from)).await?;
    if before.complete {
        return Ok(told(StatusCode::NO_CONTENT, before));
    }
    if before.offset != offset {
        return Ok(told(StatusCode::CONFLICT, before));
    }
    receive(&relay.0.parts.up, sha256, turn, size, offset, body).await?;
    let up = Arc::clone(&relay.0.parts.up);
    let progress = blocking(move || up.finish(&sha256, size)).await?;
    if progress.complete {
        stored(&relay, sha256, size).await?;
    }
    Ok(told(StatusCode::NO_CONTENT, progress))
}

async fn receive(
    up: &Arc<ParcelFolder>,
    sha256: Digest,
    turn: u64,
    size: u64,
    mut offset: u64,
    body: Body,
) -> Result<(), Refused> {
    let end = offset + MAX_APPEND_BYTES as u64;
    let mut frames = body.into_data_stream();
    while let Some(frame) = frames.next().await {
        // A cut ends the request here; what was appended stays, and the next HEAD tells how far it came.
        let frame = frame.map_err(|_| Refused::bad("cut-off"))?;
        if offset + frame.len() as u64 > end {
            return Err(ParcelError::TooLarge.into());
        }
        let up = Arc::clone(up);
        offset = blocking(move || up.append(&sha256, turn, size, offset, &frame)).await?;
    }
    Ok(())
}

/// A parcel is whole: the portal writes it down, a hub sends it on.
async fn stored(relay: &Relay, sha256: Digest, size: u64) -> Result<(), Refused> {
    if let Seat::Portal(authority) = &relay.0.parts.seat {
        let authority = authority.clone();
        blocking(move || authority.stored(&sha256, size)).await?;
    }
    relay.announce(News::of(Topic::Receipts));
    Ok(())
}

/// `GET /v1/parcels/{sha256}/receipt`
pub(super) async fn receipt(
    State(relay): State<Relay>,
    Named(sha256): Named<Digest>,
) -> Result<Json<Receipt>, Refused> {
    let (up, seat) = (Arc::clone(&relay.0.parts.up), relay.0.parts.seat.clone());
    let receipt = blocking(move || match seat {
        Seat::Hub(_) => Ok(up.receipt(&sha256)?),
        Seat::Portal(authority) => up
            .size(&sha256)?
            .map(|size| authority.stored(&sha256, size))
            .transpose(),
    });
    receipt.await?.map(Json).ok_or(Refused::not_found("receipt-not-yet"))
}

/// `GET /v1/parcels/{sha256}`, with `Range: bytes=N-`.
pub(super) async fn fetch(
    State(relay): State<Relay>,
    Extension(caller): Extension<Caller>,
    Named(sha256): Named<Digest>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let open = relay.directory(|directory| {
        directory.is_document(&sha256) || (caller.role != NodeRoleV1::Booth && directory.is_answer(&sha256))
    });
    if !open {
        return Err(Refused::not_found("no-such-parcel"));
    }
    let from = headers
        .get(header::RANGE)
        .and_then(|range| {
            range
                .to_str()
                .ok()?
                .strip_prefix("bytes=")?
                .strip_suffix('-')?
                .parse::<u64>()
                .ok()
        })
        .unwrap_or(0);
    let down = Arc::clone(&relay.0.parts.down);
    let found = blocking(move || {
        let Some(size) = down.size(&sha256)? else {
            return Ok(None);
        };
        if from > size {
            return Ok(Some((size, None)));
        }
        Ok::<_, ParcelError>(Some((size, Some(down.read(&sha256, from, MAX_APPEND_BYTES)?))))
    });
    match found.await? {
        None => Err(Refused::not_found("not-here-yet")),
        Some((_, None)) => Err(Refused::new(StatusCode::RANGE_NOT_SATISFIABLE, "range")),
        Some((size, Some(bytes))) => {
            let last = (from + bytes.len() as u64).saturating_sub(1);
            let range = [(header::CONTENT_RANGE, format!("bytes {from}-{last}/{size}"))];
            let kind = [(header::CONTENT_TYPE, "application/octet-stream")];
            Ok((StatusCode::PARTIAL_CONTENT, range, kind, bytes).into_response())
        }
    }
}
