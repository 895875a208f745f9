//! The booth's page as its window reads it, and what the person pressed as the window says it.
//!
//! Not here: what follows from what (the table). Invariant: a page carries only what it shows, and nothing of the person once it is held,
//! asked or over.

use qabyldau_domain::booth::{Event, Kept, Letters, Page, Presence, Press, Receipt, State, Voice, What, next};
use qabyldau_domain::facts::CapacityV1;
use qabyldau_domain::language::Language;
use qabyldau_domain::names::{Names, Patronymic};
use qabyldau_domain::rulepack::AppealKind;
use serde::{Deserialize, Serialize};

use crate::session::Booth;
use crate::view::BoothView;

/// Pages counted for the person, from the rules to the code.
const STEPS: u8 = 7;
/// The kinds a person chooses between (Order 213/НҚ p. 13).
const KINDS: [AppealKind; 2] = [AppealKind::Application, AppealKind::Complaint];

/// Postal address and e-mail.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Own {
    /// Postal address.
    pub postal_address: Option<String>,
    /// E-mail; none once confirmed is the answer «I have none».
    pub email: Option<String>,
}

/// To whom.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Addressee {
    /// The id.
    pub id: String,
    /// `ministries`, `akimats`.
    pub group: String,
    /// The name.
    pub name_kk: String,
    /// The name.
    pub name_ru: String,
}

/// The page.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(tag = "page", rename_all = "snake_case")]
pub enum BoothPage {
    /// Nobody's.
    Free,
    /// It cannot serve now.
    OutOfService,
    /// Blank; only staff go on from here.
    Held {
        /// The stable word of the reason.
        why: String,
        /// What of the person's stands.
        #[cfg_attr(feature = "contract", ts(type = "\"recording\" | \"data\" | \"nothing\""))]
        kept: &'static str,
    },
    /// «Жалғастырасыз ба?»
    Idle,
    /// «Аяқтайсыз ба?»
    Leave,
    /// B1.
    Welcome {
        /// Help is needed.
        needs_help: bool,
    },
    /// B2.
    Rules {
        /// By the pack of 2016 an appeal without its essence is not considered.
        essence_2016: bool,
    },
    /// B3.
    OwnData {
        /// Who is served.
        name: String,
        /// For which legal entity.
        legal_entity: Option<String>,
        /// What to begin from.
        own: Own,
    },
    /// B4.
    Kind {
        /// The kinds to choose from.
        #[cfg_attr(feature = "contract", ts(type = "AppealKind[]"))]
        kinds: Vec<AppealKind>,
    },
    /// B5.
    Addressee {
        /// Proposed at the desk.
        proposed: Option<Addressee>,
    },
    /// B5 of a complaint.
    Against,
    /// B6.
    Camera {
        /// The voice test.
        #[cfg_attr(feature = "contract", ts(type = "Voice"))]
        voice: &'static str,
        /// The picture can be moved up and down.
        can_move: bool,
    },
    /// 3-2-1.
    Count {
        /// Seconds left, 3 to 1.
        left: u8,
    },
    /// B7.
    Recording {
        /// What is left of the three minutes.
        remaining_ms: u32,
    },
    /// B8.
    Stopped {
        /// What is recorded.
        recorded_ms: u32,
        /// What is left.
        remaining_ms: u32,
        /// It can be sent or wiped, not gone on with.
        closed: bool,
    },
    /// «Қайта жазасыз ба?»
    AskAnew,
    /// Being registered.
    Filing,
    /// B9, B10.
    Code {
        /// The registration number.
        number: String,
        /// The secret code, while it stands there.
        code: Option<String>,
        /// The expected day of the answer, «дд.мм.гггг».
        due: Option<String>,
        /// What is known of the receipt.
        #[cfg_attr(feature = "contract", ts(type = "ReceiptState"))]
        receipt: &'static str,
        /// «Құпия кодты көрсету».
        covered: bool,
        /// A continuation is to be recorded after it.
        more: bool,
    },
    /// B11.
    Rating,
    /// B11.
    Bye,
}

/// What the window shows.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS), ts(rename = "BoothView"))]
pub struct BoothScreen {
    /// The booth's label.
    pub label: Option<String>,
    /// The page.
    pub page: BoothPage,
    /// The language of the screen.
    #[cfg_attr(feature = "contract", ts(type = "Language"))]
    pub language: Language,
    /// The size of the letters.
    #[cfg_attr(feature = "contract", ts(type = "Letters"))]
    pub letters: &'static str,
    /// Which step of the way.
    pub step: Option<u8>,
    /// Of how many.
    pub steps: u8,
    /// Staff were called and have not come.
    pub called: bool,
    /// «Артқа» leads somewhere.
    pub can_go_back: bool,
    /// How loud it is just now, 0–100.
    pub level: u8,
}

/// What the person pressed.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS), ts(rename = "Press"))]
#[serde(tag = "press", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words of `domain::booth::Press`, one for one")]
pub enum Pressed {
    Touch,
    Language {
        #[cfg_attr(feature = "contract", ts(type = "Language"))]
        language: Language,
    },
    Letters {
        #[cfg_attr(feature = "contract", ts(type = "Letters"))]
        letters: Size,
    },
    CallStaff,
    Back,
    Start,
    Understood,
    DataRight {
        own: Own,
    },
    NotMe,
    Kind {
        #[cfg_attr(feature = "contract", ts(type = "AppealKind"))]
        kind: AppealKind,
    },
    Addressee {
        id: String,
    },
    Against {
        whom: Option<String>,
    },
    VoiceTest,
    Signing,
    Record,
    Pause,
    Send,
    SendAndContinue,
    GoOn,
    Anew,
    AnewYes,
    AnewNo,
    ShowCode,
    Taken,
    NoReceipt,
    Rate {
        mark: u8,
    },
    SkipRating,
    Continue,
    Leave,
    LeaveYes,
    LeaveNo,
}

/// The size of the letters, as the window says it.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    Normal,
    Large,
    Largest,
}

impl From<Pressed> for Press {
    fn from(pressed: Pressed) -> Self {
        match pressed {
            Pressed::Touch => Self::Touch,
            Pressed::Language { language } => Self::Language(language),
            Pressed::Letters { letters } => Self::Letters(match letters {
                Size::Normal => Letters::Normal,
                Size::Large => Letters::Large,
                Size::Largest => Letters::Largest,
            }),
            Pressed::CallStaff => Self::CallStaff,
            Pressed::Back => Self::Back,
            Pressed::Start => Self::Start,
            Pressed::Understood => Self::Understood,
            Pressed::DataRight { own } => Self::DataRight(qabyldau_domain::booth::Own {
                postal_address: own.postal_address,
                email: own.email,
            }),
            Pressed::NotMe => Self::NotMe,
            Pressed::Kind { kind } => Self::Kind(kind),
            Pressed::Addressee { id } => Self::Addressee(id),
            Pressed::Against { whom } => Self::Against(whom),
            Pressed::VoiceTest => Self::VoiceTest,
            Pressed::Signing => Self::Signing,
            Pressed::Record => Self::Record,
            Pressed::Pause => Self::Pause,
            Pressed::Send => Self::Send,
            Pressed::SendAndContinue => Self::SendAndContinue,
            Pressed::GoOn => Self::GoOn,
            Pressed::Anew => Self::Anew,
            Pressed::AnewYes => Self::AnewYes,
            Pressed::AnewNo => Self::AnewNo,
            Pressed::ShowCode => Self::ShowCode,
            Pressed::Taken => Self::Taken,
            Pressed::NoReceipt => Self::NoReceipt,
            Pressed::Rate { mark } => Self::Rate(mark),
            Pressed::SkipRating => Self::SkipRating,
            Pressed::Continue => Self::Continue,
            Pressed::Leave => Self::Leave,
            Pressed::LeaveYes => Self::LeaveYes,
            Pressed::LeaveNo => Self::LeaveNo,
        }
    }
}

impl Booth {
    /// What the window shows.
    pub fn screen(&self) -> BoothScreen {
        let view = self.state();
        let language = view.language();
        let mut screen = BoothScreen {
            label: view.label.clone(),
            page: BoothPage::Free,
            language,
            letters: "normal",
            step: None,
            steps: STEPS,
            called: false,
            can_go_back: false,
            level: 0,
        };
        let State::Occupied(session) = &view.state else {
            if view.out_of_service {
                screen.page = BoothPage::OutOfService;
            }
            return screen;
        };
        screen.letters = match session.letters {
            Letters::Normal => "normal",
            Letters::Large => "large",
            Letters::Largest => "largest",
        };
        screen.called = session.called;
        screen.page = match session.presence {
            Presence::Held { why, .. } => BoothPage::Held {
                why: held(why),
                kept: match session.kept() {
                    Kept::Recording => "recording",
                    Kept::Data => "data",
                    Kept::Nothing => "nothing",
                },
            },
            Presence::Asked { .. } => BoothPage::Idle,
            Presence::LeaveAsked { .. } => BoothPage::Leave,
            Presence::Here { .. } => {
                screen.step = step(&session.page);
                screen.can_go_back = goes_back(&view.state);
                if matches!(session.page, Page::Camera(_) | Page::Recording { .. }) {
                    screen.level = self.level();
                }
                self.page(&view, &session.page)
            }
        };
        screen
    }

    /// Addressees in whose name every word begins a word of `text`; all for an empty text.
    pub fn addressees_shown(&self, text: &str) -> Vec<Addressee> {
        self.addressees(text).into_iter().map(shown).collect()
    }

    fn page(&self, view: &BoothView, page: &Page) -> BoothPage {
        match page {
            Page::Welcome => BoothPage::Welcome {
                needs_help: self.order().is_some_and(|order| order.needs_help),
            },
            Page::Rules => BoothPage::Rules {
                essence_2016: self.essence_of_2016(),
            },
            Page::OwnData => {
                let own = view.own.clone().unwrap_or_default();
                let (name, legal_entity) = match &view.person {
                    Some((person, capacity)) => (name(person), entity(capacity)),
                    None => (String::new(), None),
                };
                BoothPage::OwnData {
                    name,
                    legal_entity,
                    own: Own {
                        postal_address: own.postal_address,
                        email: own.email,
                    },
                }
            }
            Page::Kind => BoothPage::Kind { kinds: KINDS.to_vec() },
            Page::Addressee => {
                let proposed = view.proposed.as_deref();
                let all = self.addressees("");
                let known = all.into_iter().find(|one| Some(one.id.as_str()) == proposed);
                BoothPage::Addressee {
                    proposed: known.map(shown),
                }
            }
            Page::Against => BoothPage::Against,
            Page::Camera(voice) => BoothPage::Camera {
                voice: match voice {
                    Voice::Untried => "untried",
                    Voice::Speaking => "speaking",
                    Voice::Heard { low: false } => "heard",
                    Voice::Heard { low: true } => "low",
                    Voice::Signing => "signing",
                },
                can_move: false,
            },
            Page::Count { since } => BoothPage::Count {
                left: self.count_left(*since),
            },
            Page::Recording { .. } => BoothPage::Recording {
                remaining_ms: view.remaining_ms,
            },
            Page::Stopped => BoothPage::Stopped {
                recorded_ms: qabyldau_domain::booth::RECORD_LIMIT_MS - view.remaining_ms,
                remaining_ms: view.remaining_ms,
                closed: matches!(&view.state, State::Occupied(session) if session.recording.closed),
            },
            Page::AskAnew => BoothPage::AskAnew,
            Page::Filing { .. } => BoothPage::Filing,
            Page::Code {
                number,
                due,
                covered,
                receipt,
                more,
                ..
            } => BoothPage::Code {
                number: number.clone(),
                code: view.code.as_ref().map(|code| code.to_string()),
                due: due.map(|due| due.format("%d.%m.%Y").to_string()),
                receipt: match receipt {
                    Receipt::Printing => "printing",
                    Receipt::Given => "given",
                    Receipt::AtDesk => "at_desk",
                },
                covered: *covered,
                more: *more,
            },
            Page::Rating { .. } => BoothPage::Rating,
            Page::Bye { .. } => BoothPage::Bye,
        }
    }
}

/// Whether the table takes the person to another page on «Артқа»: it is asked, so that the key never stands there for nothing.
fn goes_back(state: &State) -> bool {
    let page = |state: &State| match state {
        State::Occupied(session) => Some(std::mem::discriminant(&session.page)),
        State::Free => None,
    };
    let event = Event {
        at: 0,
        what: What::Press(Press::Back),
    };
    page(&next(state.clone(), event).0) != page(state)
}

const fn step(page: &Page) -> Option<u8> {
    match page {
        Page::Welcome | Page::Rating { .. } | Page::Bye { .. } => None,
        Page::Rules => Some(1),
        Page::OwnData => Some(2),
        Page::Kind => Some(3),
        Page::Addressee | Page::Against => Some(4),
        Page::Camera(_) => Some(5),
        Page::Count { .. } | Page::Recording { .. } | Page::Stopped | Page::AskAnew => Some(6),
        Page::Filing { .. } | Page::Code { .. } => Some(STEPS),
    }
}

fn held(why: qabyldau_domain::booth::Held) -> String {
    use qabyldau_domain::booth::Held;
    match why {
        Held::NoPerson => "no-person",
        Held::WrongPerson => "wrong-person",
        Held::Interrupted => "interrupted",
        Held::Fault(fault) => fault.word(),
    }
    .to_owned()
}

fn name(person: &qabyldau_domain::facts::PersonV1) -> String {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let patronymic = person
        .patronymic
        .clone()
        .map_or(Patronymic::NotStated, Patronymic::Known);
    Names::new(&part(&person.surname), &part(&person.given), patronymic)
        .map_or_else(|_| String::new(), |names| names.full())
}

fn entity(capacity: &CapacityV1) -> Option<String> {
    match capacity {
        CapacityV1::LegalEntity { name, .. } => Some(name.clone()),
        _ => None,
    }
}

fn shown(one: &qabyldau_domain::addressees::Addressee) -> Addressee {
    let group = serde_json::to_value(one.group).unwrap_or_default();
    Addressee {
        id: one.id.clone(),
        group: group.as_str().unwrap_or_default().to_owned(),
        name_kk: one.name.kk.clone(),
        name_ru: one.name.ru.clone(),
    }
}
