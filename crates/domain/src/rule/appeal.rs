//! Handing over an answer (Rules № 52 p. 13, 19).

use crate::fact::Draft;
use crate::facts::AnswerHandedOver;
use crate::fold::AppealRow;
use crate::refusal::Refusal;

/// Records the hand-over of an answer that is there and was not handed over yet.
pub fn hand_over(row: &AppealRow, identified_by: &str) -> Result<Vec<Draft>, Refusal> {
    if row.answer_signed.is_none() {
        return Err(match &row.promise {
            Some(promise) => Refusal::new("answer-not-here").with("due", promise.due.format("%d.%m.%Y")),
            None => Refusal::new("answer-not-here-undated"),
        });
    }
    if let Some(at) = row.handed_over_at {
        return Err(Refusal::new("answer-handed-over").with("day", at.date().format("%d.%m.%Y")));
    }
    Ok(vec![Draft::new(
        row.subject.clone(),
        &AnswerHandedOver {
            identified_by: identified_by.to_owned(),
        },
    )])
}
