//! Print jobs.

use qabyldau_domain::facts::PrintStateV1;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::rule::{self, PrintWish};
use qabyldau_store::Reader;

use super::Done;
use crate::door::{Moment, Plan};
use crate::failed::Failed;

pub(super) fn queue(reader: &Reader<'_>, moment: &Moment<'_>, wish: &PrintWish) -> Result<Plan, Failed> {
    let about = reader.jobs_about(wish.about.as_str())?;
    let before: Vec<_> = about.into_iter().filter(|job| job.sheet == wish.sheet).collect();
    let job = moment.surroundings.id();
    Ok((rule::queue_print(wish, &before, &job)?, Done::Queued { job }))
}

pub(super) fn step(reader: &Reader<'_>, job: &str, state: PrintStateV1) -> Result<Plan, Failed> {
    let row = reader.job(job)?.ok_or(Refusal::new("job-unknown"))?;
    Ok((rule::move_print(&row, state)?, Done::Written))
}
