//! The person judged the service.

use qabyldau_domain::fact::{By, Draft};
use qabyldau_domain::facts::ServiceRated;
use qabyldau_domain::subject::Subject;

use super::Door;
use crate::error::BoothError;

impl Door {
    /// Writes `ServiceRated`.
    pub fn rated(&self, session: &str, mark: u8) -> Result<(), BoothError> {
        let rated = ServiceRated { mark };
        self.act(By::Applicant, |_| {
            Ok((vec![Draft::new(Subject::session(session), &rated)], ()))
        })
    }
}
