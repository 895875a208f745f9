//! WebKit's driver, spoken to in WebDriver's own words over one plain connection after the other.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use base64::Engine as _;
use serde_json::{Value, json};

use super::display::Display;

/// How long anything may take before the test is given up: a minute, for a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(60);

/// A driver with one window of ours.
pub struct Driver {
    driver: Child,
    at: SocketAddr,
    session: String,
}

/// What the window is started with.
pub struct Start<'a> {
    pub program: &'a Path,
    pub arguments: &'a [String],
    /// The home of everything the window and WebKit may want to write.
    pub home: &'a Path,
    /// What else it finds in its environment.
    pub environment: &'a [(String, String)],
}

impl Driver {
    /// Starts the driver and lets it start the window.
    pub fn start(display: &Display, start: &Start) -> Self {
        let at = free_address();
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={}", at.port()))
            .env("DISPLAY", display.name())
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("HOME", start.home)
            .env("XDG_CONFIG_HOME", start.home.join("config"))
            .env("XDG_DATA_HOME", start.home.join("data"))
            .env("XDG_STATE_HOME", start.home.join("state"))
            .env("XDG_CACHE_HOME", start.home.join("cache"))
            .envs(start.environment.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver starts");
        let mut own = Self {
            driver,
            at,
            session: String::new(),
        };
        own.wait_until_it_listens();
        let options = json!({"binary": start.program, "args": start.arguments});
        let wanted = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}});
        own.session = own.ask("POST", "/session", &wanted)["sessionId"]
            .as_str()
            .expect("a session")
            .to_owned();
        own.of_session("POST", "/timeouts", &json!({"script": 30_000}));
        own
    }

    fn wait_until_it_listens(&mut self) {
        let (_held, nothing) = mpsc::channel::<()>();
        let began = Instant::now();
        while TcpStream::connect(self.at).is_err() {
            assert!(
                self.driver.try_wait().expect("its state").is_none(),
                "WebKitWebDriver ended"
            );
            assert!(began.elapsed() < PATIENCE, "WebKitWebDriver does not listen");
            let _ = nothing.recv_timeout(Duration::from_millis(20));
        }
    }

    /// Waits until the page says this.
    pub fn until_said(&self, words: &str) {
        let script = "const [words, done] = arguments; const said = () => document.body.innerText.includes(words);
            if (said()) { done(true); return; }
            new MutationObserver((_, watch) => { if (said()) { watch.disconnect(); done(true); } })
                .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });";
        let said = self.ask_of_session("POST", "/execute/async", &json!({"script": script, "args": [words]}));
        assert_eq!(
            said,
            Ok(Value::Bool(true)),
            "the window never said «{words}»; it says:\n{}",
            self.text()
        );
    }

    /// Everything the page says.
    pub fn text(&self) -> String {
        self.run("return document.body.innerText")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The answer of a script.
    pub fn run(&self, script: &str) -> Value {
        self.of_session("POST", "/execute/sync", &json!({"script": script, "args": []}))
    }

    /// Presses the first element that a selector finds.
    pub fn press(&self, selector: &str) {
        self.of_session("POST", &format!("/element/{}/click", self.find(selector)), &json!({}));
    }

    /// Types into what a selector finds.
    pub fn type_into(&self, selector: &str, text: &str) {
        self.of_session(
            "POST",
            &format!("/element/{}/value", self.find(selector)),
            &json!({"text": text}),
        );
    }

    /// Presses one key, by WebDriver's code for it.
    pub fn key(&self, code: char) {
        let key = code.to_string();
        let actions = json!([{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]);
        self.of_session(
            "POST",
            "/actions",
            &json!({"actions": [{"type": "key", "id": "keys", "actions": actions}]}),
        );
    }

    /// Keeps what is seen now, for a person to look at.
    pub fn picture(&self, path: &Path) {
        let picture = self.of_session("GET", "/screenshot", &Value::Null);
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(picture.as_str().expect("a picture"))
            .expect("base64");
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for pictures");
        std::fs::write(path, bytes).expect("a picture is kept");
    }

    fn find(&self, selector: &str) -> String {
        let found = self.of_session("POST", "/element", &json!({"using": "css selector", "value": selector}));
        let id = found
            .as_object()
            .and_then(|found| found.values().next())
            .and_then(Value::as_str);
        id.unwrap_or_else(|| panic!("nothing is {selector}")).to_owned()
    }

    fn of_session(&self, method: &str, path: &str, body: &Value) -> Value {
        self.ask_of_session(method, path, body)
            .unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    fn ask_of_session(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        self.try_ask(method, &format!("/session/{}{path}", self.session), body)
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        self.try_ask(method, path, body)
            .unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    fn try_ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        let mut stream = TcpStream::connect(self.at).expect("the driver listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.at,
            body.len()
        );
        stream.write_all(head.as_bytes()).expect("the driver listens");
        let answer = read_answer(&mut stream);
        let mut answer: Value = serde_json::from_slice(&answer).expect("the driver answers JSON");
        match answer["value"]["error"].as_str() {
            Some(error) => Err(format!("{error}: {}", answer["value"]["message"])),
            None => Ok(answer["value"].take()),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            // Closes the window; if the driver is gone already, so is the window.
            let _ = self.ask_of_session("DELETE", "", &Value::Null);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The body of an answer. The driver may keep the connection open, so its length is what counts.
fn read_answer(stream: &mut TcpStream) -> Vec<u8> {
    let (mut bytes, mut part) = (Vec::new(), [0; 64 * 1024]);
    loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length:"))
                .and_then(|length| length.trim().parse().ok());
            let length: usize = length.expect("the driver says how long its answer is");
            if bytes.len() >= end + 4 + length {
                return bytes[end + 4..end + 4 + length].to_vec();
            }
        }
        let read = stream.read(&mut part).expect("the driver answers in time");
        assert!(read > 0, "the driver hung up");
        bytes.extend_from_slice(&part[..read]);
    }
}

/// An address nobody listens at. Another program may take it before the driver does; then the driver ends and the test says so.
fn free_address() -> SocketAddr {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
}
