//! The tour: the main job in the real windows, driven as a person would, first in Kazakh and then in Russian; pictures, texts, papers and facts
//! of it lie flat in one folder.
//!
//! Not a test: it asserts only what it needs to go on, and that what it shows is what happened (the receipt's barcode, facts in plain JSON, no two
//! pictures alike). Invariant: whoever comes is invented unless the environment says otherwise, and nobody's data leave the folder.

mod album;
mod booth;
mod desk;
mod facts;
mod guest;
mod papers;
mod places;
mod sheet;
mod visit;

use std::time::Instant;

use qabyldau_domain::language::Language;

use crate::demonstration::{self, Demonstration, Places, RECEIPTS, WINDOW, Wish};
use crate::driving::{Display, DriveError, Driver, Start};
use crate::running::{RunError, Who};

use album::Album;
use guest::Guests;

/// Why the tour stopped.
#[derive(Debug, thiserror::Error)]
pub enum TourError {
    /// The branch.
    #[error(transparent)]
    Run(#[from] RunError),
    /// A process.
    #[error(transparent)]
    Process(#[from] crate::process::ProcessError),
    /// A window.
    #[error(transparent)]
    Drive(#[from] DriveError),
    /// What the environment says of the guest cannot be followed.
    #[error("{0}")]
    Guest(#[from] guest::NoGuest),
    /// At a step.
    #[error("at «{step}»: {why}")]
    Step {
        /// Which.
        step: String,
        /// What happened there.
        why: Box<TourError>,
    },
    /// A file.
    #[error("{0}: {1}")]
    File(std::path::PathBuf, std::io::Error),
    /// What came out is not what should have.
    #[error("{0}")]
    Wrong(String),
}

/// What a step answers.
pub type Toured<T = ()> = Result<T, TourError>;

/// The windows under the tour's hand.
struct Hands<'a> {
    desk: &'a Driver,
    booth: &'a Driver,
    demonstration: &'a Demonstration,
}

/// Takes the tour; answers what was said of it in `tour.md`.
pub fn take(places: &Places, fresh: bool, environment: impl Fn(&str) -> Option<String>) -> Toured<String> {
    let guests = Guests::of(environment)?;
    let whole = Instant::now();
    demonstration::empty(&places.tour)?;
    let wish = Wish {
        fresh,
        new_day: true,
        leave_desk_b: false,
    };
    let mut demonstration = Demonstration::begin(places, wish)?;
    let begun = whole.elapsed();
    let mut album = Album::into(&places.tour);
    drive(&demonstration, &guests, &mut album)?;
    let receipts = papers::receipts(&places.tour, &demonstration, &album)?;
    let facts = facts::export(&mut demonstration)?;
    demonstration.end()?;
    let written = sheet::write(&sheet::Told {
        guests: &guests,
        album: &album,
        receipts: &receipts,
        facts: &facts,
        begun,
        whole: whole.elapsed(),
    });
    let file = places.tour.join("tour.md");
    std::fs::write(&file, &written).map_err(|error| TourError::File(file, error))?;
    // Last, so that everything lies there for whoever wants to see what is wrong.
    album.no_two_alike()?;
    Ok(written)
}

/// Opens the windows, walks through them in both languages, closes them.
fn drive(demonstration: &Demonstration, guests: &Guests, album: &mut Album) -> Toured {
    // What an interrupted tour left goes first.
    let home = demonstration.places().demo.join("home");
    let _ = std::fs::remove_dir_all(&home);
    let driven = with_windows(demonstration, &home, |desk, booth| {
        let hands = Hands {
            desk,
            booth,
            demonstration,
        };
        for language in [Language::Kk, Language::Ru] {
            album.turn(language);
            walk(&hands, guests, album).inspect_err(|_| album.last_look(desk, booth))?;
        }
        Ok(())
    });
    let _ = std::fs::remove_dir_all(&home);
    driven
}

fn with_windows(
    demonstration: &Demonstration,
    home: &std::path::Path,
    driven: impl FnOnce(&Driver, &Driver) -> Toured,
) -> Toured {
    let program = demonstration.places().programs.join(WINDOW);
    // A kiosk fills the display it finds, so the booth has one of its own; the board needs its size and the frame around it.
    let (wide, tall) = (Display::start(2000, 1200)?, Display::start(1080, 1920)?);
    let start = |who: Who, display: &Display| {
        let home = home.join(who.folder());
        Driver::start(
            display,
            &Start {
                program: &program,
                arguments: &demonstration::arguments(demonstration, who),
                home: &home,
                environment: &demonstration.environment(),
                log: Some(&demonstration.log(who.folder())),
            },
        )
    };
    let booth = start(Who::Booth, &tall)?;
    let desk = start(Who::DeskA, &wide)?;
    driven(&desk, &booth)
}

/// One walk, in the album's language.
fn walk(hands: &Hands, guests: &Guests, album: &mut Album) -> Toured {
    let guest = guests.of_language(album.language());
    desk::sign_in(hands, album)?;
    desk::today(hands, album)?;
    let entry = visit::first_time(hands, guest, album)?;
    booth::whole_session(hands, guest, album)?;
    desk::receipt(hands, album)?;
    visit::known(hands, guest, album)?;
    desk::check_in(hands, album)?;
    desk::board(hands, album)?;
    desk::roster(hands, album)?;
    desk::entry(hands, guest, &entry, album)?;
    desk::ledger(hands, album)
}

/// The port of the booth's printer.
fn port(places: &Places) -> std::path::PathBuf {
    places.tour.join(RECEIPTS)
}
