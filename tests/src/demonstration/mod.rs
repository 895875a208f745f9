//! The demonstration branch as one shows it: founded once, kept between starts, its programs running while its windows are looked at.
//!
//! Not the thread: nothing is asserted here. Invariants: in its folder lie only what the nodes keep for themselves (encrypted) and logs without
//! persons, everything in the clear goes elsewhere; its clock never goes back, nor does a day or a number.

mod clock;
mod kept;
mod windows;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use qabyldau_domain::fact::Instant;
use serde_json::json;

use crate::demo;
use crate::process::Process;
use crate::running::founding::{Founding, RECOVERY, SEED, Servers};
use crate::running::{Outcome, RunError, Who, broken, holds};

pub use windows::{RECEIPTS, WINDOW, Windows, arguments, how_to_sign_in};

use kept::Kept;

/// What a day's roster is called beside the prints.
fn roster_file(day: NaiveDate) -> String {
    format!("roster-{day}.csv")
}

/// Where everything lies.
#[derive(Debug, Clone)]
pub struct Places {
    /// The programs, as they were built.
    pub programs: PathBuf,
    /// The nodes' folders and logs.
    pub demo: PathBuf,
    /// Prints, exports, and the rosters as the portal got them.
    pub tour: PathBuf,
}

impl Places {
    /// From `--demo FOLDER --tour FOLDER` and the words that may follow; `None` if that is not what is said. The programs lie beside this one.
    pub fn of(arguments: impl IntoIterator<Item = String>) -> Option<(Self, Vec<String>)> {
        let arguments: Vec<String> = arguments.into_iter().collect();
        let [demo_flag, demo, tour_flag, tour, words @ ..] = &arguments[..] else {
            return None;
        };
        let programs = std::env::current_exe().ok()?.parent()?.to_owned();
        let places = Self {
            programs,
            demo: std::path::absolute(demo).ok()?,
            tour: std::path::absolute(tour).ok()?,
        };
        (demo_flag == "--demo" && tour_flag == "--tour").then(|| (places, words.to_vec()))
    }
}

/// How it is begun.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wish {
    /// What was kept is given up, and the branch founded anew.
    pub fresh: bool,
    /// The day after the last one lived, not that day once more.
    pub new_day: bool,
    /// Nobody works at desk B without a window.
    pub leave_desk_b: bool,
}

/// The branch as it runs: portal, hub, and somebody at desk B.
pub struct Demonstration {
    places: Places,
    kept: Kept,
    portal: Process,
    hub: Process,
    desk_b: Option<Process>,
}

impl Demonstration {
    /// Finds the branch of this folder, or founds it, and starts what has no window.
    pub fn begin(places: &Places, wish: Wish) -> Outcome<Self> {
        std::fs::create_dir_all(&places.tour).map_err(|error| RunError::File(places.tour.clone(), error))?;
        let found = if wish.fresh { None } else { Kept::read(&places.demo)? };
        let mut demonstration = match found {
            Some(kept) => Self::find(places, kept, wish)?,
            None => Self::found(places)?,
        };
        demonstration.see_to_the_roster()?;
        if !wish.leave_desk_b {
            demonstration.open_desk_b()?;
        }
        demonstration.keep()?;
        Ok(demonstration)
    }

    fn found(places: &Places) -> Outcome<Self> {
        empty(&places.demo)?;
        let mut kept = Kept::new(clock::first());
        let founding = founding(places, kept.shift_ms);
        founding.begin_here(&[])?;
        // The staff's passwords in the clear, and a key that opens every folder: of a demonstration nobody needs them again.
        for file in [SEED, RECOVERY] {
            let file = places.tour.join(file);
            std::fs::remove_file(&file).map_err(|error| RunError::File(file.clone(), error))?;
        }
        let Servers { portal, hub, .. } = founding.servers(false)?;
        (kept.portal, kept.hub) = (portal.1, hub.1);
        for (who, role) in [(Who::DeskA, "desk"), (Who::DeskB, "desk"), (Who::Booth, "booth")] {
            let mut node = founding.node(who)?;
            let code = founding.code(role, who.label(), None)?;
            let paired = node.ask(&json!({"do": "pair", "code": code}))?;
            holds(&format!("{who:?} pairs by its code"), paired["paired"] == true, "no")?;
            node.end()?;
        }
        Ok(Self {
            places: places.clone(),
            kept,
            portal: portal.0,
            hub: hub.0,
            desk_b: None,
        })
    }

    fn find(places: &Places, mut kept: Kept, wish: Wish) -> Outcome<Self> {
        kept.shift_ms = clock::later(clock::real(), &kept, wish.new_day);
        let founding = founding(places, kept.shift_ms);
        let (portal, _) = founding.serve("qabyldau-portal", Who::Portal, &kept.portal)?;
        let (hub, _) = founding.serve("qabyldau-hub", Who::Hub, &kept.hub)?;
        Ok(Self {
            places: places.clone(),
            kept,
            portal,
            hub,
            desk_b: None,
        })
    }

    /// A day that is shown has its roster: the portal gets one if it had none.
    fn see_to_the_roster(&mut self) -> Outcome {
        let day = self.day();
        if self.kept.rosters.contains(&day) {
            return Ok(());
        }
        self.founding().import_roster(&roster_file(day), &demo::csv_of(day))?;
        self.kept.rosters.push(day);
        Ok(())
    }

    /// Somebody signs in at desk B and opens its day, if that is not open.
    fn open_desk_b(&mut self) -> Outcome {
        let mut desk = self.founding().node(Who::DeskB)?;
        let member = &demo::STAFF[1];
        let asked = json!({"do": "sign_in", "name": member.name, "password": member.password});
        let answer = desk.ask(&asked)?;
        holds(
            "somebody signs in at desk B",
            answer["signed_in"] == member.name,
            &answer,
        )?;
        let open = json!({"act": "open_day", "confirmed": self.day()});
        let answer = desk.ask(&json!({"do": "act", "what": open}))?;
        let opened = answer["done"].is_string() || answer["refused"] == "day-open";
        holds("the day of desk B is open", opened, &answer)?;
        self.desk_b = Some(desk);
        Ok(())
    }

    /// What the branch's clocks show now.
    pub fn now(&self) -> Instant {
        clock::shown(clock::real(), self.kept.shift_ms)
    }

    /// The day it lives.
    pub fn day(&self) -> NaiveDate {
        self.now().date()
    }

    /// The folder of a node.
    pub fn folder(&self, who: Who) -> PathBuf {
        self.places.demo.join(who.folder())
    }

    /// Where a program writes what it has to say.
    pub fn log(&self, name: &str) -> PathBuf {
        self.founding().log(name)
    }

    /// What a program finds in its environment here: the moved clock, and state away from the user's own.
    pub fn environment(&self) -> Vec<(String, String)> {
        self.founding().environment().into()
    }

    /// Where everything lies.
    pub const fn places(&self) -> &Places {
        &self.places
    }

    pub(crate) fn founding(&self) -> Founding<'_> {
        founding(&self.places, self.kept.shift_ms)
    }

    /// Desk B's program, if somebody works there without a window.
    pub fn desk_b(&mut self) -> Outcome<&mut Process> {
        let nobody = || broken("somebody works at desk B", "nobody does");
        self.desk_b.as_mut().ok_or_else(nobody)
    }

    /// Writes down how far its clock has come.
    fn keep(&mut self) -> Outcome {
        self.kept.last_ms = self.now().utc_ms;
        self.kept.write(&self.places.demo)
    }

    /// Ends all its programs: whoever is at desk B signs out first.
    pub fn end(mut self) -> Outcome {
        if let Some(desk) = &mut self.desk_b {
            desk.ask(&json!({"do": "lock"}))?;
            desk.end()?;
        }
        self.hub.terminate()?;
        self.portal.terminate()?;
        self.keep()
    }
}

fn founding(places: &Places, shift_ms: i64) -> Founding<'_> {
    Founding {
        programs: &places.programs,
        out: &places.demo,
        open: &places.tour,
        shift_ms,
        tied: true,
    }
}

/// An empty folder in this place.
pub(crate) fn empty(folder: &Path) -> Outcome {
    let failed = |error| RunError::File(folder.to_owned(), error);
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    std::fs::create_dir_all(folder).map_err(failed)
}
