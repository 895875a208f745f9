//! The desk without a window.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use qabyldau_desk::{Act, Desk, Failed, Locked, pair};
use qabyldau_domain::facts::PrintStateV1;
use qabyldau_domain::ledger::Ledger as _;
use qabyldau_domain::rule::PrintWish;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::client::Exchanger;
use qabyldau_paper::pdf::{Imprint, to_pdf};
use qabyldau_paper::raster::to_raster;
use qabyldau_standin::SecretInFile;
use serde_json::{Value, json};

use super::{refused, text};

/// How long something may take to come from others.
const PATIENCE: Duration = Duration::from_secs(90);

/// The process.
pub struct HeadlessDesk {
    folder: PathBuf,
    surroundings: Surroundings,
    open: Option<Open>,
}

struct Open {
    surroundings: Surroundings,
    desk: Arc<Desk>,
    exchanger: Exchanger,
    news: Receiver<()>,
}

impl HeadlessDesk {
    /// The desk of a data folder.
    pub fn at(folder: &Path, _port: &Path) -> Self {
        let surroundings = qabyldau_standin::surroundings(qabyldau_store::surroundings::real());
        Self {
            folder: folder.to_owned(),
            surroundings,
            open: None,
        }
    }

    /// Answers one line.
    pub fn answer(&mut self, line: &Value) -> Value {
        match self.try_answer(line) {
            Ok(value) => value,
            Err(Trouble::Refused(refusal)) => refused(&refusal),
            Err(Trouble::Failed(words)) => json!({"failed": words}),
        }
    }

    fn device(&self) -> Arc<SecretInFile> {
        Arc::new(SecretInFile::at(&self.folder))
    }

    fn try_answer(&mut self, line: &Value) -> Result<Value, Trouble> {
        match text(line, "do") {
            "pair" => {
                let device = self.device();
                let printed =
                    pair(&self.folder, text(line, "code"), device.as_ref(), &self.surroundings).map_err(failed)?;
                // What a window would print, once.
                Ok(json!({"paired": true, "printed_code": printed.lines().map(|line| line.to_string())}))
            }
            "sign_in_page" => serde_json::to_value(self.locked().state().map_err(|no| no.refusal())?).map_err(failed),
            "sign_in" => self.sign_in(line),
            "lock" => {
                let open = self.open.take().ok_or_else(|| failed("locked"))?;
                open.desk.transact(&Act::SignOut { why: "person".into() })?;
                open.exchanger.stop();
                Ok(json!({"locked": true}))
            }
            _ => self.open()?.answer(line),
        }
    }

    fn locked(&self) -> Locked {
        Locked::at(&self.folder, self.device(), self.surroundings.clone())
    }

    fn sign_in(&mut self, line: &Value) -> Result<Value, Trouble> {
        let locked = self.locked();
        let page = locked.state().map_err(|no| no.refusal())?;
        let chosen = page.staff.iter().find(|choice| choice.name == text(line, "name"));
        let chosen = chosen.ok_or_else(|| failed("nobody of that name"))?;
        let desk = locked
            .sign_in(chosen.id, text(line, "password"))
            .map_err(|no| match &no {
                qabyldau_desk::NotSignedIn::Refused(_) => Trouble::Refused(no.refusal()),
                other => failed(format_args!("{other:?}")),
            })?;
        let desk = Arc::new(desk);
        let (sender, news): (Sender<()>, _) = channel();
        let exchanger = desk
            .connect(Arc::new(move |_| {
                let _ = sender.send(());
            }))
            .map_err(failed)?;
        self.open = Some(Open {
            surroundings: self.surroundings.clone(),
            desk,
            exchanger,
            news,
        });
        Ok(json!({"signed_in": chosen.name}))
    }

    fn open(&self) -> Result<&Open, Trouble> {
        self.open.as_ref().ok_or_else(|| failed("locked"))
    }
}

impl Open {
    fn answer(&self, line: &Value) -> Result<Value, Trouble> {
        match text(line, "do") {
            "act" => {
                let act: Act = serde_json::from_value(line["what"].clone()).map_err(failed)?;
                let (done, _) = self.desk.transact(&act)?;
                self.exchanger.nudge();
                serde_json::to_value(done).map_err(failed)
            }
            "scan" => serde_json::to_value(self.desk.scan(text(line, "typed"))?).map_err(failed),
            "journal" => serde_json::to_value(self.desk.journal(None)?).map_err(failed),
            "receptions" => serde_json::to_value(self.desk.receptions_today()?).map_err(failed),
            "search" => serde_json::to_value(self.desk.search(text(line, "text"), 20)?).map_err(failed),
            "wait" => self.wait(line),
            "roster" => self.print_roster(Path::new(text(line, "into"))),
            "note_clock" => {
                self.desk.note_clock(&self.exchanger.status())?;
                Ok(json!({"noted": true}))
            }
            "status" => Ok(self.status()),
            "digest" => self.digest(),
            "verify" => self.verify(),
            "export" => self.export(Path::new(text(line, "into"))),
            other => Err(failed(format_args!("unknown: {other}"))),
        }
    }

    /// How the exchange stands.
    fn status(&self) -> Value {
        let status = self.exchanger.status();
        json!({
            "connected": status.connected, "trouble": status.trouble, "unsent": status.unsent,
            "refused_here": status.refused_here, "refused_there": status.refused_there,
        })
    }

    /// Waits until something holds here: `session` in a `state` or no longer in one, a `reception` in a `state` or checked in by `arrivals`
    /// desks, a stream that is `refused_here`, streams of which we `have` so much.
    fn wait(&self, line: &Value) -> Result<Value, Trouble> {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(seen) = self.holds(line)? {
                return Ok(json!({"seen": seen}));
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || self.news.recv_timeout(left.min(Duration::from_secs(1))).is_err() && left.is_zero() {
                let status = self.exchanger.status();
                return Err(failed(format_args!("waited in vain: {line}, {status:?}")));
            }
        }
    }

    fn holds(&self, line: &Value) -> Result<Option<Value>, Trouble> {
        if let Some(count) = line["receptions_today"].as_u64() {
            let rows = self.desk.receptions_today()?.len();
            return Ok((rows as u64 == count).then(|| json!(rows)));
        }
        let store = self.desk.ledger();
        let store = store.lock().map_err(failed)?;
        let reader = store.reader().map_err(failed)?;
        if let Some(id) = line["session"].as_str() {
            let row = reader.session(id).map_err(failed)?;
            return Ok(row
                .filter(|row| match line["not"].as_str() {
                    Some(word) => row.state.word() != word,
                    None => row.state.word() == text(line, "state"),
                })
                .map(|row| json!(row)));
        }
        if let Some(number) = line["reception"].as_str() {
            let row = reader.reception(number).map_err(failed)?;
            return Ok(row
                .filter(|row| match line["arrivals"].as_u64() {
                    Some(count) => (usize::from(row.arrival.is_some()) + row.other_arrivals.len()) as u64 == count,
                    None => row.state.word() == text(line, "state"),
                })
                .map(|row| json!(row)));
        }
        if let Some(count) = line["documents"].as_u64() {
            let mut here = 0;
            for document in reader.documents().map_err(failed)? {
                here += u64::from(reader.document_bytes(&document.sha256).map_err(failed)?.is_some());
            }
            return Ok((here >= count).then(|| json!(here)));
        }
        if let Some(sha256) = line["parcel_stored"].as_str() {
            let sha256 = sha256.parse().map_err(failed)?;
            let row = reader.parcel(&sha256).map_err(failed)?;
            return Ok(row
                .filter(|row| row.stored_at.is_some() && row.delivered_at.is_some())
                .map(|row| json!(row)));
        }
        if let Some(node) = line["refused_here"].as_str() {
            let refused = &self.status()["refused_here"][node];
            return Ok((!refused.is_null()).then(|| refused.clone()));
        }
        if line["connected"].as_bool() == Some(true) {
            return Ok(self.exchanger.status().connected.then_some(Value::Bool(true)));
        }
        let wanted = line["have"].as_object().ok_or_else(|| failed("wait for what?"))?;
        let have = reader.have().map_err(failed)?;
        let enough = wanted.iter().all(|(node, seq)| {
            let held = node.parse().ok().and_then(|node| have.get(&node).copied());
            held >= seq.as_u64()
        });
        Ok(enough.then(|| json!(have)))
    }

    /// Queues, lays out, «prints» into files, and says so, like a printer that tells the truth.
    fn print_roster(&self, into: &Path) -> Result<Value, Trouble> {
        let today = self.desk.receptions_today()?;
        let day = today
            .first()
            .map(|row| row.day)
            .ok_or_else(|| failed("no receptions"))?;
        let rosters = {
            let store = self.desk.ledger();
            let store = store.lock().map_err(failed)?;
            store
                .reader()
                .and_then(|reader| reader.rosters_of_day(day))
                .map_err(failed)?
        };
        let about = rosters.last().ok_or_else(|| failed("no roster"))?.subject.clone();
        let wish = PrintWish {
            sheet: "roster".into(),
            about,
            reason: None,
        };
        let (done, _) = self.desk.transact(&Act::Print(wish))?;
        let qabyldau_desk::Done::Queued { job } = done else {
            return Err(failed("not queued"));
        };
        let moved = |state| {
            self.desk
                .transact(&Act::MovePrint {
                    job: job.clone(),
                    state,
                })
                .map(drop)
        };
        let sheet = self
            .desk
            .roster(day, self.desk.worker().language)?
            .lay_out()
            .map_err(failed)?;
        moved(PrintStateV1::Sent)?;
        let imprint = Imprint {
            title: "Roster",
            created: self.surroundings.clock.now().utc_ms / 1000,
        };
        std::fs::write(into.with_extension("pdf"), to_pdf(&sheet, imprint).map_err(failed)?).map_err(failed)?;
        for (page, number) in sheet.pages.iter().zip(1..) {
            let png = to_raster(page).and_then(|bitmap| bitmap.to_png()).map_err(failed)?;
            std::fs::write(into.with_extension(format!("{number}.png")), png).map_err(failed)?;
        }
        moved(PrintStateV1::Confirmed)?;
        Ok(json!({"job": job, "pages": sheet.pages.len()}))
    }

    fn digest(&self) -> Result<Value, Trouble> {
        let store = self.desk.ledger();
        let store = store.lock().map_err(failed)?;
        let digest = store
            .reader()
            .and_then(|reader| reader.projections_digest())
            .map_err(failed)?;
        Ok(json!({"digest": digest, "have": store.have().map_err(failed)?}))
    }

    fn verify(&self) -> Result<Value, Trouble> {
        let store = self.desk.ledger();
        let store = store.lock().map_err(failed)?;
        let verdict = store.verify().map_err(failed)?;
        Ok(json!({"sound": verdict.is_good(), "findings": format!("{verdict:?}")}))
    }

    fn export(&self, into: &Path) -> Result<Value, Trouble> {
        let store = self.desk.ledger();
        let store = store.lock().map_err(failed)?;
        let mut file = std::io::BufWriter::new(std::fs::File::create(into).map_err(failed)?);
        let mut count = 0_u64;
        let reader = store.reader().map_err(failed)?;
        for fact in reader.facts().map_err(failed)? {
            writeln!(file, "{}", fact.map_err(failed)?.plain_line()).map_err(failed)?;
            count += 1;
        }
        file.flush().map_err(failed)?;
        Ok(json!({"facts": count}))
    }
}

enum Trouble {
    Refused(qabyldau_domain::refusal::Refusal),
    Failed(String),
}

impl From<qabyldau_domain::refusal::Refusal> for Trouble {
    fn from(refusal: qabyldau_domain::refusal::Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Failed> for Trouble {
    fn from(error: Failed) -> Self {
        match error {
            Failed::Refused(refusal) => Self::Refused(refusal),
            other => failed(format_args!("{other:?}")),
        }
    }
}

fn failed(why: impl std::fmt::Display) -> Trouble {
    Trouble::Failed(why.to_string())
}
