//! What the screen shows: the state of the table, and beside it only what this very page needs of the person.
//!
//! Not here: pixels and words. Invariant: a screen that is held shows nothing of the person, and the secret code is in a view only
//! while it stands on the screen.

use qabyldau_domain::booth::{Call, Own, Page, Presence, RECORD_LIMIT_MS, State};
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
            remaining_ms: RECORD_LIMIT_MS,
            person: None,
            own: None,
            proposed: None,
            code: None,
            call: booth.call(),
        };
        let State::Occupied(session) = booth.table() else {
            return view;
        };
        view.remaining_ms = RECORD_LIMIT_MS - session.recording.ms;
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
