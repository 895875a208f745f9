//! Writes that are more than one act.

use chrono::NaiveDate;
use qabyldau_desk::{Act, Done, Failed, PrintedJob, Refusal, Visit};
use serde::Serialize;

use super::{Open, Reception};
use crate::answer::{Answer, done};

/// Registered; why the booth was not asked after it stands beside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Registered {
    pub(crate) number: String,
    pub(crate) session: Option<String>,
    pub(crate) booth_refused: Option<Refused>,
}

/// A refusal inside an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "Refusal"))]
pub(crate) struct Refused {
    pub(crate) code: String,
    pub(crate) args: std::collections::BTreeMap<String, String>,
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let args = refusal.args.into_iter().map(|(name, value)| (name.into_owned(), value));
        Self {
            code: refusal.code.into_owned(),
            args: args.collect(),
        }
    }
}

impl Reception {
    pub(super) fn open_day(&self, confirmed: Option<NaiveDate>) -> Result<Answer, Refusal> {
        self.transact(&Act::OpenDay { confirmed }).map(|_| done())
    }

    /// Registers, and asks the booth in the same breath. A booth that refuses takes nothing back: the person is registered and waits.
    pub(super) fn register(&self, visit: Visit, booth: Option<String>) -> Result<Registered, Refusal> {
        let registration = self.read(|open| Ok(open.desk.registration(visit)?))?;
        let Done::Registered { number } = self.transact(&Act::Register(Box::new(registration)))? else {
            return Err(Refusal::new("ours"));
        };
        let number = number.to_string();
        let asked = booth.map(|booth| {
            self.transact(&Act::AskBooth {
                number: number.clone(),
                booth,
                continues: None,
            })
        });
        let (session, booth_refused) = match asked {
            Some(Ok(Done::Asked { session })) => (Some(session), None),
            Some(Err(refusal)) => (None, Some(Refused::from(refusal))),
            Some(Ok(_)) | None => (None, None),
        };
        Ok(Registered {
            number,
            session,
            booth_refused,
        })
    }

    /// Who looks is written before anything is shown.
    pub(super) fn show_iin(&self, number: &str) -> Result<String, Refusal> {
        self.transact(&Act::ShowIin {
            number: number.to_owned(),
        })?;
        self.read(|open| open.desk.iin_of(number))
    }

    pub(super) fn print_roster(&self, day: NaiveDate, reason: Option<String>) -> Result<PrintedJob, Refusal> {
        let port = self.port.as_deref().ok_or(Refusal::new("printer-none"))?;
        self.written(|open| open.desk.print_roster(day, reason, port))
    }

    pub(super) fn print_receipt(&self, number: &str, reason: Option<String>) -> Result<PrintedJob, Refusal> {
        let port = self.port.as_deref().ok_or(Refusal::new("printer-none"))?;
        self.written(|open| open.desk.print_receipt(number, reason, port))
    }

    /// Several acts of the desk itself, then tells the exchange and the windows.
    pub(super) fn written<T>(&self, write: impl FnOnce(&Open) -> Result<T, Failed>) -> Result<T, Refusal> {
        let written = self.read(|open| {
            let written = write(open);
            if let Some(exchange) = &open.exchange {
                exchange.nudge();
            }
            written
        });
        (self.announce)();
        written
    }
}
