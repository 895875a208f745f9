//! Sheets that are not finished: no facts, no numbers; they lie in the encrypted store and outlive a lock and a change of worker.
//!
//! What a sheet holds is the screens' own business; here it is a text. Invariant: at most five, oldest first.

use qabyldau_domain::fact::Instant;
use qabyldau_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::failed::Failed;
use crate::read::minutes_between;
use crate::read::short;

/// Where they lie.
const NAME: &str = "visit-sheets";
/// How many a desk keeps.
const AT_MOST: usize = 5;
/// No sheet is longer than this, in bytes.
const LONGEST: usize = 16 * 1024;

/// A sheet that is not finished.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Draft {
    /// Its id, the screens' choice.
    pub id: String,
    /// Who began it.
    pub begun_by: String,
    /// «чч:мм».
    pub begun_at: String,
    /// Minutes since.
    pub minutes: u32,
    /// What the strip says.
    pub title: String,
    /// The sheet, in JSON.
    pub sheet: String,
}

#[derive(Clone, Serialize, Deserialize)]
struct Kept {
    id: String,
    by: String,
    at: Instant,
    title: String,
    sheet: String,
}

impl Desk {
    /// The drafts, oldest first.
    pub fn drafts(&self) -> Result<Vec<Draft>, Failed> {
        let now = self.surroundings.clock.now();
        let drafts = self.kept()?.into_iter().map(|kept| Draft {
            id: kept.id,
            begun_by: kept.by,
            begun_at: kept.at.time().format("%H:%M").to_string(),
            minutes: minutes_between(kept.at, now),
            title: kept.title,
            sheet: kept.sheet,
        });
        Ok(drafts.collect())
    }

    /// Keeps a sheet, new or again.
    pub fn keep_draft(&self, id: &str, title: &str, sheet: &str) -> Result<(), Failed> {
        let mut kept = self.kept()?;
        let full = kept.len() == AT_MOST;
        match kept.iter_mut().find(|one| one.id == id) {
            Some(one) => (one.title, one.sheet) = (title.to_owned(), sheet.to_owned()),
            None if full => return Err(Refusal::new("drafts-full").with("count", AT_MOST).into()),
            None => kept.push(Kept {
                id: id.to_owned(),
                by: short(&self.worker.name),
                at: self.surroundings.clock.now(),
                title: title.to_owned(),
                sheet: sheet.to_owned(),
            }),
        }
        if id.len() + title.len() + sheet.len() > LONGEST {
            return Err(Refusal::new("draft-too-long").into());
        }
        self.keep(&kept)
    }

    /// Lets a draft go; one that is not there is gone already.
    pub fn drop_draft(&self, id: &str) -> Result<(), Failed> {
        let mut kept = self.kept()?;
        kept.retain(|one| one.id != id);
        self.keep(&kept)
    }

    /// What cannot be read is no draft: a later program may have written it.
    fn kept(&self) -> Result<Vec<Kept>, Failed> {
        let text = self.store().reader()?.draft(NAME)?;
        Ok(text
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default())
    }

    fn keep(&self, kept: &[Kept]) -> Result<(), Failed> {
        let text = serde_json::to_string(kept).map_err(|_| Refusal::new("ours"))?;
        let body = (!kept.is_empty()).then_some(text.as_str());
        Ok(self.store().keep_draft(NAME, body)?)
    }
}
