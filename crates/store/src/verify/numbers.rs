//! Running numbers: each desk's lines and each booth's appeals count 1, 2, 3 … per year, in one stream, without a gap.

use std::collections::BTreeMap;

use qabyldau_domain::fact::Fact;
use qabyldau_domain::number::{EntryNumber, RegistrationNumber};

use super::{Fault, Verdict};

/// The last number seen of each series.
#[derive(Debug, Default)]
pub(super) struct Series(BTreeMap<String, u32>);

impl Series {
    /// Looks at a fact that was found whole, in order of its stream. Series end up in one map, so that a second stream that counts
    /// in the series of a first is found too.
    pub(super) fn look(&mut self, fact: &Fact, verdict: &mut Verdict) {
        let rest = fact.subject.rest();
        let (series, number) = match fact.kind.as_str() {
            "EntryRegistered" => match rest.parse::<EntryNumber>() {
                Ok(number) => (
                    format!("{}-{}-{}", number.branch(), number.desk(), number.year()),
                    number.number(),
                ),
                Err(_) => return,
            },
            "AppealFiled" => match rest.parse::<RegistrationNumber>() {
                Ok(number) => (
                    format!("{}-{}-{}", number.branch(), number.booth(), number.year()),
                    number.number(),
                ),
                Err(_) => return,
            },
            _ => return,
        };
        let last = self.0.entry(series).or_default();
        let expected = *last + 1;
        if number == expected {
            *last = number;
        } else {
            *last = number.max(*last);
            let found = rest.to_owned();
            verdict.find_at(fact.node, fact.seq, Fault::Number { found, expected });
        }
    }
}
