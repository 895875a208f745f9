//! Reading an answer: bounded in bytes, and a refusal read as a refusal.

use std::time::Duration;

use reqwest::{Response, StatusCode, header};
use serde::de::DeserializeOwned;

use crate::error::ExchangeError;
use crate::message::{MAX_SMALL_BYTES, Refusal};

/// At most `limit` bytes of the body; more is an error, and the rest is not read.
pub(super) async fn read(mut response: Response, limit: usize) -> Result<Vec<u8>, ExchangeError> {
    let mut bytes = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(ExchangeError::Unreachable)? {
        if bytes.len() + piece.len() > limit {
            return Err(ExchangeError::TooLarge);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

/// The body as JSON of a known form.
pub(super) async fn json<T: DeserializeOwned>(response: Response, limit: usize) -> Result<T, ExchangeError> {
    let bytes = read(response, limit).await?;
    serde_json::from_slice(&bytes).map_err(|_| ExchangeError::Garbled("not the JSON that was promised"))
}

/// An answer that is no success, as the refusal it is.
pub(super) async fn refusal(response: Response) -> ExchangeError {
    let status = response.status();
    let retry_after = response
        .headers()
        .get(header::RETRY_AFTER)
        .and_then(|value| value.to_str().ok()?.parse().ok())
        .map(Duration::from_secs);
    let code = match json::<Refusal>(response, MAX_SMALL_BYTES).await {
        Ok(refusal) if refusal.code.len() <= 64 => refusal.code,
        _ => word(status).to_owned(),
    };
    ExchangeError::Refused {
        status: status.as_u16(),
        code,
        retry_after,
    }
}

fn word(status: StatusCode) -> &'static str {
    if status.is_server_error() {
        "server-error"
    } else {
        "no-code"
    }
}
