//! The JSON of packs and terms, and how each value gets its source and days from the document it stands in.

use super::RulePacks;
use super::kind::AppealKind;
use super::pack::{Lead, Place, RulePack, Ruled, Source, Values, VideoAppeal};
use super::term::Term;
use crate::bilingual::Bilingual;
use chrono::NaiveDate;
use serde::Deserialize;

/// Why a document is no rule pack.
#[derive(Debug, thiserror::Error)]
pub enum RulePackError {
    /// Not the JSON of a pack or of terms.
    #[error("not a document of rules")]
    Unreadable(#[source] serde_json::Error),
    /// Two packs in force on one day.
    #[error("rule packs {first} and {second} are in force on the same day")]
    Overlap {
        /// The earlier pack.
        first: String,
        /// The later pack.
        second: String,
    },
}

#[derive(Deserialize)]
#[serde(tag = "record", rename_all = "snake_case")]
enum Document {
    Pack(Box<PackDocument>),
    Terms(TermsDocument),
}

#[derive(Deserialize)]
struct PackDocument {
    id: String,
    document: Bilingual,
    title: Bilingual,
    from: NaiveDate,
    until: Option<NaiveDate>,
    note: Bilingual,
    video_appeal: VideoAppeal,
    values: ValuesDocument,
}

#[derive(Deserialize)]
struct ValuesDocument {
    kinds: Option<Stated<Vec<AppealKind>>>,
    recording_seconds: Option<Stated<u32>>,
    essence_required: Option<Stated<bool>>,
    sent_by_finishing: Option<Stated<bool>>,
    escort_to_recording: Option<Stated<Place>>,
    escort_to_reception: Option<Stated<Place>>,
    forwarding: Option<Stated<Lead>>,
    hearing_notice: Option<Stated<Lead>>,
    schedule_lead: Option<Stated<Lead>>,
    request_answer: Option<Stated<Lead>>,
    roster_lead: Option<Stated<Lead>>,
    roster_publication: Option<Stated<Lead>>,
    change_notice: Option<Stated<Lead>>,
    equipment_check: Option<Stated<Lead>>,
    early_arrival_minutes: Option<Stated<u32>>,
}

/// A value as it stands in a document; days narrower than the document's are given with it.
#[derive(Deserialize)]
struct Stated<T> {
    value: T,
    place: Bilingual,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

#[derive(Deserialize)]
struct TermsDocument {
    document: Bilingual,
    terms: Vec<TermDocument>,
}

#[derive(Deserialize)]
struct TermDocument {
    kinds: Vec<AppealKind>,
    working_days: u32,
    from: NaiveDate,
    until: Option<NaiveDate>,
    place: Bilingual,
}

/// Reads one document and adds what it holds.
pub(super) fn read_into(all: &mut RulePacks, bytes: &[u8]) -> Result<(), RulePackError> {
    match serde_json::from_slice(bytes).map_err(RulePackError::Unreadable)? {
        Document::Pack(pack) => all.packs.push(pack.resolve()),
        Document::Terms(terms) => all.terms.extend(terms.resolve()),
    }
    Ok(())
}

impl PackDocument {
    fn resolve(self) -> RulePack {
        let PackDocument {
            id,
            document,
            title,
            from,
            until,
            note,
            video_appeal,
            values: stated,
        } = self;
        let frame = Frame {
            document: &document,
            from,
            until,
        };
        let values = Values {
            kinds: frame.rule(stated.kinds),
            recording_seconds: frame.rule(stated.recording_seconds),
            essence_required: frame.rule(stated.essence_required),
            sent_by_finishing: frame.rule(stated.sent_by_finishing),
            escort_to_recording: frame.rule(stated.escort_to_recording),
            escort_to_reception: frame.rule(stated.escort_to_reception),
            forwarding: frame.rule(stated.forwarding),
            hearing_notice: frame.rule(stated.hearing_notice),
            schedule_lead: frame.rule(stated.schedule_lead),
            request_answer: frame.rule(stated.request_answer),
            roster_lead: frame.rule(stated.roster_lead),
            roster_publication: frame.rule(stated.roster_publication),
            change_notice: frame.rule(stated.change_notice),
            equipment_check: frame.rule(stated.equipment_check),
            early_arrival_minutes: frame.rule(stated.early_arrival_minutes),
        };
        RulePack {
            id,
            document,
            title,
            from,
            until,
            note,
            video_appeal,
            values,
        }
    }
}

/// What a value takes from the document it stands in.
struct Frame<'a> {
    document: &'a Bilingual,
    from: NaiveDate,
    until: Option<NaiveDate>,
}

impl Frame<'_> {
    fn rule<T>(&self, stated: Option<Stated<T>>) -> Option<Ruled<T>> {
        let Stated {
            value,
            place,
            from,
            until,
        } = stated?;
        let source = Source {
            document: self.document.clone(),
            place,
        };
        Some(Ruled {
            value,
            source,
            from: from.unwrap_or(self.from),
            until: until.or(self.until),
        })
    }
}

impl TermsDocument {
    fn resolve(self) -> impl Iterator<Item = Term> {
        let document = self.document;
        self.terms.into_iter().map(move |term| {
            let source = Source {
                document: document.clone(),
                place: term.place,
            };
            let working_days = Ruled {
                value: term.working_days,
                source,
                from: term.from,
                until: term.until,
            };
            Term {
                kinds: term.kinds,
                working_days,
            }
        })
    }
}
