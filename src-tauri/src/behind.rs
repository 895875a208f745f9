//! What stands behind the windows: a desk, or a booth.

use std::sync::{Mutex, PoisonError};

use qabyldau_window::{Announce, Answer, Reception, ReceptionParts, Refusal, Surroundings, Window};
use serde_json::Value;

use crate::arguments::{Arguments, Node};
use crate::booth::Booth;
use crate::idle::{self, Idle};
use crate::outside;

/// One of the two; a program is never both.
pub enum Behind {
    Desk(Box<Desk>),
    Booth(Booth),
}

/// A desk and how long nobody has been at it.
pub struct Desk {
    reception: Reception,
    idle: Mutex<Idle>,
    surroundings: Surroundings,
    /// The term in place of everybody's, for a trial.
    term_ms: Option<i64>,
}

impl Behind {
    /// Stands up what the arguments ask for: the desk locked, the booth about to open by itself.
    pub fn stand(arguments: &Arguments, surroundings: Surroundings, announce: Announce) -> std::io::Result<Self> {
        match &arguments.node {
            Node::Desk(windows) => {
                let parts = ReceptionParts {
                    device: outside::of_the_login(&arguments.data),
                    surroundings: surroundings.clone(),
                    prints: windows.prints.clone(),
                    announce,
                };
                Ok(Self::Desk(Box::new(Desk {
                    reception: Reception::at(&arguments.data, parts),
                    idle: Mutex::default(),
                    surroundings,
                    term_ms: windows.idle_ms,
                })))
            }
            Node::Booth(window) => Booth::stand(&arguments.data, window, surroundings, announce).map(Self::Booth),
        }
    }

    /// Answers a question of a window, or refuses it.
    pub fn ask(&self, window: Window, command: &str, values: Value) -> Result<Answer, Refusal> {
        match self {
            Self::Desk(desk) => desk.ask(window, command, values),
            Self::Booth(booth) => booth.ask(window, command, values),
        }
    }

    /// Locks a desk where nobody has been for its term.
    pub fn lock_if_idle(&self) {
        if let Self::Desk(desk) = self
            && desk.is_left()
        {
            desk.lock("idle");
        }
    }

    /// The program ends: a desk is locked; a booth goes on where it stood when it is started again.
    pub fn end(&self, why: &str) {
        match self {
            Self::Desk(desk) => desk.lock(why),
            Self::Booth(booth) => booth.end(),
        }
    }
}

impl Desk {
    fn ask(&self, window: Window, command: &str, values: Value) -> Result<Answer, Refusal> {
        let answer = self.reception.ask(window, command, values);
        match command {
            "lock" => self.idle().locked(),
            "sign_in" => self.idle().present(self.now_ms()),
            "present" if idle::counts(window, self.reception.role()) => self.idle().present(self.now_ms()),
            _ => {}
        }
        answer
    }

    fn is_left(&self) -> bool {
        let term = self.term_ms.unwrap_or_else(|| idle::term_ms(self.reception.role()));
        self.idle().is_over(self.now_ms(), term)
    }

    fn lock(&self, why: &str) {
        self.idle().locked();
        if let Err(refusal) = self.reception.lock(why) {
            // Closed all the same; only the fact of it could not be written.
            eprintln!("qabyldau: locking ({why}): {refusal}");
        }
    }

    fn now_ms(&self) -> i64 {
        self.surroundings.clock.now().utc_ms
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Idle> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
