//! Printing: a job is a fact; a second print is marked and asks for a reason.

use serde::{Deserialize, Serialize};

use crate::fact::Draft;
use crate::facts::{PrintMoved, PrintQueued, PrintStateV1};
use crate::fold::JobRow;
use crate::refusal::Refusal;
use crate::subject::Subject;

/// What is to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintWish {
    /// `receipt`, `roster`.
    pub sheet: String,
    /// The subject it is about.
    pub about: Subject,
    /// Why again, when it was printed before.
    pub reason: Option<String>,
}

/// Queues a print. `before` are the jobs of the same sheet about the same thing, by any node.
pub fn queue_print(wish: &PrintWish, before: &[JobRow], job: &str) -> Result<Vec<Draft>, Refusal> {
    let duplicate = u32::try_from(before.len()).unwrap_or(u32::MAX);
    let reason = match (&wish.reason, duplicate) {
        (_, 0) => None,
        (Some(reason), _) => Some(super::journal::given(reason)?),
        (None, _) => return Err(Refusal::new("reason-missing")),
    };
    let queued = PrintQueued {
        sheet: wish.sheet.clone(),
        about: wish.about.to_string(),
        duplicate,
        reason,
    };
    Ok(vec![Draft::new(Subject::job(job), &queued)])
}

/// Moves a job on.
pub fn move_print(job: &JobRow, state: PrintStateV1) -> Result<Vec<Draft>, Refusal> {
    match job.state.next(state) {
        Some(_) => Ok(vec![Draft::new(job.subject.clone(), &PrintMoved { state })]),
        None => Err(Refusal::new("job-state").with("state", job.state.word())),
    }
}
