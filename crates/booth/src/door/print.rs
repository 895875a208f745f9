//! The receipt's print job moves on.

use qabyldau_domain::fact::{By, Draft};
use qabyldau_domain::facts::{PrintMoved, PrintStateV1};
use qabyldau_domain::state::JobState;
use qabyldau_domain::subject::Subject;

use super::Door;
use crate::error::BoothError;

impl Door {
    /// Moves a job to a state, through those between. A move that cannot happen (it turned out before) writes nothing.
    pub fn print_moved(&self, by: By, job: &str, to: PrintStateV1) -> Result<(), BoothError> {
        self.act(by, |reader| {
            let Some(row) = reader.job(job)? else {
                return Ok((Vec::new(), ()));
            };
            let moved = |states: &[PrintStateV1]| {
                let drafts = states
                    .iter()
                    .map(|state| Draft::new(Subject::job(job), &PrintMoved { state: *state }));
                (drafts.collect(), ())
            };
            Ok(match (row.state, to) {
                (state, to) if state.next(to).is_some() => moved(&[to]),
                // What may have reached the printer counts as sent first.
                (JobState::Queued, PrintStateV1::Uncertain | PrintStateV1::Confirmed) => {
                    moved(&[PrintStateV1::Sent, to])
                }
                _ => (Vec::new(), ()),
            })
        })
    }

    /// After a crash: whether what was queued or sent came out, nobody here knows. A person is asked.
    pub fn prints_uncertain(&self) -> Result<(), BoothError> {
        for state in [JobState::Queued, JobState::Sent] {
            for row in self.read(|reader| reader.jobs_open(state))? {
                self.print_moved(By::Node, row.subject.rest(), PrintStateV1::Uncertain)?;
            }
        }
        Ok(())
    }
}
