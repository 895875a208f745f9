//! A fact as a line that people and other programs read: the body as plain JSON instead of text within text.
//!
//! Not what travels between nodes. Invariant: every header field stands there, so the hash can be computed again from `body_hash`.

use serde_json::value::RawValue;

use super::header::Fact;

#[derive(serde::Serialize)]
struct Plain<'a> {
    branch: String,
    node: String,
    seq: u64,
    tick: u64,
    at: String,
    at_ms: i64,
    at_offset_min: i16,
    by: String,
    subject: &'a str,
    kind: &'a str,
    version: u16,
    body: Option<&'a RawValue>,
    body_hash: String,
    prev: String,
    hash: String,
    act_end: bool,
    sig: Option<String>,
}

impl Fact {
    /// One line without its end: compact JSON, letters unescaped, `body` as it was written or `null` once erased.
    pub fn plain_line(&self) -> String {
        let body = self
            .body
            .as_deref()
            .and_then(|body| serde_json::from_str::<&RawValue>(body).ok());
        let plain = Plain {
            branch: self.branch.to_string(),
            node: self.node.to_string(),
            seq: self.seq,
            tick: self.tick,
            at: self.at.local().to_rfc3339_opts(chrono::SecondsFormat::Millis, false),
            at_ms: self.at.utc_ms,
            at_offset_min: self.at.offset_min,
            by: self.by.to_string(),
            subject: self.subject.as_str(),
            kind: &self.kind,
            version: self.version,
            body,
            body_hash: self.body_hash.to_string(),
            prev: self.prev.to_string(),
            hash: self.hash.to_string(),
            act_end: self.act_end,
            sig: self.sig.map(|sig| sig.to_string()),
        };
        serde_json::to_string(&plain).expect("plain values and checked JSON")
    }
}
