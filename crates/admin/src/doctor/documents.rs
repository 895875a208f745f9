//! The signed documents at this node: which versions, whether their bytes are here, and how far the calendar reaches.

use chrono::{Datelike as _, Days, NaiveDate};
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::law::Law;
use qabyldau_store::{Reader, StoreError};

use crate::say::{self, Finding};
use crate::today::today;

/// The longest term is twenty working days: this many days ahead the calendar must reach.
const AHEAD: Days = Days::new(45);

pub(super) fn look(reader: &Reader<'_>, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
    // A hub passes documents on and reads none.
    if reader.role() == NodeRoleV1::Hub {
        return Ok(());
    }
    let mut here = Vec::new();
    for row in reader.documents()? {
        let bytes = reader.document_bytes(&row.sha256)?;
        // The portal keeps them as parcels.
        let stands = bytes.is_some() || reader.role() == NodeRoleV1::Portal;
        let finding = if stands {
            Finding::told(&say::DOCUMENT)
        } else {
            Finding::wrong(&say::DOCUMENT_MISSING)
        };
        findings.push(
            finding
                .with("name", row.name.as_str())
                .with("version", row.version)
                .with("from", row.from.to_string()),
        );
        here.extend(bytes.map(|bytes| (row.name, bytes)));
    }
    let law = Law::from_documents(&here);
    for kind in &law.unreadable {
        findings.push(Finding::wrong(&say::DOCUMENT_UNREADABLE).with("kind", *kind));
    }
    let last = law.calendar.documents().map(|document| document.year).max();
    findings.push(calendar(last.unwrap_or_default(), today()));
    Ok(())
}

fn calendar(last: i32, today: NaiveDate) -> Finding {
    let needed = today.checked_add_days(AHEAD).map_or(i32::MAX, |day| day.year());
    let finding = if needed <= last {
        Finding::well(&say::CALENDAR)
    } else {
        Finding::wrong(&say::CALENDAR_ENDS)
    };
    finding.with("year", last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say::State;

    #[test]
    fn a_calendar_must_reach_the_longest_term_from_today() {
        let state = |day: &str| calendar(2026, day.parse().unwrap()).state;
        assert_eq!(state("2026-11-16"), State::Well);
        assert_eq!(state("2026-11-17"), State::Wrong);
        assert_eq!(state("2027-01-01"), State::Wrong);
    }
}
