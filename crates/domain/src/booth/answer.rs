//! What a booth answers to a desk's order. The booth is the lock: it alone decides, by what stands in its own stream.

use chrono::NaiveDate;

use crate::fact::Instant;
use crate::facts::BoothRefused;
use crate::order::SessionOrder;

/// Who occupies the booth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The session.
    pub session: String,
    /// The label of the desk that asked for it.
    pub desk_label: String,
}

/// What stands when an order is answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// What this booth answered to this session before.
    pub before: Option<Answer>,
    /// The booth's own open day.
    pub own_day: Option<NaiveDate>,
    /// Who occupies it.
    pub holder: Option<Holder>,
    /// There is no room for three sessions on the disk.
    pub no_space: bool,
    /// It cannot serve: out of service, or it does not know yet to whom it must seal.
    pub out_of_service: bool,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Taken. Opens the booth's day first if it is a new date.
    Accepted {
        /// The new date.
        opens: Option<NaiveDate>,
    },
    /// Not taken, by name.
    Refused(BoothRefused),
}

/// Answers an order. The second value tells whether the answer is new and must be written.
pub fn answer(order: &SessionOrder, standing: &Standing, now: Instant) -> (Answer, bool) {
    if let Some(before) = &standing.before {
        return (before.clone(), false);
    }
    let code = match standing {
        _ if now.utc_ms > order.valid_until.utc_ms => "too-late",
        Standing { own_day: Some(own), .. } if order.day < *own => "day-before-own",
        Standing { holder: Some(_), .. } => "held",
        Standing {
            out_of_service: true, ..
        } => "out-of-service",
        Standing { no_space: true, .. } => "no-space",
        Standing { own_day, .. } => {
            let opens = (*own_day != Some(order.day)).then_some(order.day);
            return (Answer::Accepted { opens }, true);
        }
    };
    let holder = standing.holder.as_ref().filter(|_| code == "held");
    let refused = BoothRefused {
        desk: order.desk,
        asked_tick: order.asked_tick,
        code: code.to_owned(),
        held_by: holder.map(|holder| holder.desk_label.clone()),
        held_for: holder.map(|holder| holder.session.clone()),
    };
    (Answer::Refused(refused), true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::NodeId;
    use crate::facts::{CapacityV1, PersonV1};
    use crate::language::Language;

    fn instant(utc_ms: i64) -> Instant {
        Instant {
            utc_ms,
            offset_min: 300,
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn order(date: &str) -> SessionOrder {
        SessionOrder {
            session: "a".repeat(32),
            desk: NodeId([1; 16]),
            asked_tick: 7,
            entry: "0512-A-2026/000001".to_owned(),
            day: day(date),
            valid_until: instant(600_000),
            language: Language::Kk,
            person: PersonV1::default(),
            capacity: CapacityV1::Oneself,
            needs_help: false,
            proposed: None,
            postal_address: None,
            email: None,
            continues: None,
        }
    }

    #[test]
    fn an_order_is_accepted_or_refused_by_name() {
        let free = Standing {
            own_day: Some(day("2026-11-22")),
            ..Standing::default()
        };
        let holder = Some(Holder {
            session: "b".repeat(32),
            desk_label: "B".to_owned(),
        });
        let held = Standing { holder, ..free.clone() };
        let accepted = |opens: Option<&str>| (Answer::Accepted { opens: opens.map(day) }, true);
        for (standing, date, now, expected) in [
            (free.clone(), "2026-11-22", 0, Ok(None)),
            (free.clone(), "2026-11-22", 600_000, Ok(None)),
            (free.clone(), "2026-11-23", 0, Ok(Some("2026-11-23"))),
            (Standing::default(), "2026-11-22", 0, Ok(Some("2026-11-22"))),
            (free.clone(), "2026-11-22", 600_001, Err(("too-late", None))),
            (free.clone(), "2026-11-21", 0, Err(("day-before-own", None))),
            (held.clone(), "2026-11-22", 0, Err(("held", Some("B")))),
            (held, "2026-11-22", 600_001, Err(("too-late", None))),
            (
                Standing {
                    no_space: true,
                    ..free.clone()
                },
                "2026-11-22",
                0,
                Err(("no-space", None)),
            ),
            (
                Standing {
                    out_of_service: true,
                    ..free
                },
                "2026-11-22",
                0,
                Err(("out-of-service", None)),
            ),
        ] {
            let answered = answer(&order(date), &standing, instant(now));
            match (expected, &answered) {
                (Ok(opens), answered) => assert_eq!(*answered, accepted(opens), "{date} {now}"),
                (Err((code, by)), (Answer::Refused(refused), true)) => {
                    assert_eq!(
                        (refused.code.as_str(), refused.held_by.as_deref()),
                        (code, by),
                        "{date} {now}"
                    );
                    assert_eq!((refused.desk, refused.asked_tick), (NodeId([1; 16]), 7));
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn what_was_answered_before_is_answered_again_and_not_written_twice() {
        let before = Answer::Accepted { opens: None };
        let standing = Standing {
            before: Some(before.clone()),
            ..Standing::default()
        };
        assert_eq!(
            answer(&order("2026-11-22"), &standing, instant(i64::MAX)),
            (before, false)
        );
    }
}
