//! Carrying out what the table orders, in its order.

use qabyldau_domain::booth::{Author, Call, Fault, Instruction, Report, State, What};
use qabyldau_domain::fact::By;
use qabyldau_domain::language::Language;

use super::{Booth, Todo};
use crate::error::BoothError;
use crate::remembered;

impl Booth {
    /// Does what is to be done. What fails stays first in line and is tried again at the next tick; the session is held meanwhile.
    pub(super) fn carry_out(&mut self) {
        while let Some(todo) = self.todo.pop_front() {
            if let Err(failed) = self.carry(&todo) {
                tracing::error!(code = failed.code(), "an instruction could not be carried out");
                self.todo.push_front(todo);
                self.ledger_failed();
                return;
            }
        }
        self.ledger_fails = false;
    }

    fn carry(&mut self, todo: &Todo) -> Result<(), BoothError> {
        match todo {
            Todo::Printed { job, to, by } => self.door.print_moved(*by, job, *to),
            Todo::Instruction(instruction) => self.carry_instruction(instruction),
        }
    }

    fn carry_instruction(&mut self, instruction: &Instruction) -> Result<(), BoothError> {
        match instruction {
            Instruction::Note {
                stage,
                recorded_ms,
                rules,
                by,
            } => {
                let rules = rules.map(|language| self.rules_word(language));
                let session = self.session_id()?;
                self.door.note(author(*by), &session, *stage, *recorded_ms, rules)
            }
            Instruction::End {
                outcome,
                appeal,
                reason,
                by,
            } => {
                let session = self.session_id()?;
                self.door
                    .end(author(*by), &session, *outcome, appeal.clone(), reason.clone())
            }
            Instruction::File(filing) => {
                self.file(filing);
                Ok(())
            }
            Instruction::Wipe => self.tape.wipe(self.recorder.as_mut()),
            Instruction::Call(call) => {
                self.call = Some(*call);
                let by = if *call == Call::Help { By::Applicant } else { By::Node };
                self.door.call(by, &self.session_id()?, Some(call.word()))
            }
            Instruction::Answered => {
                self.call = None;
                self.door.call(By::Node, &self.session_id()?, None)
            }
            Instruction::Rated(mark) => self.door.rated(&self.session_id()?, *mark),
            Instruction::Clean => self.clean(),
        }
    }

    /// Forgets everything of the person.
    fn clean(&mut self) -> Result<(), BoothError> {
        self.recorder.discard();
        (self.order, self.holder, self.attempt, self.code, self.call) = (None, None, None, None, None);
        (self.filings, self.serving) = (0, None);
        self.take_over_staged()?;
        self.tape.unload()?;
        self.door.keep(remembered::NAME, None)?;
        self.door.freed()?;
        self.door.mark_free()?;
        Ok(())
    }

    /// Where the table waits for the ledger in vain, it is told once for as long as that lasts: what it orders then waits in the
    /// same line.
    fn ledger_failed(&mut self) {
        if !std::mem::replace(&mut self.ledger_fails, true)
            && let State::Occupied(session) = &self.state
            && !matches!(session.presence, qabyldau_domain::booth::Presence::Held { .. })
        {
            self.happens(What::Report(Report::Failed(Fault::Ledger)));
        }
    }

    pub(super) fn session_id(&self) -> Result<String, BoothError> {
        self.serving.clone().ok_or(BoothError::NoSession)
    }

    /// The rules that were read: the pack in force and the language, `2021-213/kk`.
    fn rules_word(&self, language: Language) -> String {
        let day = self.door.surroundings().clock.now().date();
        let pack = self
            .in_force
            .law
            .packs
            .at(day)
            .map_or("none", |rules| rules.pack.id.as_str());
        format!("{pack}/{language}")
    }
}

fn author(author: Author) -> By {
    match author {
        Author::Applicant => By::Applicant,
        Author::Booth => By::Node,
        Author::Staff(id) => By::Staff(id),
    }
}
