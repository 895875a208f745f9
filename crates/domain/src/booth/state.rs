//! What the booth shows and knows of the person in front of it.

use chrono::NaiveDate;

use super::Session;

/// The booth as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(clippy::large_enum_variant, reason = "there is one state in a booth")]
pub enum State {
    /// Nobody's: the screen is clean.
    #[default]
    Free,
    /// A session occupies it.
    Occupied(Session),
}

/// The page in front of the person (look: B1 … B11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// B1.
    Welcome,
    /// B2: the rules.
    Rules,
    /// B3: postal address and e-mail.
    OwnData,
    /// B4: application or complaint.
    Kind,
    /// B5: to whom.
    Addressee,
    /// B5, complaint only: against whom.
    Against,
    /// B6: camera and voice.
    Camera(Voice),
    /// 3-2-1 before the recording runs.
    Count {
        /// Since when.
        since: u64,
    },
    /// B7: the recording runs.
    Recording {
        /// When the recorder last told of progress.
        progress: u64,
    },
    /// B8: stopped, not sent yet. At three minutes the same page offers a continuation.
    Stopped,
    /// B8: «Осы жазба өшіріледі. Қайта жазасыз ба?»
    AskAnew,
    /// Being registered. The press was made.
    Filing {
        /// A continuation is to be recorded after it.
        more: bool,
    },
    /// B9 and B10: the secret code stays until it is taken.
    Code {
        /// The registration number.
        number: String,
        /// The expected day of the answer, if one could be counted.
        due: Option<NaiveDate>,
        /// When it was last shown.
        since: u64,
        /// Covered: «Құпия кодты көрсету».
        covered: bool,
        /// What is known of the receipt.
        receipt: Receipt,
        /// A continuation is to be recorded after it.
        more: bool,
    },
    /// B11: 1–5.
    Rating {
        /// Since when.
        since: u64,
    },
    /// B11: thanks; wiped by itself.
    Bye {
        /// Since when.
        since: u64,
    },
}

/// The voice test on the camera page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Not tried.
    Untried,
    /// Three seconds are being taken and played back from memory.
    Speaking,
    /// Heard.
    Heard {
        /// Too low: «Дауысыңыз нашар естіледі».
        low: bool,
    },
    /// The person signs: level hints are off.
    Signing,
}

/// What is known of the receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receipt {
    /// On its way.
    Printing,
    /// The printer took it; «Чек шықты ма?»
    Given,
    /// It did not come out: the desk prints it, without the code.
    AtDesk,
}

/// Is somebody there?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Touched lately.
    Here {
        /// When.
        touched: u64,
    },
    /// «Жалғастырасыз ба?»
    Asked {
        /// Since when.
        since: u64,
    },
    /// «Аяқтасаңыз, өтініш жіберілмейді. Аяқтайсыз ба?»
    LeaveAsked {
        /// Since when.
        since: u64,
    },
    /// The screen is blank, staff are called, nothing is lost; only staff go on from here.
    Held {
        /// Since when.
        since: u64,
        /// Why.
        why: Held,
        /// The second alarm was given.
        overdue: bool,
    },
}

/// Why a session is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Held {
    /// Nobody answers.
    NoPerson,
    /// Another person sits there than the recording is of.
    WrongPerson,
    /// The booth went down in the middle.
    Interrupted,
    /// A technical fault.
    Fault(Fault),
}

/// A technical fault that stops a session, never loses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// No camera, or it was pulled out.
    Camera,
    /// No microphone.
    Microphone,
    /// No picture comes any more.
    Frozen,
    /// The disk is nearly full.
    Space,
    /// Recording or sealing failed.
    Recording,
    /// Filing failed; nothing was written.
    Filing,
    /// The ledger cannot be written.
    Ledger,
}

impl Fault {
    /// Does it end a recording, so that it cannot be gone on with?
    pub(super) const fn closes_recording(self) -> bool {
        matches!(self, Self::Space | Self::Recording | Self::Filing)
    }

    /// The stable word: id of its sentence, and the reason in a fact.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Camera => "camera",
            Self::Microphone => "microphone",
            Self::Frozen => "frozen",
            Self::Space => "space",
            Self::Recording => "recording",
            Self::Filing => "filing",
            Self::Ledger => "ledger",
        }
    }
}
