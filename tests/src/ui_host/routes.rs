//! The few addresses of the host, and the one way a question goes through it.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Json, Response};
use axum::routing::{get, post};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::door::Turned;
use super::{Door, Files, Heard};

/// The product's own policy, without what only its windows need.
const POLICY: &str =
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What a core said.
pub enum Said {
    /// An answer.
    Json(Value),
    /// A picture.
    Bytes(Vec<u8>),
    /// No, and why: code and args.
    Refused(Value),
}

/// What lies behind the addresses.
pub trait Behind: Send + Sync + 'static {
    /// Puts a command of a window to its core.
    fn ask(&self, window: &str, command: &str, values: Value) -> Option<Said>;
    /// What the window hears.
    fn heard(&self, window: &str) -> Option<&Heard>;
    /// Something a test does to the branch around the windows.
    fn lever(&self, name: &str, values: &Value) -> Result<Value, String>;
}

struct Host {
    door: Door,
    files: Files,
    behind: Arc<dyn Behind>,
}

/// Answers until `until` is over.
pub async fn serve(
    listener: TcpListener,
    door: Door,
    files: Files,
    behind: Arc<dyn Behind>,
    until: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let host = Arc::new(Host { door, files, behind });
    // Pages keep asking for changes, so that the last question never ends by itself.
    tokio::select! {
        ended = axum::serve(listener, router(host)).into_future() => ended,
        () = until => Ok(()),
    }
}

fn router(host: Arc<Host>) -> Router {
    Router::new()
        .route("/ask/{window}/{command}", post(ask))
        .route("/changes/{window}/{seen}", get(changes))
        .route("/lever/{name}", post(lever))
        .fallback(file)
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&host), guarded))
        .with_state(host)
}

async fn guarded(State(host): State<Arc<Host>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let question = ["/ask/", "/changes/", "/lever/"]
        .iter()
        .any(|under| path.starts_with(under));
    let let_in = if question {
        host.door.for_question(request.headers())
    } else {
        host.door.for_file(request.headers())
    };
    let mut response = match let_in {
        Ok(()) => next.run(request).await,
        Err(Turned::Token) => StatusCode::UNAUTHORIZED.into_response(),
        Err(Turned::Host | Turned::Origin) => StatusCode::FORBIDDEN.into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn ask(
    State(host): State<Arc<Host>>,
    Path((window, command)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, StatusCode> {
    let values = read(&body)?;
    let behind = Arc::clone(&host.behind);
    // Cores block: a key is derived slowly on purpose and a disk may be slow.
    let said = tokio::task::spawn_blocking(move || behind.ask(&window, &command, values)).await;
    match said.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)? {
        None => Err(StatusCode::NOT_FOUND),
        Some(Said::Json(answer)) => Ok(Json(answer).into_response()),
        Some(Said::Bytes(bytes)) => Ok(([(CONTENT_TYPE, "application/octet-stream")], bytes).into_response()),
        Some(Said::Refused(refusal)) => Ok((StatusCode::CONFLICT, Json(refusal)).into_response()),
    }
}

async fn changes(
    State(host): State<Arc<Host>>,
    Path((window, seen)): Path<(String, u64)>,
) -> Result<Json<u64>, StatusCode> {
    let heard = host.behind.heard(&window).ok_or(StatusCode::NOT_FOUND)?;
    Ok(Json(heard.after(seen).await))
}

async fn lever(State(host): State<Arc<Host>>, Path(name): Path<String>, body: Bytes) -> Result<Response, StatusCode> {
    let values = read(&body)?;
    let behind = Arc::clone(&host.behind);
    let done = tokio::task::spawn_blocking(move || behind.lever(&name, &values)).await;
    match done.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)? {
        Ok(answer) => Ok(Json(answer).into_response()),
        Err(words) => Ok((StatusCode::CONFLICT, Json(json!({ "failed": words }))).into_response()),
    }
}

async fn file(State(host): State<Arc<Host>>, request: Request) -> Response {
    // A browser asks for a picture of its own tab; no page names one.
    if request.uri().path() == "/favicon.ico" {
        return StatusCode::NO_CONTENT.into_response();
    }
    match host.files.get(request.uri().path()) {
        Some((kind, bytes)) => ([(CONTENT_TYPE, *kind)], bytes.clone()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn read(body: &[u8]) -> Result<Value, StatusCode> {
    serde_json::from_slice(body).map_err(|_| StatusCode::BAD_REQUEST)
}

#[cfg(test)]
mod tests;
