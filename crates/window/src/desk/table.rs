//! The table: a command's name, what it unpacks, what it calls. Nothing else.

use qabyldau_desk::{Act, Refusal, StaffWordV1};

use super::Reception;
use crate::answer::{Answer, done, json};
use crate::values::Values;

impl Reception {
    pub(super) fn answer(&self, command: &str, mut v: Values) -> Result<Answer, Refusal> {
        match command {
            "sign_in_state" => json(&self.door()?),
            "sign_in" => self
                .sign_in(&v.take::<String>("staff")?, &v.secret("password")?)
                .map(|()| done()),
            "lock" => self.lock("person").map(|()| done()),
            // Whoever carries the question keeps the time by it.
            "present" => Ok(done()),

            "frame" => json(&self.frame()?),
            "opening" => json(&self.opening()?),
            "open_day" => self.open_day(v.take("confirmed")?),
            "close_day" => self.act(&Act::CloseDay),

            "today" => json(&self.read(|open| open.desk.today())?),
            "scan" => {
                let typed = v.take::<String>("typed")?;
                json(&self.read(|open| open.desk.scan_answer(&typed))?)
            }
            "person" => {
                let iin = v.take::<String>("iin")?;
                json(&self.read(|open| open.desk.person_answer(&iin))?)
            }
            "verdict" => {
                let reference = v.take::<String>("reference")?;
                json(&self.read(|open| open.desk.verdict_answer(&reference))?)
            }
            "search" => {
                let text = v.take::<String>("text")?;
                json(&self.read(|open| open.desk.find(&text))?)
            }
            "register" => json(&self.register(v.take("visit")?, v.take("booth")?)?),
            "ask_booth" => self.act(&Act::AskBooth {
                number: v.take("number")?,
                booth: v.take("booth")?,
                continues: None,
            }),
            "withdraw" => self.act(&Act::Withdraw {
                session: v.take("session")?,
                reason: v.take("reason")?,
            }),
            "tell_booth" => self.act(&Act::TellBooth {
                session: v.take("session")?,
                word: v.take::<StaffWordV1>("word")?,
            }),

            "drafts" => json(&self.read(|open| open.desk.drafts())?),
            "keep_draft" => {
                let (id, title, sheet) = (
                    v.take::<String>("id")?,
                    v.take::<String>("title")?,
                    v.take::<String>("sheet")?,
                );
                self.read(|open| open.desk.keep_draft(&id, &title, &sheet))?;
                Ok(done())
            }
            "drop_draft" => {
                let id = v.take::<String>("id")?;
                self.read(|open| open.desk.drop_draft(&id))?;
                Ok(done())
            }
            "show_applicant" => self.show_applicant(v.take("view")?).map(|()| done()),
            "applicant" => json(&self.applicant()),

            "journal" => {
                let day = v.take("day")?;
                json(&self.read(|open| open.desk.journal(day))?)
            }
            "entry" => {
                let number = v.take::<String>("number")?;
                json(&self.read(|open| open.desk.entry_sheet(&number))?)
            }
            "correct" => self.act(&Act::Correct {
                number: v.take("number")?,
                fields: v.take("fields")?,
                reason: v.take("reason")?,
            }),
            "annul" => self.act(&Act::Annul {
                number: v.take("number")?,
                reason: v.take("reason")?,
            }),
            "show_iin" => json(&self.show_iin(&v.take::<String>("number")?)?),

            "receptions" => {
                let day = v.take("day")?;
                json(&self.read(|open| open.desk.receptions(day))?)
            }
            "arrive" => self.act(&Act::Arrive {
                reference: v.take("reference")?,
                other_document: v.take("other_document")?,
                words: v.take("words")?,
            }),
            "step" => self.act(&Act::Step {
                reference: v.take("reference")?,
                step: v.take("step")?,
            }),
            "no_show" => self.act(&Act::NoShow {
                reference: v.take("reference")?,
            }),
            "undo" => self.act(&Act::Undo {
                reference: v.take("reference")?,
                from: v.take("from")?,
                reason: v.take("reason")?,
            }),

            "appeal" => {
                let number = v.take::<String>("number")?;
                json(&self.read(|open| open.desk.appeal_sheet(&number))?)
            }
            "hand_over" => self.act(&Act::HandOver {
                appeal: v.take("number")?,
                identified_by: v.take("identified_by")?,
            }),
            "print_receipt" => json(&self.print_receipt(&v.take::<String>("number")?, v.take("reason")?)?),
            "roster_sheet" => {
                let day = v.take("day")?;
                json(&self.read(|open| open.desk.roster_sheet(day))?)
            }
            "roster_page" => {
                let (day, page) = (v.take("day")?, v.take("page")?);
                self.read(|open| open.desk.roster_page(day, page)).map(Answer::Bytes)
            }
            "print_roster" => json(&self.print_roster(v.take("day")?, v.take("reason")?)?),
            "printed_or_not" => {
                let (job, printed) = (v.take::<String>("job")?, v.take("printed")?);
                self.written(|open| open.desk.printed_or_not(&job, printed))
                    .map(|()| done())
            }

            "devices" => json(&self.devices()?),
            "ledger" => json(&self.read(|open| open.desk.ledger_page(open.exchange.as_ref()))?),
            "board" => json(&self.read(|open| open.desk.board(open.exchange.as_ref()))?),
            _ => Err(Refusal::new("question-not-allowed")),
        }
    }

    fn act(&self, act: &Act) -> Result<Answer, Refusal> {
        self.transact(act).map(|_| done())
    }
}
