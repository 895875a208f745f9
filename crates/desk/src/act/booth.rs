//! Asking a booth, taking the request back, telling it a word about its session.

use qabyldau_domain::facts::{NodeRoleV1, StaffWordV1};
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::rule::{self, Asking};
use qabyldau_domain::state::SessionState;
use qabyldau_store::Reader;

use super::Done;
use super::journal::entry;
use crate::door::{Moment, Plan};
use crate::failed::Failed;

pub(super) fn ask(
    reader: &Reader<'_>,
    moment: &Moment<'_>,
    number: &str,
    booth: &str,
    continues: Option<String>,
) -> Result<Plan, Failed> {
    let day = moment.open_day(reader)?;
    let entry = entry(reader, number)?;
    let node = reader
        .node_by_label(NodeRoleV1::Booth, booth)?
        .ok_or_else(|| Refusal::new("booth-unknown").with("booth", booth))?;
    let occupying = reader.session_occupying(&node.node)?;
    let label = |session: &qabyldau_domain::fold::SessionRow| -> Result<String, Failed> {
        Ok(reader
            .node_by_id(&session.desk)?
            .map_or_else(String::new, |desk| desk.label))
    };
    let occupied = occupying
        .as_ref()
        .map(|session| Ok::<_, Failed>((session, label(session)?)))
        .transpose()?;
    let own = reader.sessions_asked()?;
    let unanswered = own
        .iter()
        .find(|session| session.booth == node.node && session.state == SessionState::Asked);
    let session = moment.surroundings.id();
    let asking = Asking {
        entry: &entry,
        booth: &node,
        occupied,
        unanswered,
        continues,
    };
    Ok((rule::ask_booth(&asking, &session, day)?, Done::Asked { session }))
}

pub(super) fn withdraw(reader: &Reader<'_>, moment: &Moment<'_>, session: &str, reason: &str) -> Result<Plan, Failed> {
    let row = reader.session(session)?.ok_or(Refusal::new("session-unknown"))?;
    Ok((rule::withdraw(&row, &moment.home.node, reason)?, Done::Written))
}

pub(super) fn tell(
    reader: &Reader<'_>,
    moment: &Moment<'_>,
    session: &str,
    word: &StaffWordV1,
) -> Result<Plan, Failed> {
    let row = reader.session(session)?.ok_or(Refusal::new("session-unknown"))?;
    if let Some(booth) = reader.node_by_id(&row.booth)?.filter(|booth| booth.retired) {
        return Err(Refusal::new("booth-unknown").with("booth", booth.label).into());
    }
    let addressees = match word {
        StaffWordV1::Propose { .. } => moment.shelf.law(reader)?.addressees.clone(),
        _ => None,
    };
    let drafts = rule::tell_booth(&row, word, addressees.as_ref(), moment.now)?;
    Ok((drafts, Done::Written))
}
