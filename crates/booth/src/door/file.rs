//! Filing, in ONE act: the appeal with its number and promise, the end of the session, the receipt's print job.

use chrono::{Datelike as _, NaiveDate, NaiveTime};
use qabyldau_domain::booth::Filing;
use qabyldau_domain::calendar::Why;
use qabyldau_domain::deadline::{Deadline, deadline};
use qabyldau_domain::fact::{By, Digest, Draft};
use qabyldau_domain::facts::{
    AppealFiled, ParcelV1, PrintQueued, PromiseV1, SessionEnded, SessionOutcomeV1, SkippedDayV1,
};
use qabyldau_domain::language::Language;
use qabyldau_domain::law::Law;
use qabyldau_domain::number::{BoothLabel, RegistrationNumber};
use qabyldau_domain::subject::Subject;
use qabyldau_store::Reader;

use super::{Door, occupied};
use crate::error::BoothError;

/// What an appeal is made of.
pub struct FilingAct<'a> {
    /// The session.
    pub session: &'a str,
    /// The booth's label.
    pub booth: BoothLabel,
    /// As the person answered.
    pub filing: &'a Filing,
    /// The law in force.
    pub law: &'a Law,
    /// The addressees document used.
    pub addressees: Digest,
    /// The sealed recording.
    pub parcel: &'a ParcelV1,
}

/// One try at filing. Kept until it is known to be done: a second try with the same verifier files nothing twice.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// The verifier of the secret code.
    pub verifier: String,
    /// The id of the print job.
    pub job: String,
}

/// An appeal that stands in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// Its number.
    pub number: RegistrationNumber,
    /// The day it was filed on.
    pub day: NaiveDate,
    /// The time it was filed at.
    pub time: NaiveTime,
    /// The promise; none where no day can be counted.
    pub promise: Option<PromiseV1>,
}

impl Door {
    /// Files. Answers what stands; if an earlier try of the same attempt got through after all, that one.
    pub fn file(&self, act: &FilingAct<'_>, attempt: &Attempt) -> Result<Filed, BoothError> {
        self.act(By::Applicant, |reader| {
            if let Some(filed) = got_through(reader, act, attempt)? {
                return Ok((Vec::new(), filed));
            }
            let standing = occupied::unfinished(reader)?.filter(|one| one.session == act.session);
            let standing = standing.ok_or(BoothError::NoSession)?;
            let day = reader.own_day()?.ok_or(BoothError::NoSession)?.date;
            let year = u16::try_from(day.year()).map_err(|_| BoothError::NumbersExhausted)?;
            let next = reader.next_appeal_number(act.booth, year)?;
            let number = RegistrationNumber::new(reader.branch(), act.booth, year, next)
                .map_err(|_| BoothError::NumbersExhausted)?;
            // Intake is never refused: where no day can be counted, none is promised.
            let counted = deadline(act.filing.kind, day, &act.law.packs, &act.law.calendar)
                .inspect_err(|why| tracing::warn!(code = why.code(), "no day of the answer could be counted"));
            let promise = counted.ok().map(|counted| promise(counted, act.filing.language));
            let time = reader.at().unwrap_or_else(|| self.surroundings().clock.now()).time();
            let drafts = drafts(act, attempt, number, day, &standing.entry, &promise);
            Ok((
                drafts,
                Filed {
                    number,
                    day,
                    time,
                    promise,
                },
            ))
        })
    }
}

/// The appeal of this very attempt, if it stands.
fn got_through(reader: &Reader<'_>, act: &FilingAct<'_>, attempt: &Attempt) -> Result<Option<Filed>, BoothError> {
    let day = reader.own_day()?.map(|day| day.date);
    let appeals = day.map_or(Ok(Vec::new()), |day| reader.appeals_of_day(day))?;
    let own = appeals
        .into_iter()
        .find(|row| row.session == act.session && row.code_verifier == attempt.verifier);
    Ok(own.and_then(|row| {
        let number = row.number.parse().ok()?;
        Some(Filed {
            number,
            day: row.day,
            time: row.filed_at.time(),
            promise: row.promise,
        })
    }))
}

fn drafts(
    act: &FilingAct<'_>,
    attempt: &Attempt,
    number: RegistrationNumber,
    day: NaiveDate,
    entry: &str,
    promise: &Option<PromiseV1>,
) -> Vec<Draft> {
    let filing = act.filing;
    let filed = AppealFiled {
        number: number.to_string(),
        entry: entry.to_owned(),
        session: act.session.to_owned(),
        kind: filing.kind.code().to_owned(),
        addressee: filing.addressee.clone(),
        addressees: act.addressees,
        against: filing.against.clone(),
        postal_address: filing.own.postal_address.clone(),
        email: filing.own.email.clone(),
        language: filing.language,
        day,
        promise: promise.clone(),
        code_verifier: attempt.verifier.clone(),
        parcel: act.parcel.clone(),
        continues: filing.continues.clone(),
    };
    let appeal = Subject::appeal(&number);
    let queued = PrintQueued {
        sheet: "receipt".to_owned(),
        about: appeal.to_string(),
        duplicate: 0,
        reason: None,
    };
    let mut drafts = vec![Draft::new(appeal, &filed)];
    if !filing.more {
        let ended = SessionEnded {
            outcome: SessionOutcomeV1::Filed,
            appeal: Some(number.to_string()),
            reason: None,
        };
        drafts.push(Draft::new(Subject::session(act.session), &ended));
    }
    drafts.push(Draft::new(Subject::job(&attempt.job), &queued));
    drafts
}

fn why(why: &Why, language: Language) -> String {
    match why {
        Why::Special(day) => day.name.text(language).to_owned(),
        other => other.code().to_owned(),
    }
}

/// The promise as it is frozen: every day stepped over is named, those before registration too.
fn promise(counted: Deadline, language: Language) -> PromiseV1 {
    let source = &counted.source;
    let skipped = counted.waited.iter().chain(&counted.skipped);
    PromiseV1 {
        registered: counted.registered,
        due: counted.due,
        term: u16::try_from(counted.working_days).unwrap_or(u16::MAX),
        source: format!("{}, {}", source.document.text(language), source.place.text(language)),
        skipped: skipped
            .map(|one| SkippedDayV1 {
                day: one.day,
                why: why(&one.why, language),
            })
            .collect(),
        pack: counted.pack,
    }
}
