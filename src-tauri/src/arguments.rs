//! The command line: where the data lie, and which windows are wanted. Pure; what cannot be followed is refused and never guessed.

use std::ffi::OsString;
use std::path::PathBuf;

use qabyldau_window::Receipts;

/// What was said on the command line cannot be followed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "usage: qabyldau [--data FOLDER] [--board] [--applicant] [--prints FOLDER], or qabyldau --booth [--data FOLDER] [--receipts WHERE]; \
     without --data, XDG_DATA_HOME, HOME or LOCALAPPDATA must name a folder"
)]
pub struct Usage;

/// What is to be opened.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// The data folder.
    pub data: PathBuf,
    /// What this program remembers outside the data folder: how its window stood. A copy of the data does not carry it.
    pub state: PathBuf,
    pub node: Node,
}

/// Whose windows.
#[derive(Debug, PartialEq, Eq)]
pub enum Node {
    Desk(DeskWindows),
    Booth(BoothWindow),
}

/// A desk's windows beside its own.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct DeskWindows {
    /// The escort board too.
    pub board: bool,
    /// The applicant's display too.
    pub applicant: bool,
    /// Where sheets are kept as PDF.
    pub prints: Option<PathBuf>,
    /// The idle term in milliseconds, in place of everybody's.
    pub idle_ms: Option<i64>,
}

/// A booth's window.
#[derive(Debug, PartialEq, Eq)]
pub struct BoothWindow {
    /// Where the receipt printer is.
    pub receipts: Receipts,
    /// A test picture in place of the camera.
    pub synthetic_camera: bool,
}

/// Where Linux puts the first receipt printer on the machine itself.
const RECEIPTS: &str = "/dev/usb/lp0";

/// Every option at most once.
#[derive(Default)]
struct Said {
    data: Option<OsString>,
    booth: bool,
    board: bool,
    applicant: bool,
    prints: Option<OsString>,
    receipts: Option<OsString>,
    synthetic_camera: bool,
    idle_ms: Option<OsString>,
}

impl Arguments {
    /// Reads the arguments (without the program's name) and the environment.
    pub fn read(
        arguments: impl Iterator<Item = OsString>,
        environment: impl Fn(&str) -> Option<OsString>,
    ) -> Result<Self, Usage> {
        let said = Said::read(arguments)?;
        let set = |name: &str| environment(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = |below: &str| set("HOME").map(|home| home.join(below));
        let own = |base: PathBuf| base.join("qabyldau");
        let data = said.data.as_ref().map(PathBuf::from).or_else(|| {
            let base = set("XDG_DATA_HOME").or_else(|| set("LOCALAPPDATA"));
            base.or_else(|| home(".local/share")).map(own)
        });
        let state = set("XDG_STATE_HOME").or_else(|| set("LOCALAPPDATA"));
        let state = state.or_else(|| home(".local/state")).map(own);
        let data = data.ok_or(Usage)?;
        // Without a home there is still the data's own folder; nothing of a person stands in what is kept there.
        let state = state.unwrap_or_else(|| data.join("state"));
        Ok(Self {
            node: said.node()?,
            data,
            state,
        })
    }
}

impl Said {
    fn read(mut arguments: impl Iterator<Item = OsString>) -> Result<Self, Usage> {
        let mut said = Self::default();
        while let Some(option) = arguments.next() {
            let mut value = |kept: &mut Option<OsString>| {
                let next = arguments.next().filter(|value| !value.is_empty());
                once(kept.is_none(), || *kept = next.clone())?;
                next.map(drop).ok_or(Usage)
            };
            match option.to_str() {
                Some("--data") => value(&mut said.data)?,
                Some("--prints") => value(&mut said.prints)?,
                Some("--receipts") => value(&mut said.receipts)?,
                Some("--booth") => once(!said.booth, || said.booth = true)?,
                Some("--board") => once(!said.board, || said.board = true)?,
                Some("--applicant") => once(!said.applicant, || said.applicant = true)?,
                #[cfg(feature = "demo")]
                Some("--synthetic-camera") => once(!said.synthetic_camera, || said.synthetic_camera = true)?,
                #[cfg(feature = "demo")]
                Some("--idle-ms") => value(&mut said.idle_ms)?,
                _ => return Err(Usage),
            }
        }
        Ok(said)
    }

    fn node(self) -> Result<Node, Usage> {
        let (of_desk, of_booth) = (
            self.board || self.applicant || self.prints.is_some() || self.idle_ms.is_some(),
            self.receipts.is_some() || self.synthetic_camera,
        );
        match (self.booth, of_desk, of_booth) {
            (true, false, _) => Ok(Node::Booth(BoothWindow {
                receipts: receipts(self.receipts.unwrap_or_else(|| RECEIPTS.into())),
                synthetic_camera: self.synthetic_camera,
            })),
            (false, _, false) => Ok(Node::Desk(DeskWindows {
                board: self.board,
                applicant: self.applicant,
                prints: self.prints.map(PathBuf::from),
                idle_ms: self.idle_ms.map(|ms| number(&ms)).transpose()?,
            })),
            _ => Err(Usage),
        }
    }
}

fn number(said: &OsString) -> Result<i64, Usage> {
    said.to_str().and_then(|text| text.parse().ok()).ok_or(Usage)
}

/// An address with a port is a printer in the network; everything else is a file.
fn receipts(place: OsString) -> Receipts {
    let address = place.to_str().and_then(|text| text.parse().ok());
    address.map_or_else(|| Receipts::File(place.into()), Receipts::Network)
}

/// Said twice is not said clearly.
fn once(first: bool, keep: impl FnOnce()) -> Result<(), Usage> {
    first.then(keep).ok_or(Usage)
}

#[cfg(test)]
mod tests;
