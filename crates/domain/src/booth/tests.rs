mod pages;
mod properties;

use super::*;
use crate::fact::StaffId;
use crate::facts::SessionStageV1;
use crate::language::Language;
use crate::rulepack::AppealKind;
use chrono::NaiveDate;

fn brought() -> Brought {
    Brought {
        session: "0".repeat(32),
        language: Language::Kk,
        needs_help: false,
        proposed: None,
        own: Own::default(),
        continues: None,
    }
}

fn due() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 15).expect("a day")
}

fn filed(number: &str) -> What {
    What::Report(Report::Filed {
        number: number.to_owned(),
        due: Some(due()),
    })
}

fn staff_ends() -> What {
    What::Staff(StaffWord::End {
        staff: StaffId([7; 8]),
        fault: false,
        reason: "left".to_owned(),
    })
}

/// A booth with its clock, for telling a story.
struct Story {
    state: State,
    at: u64,
    last: Vec<Instruction>,
}

impl Story {
    fn begun() -> Self {
        let mut story = Self {
            state: State::Free,
            at: 0,
            last: Vec::new(),
        };
        story.happens(What::Accepted(brought()));
        story
    }

    fn happens(&mut self, what: What) -> &mut Self {
        let (state, todo) = next(std::mem::take(&mut self.state), Event { at: self.at, what });
        (self.state, self.last) = (state, todo);
        self
    }

    fn press(&mut self, press: Press) -> &mut Self {
        self.happens(What::Press(press))
    }

    fn recorded(&mut self, ms: u32) -> &mut Self {
        self.happens(What::Report(Report::Recorded { ms }))
    }

    fn wait(&mut self, ms: u64) -> &mut Self {
        self.at += ms;
        self.happens(What::Tick)
    }

    fn session(&self) -> &Session {
        match &self.state {
            State::Occupied(session) => session,
            State::Free => panic!("the booth is free"),
        }
    }

    fn page(&self) -> &Page {
        &self.session().page
    }

    fn to_camera(kind: AppealKind) -> Self {
        let mut story = Self::begun();
        story
            .press(Press::Start)
            .press(Press::Understood)
            .press(Press::DataRight(Own::default()));
        story
            .press(Press::Kind(kind))
            .press(Press::Addressee("akim".to_owned()));
        if kind == AppealKind::Complaint {
            story.press(Press::Against(None));
        }
        story
    }

    fn recording() -> Self {
        let mut story = Self::to_camera(AppealKind::Application);
        story.press(Press::Record).wait(COUNT_MS);
        story
    }

    fn stopped(ms: u32) -> Self {
        let mut story = Self::recording();
        story.recorded(ms).press(Press::Pause);
        story
    }

    fn notes(&self) -> Vec<SessionStageV1> {
        self.last
            .iter()
            .filter_map(|one| match one {
                Instruction::Note { stage, .. } => Some(*stage),
                _ => None,
            })
            .collect()
    }
}
