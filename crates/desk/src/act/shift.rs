//! The day and the shift.

use chrono::NaiveDate;
use qabyldau_domain::fact::Draft;
use qabyldau_domain::facts::SignedOut;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::rule::{self, DayBefore};
use qabyldau_domain::subject::Subject;
use qabyldau_store::Reader;

use super::Done;
use crate::door::{Moment, Plan};
use crate::failed::Failed;

/// The setting that holds how far our clock is from that of the hub or portal last heard, in milliseconds.
pub(crate) const CLOCK_DRIFT: &str = "clock-drift-ms";

pub(super) fn open_day(reader: &Reader<'_>, moment: &Moment<'_>, confirmed: Option<NaiveDate>) -> Result<Plan, Failed> {
    let last = reader.last_day(&moment.home.node)?;
    if let Some(day) = last
        .as_ref()
        .filter(|day| day.date == moment.now.date() && day.closed_at.is_some())
    {
        return Err(Refusal::new("day-closed")
            .with("day", day.date.format("%d.%m.%Y"))
            .into());
    }
    let before = DayBefore {
        last: last.map(|day| day.date),
        drift_ms: drift_ms(reader)?,
        confirmed,
    };
    Ok((rule::open_day(&moment.home.node, moment.now, &before)?, Done::Written))
}

pub(super) fn close_day(reader: &Reader<'_>, moment: &Moment<'_>) -> Result<Plan, Failed> {
    let day = reader
        .last_day(&moment.home.node)?
        .ok_or(Refusal::new("day-not-open"))?;
    let entries = u32::try_from(reader.count_entries(&moment.home.node, day.date)?).unwrap_or(u32::MAX);
    Ok((rule::close_day(&day, entries)?, Done::Written))
}

pub(super) fn sign_out(moment: &Moment<'_>, why: &str) -> Plan {
    let shift = Subject::shift(&moment.home.node, moment.now.date(), &moment.worker.id);
    (
        vec![Draft::new(shift, &SignedOut { why: why.to_owned() })],
        Done::Written,
    )
}

/// Would the day of this date open without a person's word for it?
pub(crate) fn opens_by_itself(reader: &Reader<'_>, date: NaiveDate) -> Result<bool, Failed> {
    let before = DayBefore {
        last: reader.last_day(&reader.node())?.map(|day| day.date),
        drift_ms: drift_ms(reader)?,
        confirmed: None,
    };
    Ok(before.believes_the_clock(date))
}

/// Our clock minus the clock of the hub or portal last heard, as the exchange noted it.
fn drift_ms(reader: &Reader<'_>) -> Result<Option<i64>, Failed> {
    Ok(reader.setting(CLOCK_DRIFT)?.and_then(|text| text.parse().ok()))
}
