//! Refusals as answers: a status and a stable code, never more.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::error::ExchangeError;
use crate::message::Refusal;
use crate::pair::PairRefusal;
use crate::parcel::ParcelError;

/// A refused request.
#[derive(Debug)]
pub(super) struct Refused {
    pub status: StatusCode,
    pub code: &'static str,
}

impl Refused {
    pub fn new(status: StatusCode, code: &'static str) -> Self {
        Self { status, code }
    }
    pub fn forbidden(code: &'static str) -> Self {
        Self::new(StatusCode::FORBIDDEN, code)
    }
    pub fn not_found(code: &'static str) -> Self {
        Self::new(StatusCode::NOT_FOUND, code)
    }
    pub fn bad(code: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let body = Json(Refusal {
            code: self.code.to_owned(),
        });
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            return (self.status, [("retry-after", "5")], body).into_response();
        }
        (self.status, body).into_response()
    }
}

impl From<ExchangeError> for Refused {
    fn from(error: ExchangeError) -> Self {
        match error {
            ExchangeError::Garbled(_) => Self::bad("garbled"),
            ExchangeError::TooLarge => Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
            ExchangeError::Pairing(refusal) => refusal.into(),
            other => {
                tracing::error!(
                    code = other.code(),
                    source = std::error::Error::source(&other),
                    "a request failed"
                );
                Self::new(StatusCode::SERVICE_UNAVAILABLE, other.code())
            }
        }
    }
}

impl From<PairRefusal> for Refused {
    fn from(refusal: PairRefusal) -> Self {
        let status = match refusal {
            PairRefusal::PortalAway => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::FORBIDDEN,
        };
        Self::new(status, refusal.code())
    }
}

impl From<ParcelError> for Refused {
    fn from(error: ParcelError) -> Self {
        match error {
            ParcelError::Offset(_) => Self::new(StatusCode::CONFLICT, "parcel-offset"),
            ParcelError::Superseded => Self::new(StatusCode::CONFLICT, "parcel-superseded"),
            ParcelError::WrongHash => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "parcel-wrong-hash"),
            ParcelError::TooLarge => Self::new(StatusCode::PAYLOAD_TOO_LARGE, "parcel-too-large"),
            ParcelError::Disk(why) => {
                tracing::error!(kind = ?why.kind(), "the parcel folder failed");
                Self::new(StatusCode::INSUFFICIENT_STORAGE, "parcel-disk")
            }
        }
    }
}
