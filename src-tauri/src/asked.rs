//! The one handler of all questions: who asks is the web view's name, what is asked a name of the table, the answer a value or a refusal.
//!
//! Nothing is decided here. The window's capability has let the question through already; whoever answers looks at the table once more.
//! Invariant: nothing runs on the windows' own thread, because a key is derived slowly on purpose and a disk may be slow.

use std::sync::Arc;

use qabyldau_window::{Answer, Refusal, Window};
use serde_json::Value;
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::{Invoke, InvokeBody, InvokeError, InvokeResponseBody};
use tauri::{Manager as _, Wry};

use crate::behind::Behind;

/// Hands a question on; false if this is no window of ours, so that it is refused as unknown.
pub fn hand_on(invoke: Invoke<Wry>) -> bool {
    let Invoke { message, resolver, .. } = invoke;
    let view = message.webview_ref();
    let (Some(window), Some(behind)) = (Window::labelled(view.label()), view.try_state::<Arc<Behind>>()) else {
        return false;
    };
    // A picture of a question is no question; every value that a window sends has a name.
    let InvokeBody::Json(values) = message.payload() else {
        return false;
    };
    let (behind, command, values) = (Arc::clone(&behind), message.command().to_owned(), values.clone());
    resolver.respond_async_serialized(async move {
        let answered = spawn_blocking(move || packed(behind.ask(window, &command, values))).await;
        // A fault in the answering has no words of its own; the screens say that it is ours.
        answered.unwrap_or(Err(InvokeError(Value::Null)))
    });
    true
}

fn packed(answer: Result<Answer, Refusal>) -> Result<InvokeResponseBody, InvokeError> {
    match answer {
        Ok(Answer::Json(value)) => Ok(InvokeResponseBody::Json(value.to_string())),
        Ok(Answer::Bytes(bytes)) => Ok(InvokeResponseBody::Raw(bytes)),
        Err(refusal) => Err(InvokeError::from(refusal)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_crosses_as_json_a_picture_as_bytes_and_a_refusal_as_its_code_and_values() {
        let value = packed(Ok(Answer::Json(serde_json::json!({"a": [1]})))).unwrap();
        assert!(matches!(value, InvokeResponseBody::Json(text) if text == r#"{"a":[1]}"#));
        let picture = packed(Ok(Answer::Bytes(vec![0, 255]))).unwrap();
        assert!(matches!(picture, InvokeResponseBody::Raw(bytes) if bytes == [0, 255]));
        let refusal = packed(Err(Refusal::new("signed-out").with("minutes", 3))).unwrap_err();
        assert_eq!(
            refusal.0,
            serde_json::json!({"code": "signed-out", "args": {"minutes": "3"}})
        );
    }
}
