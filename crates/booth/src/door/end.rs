//! A session ends without an appeal, or without a further one.

use qabyldau_domain::fact::{By, Draft};
use qabyldau_domain::facts::{SessionEnded, SessionOutcomeV1};
use qabyldau_domain::subject::Subject;

use super::{Door, occupied};
use crate::error::BoothError;

impl Door {
    /// Writes `SessionEnded` of the session that occupies the booth.
    pub fn end(
        &self,
        by: By,
        session: &str,
        outcome: SessionOutcomeV1,
        appeal: Option<String>,
        reason: Option<String>,
    ) -> Result<(), BoothError> {
        self.act(by, |reader| {
            occupied::unfinished(reader)?
                .filter(|one| one.session == session)
                .ok_or(BoothError::NoSession)?;
            let ended = SessionEnded {
                outcome,
                appeal,
                reason,
            };
            Ok((vec![Draft::new(Subject::session(session), &ended)], ()))
        })
    }
}
