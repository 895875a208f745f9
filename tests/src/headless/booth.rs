//! The booth without a window: a scripted applicant presses, and time passes while it waits.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use qabyldau_booth::printer::FilePort;
use qabyldau_booth::recorder::{Gst, Picture, Source};
use qabyldau_booth::{Booth, BoothView, Furniture, ReceiptPaper, Standing, pair, stand_up};
use qabyldau_domain::booth::{Own, Page, Press, State};
use qabyldau_domain::ledger::Ledger as _;
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::client::Exchanger;
use qabyldau_paper::escpos::Ending;
use qabyldau_paper::receipt::{ANSWER_PLACE, Roll};
use qabyldau_standin::SecretInFile;
use qabyldau_store::{Place, Store};
use serde_json::{Value, json};

use super::text;

/// How long a page or a recording may take to come.
const PATIENCE: Duration = Duration::from_secs(90);
/// How often the booth is told that time passes.
const TICK: Duration = Duration::from_millis(100);

/// The process.
pub struct HeadlessBooth {
    folder: PathBuf,
    port: PathBuf,
    surroundings: Surroundings,
    open: Option<Open>,
}

struct Open {
    booth: Booth,
    store: Arc<Mutex<Store>>,
    exchanger: Exchanger,
}

impl HeadlessBooth {
    /// The booth of a data folder; receipts go to `receipt.escpos` in the port's folder.
    pub fn at(folder: &Path, port: &Path) -> Self {
        let surroundings = qabyldau_standin::surroundings(qabyldau_store::surroundings::real());
        Self {
            folder: folder.to_owned(),
            port: port.to_owned(),
            surroundings,
            open: None,
        }
    }

    /// Answers one line.
    pub fn answer(&mut self, line: &Value) -> Value {
        self.try_answer(line).unwrap_or_else(|words| json!({"failed": words}))
    }

    fn try_answer(&mut self, line: &Value) -> Result<Value, String> {
        let device = SecretInFile::at(&self.folder);
        match text(line, "do") {
            "pair" => {
                pair(
                    &Place::new(&self.folder),
                    text(line, "code"),
                    &device,
                    &self.surroundings,
                )
                .map_err(words)?;
                Ok(json!({"paired": true}))
            }
            "open" => {
                self.open = Some(self.open_booth(&device)?);
                Ok(json!({"open": true}))
            }
            _ => self.open.as_mut().ok_or("not open")?.answer(line),
        }
    }

    fn open_booth(&self, device: &SecretInFile) -> Result<Open, String> {
        let recorder = Gst::new(Source::Synthetic { pictures: None }, Picture::SMALL, false).map_err(words)?;
        let furniture = Furniture {
            recorder: Box::new(recorder),
            printer: Arc::new(FilePort(self.port.join("receipt.escpos"))),
            paper: ReceiptPaper {
                roll: Roll::Mm80,
                ending: Ending::PartialCut,
                answer_place: ANSWER_PLACE.into(),
            },
        };
        // Whoever waits in this thread looks when something came, not only with the next tick.
        let waiting = std::thread::current();
        let heard = Arc::new(move || waiting.unpark());
        let Standing {
            booth,
            store,
            exchanger,
        } = stand_up(&Place::new(&self.folder), device, &self.surroundings, furniture, heard).map_err(words)?;
        Ok(Open {
            booth,
            store,
            exchanger,
        })
    }
}

impl Open {
    fn answer(&mut self, line: &Value) -> Result<Value, String> {
        match text(line, "do") {
            "press" => {
                let press = press(text(line, "press"), &line["value"]).ok_or("no such press")?;
                self.booth.input(press);
                self.exchanger.nudge();
                Ok(json!({"pressed": true}))
            }
            "wait_page" => {
                let wanted = text(line, "page");
                self.wait(|view| page_word(view) == wanted)?;
                Ok(json!({"page": page_word(&self.booth.state())}))
            }
            "wait_service" => {
                self.wait(|view| !view.out_of_service)?;
                Ok(json!({"in_service": true}))
            }
            "wait_recorded" => {
                let ms = line["ms"].as_u64().unwrap_or_default();
                self.wait(|view| u64::from(180_000 - view.remaining_ms) >= ms)?;
                Ok(json!({"recorded_ms": 180_000 - self.booth.state().remaining_ms}))
            }
            "wait_answered" => {
                let sessions: Vec<String> = serde_json::from_value(line["sessions"].clone()).map_err(words)?;
                self.wait_answered(&sessions)?;
                Ok(json!({"answered": sessions}))
            }
            "view" => self.view(),
            "digest" => {
                let store = self.store.lock().map_err(words)?;
                Ok(json!({"have": store.have().map_err(words)?}))
            }
            "verify" => {
                let store = self.store.lock().map_err(words)?;
                let verdict = store.verify().map_err(words)?;
                Ok(json!({"sound": verdict.is_good(), "findings": format!("{verdict:?}")}))
            }
            other => Err(format!("unknown: {other}")),
        }
    }

    /// Lets time pass until each of these sessions has the booth's answer in its own stream.
    fn wait_answered(&mut self, sessions: &[String]) -> Result<(), String> {
        let store = Arc::clone(&self.store);
        let answered = |session: &String| -> Option<bool> {
            let store = store.lock().ok()?;
            let facts = store.reader().ok()?.facts_about(&Subject::session(session)).ok()?;
            Some(!facts.is_empty())
        };
        self.wait(|_| sessions.iter().all(|session| answered(session) == Some(true)))
    }

    /// Lets time pass until it holds; looks again at once when the hub brings something.
    fn wait(&mut self, holds: impl Fn(&BoothView) -> bool) -> Result<(), String> {
        let end = Instant::now() + PATIENCE;
        loop {
            self.booth.tick();
            let view = self.booth.state();
            if holds(&view) {
                self.exchanger.nudge();
                return Ok(());
            }
            if Instant::now() > end {
                let status = self.exchanger.status();
                let service = if view.out_of_service {
                    "out of service"
                } else {
                    "in service"
                };
                return Err(format!(
                    "waited in vain on «{}», {service}, {status:?}",
                    page_word(&view)
                ));
            }
            std::thread::park_timeout(TICK);
        }
    }

    fn view(&mut self) -> Result<Value, String> {
        let view = self.booth.state();
        let Some(Page::Code { number, due, .. }) = view.page() else {
            return Ok(json!({"page": page_word(&view)}));
        };
        let store = self.store.lock().map_err(words)?;
        let appeal = store.reader().and_then(|reader| reader.appeal(number)).map_err(words)?;
        let parcel = appeal.map(|appeal| appeal.parcel.sha256);
        let code = view.code.as_ref().map(|code| code.to_string());
        Ok(json!({"page": "code", "registration": number, "due": due, "code": code, "parcel": parcel}))
    }
}

/// The page in one word.
fn page_word(view: &BoothView) -> &'static str {
    let State::Occupied(session) = &view.state else {
        return "free";
    };
    if !matches!(session.presence, qabyldau_domain::booth::Presence::Here { .. }) {
        return "held";
    }
    match session.page {
        Page::Welcome => "welcome",
        Page::Rules => "rules",
        Page::OwnData => "data",
        Page::Kind => "kind",
        Page::Addressee => "addressee",
        Page::Against => "against",
        Page::Camera(_) => "camera",
        Page::Count { .. } => "count",
        Page::Recording { .. } => "recording",
        Page::Stopped => "stopped",
        Page::AskAnew => "ask_anew",
        Page::Filing { .. } => "filing",
        Page::Code { .. } => "code",
        Page::Rating { .. } => "rating",
        Page::Bye { .. } => "bye",
    }
}

fn press(word: &str, value: &Value) -> Option<Press> {
    let given = |value: &Value| value.as_str().map(str::to_owned);
    Some(match word {
        "start" => Press::Start,
        "understood" => Press::Understood,
        "data_right" => Press::DataRight(Own {
            postal_address: given(&value["postal_address"]),
            email: given(&value["email"]),
        }),
        "not_me" => Press::NotMe,
        "kind" => Press::Kind(serde_json::from_value(value.clone()).ok()?),
        "addressee" => Press::Addressee(given(value)?),
        "against" => Press::Against(given(value)),
        "record" => Press::Record,
        "pause" => Press::Pause,
        "go_on" => Press::GoOn,
        "send" => Press::Send,
        "taken" => Press::Taken,
        "rate" => Press::Rate(u8::try_from(value.as_u64()?).ok()?),
        _ => return None,
    })
}

fn words(error: impl std::fmt::Debug) -> String {
    format!("{error:?}")
}
