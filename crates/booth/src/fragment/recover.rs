//! What is left of a recording after a crash: the fragments that the manifest notes and that are on the disk, whole.

use std::fs;
use std::io;

use qabyldau_domain::booth::recording::{FORM_FRAGMENTS, pack};
use qabyldau_domain::fact::Digest;

use super::folder::Folder;
use super::manifest::{self, Noted};
use super::{FragmentError, Recordings, Sealed};

/// A recording that was cut off.
#[derive(Debug)]
pub struct Recovered {
    folder: Folder,
    noted: Vec<Noted>,
}

impl Recovered {
    /// Looks for the recording of a session. `None` if nothing of it can be sent.
    pub fn find(recordings: &Recordings, session: &str) -> io::Result<Option<Self>> {
        let folder = recordings.of(session);
        let text = match fs::read(folder.manifest()) {
            Ok(text) => String::from_utf8_lossy(&text).into_owned(),
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(why) => return Err(why),
        };
        let mut noted = manifest::read(&text);
        let whole = noted.iter().take_while(|one| read(&folder, one).is_ok()).count();
        noted.truncate(whole);
        Ok((!noted.is_empty()).then_some(Self { folder, noted }))
    }

    /// Milliseconds recorded.
    pub fn ms(&self) -> u32 {
        self.noted.last().map_or(0, |last| last.ms)
    }

    /// The parcel: the sealed fragments in order, as they lie. Nothing is opened: nothing can be.
    pub fn parcel(&self) -> Result<Sealed, FragmentError> {
        let fragments = self
            .noted
            .iter()
            .map(|noted| read(&self.folder, noted))
            .collect::<io::Result<Vec<_>>>()?;
        let bytes = pack(fragments.iter().map(Vec::as_slice));
        Ok(Sealed {
            bytes,
            duration_ms: self.ms(),
            form: FORM_FRAGMENTS,
        })
    }
}

fn read(folder: &Folder, noted: &Noted) -> io::Result<Vec<u8>> {
    let sealed = fs::read(folder.fragment(noted.number))?;
    let same = sealed.len() as u64 == noted.bytes && Digest::of(&sealed) == noted.sha256;
    if same {
        Ok(sealed)
    } else {
        Err(io::ErrorKind::InvalidData.into())
    }
}
