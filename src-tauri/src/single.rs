//! One program for one data folder: a second start shows the first one's window and ends.
//!
//! Who is first is decided by a lock on a file in the data folder itself, so that it is the same for every way to start: by a login, by a
//! service, by `su`. The system takes it back from a killed program by itself; what else lies there may be as old as it likes. The first
//! listens on this machine's own address (127.0.0.1) and writes the port beside the lock, with a random word that a caller must know: one way
//! for Linux and Windows, without a further library, and only who may read the file may call. Not D-Bus, and not one name for all: desk A, desk
//! B and a booth may run side by side, each over its own folder.
//! Invariant: nothing here tells who works or with what.

use std::fmt::Write as _;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{iter, thread};

use qabyldau_window::{Surroundings, make_private};
use sha2::{Digest as _, Sha256};

/// How long the two may take to understand each other.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long one caller may take to say its word: the next one waits meanwhile.
const HEARING: Duration = Duration::from_secs(1);
/// The lock, and where its holder is called, in the data folder.
const LOCK: &str = "window.lock";
const DOOR: &str = "window.door";
/// The pause between two looks at what the first has written.
const PAUSE: Duration = Duration::from_millis(50);
/// No line is longer.
const LINE: usize = 128;
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

/// What a data folder is called outside itself: the same for every way to write its path.
pub fn mark(data: &Path) -> String {
    // A folder that is not there yet holds nothing to be kept apart.
    let path = fs::canonicalize(data).or_else(|_| std::path::absolute(data));
    let path = path.unwrap_or_else(|_| data.to_owned());
    let hash = Sha256::digest(path.as_os_str().as_encoded_bytes());
    hex(&hash[..16])
}

/// Takes the data folder, or shows who has it.
pub fn start(data: &Path, surroundings: &Surroundings) -> io::Result<Start> {
    make_private(data)?;
    let (lock, door) = (private(&data.join(LOCK))?, data.join(DOOR));
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
    let end = Instant::now() + PATIENCE;
    loop {
        // The first may only just have taken the lock, and what stands there may still be a killed one's.
        match call(door, end) {
            Err(_) if Instant::now() + PAUSE < end => thread::sleep(PAUSE),
            said => return said,
        }
    }
}

fn call(door: &Path, end: Instant) -> io::Result<()> {
    let text = fs::read_to_string(door)?;
    let (address, word) = text.split_once(' ').ok_or(io::ErrorKind::InvalidData)?;
    let address: SocketAddr = address.parse().map_err(|_| io::ErrorKind::InvalidData)?;
    let mut stream = TcpStream::connect_timeout(&address, left(end)?)?;
    writeln!(stream, "{word}")?;
    match line(&stream, end)?.as_str() {
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
    if line(&stream, Instant::now() + HEARING)? == word {
        show();
        writeln!(stream, "{SHOWN}")?;
    }
    Ok(())
}

/// A line, whole before `end`: whoever says one letter a second is not heard out.
fn line(mut stream: &TcpStream, end: Instant) -> io::Result<String> {
    let (mut line, mut byte) = (Vec::new(), [0]);
    while line.len() < LINE {
        stream.set_read_timeout(Some(left(end)?))?;
        if stream.read(&mut byte)? == 0 || byte == *b"\n" {
            break;
        }
        line.push(byte[0]);
    }
    String::from_utf8(line).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// What is left until `end`.
fn left(end: Instant) -> io::Result<Duration> {
    let left = end.saturating_duration_since(Instant::now());
    if left.is_zero() {
        Err(io::ErrorKind::TimedOut.into())
    } else {
        Ok(left)
    }
}

fn hex(bytes: &[u8]) -> String {
    iter::once(bytes).flatten().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
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
