//! Print jobs: what is still to be printed, and what came of the rest.

use qabyldau_domain::fold::JobRow;
use qabyldau_domain::state::JobState;
use rusqlite::named_params;

use super::Reader;
use super::entry::subject_id;
use crate::fault::StoreError;

impl Reader<'_> {
    /// The job with this id.
    pub fn job(&self, id: &str) -> Result<Option<JobRow>, StoreError> {
        let id = subject_id("job", id);
        self.view("SELECT view FROM p_job WHERE id = :id", named_params! { ":id": id })
    }

    /// Own jobs in a state that is not the end (`queued`, `sent`, `uncertain`), oldest first.
    pub fn jobs_open(&self, state: JobState) -> Result<Vec<JobRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_job WHERE node = :node AND state = :state \
                           AND state IN ('queued', 'sent', 'uncertain') ORDER BY tick, id";
        self.views(
            SQL,
            named_params! { ":node": self.own.node.as_bytes(), ":state": state.word() },
        )
    }

    /// All jobs about a subject (`appeal/…`, `roster/…`), oldest first: the next one is a duplicate.
    pub fn jobs_about(&self, subject: &str) -> Result<Vec<JobRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_job WHERE about = :about ORDER BY tick, id";
        self.views(SQL, named_params! { ":about": subject })
    }
}
