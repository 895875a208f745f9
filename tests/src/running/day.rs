//! The beginning of a day: staff sign in, the days of both desks are opened with a person's word for the date, the booth comes up.

use serde_json::{Value, json};

use super::{Branch, Outcome, Who, holds};
use crate::demo::{self, Visitor};

impl Branch {
    /// Everybody is at work: what a trial begins with that does not look at the beginning itself.
    pub fn begin_day(&mut self) -> Outcome {
        for who in [Who::DeskA, Who::DeskB] {
            self.sign_in(who)?;
            self.await_roster(who)?;
            self.open_day(who)?;
            self.await_documents(who)?;
        }
        self.open_booth()
    }

    /// The one who works at this desk signs in.
    pub fn sign_in(&mut self, who: Who) -> Outcome {
        let Some(member) = who.worker() else {
            return Ok(());
        };
        let asked = json!({"do": "sign_in", "name": member.name, "password": member.password});
        let answer = self.at(who).ask(&asked)?;
        holds(
            "a member of staff signs in",
            answer["signed_in"] == member.name,
            &answer,
        )
    }

    /// The receptions of today have come down to this desk.
    pub fn await_roster(&mut self, who: Who) -> Outcome {
        let good = demo::plan().iter().filter(|row| row.day == demo::DAY).count();
        let waited = self.wait(who, &json!({"receptions_today": good}))?;
        holds("the day's roster is here", waited == good, &waited)
    }

    /// Opens the desk's day with a person's word for the date, there being no earlier day.
    pub fn open_day(&mut self, who: Who) -> Outcome {
        self.act(who, &json!({"act": "open_day", "confirmed": demo::DAY}))
            .map(drop)
    }

    /// The signed documents have come down to this desk.
    pub fn await_documents(&mut self, who: Who) -> Outcome {
        let seen = self.wait(who, &json!({"documents": demo::DOCUMENTS}))?;
        holds("the signed documents are here", seen == demo::DOCUMENTS, &seen)
    }

    /// The booth comes up by itself, and has all it needs to serve: to whom to seal, addressees, law.
    pub fn open_booth(&mut self) -> Outcome {
        let opened = self.booth.ask(&json!({"do": "open"}))?;
        holds("the booth opens by itself", opened["open"] == true, &opened)?;
        let served = self.booth.ask(&json!({"do": "wait_service"}))?;
        holds("the booth is in service", served["in_service"] == true, &served)
    }

    /// The person in the booth is not the one whose name it shows, and says so: the session ends, the booth is free.
    pub fn not_me(&mut self) -> Outcome {
        self.booth_shows("welcome")?;
        for (press, then) in [("start", "rules"), ("understood", "data"), ("not_me", "free")] {
            let said = self.booth.ask(&json!({"do": "press", "press": press, "value": null}))?;
            holds(&format!("«{press}» is pressed"), said["pressed"] == true, &said)?;
            self.booth_shows(then)?;
        }
        Ok(())
    }

    /// Waits for a page of the booth.
    pub fn booth_shows(&mut self, page: &str) -> Outcome {
        let seen = self.booth.ask(&json!({"do": "wait_page", "page": page}))?;
        holds(&format!("the booth shows «{page}»"), seen["page"] == page, &seen)
    }

    /// The visitor at this place of the demonstration is registered; answers the number.
    pub fn register(&mut self, who: Who, place: usize) -> Outcome<String> {
        let visitors = demo::visitors();
        let done = self.act(who, &with_statements(&visitors[place % visitors.len()]))?;
        Ok(done["number"].as_str().unwrap_or_default().to_owned())
    }
}

/// The registration of a visitor, with the statements staff make: compared, explained, consented.
pub fn with_statements(visitor: &Visitor) -> Value {
    let moment = |seconds: i64| json!({"utc_ms": 1_795_597_200_000_i64 + seconds * 1000, "offset_min": 300});
    let mut act = visitor.visit.clone();
    act["act"] = json!("register");
    act["statements"] = json!({
        "compared": moment(0), "explained": moment(20), "consented": moment(22), "language": act["language"]
    });
    act
}
