//! Who occupies the booth, by its own stream alone: the last accepted session that has not ended.

use qabyldau_domain::fact::{By, Draft, Fact, NodeId};
use qabyldau_domain::facts::{BoothFreed, Decoded, SessionOutcomeV1, SessionStageV1, decode};
use qabyldau_domain::subject::{Subject, SubjectKind};
use qabyldau_store::{Reader, StoreError};

use super::Door;
use crate::error::BoothError;

/// The place in the own stream behind which no session begins that ended before it.
const FREE_SINCE: &str = "booth-free-since";
/// Facts read at once.
const PAGE: usize = 500;

/// A session that was accepted and has not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// The session.
    pub session: String,
    /// The desk that asked.
    pub desk: NodeId,
    /// The journal line.
    pub entry: String,
    /// Where the facts left it.
    pub stage: SessionStageV1,
    /// A recording is under way and not wiped or filed, by the facts.
    pub recording: bool,
    /// The rules text that was shown and its language, if it was.
    pub rules: Option<String>,
    /// The appeal filed last in it.
    pub filed: Option<String>,
    /// To whom it was filed.
    pub addressee: Option<String>,
    /// How many appeals were filed in it.
    pub filings: u32,
}

/// The session that occupies the booth, read inside whatever transaction the reader belongs to.
pub(super) fn unfinished(reader: &Reader<'_>) -> Result<Option<Unfinished>, StoreError> {
    let mut standing = None;
    for_each_since_free(reader, |fact| standing = step(standing.take(), fact))?;
    Ok(standing)
}

fn step(standing: Option<Unfinished>, fact: &Fact) -> Option<Unfinished> {
    let Ok(body) = decode(&fact.kind, fact.version, fact.body.as_deref()) else {
        return standing;
    };
    let id = fact.subject.rest();
    let same = standing
        .as_ref()
        .is_some_and(|one| fact.subject.kind() == SubjectKind::Session && one.session == id);
    match (body, standing) {
        (Decoded::BoothAccepted(body), None) => Some(Unfinished {
            session: id.to_owned(),
            desk: body.desk,
            entry: body.entry,
            stage: SessionStageV1::Preparing,
            recording: false,
            rules: None,
            filed: None,
            addressee: None,
            filings: 0,
        }),
        (Decoded::SessionMoved(body), Some(one)) if same => Some(Unfinished {
            stage: body.stage,
            recording: match body.stage {
                SessionStageV1::Recording | SessionStageV1::Paused => true,
                SessionStageV1::Preparing | SessionStageV1::Discarded => false,
                SessionStageV1::Held | SessionStageV1::Interrupted => one.recording,
            },
            rules: body.rules.or(one.rules),
            ..one
        }),
        (Decoded::AppealFiled(body), Some(one)) if body.session == one.session => Some(Unfinished {
            filed: Some(body.number),
            addressee: Some(body.addressee),
            recording: false,
            filings: one.filings + 1,
            ..one
        }),
        (Decoded::SessionEnded(_), Some(_)) if same => None,
        (_, standing) => standing,
    }
}

/// The session that ended with an appeal and has not been said to be off the screen since.
fn left_on_screen(reader: &Reader<'_>) -> Result<Option<Subject>, StoreError> {
    let mut left = None;
    for_each_since_free(reader, |fact| {
        match decode(&fact.kind, fact.version, fact.body.as_deref()) {
            Ok(Decoded::SessionEnded(body)) if body.outcome == SessionOutcomeV1::Filed => {
                left = Some(fact.subject.clone())
            }
            Ok(Decoded::BoothFreed(_)) => left = None,
            _ => {}
        }
    })?;
    Ok(left)
}

/// The own facts since the booth was free last, in their order.
fn for_each_since_free(reader: &Reader<'_>, mut look: impl FnMut(&Fact)) -> Result<(), StoreError> {
    let mut after = reader.draft(FREE_SINCE)?.and_then(|seq| seq.parse().ok()).unwrap_or(0);
    loop {
        let facts = reader.facts_of_stream(&reader.node(), after, PAGE)?;
        let Some(last) = facts.last() else { return Ok(()) };
        after = last.seq;
        facts.iter().for_each(&mut look);
    }
}

impl Door {
    /// Nothing of a person stands on the screen any more: where an appeal was filed, the desks wait to be told. Said once.
    pub fn freed(&self) -> Result<(), BoothError> {
        self.act(By::Node, |reader| {
            let left = left_on_screen(reader)?;
            let freed = left.map(|session| Draft::new(session, &BoothFreed {}));
            Ok((freed.into_iter().collect(), ()))
        })
    }

    /// The session that occupies the booth.
    pub fn unfinished(&self) -> Result<Option<Unfinished>, StoreError> {
        self.read(unfinished)
    }

    /// The booth is free: what lies before need not be read again.
    pub fn mark_free(&self) -> Result<(), StoreError> {
        let head = self.read(|reader| {
            let free = unfinished(reader)?.is_none();
            Ok(reader.head(&reader.node())?.filter(|_| free))
        })?;
        match head {
            Some(head) => self.keep(FREE_SINCE, Some(&head.seq.to_string())),
            None => Ok(()),
        }
    }
}
