//! The booth calls staff; staff came.

use qabyldau_domain::fact::{By, Draft};
use qabyldau_domain::facts::StaffCalled;
use qabyldau_domain::subject::Subject;

use super::Door;
use crate::error::BoothError;

impl Door {
    /// Writes `StaffCalled` with its reason; without one the call is over.
    pub fn call(&self, by: By, session: &str, why: Option<&str>) -> Result<(), BoothError> {
        let called = StaffCalled {
            why: why.map(str::to_owned),
        };
        self.act(by, |_| Ok((vec![Draft::new(Subject::session(session), &called)], ())))
    }
}
