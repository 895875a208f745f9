//! Portal and hub away for a while, everybody killed once; then all hold the same, and every chain verifies.

use std::path::Path;

use serde_json::json;

use super::branch::{Branch, Who};
use super::visits::with_statements;
use super::{Outcome, holds};
use crate::demo;

/// Work goes on without portal and hub; each desk dies once in the middle; then the line comes back.
pub(super) fn away(branch: &mut Branch, entries: &[String]) -> Outcome {
    branch.kill(Who::Portal)?;
    branch.kill(Who::Hub)?;
    let visitors = demo::visitors();
    for (who, visitor) in [
        (Who::DeskB, &visitors[0]),
        (Who::DeskA, &visitors[1]),
        (Who::DeskB, &visitors[2]),
    ] {
        branch.act(who, &with_statements(visitor))?;
    }
    branch.kill_and_restart(Who::DeskA)?;
    branch.act(Who::DeskA, &with_statements(&visitors[3]))?;
    branch.kill_and_restart(Who::DeskB)?;
    let correction =
        json!({"act": "correct", "number": entries[0], "fields": {"given": "Алия"}, "reason": "жаңылыс басылды"});
    branch.act(Who::DeskA, &correction)?;
    branch.restart(Who::Portal)?;
    branch.restart(Who::Hub)?;
    Ok(())
}

/// Both desks equal byte for byte, everything verifies, the portal holds every fact once, and none of them was erased.
pub(super) fn compare(branch: &mut Branch, papers: &Path) -> Outcome {
    let facts = branch.all_hold_the_same(papers)?;
    for fact in &facts {
        holds("no body is missing", fact["body"].is_object(), fact)?;
    }
    Ok(())
}
