//! The booth as a window or a program without one drives it: open, show, press, tick.
//!
//! A controller over the table `domain::booth`: what happens is told to the table, what it orders is carried out, and the camera is
//! driven to what it wants. Not here: what follows from what (the table), and how anything is written (the door). Invariants: an
//! instruction that could not be carried out is kept and tried again before any later one, so that the facts keep their order;
//! after a crash the ledger and the disk alone decide where it goes on.

mod carry;
mod drive;
mod file;
mod moment;
mod open;
mod orders;

#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::NaiveDate;
use qabyldau_domain::addressees::Addressee;
use qabyldau_domain::booth::{
    COUNT_MS, Call, Camera, Event, Instruction, Page, Press, Receipt, Report, State, What, next,
};
use qabyldau_domain::fact::{By, Fact, NodeId, PublicKey};
use qabyldau_domain::facts::PrintStateV1;
use qabyldau_domain::order::SessionOrder;
use qabyldau_domain::secret_code::SecretCode;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::client::Outbox;
use qabyldau_exchange::parcel::ParcelFolder;
use qabyldau_exchange::seal::Identity;
use qabyldau_store::Store;

use crate::door::{Attempt, Door};
use crate::fragment::Sealing;
use crate::inbox::{Inbox, outbox};
use crate::known::{InForce, Known};
use crate::printer::{Printed, Printer};
use crate::receipt::ReceiptPaper;
use crate::recorder::Recorder;
use crate::tape::Tape;
use crate::view::BoothView;
use crate::wanted::Wanted;
use moment::Moment;

/// What a booth is composed of.
pub struct Parts {
    /// The encrypted file of this node, which the exchange holds too.
    pub store: Arc<Mutex<Store>>,
    /// Clock and dice.
    pub surroundings: Surroundings,
    /// The booth's age identity: opens orders, and nothing else.
    pub identity: Identity,
    /// Camera and microphone.
    pub recorder: Box<dyn Recorder>,
    /// The receipt printer.
    pub printer: Arc<dyn Printer>,
    /// How receipts are printed.
    pub paper: ReceiptPaper,
    /// The recovery authority's recipients: recordings are sealed to them beside the portal.
    pub recovery: Vec<String>,
}

/// Something to be done in its turn.
enum Todo {
    Instruction(Instruction),
    Printed { job: String, to: PrintStateV1, by: By },
}

/// A booth.
pub struct Booth {
    door: Door,
    node: NodeId,
    portal: PublicKey,
    identity: Identity,
    recorder: Box<dyn Recorder>,
    printer: Arc<dyn Printer>,
    paper: ReceiptPaper,
    recovery: Vec<String>,
    parcels: Arc<ParcelFolder>,
    documents: Arc<ParcelFolder>,
    inbox: Inbox,
    /// All that the portal ever told, proved.
    notices: Vec<Fact>,
    known: Known,
    in_force: InForce,
    /// The day the law was read for.
    law_day: NaiveDate,
    sealing: Option<Sealing>,
    wanted: Wanted,

    state: State,
    moment: Moment,
    todo: VecDeque<Todo>,
    camera: Camera,
    tape: Tape,
    call: Option<Call>,

    /// The order being served, with the person's data; in memory only.
    order: Option<SessionOrder>,
    /// The label of the desk whose session this is.
    holder: Option<String>,
    /// The session on the screen.
    serving: Option<String>,
    /// Appeals filed in this session.
    filings: u32,
    /// A try at filing that is not known to be done.
    attempt: Option<(Attempt, SecretCode)>,
    /// The secret code on the screen, and the job of its receipt.
    code: Option<(SecretCode, String)>,
    printing: Vec<(String, Receiver<Printed>)>,
    /// The ledger could not be written, and the table was told so.
    ledger_fails: bool,
    /// The receipt could not even be given to the printer; told to the table once the code stands there.
    no_receipt: bool,
}

impl Booth {
    /// What the screen shows.
    pub fn state(&self) -> BoothView {
        BoothView::of(self)
    }

    /// The person did something.
    pub fn input(&mut self, press: Press) {
        if let Press::Addressee(id) = &press
            && self
                .in_force
                .law
                .addressees
                .as_ref()
                .and_then(|list| list.by_id(id))
                .is_none()
        {
            return;
        }
        self.advance();
        self.listen_to_recorder();
        self.receipt_taken(&press);
        self.happens(What::Press(press));
        self.settle();
    }

    /// Waits for the camera, at most so long: what a program does between two ticks.
    pub fn wait(&mut self, at_most: Duration) {
        self.recorder.wait(at_most);
    }

    /// Time passes: to be called several times a second.
    pub fn tick(&mut self) {
        self.advance();
        self.read_inbox();
        self.listen_to_recorder();
        self.listen_to_printer();
        self.happens(What::Tick);
        self.settle();
        self.answer_orders();
        self.settle();
    }

    /// Addressees in whose name every word begins a word of `text`; all for an empty text.
    pub fn addressees(&self, text: &str) -> Vec<&Addressee> {
        self.in_force
            .law
            .addressees
            .as_ref()
            .map_or(Vec::new(), |list| list.search(text))
    }

    /// The newest picture of the mirror as JPEG, once.
    pub fn preview(&mut self) -> Option<Vec<u8>> {
        self.recorder.preview()
    }

    /// How loud it is just now, 0–100.
    pub fn level(&self) -> u8 {
        self.recorder.level()
    }

    /// Where the exchange leaves what it heard.
    pub fn inbox(&self) -> &Inbox {
        &self.inbox
    }

    /// What the exchange is to send.
    pub fn outbox(&self) -> Outbox {
        outbox(&self.door, Arc::clone(&self.parcels), self.portal)
    }

    /// Where the exchange puts documents.
    pub fn documents(&self) -> &Arc<ParcelFolder> {
        &self.documents
    }

    pub(crate) fn table(&self) -> &State {
        &self.state
    }

    pub(crate) fn known(&self) -> &Known {
        &self.known
    }

    pub(crate) fn order(&self) -> Option<&SessionOrder> {
        self.order.as_ref()
    }

    /// Seconds of 3-2-1 that are left.
    pub(crate) fn count_left(&self, since: u64) -> u8 {
        let gone = self.moment.ms().saturating_sub(since);
        u8::try_from(COUNT_MS.saturating_sub(gone).div_ceil(1000))
            .unwrap_or(3)
            .clamp(1, 3)
    }

    /// By the pack in force an appeal without its essence is not considered (Order № 50 of 2016).
    pub(crate) fn essence_of_2016(&self) -> bool {
        let pack = self.in_force.law.packs.at(self.law_day);
        pack.is_ok_and(|at| at.pack.id.starts_with("2016"))
    }

    pub(crate) fn code(&self) -> Option<&SecretCode> {
        self.code.as_ref().map(|(code, _)| code)
    }

    pub(crate) fn call(&self) -> Option<Call> {
        self.call
    }

    fn advance(&mut self) {
        self.moment.advance(self.door.surroundings().clock.now());
    }

    /// Tells the table, and takes its orders.
    fn happens(&mut self, what: What) {
        let event = Event {
            at: self.moment.ms(),
            what,
        };
        let (state, todo) = next(std::mem::take(&mut self.state), event);
        self.state = state;
        self.todo.extend(todo.into_iter().map(Todo::Instruction));
    }

    /// Carries out what is to be done, and drives the camera to what is wanted.
    fn settle(&mut self) {
        self.carry_out();
        self.drive_camera();
        self.carry_out();
    }

    /// The person's word on the receipt is the best there is.
    fn receipt_taken(&mut self, press: &Press) {
        let (State::Occupied(session), Some((_, job))) = (&self.state, &self.code) else {
            return;
        };
        let Page::Code { receipt, .. } = &session.page else {
            return;
        };
        let to = match (press, receipt) {
            (Press::Taken, Receipt::Given | Receipt::Printing) => PrintStateV1::Confirmed,
            (Press::NoReceipt, Receipt::Given | Receipt::Printing) => PrintStateV1::Failed,
            _ => return,
        };
        self.todo.push_back(Todo::Printed {
            job: job.clone(),
            to,
            by: By::Applicant,
        });
    }

    fn listen_to_printer(&mut self) {
        if std::mem::take(&mut self.no_receipt) {
            self.happens(What::Report(Report::ReceiptFailed));
        }
        let printing = std::mem::take(&mut self.printing);
        for (job, answer) in printing {
            let Ok(printed) = answer.try_recv() else {
                self.printing.push((job, answer));
                continue;
            };
            let (to, report) = match printed {
                Printed::Given => (PrintStateV1::Sent, Report::ReceiptGiven),
                Printed::Failed => (PrintStateV1::Failed, Report::ReceiptFailed),
                Printed::Uncertain => (PrintStateV1::Uncertain, Report::ReceiptFailed),
            };
            let on_screen = self.code.as_ref().is_some_and(|(_, shown)| *shown == job);
            self.todo.push_back(Todo::Printed { job, to, by: By::Node });
            if on_screen {
                self.happens(What::Report(report));
            }
        }
    }
}
