//! What can happen in a booth. Every event carries its moment, given from outside.

use chrono::NaiveDate;

use super::session::{Brought, Own};
use super::state::Fault;
use crate::fact::StaffId;
use crate::facts::{SessionStageV1, StaffWordV1};
use crate::language::Language;
use crate::rulepack::AppealKind;

/// Something happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When, in milliseconds that only grow.
    pub at: u64,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Time passed.
    Tick,
    /// The door accepted a session.
    Accepted(Brought),
    /// The booth came up again with an unfinished session.
    Restored(Restored),
    /// The person did something.
    Press(Press),
    /// The booth's own parts tell something.
    Report(Report),
    /// Staff decided something.
    Staff(StaffWord),
}

/// What the ledger and the disk hold of an unfinished session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What came with the order.
    pub brought: Brought,
    /// Where the facts left it.
    pub stage: SessionStageV1,
    /// Milliseconds of sealed recording found; 0 where the facts know of no recording under way.
    pub recorded_ms: u32,
    /// The language in which the rules had been read.
    pub rules: Option<Language>,
    /// An appeal filed before in this session.
    pub filed: Option<String>,
    /// To whom it was filed.
    pub addressee: Option<String>,
}

/// The size of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Letters {
    /// × 1.
    Normal,
    /// × 1.25.
    Large,
    /// × 1.5.
    Largest,
}

/// What the person does.
#[derive(Clone, PartialEq, Eq)]
pub enum Press {
    /// Any touch that decides nothing (a letter typed, a list moved).
    Touch,
    /// Switches the language.
    Language(Language),
    /// Changes the size of the letters.
    Letters(Letters),
    /// «Қызметкерді шақыру».
    CallStaff,
    /// «Артқа».
    Back,
    /// «Бастау».
    Start,
    /// «Түсінікті, жалғастыру».
    Understood,
    /// «Бәрі дұрыс».
    DataRight(Own),
    /// «Бұл мен емес».
    NotMe,
    /// The kind of appeal.
    Kind(AppealKind),
    /// To whom (id in the addressees document).
    Addressee(String),
    /// Against whom, or only spoken of in the recording.
    Against(Option<String>),
    /// «Дауысты тексеру».
    VoiceTest,
    /// «Ымдау тілінде айтамын».
    Signing,
    /// «Жазуды бастау».
    Record,
    /// «Тоқтату»: only pauses.
    Pause,
    /// «Жазуды аяқтау және жіберу»: the fact of sending (Order № 50 p. 27).
    Send,
    /// «Жіберіп, жалғасын жазу».
    SendAndContinue,
    /// «Жазуды жалғастыру».
    GoOn,
    /// «Қайта жазу».
    Anew,
    /// Yes, wipe it.
    AnewYes,
    /// No.
    AnewNo,
    /// «Құпия кодты көрсету».
    ShowCode,
    /// «Чек шықты ма?» – «Иә, алдым».
    Taken,
    /// «Чек шықты ма?» – «Жоқ».
    NoReceipt,
    /// 1–5.
    Rate(u8),
    /// «Өткізіп жіберу».
    SkipRating,
    /// «Иә, жалғастыру».
    Continue,
    /// «Аяқтау».
    Leave,
    /// Yes, leave without sending.
    LeaveYes,
    /// No.
    LeaveNo,
}

/// What the booth's own parts tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// So much is recorded by now.
    Recorded {
        /// Milliseconds of this recording.
        ms: u32,
    },
    /// The voice test was played back.
    VoiceHeard {
        /// Too low to be understood.
        low: bool,
    },
    /// A part failed.
    Failed(Fault),
    /// The appeal stands in the ledger.
    Filed {
        /// Its registration number.
        number: String,
        /// The expected day of the answer, if one could be counted.
        due: Option<NaiveDate>,
    },
    /// The printer took the receipt.
    ReceiptGiven,
    /// The printer did not take it, or nobody knows.
    ReceiptFailed,
}

/// What staff decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffWord {
    /// The person is back (or there): go on.
    PersonIsBack,
    /// The call was answered.
    Came,
    /// An addressee is proposed into the running session; the person confirms.
    Propose(String),
    /// The session is ended with a reason.
    End {
        /// Who ends it.
        staff: StaffId,
        /// A technical fault, or the person left.
        fault: bool,
        /// The reason.
        reason: String,
    },
}

impl StaffWord {
    /// The word as its fact has it, given by a member of staff.
    pub fn of(word: StaffWordV1, staff: StaffId) -> Self {
        match word {
            StaffWordV1::Came => Self::Came,
            StaffWordV1::PersonIsBack => Self::PersonIsBack,
            StaffWordV1::Propose { addressee } => Self::Propose(addressee),
            StaffWordV1::End { fault, reason } => Self::End { staff, fault, reason },
        }
    }
}

/// Shows which key was pressed, never what was typed.
impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Touch => "Touch",
            Self::Language(_) => "Language",
            Self::Letters(_) => "Letters",
            Self::CallStaff => "CallStaff",
            Self::Back => "Back",
            Self::Start => "Start",
            Self::Understood => "Understood",
            Self::DataRight(_) => "DataRight",
            Self::NotMe => "NotMe",
            Self::Kind(_) => "Kind",
            Self::Addressee(_) => "Addressee",
            Self::Against(_) => "Against",
            Self::VoiceTest => "VoiceTest",
            Self::Signing => "Signing",
            Self::Record => "Record",
            Self::Pause => "Pause",
            Self::Send => "Send",
            Self::SendAndContinue => "SendAndContinue",
            Self::GoOn => "GoOn",
            Self::Anew => "Anew",
            Self::AnewYes => "AnewYes",
            Self::AnewNo => "AnewNo",
            Self::ShowCode => "ShowCode",
            Self::Taken => "Taken",
            Self::NoReceipt => "NoReceipt",
            Self::Rate(_) => "Rate",
            Self::SkipRating => "SkipRating",
            Self::Continue => "Continue",
            Self::Leave => "Leave",
            Self::LeaveYes => "LeaveYes",
            Self::LeaveNo => "LeaveNo",
        })
    }
}
