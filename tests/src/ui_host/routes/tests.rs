//! The host over a real socket, before a core that answers what it was asked.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use super::*;

struct Echo(Heard);

impl Behind for Echo {
    fn ask(&self, window: &str, command: &str, values: Value) -> Option<Said> {
        match (window, command) {
            ("desk", "picture") => Some(Said::Bytes(vec![1, 2])),
            ("desk", "today") => Some(Said::Refused(json!({"code": "signed-out", "args": {}}))),
            ("desk", _) => Some(Said::Json(values)),
            _ => None,
        }
    }

    fn heard(&self, window: &str) -> Option<&Heard> {
        (window == "desk").then_some(&self.0)
    }

    fn lever(&self, name: &str, _: &Value) -> Result<Value, String> {
        Err(format!("no lever «{name}»"))
    }
}

/// A host with one file and the token `t`; answers its address.
fn host() -> (SocketAddr, std::sync::mpsc::Sender<()>) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("index.html"), "<p>").unwrap();
    std::fs::write(folder.path().join("secret.key"), "no").unwrap();
    let files = Files::of(folder.path()).unwrap();
    let (address, came) = std::sync::mpsc::channel();
    let (alive, ended) = std::sync::mpsc::channel::<()>();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let own = listener.local_addr().unwrap();
            address.send(own).unwrap();
            let until = async move {
                let _ = tokio::task::spawn_blocking(move || ended.recv()).await;
            };
            let heard = Heard::default();
            heard.announce()();
            serve(listener, Door::at(own, "t".into()), files, Arc::new(Echo(heard)), until).await
        })
    });
    (came.recv().unwrap(), alive)
}

/// Sends a question as it is written; answers the whole answer.
fn asked(address: SocketAddr, first: &str, headers: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let length = body.len();
    write!(
        stream,
        "{first} HTTP/1.1\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn files_and_answers_carry_the_policy_and_nothing_else_of_the_disk_is_there() {
    let (address, _alive) = host();
    let own = format!("host: {address}\r\n");
    let page = asked(address, "GET /index.html", &own, "");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains(POLICY) && page.ends_with("<p>"), "{page}");
    for path in ["/secret.key", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/"] {
        let none = asked(address, &format!("GET {path}"), &own, "");
        assert!(none.starts_with("HTTP/1.1 404"), "{path}: {none}");
    }
    let foreign = asked(address, "GET /index.html", "host: other.example\r\n", "");
    assert!(
        foreign.starts_with("HTTP/1.1 403") && !foreign.contains("<p>"),
        "{foreign}"
    );
}

#[test]
fn answers_bytes_and_refusals_come_back_as_they_are() {
    let (address, _alive) = host();
    let own = format!("host: {address}\r\nx-token: t\r\norigin: http://{address}\r\n");
    let ask = |path: &str, body: &str| asked(address, &format!("POST {path}"), &own, body);
    assert!(ask("/ask/desk/search", r#"{"text":"Ә"}"#).ends_with(r#"{"text":"Ә"}"#));
    assert!(ask("/ask/desk/picture", "{}").contains("application/octet-stream"));
    let refused = ask("/ask/desk/today", "{}");
    assert!(
        refused.starts_with("HTTP/1.1 409") && refused.contains("signed-out"),
        "{refused}"
    );
    assert!(ask("/ask/desk/search", "no JSON").starts_with("HTTP/1.1 400"));
    assert!(ask("/ask/elsewhere/search", "{}").starts_with("HTTP/1.1 404"));
    assert!(ask("/lever/none", "{}").starts_with("HTTP/1.1 409"));
    let changes = asked(address, "GET /changes/desk/0", &own, "");
    assert!(changes.ends_with("\r\n\r\n1"), "{changes}");
}

#[test]
fn without_the_token_or_from_elsewhere_no_question_is_answered() {
    let (address, _alive) = host();
    let (host, token) = (format!("host: {address}\r\n"), "x-token: t\r\n");
    for question in ["POST /ask/desk/search", "GET /changes/desk/0", "POST /lever/none"] {
        for (headers, code) in [
            (host.clone(), 401),
            (format!("{host}x-token: of another run\r\n"), 401),
            (format!("host: localhost:{}\r\n{token}", address.port()), 403),
            (format!("{host}{token}origin: http://other.example\r\n"), 403),
        ] {
            let answer = asked(address, question, &headers, "{}");
            assert!(
                answer.starts_with(&format!("HTTP/1.1 {code}")),
                "{question} {headers}: {answer}"
            );
        }
    }
}
