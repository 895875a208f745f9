//! Looks at every answer that goes out in a test of this crate, and fails the test if the contract does not hold it.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;

use super::operations::{Answers, GUARDED, KNOCKING, OPERATIONS, Operation};
use crate::message::{Refusal, TICK};

/// Lets a request through and judges its answer.
pub(crate) async fn witness(request: Request, next: Next) -> Response {
    let (method, path) = (request.method().to_string(), request.uri().path().to_owned());
    let promised = promised(&method, &path);
    let (head, body) = next.run(request).await.into_parts();
    let status = head.status.as_u16();
    let header = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok());
    let kind = header("content-type").unwrap_or_default();
    let body = if status < 400 {
        if let Some(one) = promised {
            assert_eq!(status, one.status, "{method} {path}");
            let expected = match one.answers {
                Answers::Json(_) => "application/json",
                Answers::Events => "text/event-stream",
                Answers::Range => "application/octet-stream",
                Answers::Nothing | Answers::Progress => "",
            };
            assert_eq!(kind, expected, "{method} {path}");
            let told = [header("upload-offset"), header("upload-complete")];
            assert_eq!(
                told.iter().all(Option::is_some),
                one.answers == Answers::Progress,
                "{method} {path}"
            );
        }
        body
    } else {
        let bytes = to_bytes(body, 64 * 1024).await.expect("a short refusal");
        let code = serde_json::from_slice::<Refusal>(&bytes).map(|refusal| refusal.code);
        let refused = (status, code.as_deref().unwrap_or_default());
        // A hub's `HEAD` has no body, and a parcel's other offset is told by its headers.
        let silent = bytes.is_empty() && (method == "HEAD" || status == 409 && header("upload-offset").is_some());
        let known = match promised {
            Some(one) => one.all_refusals(),
            None => [GUARDED, KNOCKING].concat(),
        };
        assert!(
            known.iter().any(|one| *one == refused || silent && one.0 == status),
            "{method} {path} answered {refused:?}, which is not in the contract"
        );
        Body::from(bytes)
    };
    if status < 400 && path != "/v1/pair" {
        assert!(header(TICK).is_some(), "{method} {path} told no tick");
    }
    Response::from_parts(head, body)
}

/// What the contract says of this place; a `HEAD` of what has only a `GET` is one.
fn promised(method: &str, path: &str) -> Option<&'static Operation> {
    let at = |method: &str| {
        OPERATIONS
            .iter()
            .find(|one| one.method.word() == method && fits(one.path, path))
    };
    at(method)
}

/// Whether a path is one of a template.
fn fits(template: &str, path: &str) -> bool {
    let (mut wanted, mut found) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), found.next()) {
            (None, None) => return true,
            (Some(word), Some(part)) if word.starts_with('{') && !part.is_empty() || word == part => {}
            _ => return false,
        }
    }
}
