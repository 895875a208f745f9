//! What is kept of an accepted order over a crash: nothing of the person, only what the pages cannot do without.

use qabyldau_domain::booth::{Brought, Own};
use qabyldau_domain::language::Language;
use qabyldau_domain::order::SessionOrder;
use serde::{Deserialize, Serialize};

/// The name it is kept under, in the encrypted file.
pub(crate) const NAME: &str = "booth-order";

/// The impersonal part of an order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Remembered {
    pub(crate) session: String,
    pub(crate) language: Language,
    pub(crate) needs_help: bool,
    pub(crate) proposed: Option<String>,
    pub(crate) continues: Option<String>,
}

impl Remembered {
    pub(crate) fn of(order: &SessionOrder) -> Self {
        Self {
            session: order.session.clone(),
            language: order.language,
            needs_help: order.needs_help,
            proposed: order.proposed.clone(),
            continues: order.continues.clone(),
        }
    }

    /// The session's own, or a bare one where nothing was kept: Kazakh then, until the person switches.
    pub(crate) fn brought(kept: Option<Self>, session: &str) -> Brought {
        let kept = kept.filter(|kept| kept.session == session);
        Brought {
            session: session.to_owned(),
            language: kept.as_ref().map_or(Language::Kk, |kept| kept.language),
            needs_help: kept.as_ref().is_some_and(|kept| kept.needs_help),
            proposed: kept.as_ref().and_then(|kept| kept.proposed.clone()),
            own: Own::default(),
            continues: kept.and_then(|kept| kept.continues),
        }
    }
}
