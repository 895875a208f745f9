//! The album: a picture and a text of every step in both languages, the time each took, and that no two pictures are alike.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use qabyldau_domain::language::Language;

use super::{TourError, Toured};
use crate::driving::Driver;

/// The steps in their order: the name of the files, and what is seen.
pub const STEPS: [(&str, &str); 30] = [
    ("sign-in", "who works here today; a demonstration says how to sign in"),
    ("opening", "the opening of the day: what is ready and what is not"),
    ("today", "today: who waits, receptions, booths"),
    ("visit-read", "a first-time visitor: what the card's zone says"),
    ("visit-named", "the same with the names typed in Cyrillic"),
    (
        "visit-stated",
        "compared and explained; the third statement sends to the booth",
    ),
    ("booth-welcome", "the booth greets"),
    ("booth-rules", "the rules"),
    ("booth-data", "the person's own data"),
    ("booth-kind", "what is submitted"),
    ("booth-addressee", "to whom"),
    ("booth-camera", "camera and voice"),
    ("booth-recording", "it is being recorded"),
    ("today-recording", "what the desk sees of it"),
    ("booth-stopped", "stopped, not sent"),
    ("booth-code", "accepted: secret code, expected day, the receipt comes"),
    ("booth-rating", "the rating"),
    ("booth-thanks", "thanks, and what not to forget"),
    ("receipt", "the receipt's barcode read at the desk"),
    (
        "known-visitor",
        "the same person again, by barcode: filled in by the last visit",
    ),
    ("waiting", "registered and waiting"),
    ("check-in", "somebody who is expected at a reception: the verdict"),
    ("arrived", "arrival marked"),
    ("board", "the escort board"),
    ("board-taken", "taken over by who escorts"),
    ("roster", "today's roster, printed"),
    ("entry", "the journal's entry with its history"),
    ("correction", "a correction: old beside new, and the reason"),
    ("corrected", "the entry after it"),
    ("ledger", "the ledger: devices, exchange, latest acts"),
];

/// Two pictures are alike if fewer than one of so many pixels differ: a clock that went on makes no other picture.
const ALIKE: usize = 2000;

/// Everything that stands on the page as a person reads it: its words without those that only a screen reader says, then what stands in its
/// fields. A password stands nowhere.
const TEXT: &str = "const unseen = [...document.querySelectorAll('.aside')];
    for (const one of unseen) one.style.display = 'none';
    const words = document.body.innerText;
    for (const one of unseen) one.style.removeProperty('display');
    const fields = [...document.querySelectorAll('input, select, textarea')]
      .filter((one) => one.getClientRects().length > 0 && !['password', 'radio', 'checkbox'].includes(one.type) && one.value !== '');
    const said = (one) => one.tagName === 'SELECT' ? one.selectedOptions[0]?.innerText ?? '' : one.value;
    const label = (one) => (one.labels?.[0]?.innerText || one.labels?.[0]?.textContent || one.getAttribute('aria-label') || one.name).trim().split('\\n')[0];
    return [words, ...fields.map((one) => `${label(one)}: ${said(one)}`)].join('\\n')";

/// A step that was taken.
pub struct Step {
    /// `NN-name.kk`.
    pub name: String,
    /// What is seen.
    pub seen: &'static str,
    /// How long it took, since the step before.
    pub took: Duration,
}

/// The album.
pub struct Album {
    folder: PathBuf,
    language: Language,
    since: Instant,
    steps: Vec<Step>,
    pictures: Vec<Picture>,
    scans: Vec<(String, f64)>,
    numbers: Vec<(Language, String)>,
}

struct Picture {
    name: String,
    size: (u32, u32),
    grey: Vec<u8>,
}

impl Album {
    /// An empty one.
    pub fn into(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            language: Language::Kk,
            since: Instant::now(),
            steps: Vec::new(),
            pictures: Vec::new(),
            scans: Vec::new(),
            numbers: Vec::new(),
        }
    }

    /// From here on in this language.
    pub fn turn(&mut self, language: Language) {
        self.language = language;
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Keeps what a window shows now as this step.
    pub fn take(&mut self, driver: &Driver, step: &str) -> Toured {
        self.take_in(driver, step, self.language)
    }

    /// The same in another language than the one of the walk.
    pub fn take_in(&mut self, driver: &Driver, step: &str, language: Language) -> Toured {
        let unknown = || TourError::Wrong(format!("the tour has no step «{step}»"));
        let (at, (name, seen)) = (STEPS.iter().enumerate().find(|(_, (name, _))| *name == step)).ok_or_else(unknown)?;
        let name = format!("{:02}-{name}.{}", at + 1, code(language));
        let png = driver.seen()?;
        let text = driver.run(TEXT)?;
        self.keep(&format!("{name}.png"), &png)?;
        let text = format!("{}\n", text.as_str().unwrap_or_default().trim_end());
        self.keep(&format!("{name}.txt"), text.as_bytes())?;
        self.pictures.push(Picture::read(&name, &png)?);
        self.steps.push(Step {
            name,
            seen,
            took: self.since.elapsed(),
        });
        self.since = Instant::now();
        Ok(())
    }

    /// What both windows show when a step fails, so that one can see why. They are no steps.
    pub fn last_look(&self, desk: &Driver, booth: &Driver) {
        for (name, driver) in [("desk", desk), ("booth", booth)] {
            let _ = driver.picture(&self.folder.join(format!("failed-{name}.png")));
        }
    }

    fn keep(&self, name: &str, bytes: &[u8]) -> Toured {
        let file = self.folder.join(name);
        std::fs::write(&file, bytes).map_err(|error| TourError::File(file, error))
    }

    /// Notes how long it took from the end of a scan to what it opened.
    pub fn scanned(&mut self, what: &str, ms: f64) {
        self.scans.push((format!("{what} ({})", code(self.language)), ms));
    }

    /// Notes the appeal's number that the booth showed.
    pub fn filed(&mut self, number: String) {
        self.numbers.push((self.language, number));
    }

    /// The number of the appeal filed in this language.
    pub fn number(&self, language: Language) -> Option<&str> {
        let found = self.numbers.iter().find(|(of, _)| *of == language);
        found.map(|(_, number)| number.as_str())
    }

    /// The steps that were taken.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The scans, each with its milliseconds.
    pub fn scans(&self) -> &[(String, f64)] {
        &self.scans
    }

    /// Fails by name if two pictures show the same.
    pub fn no_two_alike(&self) -> Toured {
        for (at, one) in self.pictures.iter().enumerate() {
            if let Some(other) = self.pictures[..at].iter().find(|other| one.alike(other)) {
                return Err(TourError::Wrong(format!(
                    "{} and {} are alike: a step shows nothing new",
                    other.name, one.name
                )));
            }
        }
        Ok(())
    }
}

impl Picture {
    fn read(name: &str, png: &[u8]) -> Toured<Self> {
        let wrong = |error: png::DecodingError| TourError::Wrong(format!("{name}: {error}"));
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().map_err(wrong)?;
        let mut bytes = vec![0; reader.output_buffer_size().unwrap_or_default()];
        let frame = reader.next_frame(&mut bytes).map_err(wrong)?;
        bytes.truncate(frame.buffer_size());
        let samples = frame.color_type.samples();
        let grey = bytes.chunks_exact(samples).map(|pixel| match pixel {
            [r, g, b, ..] => u8::try_from((u16::from(*r) + u16::from(*g) + u16::from(*b)) / 3).unwrap_or(u8::MAX),
            [grey, ..] => *grey,
            [] => 0,
        });
        Ok(Self {
            name: name.to_owned(),
            size: (frame.width, frame.height),
            grey: grey.collect(),
        })
    }

    fn alike(&self, other: &Self) -> bool {
        let differ = self.grey.iter().zip(&other.grey).filter(|(one, two)| one != two);
        self.size == other.size && differ.count() * ALIKE < self.grey.len()
    }
}

/// How a language stands in the files' names.
pub const fn code(language: Language) -> &'static str {
    match language {
        Language::Kk => "kk",
        Language::Ru => "ru",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(dark: usize) -> Picture {
        Picture {
            name: String::new(),
            size: (100, 100),
            grey: (0..10_000).map(|at| if at < dark { 0 } else { 255 }).collect(),
        }
    }

    #[test]
    fn a_clock_that_went_on_makes_no_other_picture_and_a_word_does() {
        assert!(picture(0).alike(&picture(0)));
        assert!(picture(0).alike(&picture(4)));
        assert!(!picture(0).alike(&picture(5)));
        let mut wider = picture(0);
        wider.size = (200, 50);
        assert!(!picture(0).alike(&wider));
    }

    #[test]
    fn steps_have_names_of_their_own() {
        let mut names: Vec<_> = STEPS.iter().map(|(name, _)| name).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
    }
}
