//! The recording of a session, whatever became of it: running, rested, cut off by a crash, or staged as a parcel.
//!
//! Invariant: what it holds is wiped by `wipe` and `filed` alone; every other step keeps what there is.

use std::io::ErrorKind;
use std::path::PathBuf;

use qabyldau_domain::booth::Fault;
use qabyldau_domain::fact::Digest;
use qabyldau_domain::facts::ParcelV1;
use qabyldau_exchange::parcel::ParcelFolder;

use crate::error::BoothError;
use crate::fragment::{FragmentError, Recordings, Recovered, Sealing, Take};
use crate::recorder::{Recorder, Told};

/// What there is of a recording.
enum Reel {
    Blank,
    Running(Box<Take>),
    Recovered(Recovered),
    Staged(ParcelV1, PathBuf),
}

/// The recording of one session.
pub(crate) struct Tape {
    recordings: Recordings,
    /// Folder of this recording: the session and how many appeals were filed in it before.
    name: Option<String>,
    reel: Reel,
    /// The recorder rests. What it had in hand then may still come, and goes to the disk as it comes.
    resting: bool,
}

impl Tape {
    pub(crate) fn new(recordings: Recordings) -> Self {
        Self {
            recordings,
            name: None,
            reel: Reel::Blank,
            resting: false,
        }
    }

    pub(crate) fn recordings(&self) -> &Recordings {
        &self.recordings
    }

    /// A session's recording is to be found under this name from now on. Answers the milliseconds a crash left of it.
    pub(crate) fn load(&mut self, session: &str, filings: u32) -> Result<u32, BoothError> {
        let name = format!("{session}.{filings}");
        let found = Recovered::find(&self.recordings, &name)?;
        let ms = found.as_ref().map_or(0, Recovered::ms);
        self.reel = found.map_or(Reel::Blank, Reel::Recovered);
        self.recordings.keep_only(Some(&name))?;
        self.name = Some(name);
        Ok(ms)
    }

    /// No session: whatever lies there goes.
    pub(crate) fn unload(&mut self) -> Result<(), BoothError> {
        (self.reel, self.name) = (Reel::Blank, None);
        Ok(self.recordings.keep_only(None)?)
    }

    /// The recorder is to run: begins a recording if none is there.
    pub(crate) fn roll(&mut self, sealing: &Sealing) -> Result<(), Fault> {
        let name = self.name.as_deref().ok_or(Fault::Recording)?;
        if matches!(self.reel, Reel::Blank) {
            let begun = self.recordings.wipe(name).map_err(FragmentError::Disk);
            let take = begun.and_then(|()| Take::begin(&self.recordings, name, sealing));
            self.reel = Reel::Running(Box::new(take.map_err(fault)?));
        }
        if matches!(self.reel, Reel::Running(_)) {
            self.resting = false;
            Ok(())
        } else {
            Err(Fault::Recording)
        }
    }

    /// Keeps what the recorder told.
    pub(crate) fn keep(&mut self, told: &Told) -> Result<(), Fault> {
        let Reel::Running(take) = &mut self.reel else {
            return Ok(());
        };
        match told {
            Told::Bytes(bytes) => {
                let added = take.add(bytes);
                let rested = if self.resting { take.rest() } else { Ok(()) };
                added.and(rested).map_err(fault)
            }
            Told::Progress { ms } => take.reached(*ms).map_err(fault),
            Told::Voice { .. } | Told::Failed(_) => Ok(()),
        }
    }

    /// The recorder rests: what is there goes to the disk.
    pub(crate) fn rest(&mut self) -> Result<(), Fault> {
        self.resting = true;
        match &mut self.reel {
            Reel::Running(take) => take.rest().map_err(fault),
            _ => Ok(()),
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        matches!(self.reel, Reel::Blank)
    }

    /// Makes the recording a sealed parcel on the disk, once.
    pub(crate) fn stage(&mut self, recorder: &mut dyn Recorder) -> Result<&ParcelV1, BoothError> {
        let sealed = match &mut self.reel {
            Reel::Staged(..) => None,
            Reel::Blank => return Err(BoothError::NoSession),
            Reel::Recovered(recovered) => Some(recovered.parcel()?),
            // A recorder that fails at the end takes nothing from what it gave before.
            Reel::Running(take) => Some(take.finish(&recorder.finish().unwrap_or_default())?),
        };
        if let Some(sealed) = sealed {
            let name = self.name.as_deref().ok_or(BoothError::NoSession)?;
            let path = self.recordings.stage(name, &sealed.bytes)?;
            let parcel = ParcelV1 {
                sha256: Digest::of(&sealed.bytes),
                bytes: sealed.bytes.len() as u64,
                duration_ms: sealed.duration_ms,
                form: sealed.form.to_owned(),
                source: recorder.source(),
            };
            self.reel = Reel::Staged(parcel, path);
        }
        match &self.reel {
            Reel::Staged(parcel, _) => Ok(parcel),
            _ => Err(BoothError::NoSession),
        }
    }

    /// The appeal stands in the ledger: its parcel goes to the others, its fragments go, and the next recording is another.
    pub(crate) fn filed(&mut self, parcels: &ParcelFolder, session: &str, filings: u32) -> Result<(), BoothError> {
        let before = self.name.replace(format!("{session}.{filings}"));
        // Not taken over, it stays where it is staged: the next start looks there.
        if let Reel::Staged(parcel, path) = std::mem::replace(&mut self.reel, Reel::Blank) {
            parcels.adopt(&path, &parcel.sha256)?;
        }
        match before {
            Some(name) => Ok(self.recordings.wipe(&name)?),
            None => Ok(()),
        }
    }

    /// The recording goes, by a person's word.
    pub(crate) fn wipe(&mut self, recorder: &mut dyn Recorder) -> Result<(), BoothError> {
        recorder.discard();
        self.reel = Reel::Blank;
        match &self.name {
            Some(name) => Ok(self.recordings.wipe(name)?),
            None => Ok(()),
        }
    }
}

fn fault(error: FragmentError) -> Fault {
    match error {
        FragmentError::Disk(why) if why.kind() == ErrorKind::StorageFull => Fault::Space,
        _ => Fault::Recording,
    }
}

#[cfg(test)]
mod tests {
    use qabyldau_exchange::seal::Identity;
    use zeroize::Zeroizing;

    use super::*;

    #[test]
    fn what_a_paused_recorder_still_had_in_hand_is_on_the_disk_too() {
        let folder = tempfile::tempdir().unwrap();
        let recordings = || Recordings::open(folder.path()).unwrap();
        let to = [Identity::generate().recipient(), Identity::generate().recipient()];
        let sealing = Sealing::to(to, &Identity::generate().recipient()).unwrap();
        let mut tape = Tape::new(recordings());
        tape.load("s", 0).unwrap();
        tape.roll(&sealing).unwrap();
        tape.keep(&Told::Progress { ms: 320 }).unwrap();
        tape.rest().unwrap();
        tape.keep(&Told::Bytes(Zeroizing::new(vec![7; 64]))).unwrap();
        assert_eq!(
            Tape::new(recordings()).load("s", 0).unwrap(),
            320,
            "as after a power cut"
        );

        tape.roll(&sealing).unwrap();
        tape.keep(&Told::Bytes(Zeroizing::new(vec![8; 64]))).unwrap();
        tape.keep(&Told::Progress { ms: 640 }).unwrap();
        assert_eq!(
            Tape::new(recordings()).load("s", 0).unwrap(),
            320,
            "a running one waits for its second"
        );
    }
}
