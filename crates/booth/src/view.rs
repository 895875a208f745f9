//! What the screen shows: the state of the table, and beside it only what this very page needs of the person.
//!
//! Not here: pixels and words; texts are named by their ids in `locales/*/booth.ftl`. Invariant: a screen that is held shows nothing
//! of the person, and the secret code is in a view only while it stands on the screen.

use qabyldau_domain::booth::{Call, Own, Page, Presence, RECORD_LIMIT_MS, Receipt, State, Voice};
use qabyldau_domain::facts::{CapacityV1, PersonV1};
use qabyldau_domain::language::Language;
use zeroize::Zeroizing;

use crate::session::Booth;

/// What the screen shows.
pub struct BoothView {
    /// The table's state: page, language, letters, presence.
    pub state: State,
    /// The booth's label, once the portal gave it.
    pub label: Option<String>,
    /// It cannot serve now.
    pub out_of_service: bool,
    /// The ids of the texts on this page, from above.
    pub texts: Vec<&'static str>,
    /// What is left of the three minutes.
    pub remaining_ms: u32,
    /// Who is served, on the page that asks whether the data are right.
    pub person: Option<(PersonV1, CapacityV1)>,
    /// The addresses to begin from, on the same page.
    pub own: Option<Own>,
    /// The addressee the desk proposed, on its page.
    pub proposed: Option<String>,
    /// The secret code, while it stands on the screen.
    pub code: Option<Zeroizing<String>>,
    /// Why the desk was called last.
    pub call: Option<Call>,
}

impl BoothView {
    pub(crate) fn of(booth: &Booth) -> Self {
        let mut view = Self {
            state: booth.table().clone(),
            label: booth.known().label.map(|label| label.to_string()),
            out_of_service: booth.out_of_service(),
            texts: Vec::new(),
            remaining_ms: RECORD_LIMIT_MS,
            person: None,
            own: None,
            proposed: None,
            code: None,
            call: booth.call(),
        };
        let State::Occupied(session) = booth.table() else {
            view.texts = vec![if view.out_of_service {
                "booth-out-of-service"
            } else {
                "booth-free"
            }];
            return view;
        };
        view.remaining_ms = RECORD_LIMIT_MS - session.recording.ms;
        view.texts = match session.presence {
            Presence::Held { .. } => vec!["booth-held"],
            Presence::Asked { .. } => vec!["booth-idle", "booth-idle-on", "booth-idle-end"],
            Presence::LeaveAsked { .. } => vec!["booth-leave-ask"],
            Presence::Here { .. } => texts(&session.page),
        };
        if !matches!(session.presence, Presence::Here { .. }) {
            return view;
        }
        match &session.page {
            Page::OwnData => {
                view.person = booth
                    .order()
                    .map(|order| (order.person.clone(), order.capacity.clone()));
                view.own = Some(
                    session
                        .answers
                        .own
                        .clone()
                        .unwrap_or_else(|| session.brought.own.clone()),
                );
            }
            Page::Addressee => view.proposed.clone_from(&session.brought.proposed),
            Page::Code { covered: false, .. } => view.code = booth.code().map(|code| code.printed()),
            _ => {}
        }
        view
    }

    /// The page, while a session is on the screen and nobody has to be asked.
    pub fn page(&self) -> Option<&Page> {
        match &self.state {
            State::Occupied(session) => Some(&session.page),
            State::Free => None,
        }
    }

    /// The language of the screen.
    pub fn language(&self) -> Language {
        match &self.state {
            State::Occupied(session) => session.language,
            State::Free => Language::Kk,
        }
    }
}

/// Shows the table's state, which hides what a person said; nothing else.
impl std::fmt::Debug for BoothView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BoothView")
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// The texts of a page, from above.
pub(crate) fn texts(page: &Page) -> Vec<&'static str> {
    match page {
        Page::Welcome => vec!["booth-welcome", "booth-start"],
        Page::Rules => vec![
            "booth-rules-head",
            "booth-rules-time",
            "booth-rules-essence",
            "booth-rules-end",
            "booth-understood",
        ],
        Page::OwnData => vec![
            "booth-data-head",
            "booth-data-ok",
            "booth-data-fix",
            "booth-data-nomail",
            "booth-data-notme",
        ],
        Page::Kind => vec!["booth-kind-head", "booth-kind-application", "booth-kind-complaint"],
        Page::Addressee => vec!["booth-to-head", "booth-to-advised", "booth-to-unknown", "booth-to-none"],
        Page::Against => vec!["booth-complaint-head", "booth-complaint-spoken"],
        Page::Camera(voice) => {
            let heard = match voice {
                Voice::Untried => "booth-sound-check",
                Voice::Speaking => "booth-sound-test",
                Voice::Heard { low: true } => "booth-sound-low",
                Voice::Heard { low: false } => "booth-sound-heard",
                Voice::Signing => "booth-sound-sign",
            };
            vec!["booth-camera-oval", heard, "booth-rec-start"]
        }
        Page::Count { .. } => vec!["booth-rec-prompts"],
        Page::Recording { .. } => vec!["booth-rec-on", "booth-rec-left", "booth-rec-prompts", "booth-rec-stop"],
        Page::Stopped => vec!["booth-stopped", "booth-finish", "booth-resume", "booth-again"],
        Page::AskAnew => vec!["booth-again-ask"],
        Page::Filing { .. } => vec!["booth-filing"],
        Page::Code {
            receipt, covered, due, ..
        } => {
            let code = if *covered { "booth-code-show" } else { "booth-done-code" };
            let date = match due {
                Some(_) => "booth-done-date",
                None => "booth-done-date-by-law",
            };
            let paper = match receipt {
                Receipt::Printing | Receipt::Given => "booth-receipt-ask",
                Receipt::AtDesk => "booth-receipt-desk",
            };
            vec!["booth-done", code, date, paper]
        }
        Page::Rating { .. } => vec!["booth-rating"],
        Page::Bye { .. } => vec!["booth-bye"],
    }
}
