//! Printing at a desk: queued as a fact, laid out, given to the port, and what came of it written.
//!
//! Not here: what stands on a sheet (`crate::read`, paper). Invariant: what may have reached the printer is never called failed, and what
//! nobody knows is called so; a person answers then.

use chrono::NaiveDate;
use qabyldau_domain::facts::PrintStateV1;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::rule::PrintWish;
use qabyldau_domain::subject::Subject;
use qabyldau_paper::display_list::Sheet;
use qabyldau_paper::pdf::{Imprint, to_pdf};
use qabyldau_paper::raster::to_raster;
use qabyldau_paper::receipt::Roll;
use serde::Serialize;

use crate::act::{Act, Done};
use crate::desk::Desk;
use crate::failed::Failed;

/// Where a desk's sheets go.
pub trait Port: Send + Sync {
    /// What it is called on the screen.
    fn name(&self) -> String;
    /// Takes a PDF of this title, or does not.
    fn take(&self, title: &str, pdf: &[u8]) -> PrintStateV1;
}

/// A print as the screen hears of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct PrintedJob {
    /// The job.
    pub job: String,
    /// What came of it.
    #[cfg_attr(feature = "contract", ts(type = "\"confirmed\" | \"uncertain\" | \"failed\""))]
    pub state: PrintStateV1,
}

impl Desk {
    /// Prints the staff copy of a day's roster; again only with a reason.
    pub fn print_roster(&self, day: NaiveDate, reason: Option<String>, port: &dyn Port) -> Result<PrintedJob, Failed> {
        let roster = self.store().reader()?.rosters_of_day(day)?.pop();
        let about = roster.ok_or(Refusal::new("roster-missing"))?.subject;
        let sheet = self.roster(day, self.worker.language)?.lay_out();
        self.print(
            "roster",
            about,
            reason,
            port,
            &format!("Кесте {}", day.format("%d.%m.%Y")),
            |_| sheet.map_err(|_| Refusal::new("words-missing").into()),
        )
    }

    /// Prints a copy of an appeal's receipt, without the secret code; again only with a reason.
    pub fn print_receipt(&self, number: &str, reason: Option<String>, port: &dyn Port) -> Result<PrintedJob, Failed> {
        let row = self.store().reader()?.appeal(number)?;
        let about = row
            .ok_or_else(|| Refusal::new("appeal-unknown").with("number", number))?
            .subject;
        self.print("receipt", about, reason, port, "Чек", |duplicate| {
            let receipt = self.receipt_copy(number, duplicate)?;
            receipt
                .lay_out(Roll::Mm80)
                .map_err(|_| Refusal::new("words-missing").into())
        })
    }

    /// A page of a day's roster as a picture, from 1.
    pub fn roster_page(&self, day: NaiveDate, page: usize) -> Result<Vec<u8>, Failed> {
        let missing = || Failed::from(Refusal::new("roster-missing"));
        let sheet = self
            .roster(day, self.worker.language)?
            .lay_out()
            .map_err(|_| missing())?;
        let page = page
            .checked_sub(1)
            .and_then(|page| sheet.pages.get(page))
            .ok_or_else(missing)?;
        let picture = to_raster(page).and_then(|bitmap| bitmap.to_png());
        picture.map_err(|_| Refusal::new("words-missing").into())
    }

    /// A person's word on a print that nobody knows of.
    pub fn printed_or_not(&self, job: &str, printed: bool) -> Result<(), Failed> {
        let state = if printed {
            PrintStateV1::Confirmed
        } else {
            PrintStateV1::Failed
        };
        self.moved(job, state)
    }

    fn print(
        &self,
        sheet: &str,
        about: Subject,
        reason: Option<String>,
        port: &dyn Port,
        title: &str,
        lay_out: impl FnOnce(u32) -> Result<Sheet, Failed>,
    ) -> Result<PrintedJob, Failed> {
        let wish = PrintWish {
            sheet: sheet.to_owned(),
            about,
            reason,
        };
        let (done, _) = self.transact(&Act::Print(wish))?;
        let Done::Queued { job } = done else {
            return Err(Refusal::new("job-unknown").into());
        };
        let row = self.store().reader()?.job(&job)?;
        let duplicate = row.map_or(0, |row| row.duplicate);
        let created = self.surroundings.clock.now().utc_ms / 1000;
        let pdf = lay_out(duplicate).and_then(|sheet| {
            let pdf = to_pdf(&sheet, Imprint { title, created });
            pdf.map_err(|_| Refusal::new("words-missing").into())
        });
        self.moved(&job, PrintStateV1::Sent)?;
        let state = match &pdf {
            Ok(pdf) => port.take(title, pdf),
            Err(_) => PrintStateV1::Failed,
        };
        self.moved(&job, state)?;
        pdf.map(|_| PrintedJob { job, state })
    }

    fn moved(&self, job: &str, state: PrintStateV1) -> Result<(), Failed> {
        let act = Act::MovePrint {
            job: job.to_owned(),
            state,
        };
        self.transact(&act).map(drop)
    }
}
