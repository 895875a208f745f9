//! The booth behind its window: it opens by itself, ticks by a thread of its own, and answers presses.
//!
//! Invariant: the window decides nothing; what it shows is asked of the booth's table each time.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::{JoinHandle, Thread};
use std::time::Duration;

use qabyldau_booth::printer::{FilePort, NetworkPort, Printer};
use qabyldau_booth::recorder::{Gst, Picture, Source};
use qabyldau_booth::{
    ANSWER_PLACE, Booth, BoothScreen, DeviceSecret, Ending, Exchanger, Furniture, Place, Pressed, ReceiptPaper,
    Refusal, Roll, stand_up,
};
use qabyldau_desk::Surroundings;
use serde_json::Value;

use crate::Window;
use crate::answer::{Announce, Answer, done, json};
use crate::values::Values;

/// How often the booth is told that time passes: the mirror and the countdown live by it.
const TICK: Duration = Duration::from_millis(80);

/// Where the receipt printer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receipts {
    /// A device file, or for trials a plain file.
    File(std::path::PathBuf),
    /// A raw port in the network.
    Network(std::net::SocketAddr),
}

/// What a booth's window is composed of.
pub struct StandParts {
    /// Who keeps this machine's secret.
    pub device: Arc<dyn DeviceSecret>,
    /// Clock and dice.
    pub surroundings: Surroundings,
    /// The receipt printer.
    pub receipts: Receipts,
    /// A test picture and a tone instead of a camera, named as such in every parcel.
    pub synthetic: bool,
    /// Tells the window that what it shows may have changed.
    pub announce: Announce,
}

/// A booth as it stands.
pub struct Stand {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    booth: Mutex<Booth>,
    /// None once it is ended.
    exchanger: Mutex<Option<Exchanger>>,
    ended: AtomicBool,
    announce: Announce,
}

impl Stand {
    /// Opens the booth of a folder.
    pub fn open(folder: &Path, parts: StandParts) -> Result<Self, Refusal> {
        let source = match parts.synthetic {
            true => Source::Synthetic { pictures: None },
            false => Source::Camera {
                device: "/dev/video0".to_owned(),
                microphone: None,
            },
        };
        let picture = if parts.synthetic {
            Picture::SMALL
        } else {
            Picture::BOOTH
        };
        let recorder = Gst::new(source, picture, !parts.synthetic).map_err(|_| Refusal::new("camera-absent"))?;
        let printer: Arc<dyn Printer> = match parts.receipts {
            Receipts::File(path) => Arc::new(FilePort(path)),
            Receipts::Network(address) => Arc::new(NetworkPort(address)),
        };
        let furniture = Furniture {
            recorder: Box::new(recorder),
            printer,
            paper: ReceiptPaper {
                roll: Roll::Mm80,
                ending: Ending::PartialCut,
                answer_place: ANSWER_PLACE.to_owned(),
            },
        };
        let ticking: Arc<OnceLock<Thread>> = Arc::default();
        let woken = Arc::clone(&ticking);
        let heard = Arc::new(move || {
            if let Some(thread) = woken.get() {
                thread.unpark();
            }
        });
        let place = Place::new(folder);
        let standing = stand_up(&place, parts.device.as_ref(), &parts.surroundings, furniture, heard)
            .map_err(|_| Refusal::new("booth-not-standing"))?;
        let shared = Arc::new(Shared {
            booth: Mutex::new(standing.booth),
            exchanger: Mutex::new(Some(standing.exchanger)),
            ended: AtomicBool::new(false),
            announce: parts.announce,
        });
        let own = Arc::clone(&shared);
        let thread = std::thread::Builder::new()
            .name("booth".to_owned())
            .spawn(move || own.live())
            .map_err(|_| Refusal::new("booth-not-standing"))?;
        let _ = ticking.set(thread.thread().clone());
        Ok(Self {
            shared,
            thread: Some(thread),
        })
    }

    /// Answers a question of the booth's window, or refuses it.
    pub fn ask(&self, command: &str, values: Value) -> Result<Answer, Refusal> {
        if !Window::Booth.may_ask(command) {
            return Err(Refusal::new("question-not-allowed"));
        }
        let mut v = Values::of(values);
        match command {
            "booth_view" => json(&self.shared.booth().screen()),
            "press" => {
                self.press(v.take("press")?);
                Ok(done())
            }
            "addressees" => json(&self.shared.booth().addressees_shown(&v.take::<String>("text")?)),
            "booth_picture" => Ok(Answer::Bytes(self.shared.booth().preview().unwrap_or_default())),
            _ => Err(Refusal::new("question-not-allowed")),
        }
    }

    fn press(&self, pressed: Pressed) {
        self.shared.booth().input(pressed.into());
        self.shared.nudge();
        (self.shared.announce)();
    }
}

impl Drop for Stand {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::Release);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            let _ = thread.join();
        }
        let exchanger = self
            .shared
            .exchanger
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(exchanger) = exchanger {
            exchanger.stop();
        }
    }
}

impl Shared {
    fn booth(&self) -> MutexGuard<'_, Booth> {
        self.booth.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn nudge(&self) {
        let exchanger = self.exchanger.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(exchanger) = exchanger.as_ref() {
            exchanger.nudge();
        }
    }

    /// Lets time pass until the end; what changed on the screen is announced, and what was written is sent.
    fn live(&self) {
        let mut shown: Option<BoothScreen> = None;
        while !self.ended.load(Ordering::Acquire) {
            let screen = {
                let mut booth = self.booth();
                booth.tick();
                booth.screen()
            };
            if shown.as_ref() != Some(&screen) {
                let another_page = shown
                    .as_ref()
                    .is_none_or(|shown| std::mem::discriminant(&shown.page) != std::mem::discriminant(&screen.page));
                shown = Some(screen);
                if another_page {
                    self.nudge();
                }
                (self.announce)();
            }
            std::thread::park_timeout(TICK);
        }
    }
}
