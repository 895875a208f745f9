//! Receptions: the day's list and the one-sentence verdict of an arrival.

use qabyldau_domain::facts::PunctualityV1;
use qabyldau_domain::fold::ReceptionRow;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::rule::punctuality;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::failed::Failed;

/// What the arrival sheet says first.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrivalVerdict {
    /// The reception.
    pub reception: ReceptionRow,
    /// Is it of today?
    pub today: bool,
    /// Minutes against the appointed time now.
    pub minutes: i32,
    /// The judgement now.
    pub punctuality: PunctualityV1,
    /// Label of the desk where the arrival was marked already.
    pub marked_at: Option<String>,
}

impl Desk {
    /// The receptions of today, in order of time and room.
    pub fn receptions_today(&self) -> Result<Vec<ReceptionRow>, Failed> {
        let today = self.surroundings.clock.now().date();
        Ok(self.store().reader()?.receptions_of_day(today)?)
    }

    /// The verdict on one reception by its reference.
    pub fn verdict(&self, reference: &str) -> Result<ArrivalVerdict, Failed> {
        let row = self.store().reader()?.reception(reference)?;
        let row = row.ok_or_else(|| Refusal::new("reception-unknown").with("reference", reference))?;
        self.judge(row)
    }

    /// The receptions of a person from today on, by the IIN of the document shown.
    pub fn receptions_of(&self, iin: &str) -> Result<Vec<ArrivalVerdict>, Failed> {
        let today = self.surroundings.clock.now().date();
        let rows = self.store().reader()?.receptions_by_iin(iin, today)?;
        rows.into_iter().map(|row| self.judge(row)).collect()
    }

    fn judge(&self, reception: ReceptionRow) -> Result<ArrivalVerdict, Failed> {
        let now = self.surroundings.clock.now();
        let (minutes, punctuality) = punctuality(&reception, now);
        let marked_at = match &reception.arrival {
            Some(arrival) => self.store().reader()?.node_by_id(&arrival.node)?.map(|node| node.label),
            None => None,
        };
        Ok(ArrivalVerdict {
            today: reception.day == now.date(),
            reception,
            minutes,
            punctuality,
            marked_at,
        })
    }
}
