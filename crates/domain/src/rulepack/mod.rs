//! The law as data: dated packs of rules, each value with its document, its place in it, and its days.
//!
//! Not code that knows the law: what a pack does not name is absent here, not invented. A rule pack may warn staff,
//! it never stops intake (Order № 213/НҚ, p. 16). Invariant: on any day at most one pack is in force.

mod document;
mod kind;
mod pack;
mod term;

pub use document::RulePackError;
pub use kind::{AppealKind, UnknownAppealKind};
pub use pack::{DayUnit, Lead, Place, RulePack, Ruled, RulesWarning, Source, Values, VideoAppeal};
pub use term::Term;

use chrono::NaiveDate;

/// All loaded packs and the terms of the Code beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePacks {
    packs: Vec<RulePack>,
    terms: Vec<Term>,
}

/// What is in force on one day.
#[derive(Clone, Debug)]
pub struct RulesInForce<'a> {
    /// The day.
    pub day: NaiveDate,
    /// The pack of that day.
    pub pack: &'a RulePack,
    terms: &'a [Term],
}

/// No pack is in force on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no rules are loaded for {day}")]
pub struct NoRules {
    /// The day asked for.
    pub day: NaiveDate,
}

/// The rules in force name no term for this kind of appeal on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no term is named for {kind} on {day}")]
pub struct NoTerm {
    /// The kind of appeal.
    pub kind: AppealKind,
    /// The day asked for.
    pub day: NaiveDate,
}

/// The packs that come with the program; the portal's signed documents replace them.
const BUILT_IN: [&[u8]; 3] = [
    include_bytes!("../../data/rulepack/2016-50.json"),
    include_bytes!("../../data/rulepack/2021-213.json"),
    include_bytes!("../../data/rulepack/terms-appc.json"),
];

impl RulePacks {
    /// Packs and terms from their documents, in any order.
    pub fn from_documents<'a>(documents: impl IntoIterator<Item = &'a [u8]>) -> Result<Self, RulePackError> {
        let mut all = RulePacks {
            packs: Vec::new(),
            terms: Vec::new(),
        };
        for bytes in documents {
            document::read_into(&mut all, bytes)?;
        }
        all.packs.sort_by_key(|pack| pack.from);
        for pair in all.packs.windows(2) {
            if pair[0].until.is_none_or(|until| until >= pair[1].from) {
                return Err(RulePackError::Overlap {
                    first: pair[0].id.clone(),
                    second: pair[1].id.clone(),
                });
            }
        }
        Ok(all)
    }

    /// The orders of 2016 № 50 and 2021 № 213/НҚ, and the terms of the Code from 1 July 2021 without end.
    pub fn built_in() -> Self {
        #[expect(
            clippy::expect_used,
            reason = "the documents are part of the program and a test reads them"
        )]
        RulePacks::from_documents(BUILT_IN).expect("the built-in rule packs are well formed")
    }

    /// What is in force on a day.
    pub fn at(&self, day: NaiveDate) -> Result<RulesInForce<'_>, NoRules> {
        let pack = self
            .packs
            .iter()
            .find(|pack| pack.from <= day && pack.until.is_none_or(|until| day <= until));
        pack.map(|pack| RulesInForce {
            day,
            pack,
            terms: &self.terms,
        })
        .ok_or(NoRules { day })
    }

    /// All packs, oldest first.
    pub fn packs(&self) -> &[RulePack] {
        &self.packs
    }
}

impl RulesInForce<'_> {
    /// The term in working days for a kind of appeal, from the Code.
    pub fn term(&self, kind: AppealKind) -> Result<&Ruled<u32>, NoTerm> {
        self.terms
            .iter()
            .find(|term| term.kinds.contains(&kind) && term.working_days.holds_on(self.day))
            .map(|term| &term.working_days)
            .ok_or(NoTerm { kind, day: self.day })
    }

    /// What staff should be warned of; nothing here stops any act.
    pub fn warnings(&self) -> Vec<RulesWarning> {
        match &self.pack.video_appeal {
            VideoAppeal::Unconfirmed { since, .. } if *since <= self.day => {
                vec![RulesWarning::VideoAppealUnconfirmed { since: *since }]
            }
            VideoAppeal::Unconfirmed { .. } | VideoAppeal::InForce => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
