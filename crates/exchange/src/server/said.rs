//! What a request says, in its path and its body; what cannot be read is refused by name, like everything else.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::answer::Refused;
use super::relay::Relay;

/// The body, as JSON. What kind of text the header calls it does not matter.
pub(super) struct Said<T>(pub T);

/// The values in the path.
pub(super) struct Named<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Relay> for Said<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, relay: &Relay) -> Result<Self, Refused> {
        let bytes = Bytes::from_request(request, relay).await.map_err(|why| {
            if why.status() == StatusCode::PAYLOAD_TOO_LARGE {
                Refused::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large")
            } else {
                Refused::bad("cut-off")
            }
        })?;
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|_| Refused::bad("garbled"))
    }
}

impl<T: DeserializeOwned + Send> FromRequestParts<Relay> for Named<T> {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, relay: &Relay) -> Result<Self, Refused> {
        let Path(named) = Path::from_request_parts(parts, relay)
            .await
            .map_err(|_| Refused::bad("garbled"))?;
        Ok(Self(named))
    }
}
