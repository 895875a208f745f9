//! WebKit's driver with one program of ours and its windows.
//!
//! Invariant: what is waited for is watched inside the page (a MutationObserver), so it is seen when it comes and not a poll later.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use base64::Engine as _;
use serde_json::{Value, json};

use super::key::{ALT, CONTROL, ENTER};
use super::{Display, DriveError, Driven, wire};
use crate::process::{TIED, tied};

/// How long a page may take to come to what is waited for: a minute, for a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(60);
/// A button that stands there dead for the first 300 ms (so that the end of a scan cannot press it), or drops a second touch within 400 ms, is pressed when a hand would: after this.
const HAND: Duration = Duration::from_millis(450);

/// A driver with one program of ours.
pub struct Driver {
    driver: Child,
    at: SocketAddr,
    session: String,
}

/// What the program is started with.
pub struct Start<'a> {
    /// The program.
    pub program: &'a Path,
    /// Its arguments.
    pub arguments: &'a [String],
    /// The home of everything the window and WebKit may want to write.
    pub home: &'a Path,
    /// What else it finds in its environment.
    pub environment: &'a [(String, String)],
    /// Where it says what it has to say; nowhere, if none is given.
    pub log: Option<&'a Path>,
}

impl Driver {
    /// Starts the driver and lets it start the program.
    pub fn start(display: &Display, start: &Start) -> Driven<Self> {
        let at = free_address()?;
        let mut command = tied("WebKitWebDriver");
        at_home(&mut command, start.home);
        let driver = command
            .arg(format!("--port={}", at.port()))
            .env("DISPLAY", display.name())
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(start.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(heard(start.log)?)
            .spawn()
            .map_err(|source| DriveError::Start {
                program: "WebKitWebDriver".into(),
                source,
            })?;
        let mut own = Self {
            driver,
            at,
            session: String::new(),
        };
        own.wait_until_it_listens()?;
        // The window is tied to the driver as the driver is to us: who kills us kills all.
        let (program, tie) = TIED.split_first().unwrap_or((&"env", &[]));
        let tie = tie.iter().map(|word| (*word).to_owned());
        let itself = std::iter::once(start.program.display().to_string());
        let arguments: Vec<String> = tie.chain(itself).chain(start.arguments.iter().cloned()).collect();
        let options = json!({"binary": program, "args": arguments});
        let wanted = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}});
        let session = wire::ask(at, "POST", "/session", &wanted)?;
        own.session = session["sessionId"].as_str().unwrap_or_default().to_owned();
        own.of_session("POST", "/timeouts", &json!({"script": PATIENCE.as_millis()}))?;
        Ok(own)
    }

    fn wait_until_it_listens(&mut self) -> Driven {
        let (_held, nothing) = mpsc::channel::<()>();
        let began = Instant::now();
        while TcpStream::connect(self.at).is_err() {
            if !matches!(self.driver.try_wait(), Ok(None)) {
                return Err(DriveError::Gone(
                    "WebKitWebDriver ended; is webkit2gtk-driver installed?",
                ));
            }
            if began.elapsed() > PATIENCE {
                return Err(DriveError::Gone("WebKitWebDriver does not listen"));
            }
            let _ = nothing.recv_timeout(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Waits until the page says this.
    pub fn until_said(&self, words: &str) -> Driven {
        self.until_holds(
            "return document.body.innerText.includes(wanted)",
            words,
            &format!("saying «{words}»"),
        )
    }

    /// Waits until something that this selector finds is seen.
    pub fn until(&self, selector: &str) -> Driven {
        let script = "return [...document.querySelectorAll(wanted)].some((one) => one.getClientRects().length > 0)";
        self.until_holds(script, selector, &format!("showing {selector}"))
    }

    /// Waits until nothing is there that this selector finds.
    pub fn until_gone(&self, selector: &str) -> Driven {
        let script = "return document.querySelector(wanted) === null";
        self.until_holds(script, selector, &format!("showing {selector} no longer"))
    }

    /// Waits until the body of a function over `wanted` answers true; it is asked again whenever the page changes.
    pub fn until_holds(&self, holds: &str, wanted: &str, what: &str) -> Driven {
        let script = format!(
            "const [wanted, done] = arguments; const holds = () => {{ {holds} }};
            if (holds()) {{ done(true); return; }}
            const look = () => {{ if (holds()) {{ watch.disconnect(); window.removeEventListener('input', look); window.removeEventListener('load', look, true); done(true); }} }};
            const watch = new MutationObserver(look);
            watch.observe(document, {{ subtree: true, childList: true, characterData: true, attributes: true }});
            window.addEventListener('input', look); window.addEventListener('load', look, true);"
        );
        let asked = json!({"script": script, "args": [wanted]});
        match self.of_session("POST", "/execute/async", &asked) {
            Ok(Value::Bool(true)) => Ok(()),
            // A page that was loaded anew forgot the question.
            Err(DriveError::Refused { said, .. }) if said.starts_with("javascript error") => {
                self.of_session("POST", "/execute/async", &asked).map(drop)
            }
            Err(no @ DriveError::Wire { .. }) => Err(no),
            Err(DriveError::Refused { said, .. }) if !said.starts_with("script timeout") => Err(DriveError::Never {
                wanted: format!("{what} ({said})"),
                text: self.text().unwrap_or_default(),
            }),
            _ => Err(DriveError::Never {
                wanted: what.to_owned(),
                text: self.text().unwrap_or_default(),
            }),
        }
    }

    /// Everything the page says.
    pub fn text(&self) -> Driven<String> {
        let text = self.run("return document.body.innerText")?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The answer of a script.
    pub fn run(&self, script: &str) -> Driven<Value> {
        self.of_session("POST", "/execute/sync", &json!({"script": script, "args": []}))
    }

    /// The answer of a script that takes a value, under `arguments[0]`.
    pub fn run_with(&self, script: &str, value: &Value) -> Driven<Value> {
        self.of_session("POST", "/execute/sync", &json!({"script": script, "args": [value]}))
    }

    /// The answer that a script gives to `arguments[1]` once it has it; the value is under `arguments[0]`.
    pub fn run_async(&self, script: &str, value: &Value) -> Driven<Value> {
        self.of_session("POST", "/execute/async", &json!({"script": script, "args": [value]}))
    }

    /// Whether something that this selector finds is there now.
    pub fn there(&self, selector: &str) -> Driven<bool> {
        let script = "return document.querySelector(arguments[0]) !== null";
        Ok(self.run_with(script, &json!(selector))? == Value::Bool(true))
    }

    /// Presses the first element that a selector finds.
    pub fn press(&self, selector: &str) -> Driven {
        let element = self.find(selector)?;
        self.of_session("POST", &format!("/element/{element}/click"), &json!({}))
            .map(drop)
    }

    /// Types into what a selector finds, after what stands there.
    pub fn type_into(&self, selector: &str, text: &str) -> Driven {
        let element = self.find(selector)?;
        self.of_session("POST", &format!("/element/{element}/value"), &json!({"text": text}))
            .map(drop)
    }

    /// Types into what a selector finds, instead of what stands there, key by key; waits until it stands there.
    pub fn fill(&self, selector: &str, text: &str) -> Driven {
        self.focus(selector)?;
        let script = "const field = document.querySelector(arguments[0]); if (field.value) field.select(); return true";
        self.run_with(script, &json!(selector))?;
        self.burst(text)?;
        // A hand goes on once it sees what it wrote.
        let script = "const [selector, text] = JSON.parse(wanted); const field = document.querySelector(selector);
            return field !== null && field.value === text";
        let wanted = json!([selector, text]).to_string();
        self.until_holds(script, &wanted, &format!("what was typed into {selector}"))
    }

    /// Puts the focus where a person would put it.
    pub fn focus(&self, selector: &str) -> Driven {
        let script = "const one = document.querySelector(arguments[0]); one?.focus(); return one !== null";
        if self.run_with(script, &json!(selector))? == Value::Bool(true) {
            return Ok(());
        }
        Err(DriveError::Never {
            wanted: selector.to_owned(),
            text: self.text().unwrap_or_default(),
        })
    }

    /// Presses one key, by WebDriver's code for it.
    pub fn key(&self, code: char) -> Driven {
        self.burst(&code.to_string())
    }

    /// The same while Alt is held.
    pub fn alt(&self, code: char) -> Driven {
        self.held(ALT, code)
    }

    /// The same while Control is held.
    pub fn control(&self, code: char) -> Driven {
        self.held(CONTROL, code)
    }

    fn held(&self, modifier: char, code: char) -> Driven {
        let stroke = |kind: &str, code: char| json!({"type": kind, "value": code.to_string()});
        self.strokes(&[
            stroke("keyDown", modifier),
            stroke("keyDown", code),
            stroke("keyUp", code),
            stroke("keyUp", modifier),
        ])
    }

    /// Presses keys one after the other without a pause, as a scanner does.
    pub fn burst(&self, keys: &str) -> Driven {
        let stroke = |kind: &str, key: char| json!({"type": kind, "value": key.to_string()});
        let strokes: Vec<Value> = keys
            .chars()
            .flat_map(|key| [stroke("keyDown", key), stroke("keyUp", key)])
            .collect();
        self.strokes(&strokes)
    }

    /// What a scanner types: the code and ⏎; lines of a zone each end by ⏎.
    pub fn scan(&self, lines: &[&str]) -> Driven {
        let keys: String = lines.iter().flat_map(|line| line.chars().chain([ENTER])).collect();
        self.burst(&keys)
    }

    /// Presses a key as a hand does that has seen what it presses.
    pub fn key_by_hand(&self, code: char) -> Driven {
        self.take_a_moment();
        self.key(code)
    }

    /// As long as a hand takes: for buttons that are dead when they have just appeared. Nothing in the page tells that they are alive.
    pub fn take_a_moment(&self) {
        let (_held, nothing) = mpsc::channel::<()>();
        let _ = nothing.recv_timeout(HAND);
    }

    fn strokes(&self, strokes: &[Value]) -> Driven {
        let actions = json!({"actions": [{"type": "key", "id": "keys", "actions": strokes}]});
        self.of_session("POST", "/actions", &actions).map(drop)
    }

    /// The windows of the program, by their handles.
    pub fn windows(&self) -> Driven<Vec<String>> {
        let handles = self.of_session("GET", "/window/handles", &Value::Null)?;
        let handles = handles.as_array().into_iter().flatten();
        Ok(handles.filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// The window that is driven now, to come back to.
    pub fn here(&self) -> Driven<String> {
        let handle = self.of_session("GET", "/window", &Value::Null)?;
        Ok(handle.as_str().unwrap_or_default().to_owned())
    }

    /// Turns back to a window.
    pub fn back_to(&self, window: &str) -> Driven {
        self.of_session("POST", "/window", &json!({"handle": window})).map(drop)
    }

    /// Turns to the window whose address ends with this page, waiting until it is there.
    pub fn turn_to(&self, page: &str) -> Driven {
        let began = Instant::now();
        loop {
            for window in self.windows()? {
                self.of_session("POST", "/window", &json!({"handle": window}))?;
                let address = self.of_session("GET", "/url", &Value::Null)?;
                if address.as_str().is_some_and(|address| address.ends_with(page)) {
                    return Ok(());
                }
            }
            if began.elapsed() > PATIENCE {
                return Err(DriveError::Never {
                    wanted: format!("a window with {page}"),
                    text: String::new(),
                });
            }
            self.take_a_moment();
        }
    }

    /// What is seen now, as PNG. The picture is taken of what was composed last, so the page must have drawn what it says: two frames of it,
    /// or half a second where a covered window draws none; and the composer a moment after them. A page that WebKit draws on the processor is
    /// pictured only when it is drawn anew, so something unseen changes in it until the picture is there.
    pub fn seen(&self) -> Driven<Vec<u8>> {
        let script = "const done = arguments[0], style = document.documentElement.style;
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 120)));
            setTimeout(done, 500);
            window.drawing = setInterval(() => { style.outline = style.outline ? '' : '1px solid transparent'; }, 20);";
        self.of_session("POST", "/execute/async", &json!({"script": script, "args": []}))?;
        let picture = self.of_session("GET", "/screenshot", &Value::Null);
        self.run("clearInterval(window.drawing); document.documentElement.style.removeProperty('outline');")?;
        let picture = picture?;
        base64::engine::general_purpose::STANDARD
            .decode(picture.as_str().unwrap_or_default())
            .map_err(|error| DriveError::Refused {
                asked: "a picture".into(),
                said: error.to_string(),
            })
    }

    /// Keeps what is seen now, for a person to look at.
    pub fn picture(&self, path: &Path) -> Driven {
        let file = |error| DriveError::File(PathBuf::from(path), error);
        let bytes = self.seen()?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(file)?;
        }
        std::fs::write(path, bytes).map_err(file)
    }

    fn find(&self, selector: &str) -> Driven<String> {
        let found = self.of_session("POST", "/element", &json!({"using": "css selector", "value": selector}));
        let found = found.map_err(|_| DriveError::Never {
            wanted: selector.to_owned(),
            text: self.text().unwrap_or_default(),
        })?;
        let id = found.as_object().and_then(|found| found.values().next());
        Ok(id.and_then(Value::as_str).unwrap_or_default().to_owned())
    }

    fn of_session(&self, method: &str, path: &str, body: &Value) -> Driven<Value> {
        wire::ask(self.at, method, &format!("/session/{}{path}", self.session), body)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            // Closes the windows; if the driver is gone already, so are they.
            let _ = self.of_session("DELETE", "", &Value::Null);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// Gives a program a home of its own, so that nothing of the user's is touched.
pub fn at_home(command: &mut Command, home: &Path) {
    command
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_STATE_HOME", home.join("state"))
        .env("XDG_CACHE_HOME", home.join("cache"));
}

fn heard(log: Option<&Path>) -> Driven<Stdio> {
    let Some(log) = log else {
        return Ok(Stdio::null());
    };
    let opened = std::fs::OpenOptions::new().create(true).append(true).open(log);
    opened
        .map(Stdio::from)
        .map_err(|error| DriveError::File(log.to_owned(), error))
}

/// An address nobody listens at. Another program may take it before the driver does; then the driver ends and it is said.
fn free_address() -> Driven<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map_err(|source| DriveError::Start {
            program: "a free port".into(),
            source,
        })
}
