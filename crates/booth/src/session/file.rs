//! Filing: the parcel is safe first, then ONE act, and only after its commit the code is shown and the receipt printed.
//!
//! Killed before the commit: the recording stands and is filed by a new press. Killed after it: the appeal stands, its parcel is found
//! and sent, and the code is gone for good – it was never written anywhere. The receipt's job is then «uncertain»; the desk prints a
//! copy without the code, and the answer can be had at the branch with a document.

use std::sync::{Arc, mpsc};

use qabyldau_domain::booth::{Fault, Filing, Report, What};

use super::{Booth, Todo};
use crate::code;
use crate::door::{Attempt, Filed, FilingAct};
use crate::error::BoothError;
use crate::receipt;

impl Booth {
    pub(super) fn file(&mut self, filing: &Filing) {
        match self.file_inner(filing) {
            Ok(filed) => {
                let (number, due) = (filed.number.to_string(), filed.promise.map(|promise| promise.due));
                self.happens(What::Report(Report::Filed { number, due }));
            }
            Err(failed) => {
                tracing::error!(code = failed.code(), "an appeal could not be filed");
                self.happens(What::Report(Report::Failed(Fault::Filing)));
            }
        }
    }

    fn file_inner(&mut self, filing: &Filing) -> Result<Filed, BoothError> {
        let session = self.session_id()?;
        let booth = self.known.label.ok_or(BoothError::NotAdmitted)?;
        let addressees = self.in_force.law.addressees.as_ref().ok_or(BoothError::NoAddressee)?;
        let addressee = addressees.by_id(&filing.addressee).ok_or(BoothError::NoAddressee)?;
        let addressee = addressee.name.text(filing.language).to_owned();
        let (attempt, code) = self.attempt()?;
        let act = FilingAct {
            session: &session,
            booth,
            filing,
            law: &self.in_force.law,
            addressees: self.in_force.addressees,
            parcel: self.tape.stage(self.recorder.as_mut())?,
        };
        let filed = self.door.file(&act, &attempt)?;

        // The appeal stands. Nothing below can take it back.
        self.attempt = None;
        self.filings += 1;
        if let Err(failed) = self.tape.filed(&self.parcels, &session, self.filings) {
            tracing::error!(
                code = failed.code(),
                "a filed recording will be taken over at the next start"
            );
        }
        self.print(filing, &filed, &addressee, &attempt.job, &code);
        self.code = Some((code, attempt.job));
        Ok(filed)
    }

    /// The code and the verifier of this press; those of a press that is not known to have failed, again.
    fn attempt(&mut self) -> Result<(Attempt, qabyldau_domain::secret_code::SecretCode), BoothError> {
        if self.attempt.is_none() {
            let surroundings = self.door.surroundings();
            let code = code::draw(surroundings)?;
            let verifier = code::verifier(&code, surroundings)?;
            self.attempt = Some((
                Attempt {
                    verifier,
                    job: surroundings.id(),
                },
                code,
            ));
        }
        self.attempt.clone().ok_or(BoothError::NoCode)
    }

    /// Gives the receipt to the printer on a thread of its own: the screen does not wait for paper.
    fn print(
        &mut self,
        filing: &Filing,
        filed: &Filed,
        addressee: &str,
        job: &str,
        code: &qabyldau_domain::secret_code::SecretCode,
    ) {
        let (send, answer) = mpsc::channel();
        let drawn = match &self.known.branch {
            Some(branch) => receipt::draw(&self.paper, branch, addressee, filing, filed, code),
            None => Err(BoothError::NotAdmitted),
        };
        let printer = Arc::clone(&self.printer);
        let printed = drawn.and_then(|bytes| {
            let print = move || {
                // Nobody listens any more if the program ended meanwhile; the job is uncertain at the next start.
                let _ = send.send(printer.print(&bytes));
            };
            Ok(std::thread::Builder::new().name("receipt".to_owned()).spawn(print)?)
        });
        match printed {
            Ok(_) => self.printing.push((job.to_owned(), answer)),
            Err(failed) => {
                tracing::error!(code = failed.code(), "a receipt could not be printed");
                let (job, to) = (job.to_owned(), qabyldau_domain::facts::PrintStateV1::Failed);
                self.todo.push_back(Todo::Printed {
                    job,
                    to,
                    by: qabyldau_domain::fact::By::Node,
                });
                self.no_receipt = true;
            }
        }
    }
}
