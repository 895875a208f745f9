//! One program for one data folder: a second start shows the first one's window and ends.
//!
//! Who is first is decided by a lock on a file, which the system takes back from a killed program by itself; what else lies there may be as old
//! as it likes. The first listens on this machine's own address (127.0.0.1) and writes the port beside the lock, with a random word that a
//! caller must know: one way for Linux and Windows, without a further library, and only who may read the file may call. Not D-Bus, and not one
//! name for all: desk A, desk B and a booth may run side by side, each over its own folder.
//! Invariant: nothing here tells who works or with what; the data folder is not even named, its mark is a hash.

use std::fmt::Write as _;
use std::fs::{self, File, TryLockError};
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{iter, thread};

use qabyldau_window::Surroundings;
use sha2::{Digest as _, Sha256};

/// How long the two may take to understand each other.
const PATIENCE: Duration = Duration::from_secs(5);
/// The pause between two looks at what the first has written.
const PAUSE: Duration = Duration::from_millis(50);
/// No line is longer.
const LINE: u64 = 128;
/// What the first answers once its window is asked to show itself.
const SHOWN: &str = "shown";

/// How a start went.
pub enum Start {
    /// Nobody else runs over this folder.
    First(Held),
    /// Somebody does, and shows itself now.
    HandedOver,
}

/// The folder is this program's until it ends.
pub struct Held {
    /// Given back by the system when the program ends, however it ends.
    _lock: File,
    door: TcpListener,
    word: String,
}

/// What a data folder is called where starts meet: the same for every way to write its path.
pub fn mark(data: &Path) -> String {
    // A folder that is not there yet holds nothing to be kept apart.
    let path = fs::canonicalize(data).or_else(|_| std::path::absolute(data));
    let path = path.unwrap_or_else(|_| data.to_owned());
    let hash = Sha256::digest(path.as_os_str().as_encoded_bytes());
    hex(&hash[..16])
}

/// Takes the folder of this mark, or shows who has it.
pub fn start(meeting: &Path, mark: &str, surroundings: &Surroundings) -> io::Result<Start> {
    make_private(meeting)?;
    let (lock, door) = (
        private(&meeting.join(format!("{mark}.lock")))?,
        meeting.join(format!("{mark}.door")),
    );
    match lock.try_lock() {
        Ok(()) => first(lock, &door, surroundings).map(Start::First),
        Err(TryLockError::WouldBlock) => hand_over(&door).map(|()| Start::HandedOver),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn first(lock: File, door: &Path, surroundings: &Surroundings) -> io::Result<Held> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let word = hex(&surroundings.random::<32>());
    let aside = door.with_extension("door-new");
    let mut file = private(&aside)?;
    file.set_len(0)?;
    write!(file, "{} {word}", listener.local_addr()?)?;
    drop(file);
    fs::rename(aside, door)?;
    Ok(Held {
        _lock: lock,
        door: listener,
        word,
    })
}

fn hand_over(door: &Path) -> io::Result<()> {
    let tries = PATIENCE.as_millis() / PAUSE.as_millis();
    let mut last = io::ErrorKind::NotFound.into();
    // The first may only just have taken the lock, and what stands there may still be a killed one's.
    for _ in 0..tries {
        match call(door) {
            Ok(()) => return Ok(()),
            Err(error) => last = error,
        }
        thread::sleep(PAUSE);
    }
    Err(last)
}

fn call(door: &Path) -> io::Result<()> {
    let text = fs::read_to_string(door)?;
    let (address, word) = text.split_once(' ').ok_or(io::ErrorKind::InvalidData)?;
    let address: SocketAddr = address.parse().map_err(|_| io::ErrorKind::InvalidData)?;
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    writeln!(stream, "{word}")?;
    match line(&stream)?.as_str() {
        SHOWN => Ok(()),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

impl Held {
    /// From now on a second start makes this program show itself.
    pub fn show_when_called(self, show: impl Fn() + Send + 'static) -> io::Result<()> {
        // A call takes all of it along: a closure over single fields would let go of the lock here.
        let listening = move || self.listen(&show);
        thread::Builder::new()
            .name("second-start".into())
            .spawn(listening)
            .map(drop)
    }

    fn listen(self, show: &impl Fn()) {
        for stream in self.door.incoming() {
            // Whoever hangs up or knows no word gets nothing, and the next one is heard.
            let _ = stream.and_then(|stream| answer(stream, &self.word, show));
        }
    }
}

fn answer(mut stream: TcpStream, word: &str, show: &impl Fn()) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    if line(&stream)? == word {
        show();
        writeln!(stream, "{SHOWN}")?;
    }
    Ok(())
}

fn line(stream: &TcpStream) -> io::Result<String> {
    let mut line = String::new();
    BufReader::new(stream.take(LINE)).read_line(&mut line)?;
    Ok(line.trim_end().to_owned())
}

fn hex(bytes: &[u8]) -> String {
    iter::once(bytes).flatten().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Makes the folder, for this user alone.
pub fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Opens or makes a file for this user alone.
fn private(path: &PathBuf) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests;
