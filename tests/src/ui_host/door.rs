//! Who may ask: only a page this host served, in the run it was served for.
//!
//! A browser sends questions for any page it shows, and other programs of the machine can reach the port: the token keeps out whoever was not told
//! of the run, the host name keeps out names that only resolve to this machine, the origin keeps out other pages.

use std::net::SocketAddr;

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};

/// The header that carries the token.
pub const TOKEN: &str = "x-token";

/// What was wrong with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    /// Asked under another name than the one this host has.
    Host,
    /// Asked by a page of somebody else.
    Origin,
    /// Asked without the run's token.
    Token,
}

/// The door of one run.
pub struct Door {
    host: String,
    token: String,
}

impl Door {
    /// At this address, for this token.
    pub fn at(address: SocketAddr, token: String) -> Self {
        let host = address.to_string();
        Self { host, token }
    }

    /// The run's token.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// A file: it holds nothing of a person, and the page's own address carries the token only after it.
    pub(super) fn for_file(&self, headers: &HeaderMap) -> Result<(), Turned> {
        let named = headers.get(HOST).is_some_and(|host| host == self.host.as_str());
        if named { Ok(()) } else { Err(Turned::Host) }
    }

    /// A question. Browsers name no origin where a page only reads from where it came; whatever is named must be this host.
    pub(super) fn for_question(&self, headers: &HeaderMap) -> Result<(), Turned> {
        self.for_file(headers)?;
        let own = |origin: &axum::http::HeaderValue| {
            origin
                .to_str()
                .is_ok_and(|origin| origin.strip_prefix("http://") == Some(&self.host))
        };
        if headers.get_all(ORIGIN).iter().any(|origin| !own(origin)) {
            return Err(Turned::Origin);
        }
        let known = headers.get(TOKEN).is_some_and(|token| token == self.token.as_str());
        if known { Ok(()) } else { Err(Turned::Token) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turned(pairs: &[(&'static str, &str)]) -> Result<(), Turned> {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        Door::at(([127, 0, 0, 1], 4000).into(), "of this run".into()).for_question(&headers)
    }

    #[test]
    fn a_page_of_this_run_is_let_in() {
        let own = [("host", "127.0.0.1:4000"), ("x-token", "of this run")];
        assert_eq!(turned(&own), Ok(()));
        assert_eq!(turned(&[own[0], own[1], ("origin", "http://127.0.0.1:4000")]), Ok(()));
    }

    #[test]
    fn without_the_token_or_under_another_name_or_from_another_page_nobody_is() {
        let host = ("host", "127.0.0.1:4000");
        let token = ("x-token", "of this run");
        for (pairs, why) in [
            (&[host][..], Turned::Token),
            (&[host, ("x-token", "of another run")], Turned::Token),
            (&[token], Turned::Host),
            (&[("host", "127.0.0.1:4001"), token], Turned::Host),
            (&[("host", "localhost:4000"), token], Turned::Host),
            (&[("host", "rebound.example:4000"), token], Turned::Host),
            (&[host, token, ("origin", "http://127.0.0.1:4001")], Turned::Origin),
            (&[host, token, ("origin", "https://127.0.0.1:4000")], Turned::Origin),
            (&[host, token, ("origin", "null")], Turned::Origin),
            (
                &[
                    host,
                    token,
                    ("origin", "http://127.0.0.1:4000"),
                    ("origin", "http://other.example"),
                ],
                Turned::Origin,
            ),
        ] {
            assert_eq!(turned(pairs), Err(why), "{pairs:?}");
        }
    }
}
