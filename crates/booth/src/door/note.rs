//! A session moves on.

use qabyldau_domain::fact::{By, Draft};
use qabyldau_domain::facts::{SessionMoved, SessionStageV1};
use qabyldau_domain::subject::Subject;

use super::{Door, occupied};
use crate::error::BoothError;

impl Door {
    /// Writes `SessionMoved` of the session that occupies the booth.
    pub fn note(
        &self,
        by: By,
        session: &str,
        stage: SessionStageV1,
        recorded_ms: u32,
        rules: Option<String>,
    ) -> Result<(), BoothError> {
        self.act(by, |reader| {
            occupied::unfinished(reader)?
                .filter(|one| one.session == session)
                .ok_or(BoothError::NoSession)?;
            let moved = SessionMoved {
                stage,
                recorded_ms,
                rules,
            };
            Ok((vec![Draft::new(Subject::session(session), &moved)], ()))
        })
    }
}
