//! A TCP proxy that stands between two nodes and misbehaves on request: cuts, swallows answers, refuses, counts bytes.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

#[derive(Default)]
struct Shared {
    target: Mutex<Option<SocketAddr>>,
    pulled: AtomicBool,
    mute: AtomicBool,
    mute_above: AtomicU64,
    cut_after: AtomicU64,
    up: AtomicU64,
    down: AtomicU64,
    cuts: AtomicU64,
    swallowed: AtomicU64,
    ended: AtomicBool,
    lines: Mutex<Vec<TcpStream>>,
}

/// A running proxy on a port of its own. Dropping it cuts everything.
pub struct Proxy {
    address: SocketAddr,
    shared: Arc<Shared>,
}

impl Proxy {
    /// Starts in front of `target`.
    pub fn before(target: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::default());
        *lock(&shared.target) = Some(target);
        let running = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if running.ended.load(Ordering::SeqCst) {
                    return;
                }
                if let Ok(stream) = stream {
                    let shared = Arc::clone(&running);
                    thread::spawn(move || line(&shared, stream));
                }
            }
        });
        Ok(Self { address, shared })
    }

    /// Where to connect to.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The node behind it moved (it was started anew).
    pub fn point_at(&self, target: SocketAddr) {
        *lock(&self.shared.target) = Some(target);
    }

    /// Pulls the cable: all lines are cut and none come about until [`plug_in`](Self::plug_in).
    pub fn pull(&self) {
        self.shared.pulled.store(true, Ordering::SeqCst);
        self.cut();
    }

    /// Plugs the cable in again.
    pub fn plug_in(&self) {
        self.shared.pulled.store(false, Ordering::SeqCst);
    }

    /// Cuts all lines that are open now.
    pub fn cut(&self) {
        for line in lock(&self.shared.lines).drain(..) {
            let _ = line.shutdown(Shutdown::Both);
        }
    }

    /// Lets what goes up pass and swallows what comes back, from the moment the line is quiet upwards: the answer is lost.
    pub fn swallow_answers(&self, on: bool) {
        self.shared.mute.store(on, Ordering::SeqCst);
    }

    /// Swallows the answer to any request of at least so many bytes and cuts its line: the peer did it, and nobody is told; 0 for never.
    /// Shorter requests pass, so that the line comes about again and the next long request goes up.
    pub fn swallow_answers_to(&self, bytes: u64) {
        self.shared.mute_above.store(bytes, Ordering::SeqCst);
    }

    /// Cuts a line after so many bytes upwards, each line anew; 0 for never.
    pub fn cut_after(&self, bytes: u64) {
        self.shared.cut_after.store(bytes, Ordering::SeqCst);
    }

    /// Bytes that went up so far.
    pub fn bytes_up(&self) -> u64 {
        self.shared.up.load(Ordering::SeqCst)
    }

    /// Bytes that came down so far.
    pub fn bytes_down(&self) -> u64 {
        self.shared.down.load(Ordering::SeqCst)
    }

    /// How many lines were cut by [`cut_after`](Self::cut_after).
    pub fn cuts(&self) -> u64 {
        self.shared.cuts.load(Ordering::SeqCst)
    }

    /// How many lines died with their answer swallowed.
    pub fn swallowed(&self) -> u64 {
        self.shared.swallowed.load(Ordering::SeqCst)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        self.pull();
        // Wakes the accepting thread, so that it sees the end.
        let _ = TcpStream::connect(self.address);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn line(shared: &Arc<Shared>, near: TcpStream) {
    let Some(target) = *lock(&shared.target) else { return };
    if shared.pulled.load(Ordering::SeqCst) {
        return;
    }
    let Ok(far) = TcpStream::connect(target) else { return };
    let (Ok(near_again), Ok(far_again)) = (near.try_clone(), far.try_clone()) else {
        return;
    };
    lock(&shared.lines).extend(near.try_clone().into_iter().chain(far.try_clone()));
    let asked = Arc::new(AtomicU64::new(0));
    let (down, answered) = (Arc::clone(shared), Arc::clone(&asked));
    let coming = thread::spawn(move || come_down(&down, &answered, far_again, near_again));
    go_up(shared, &asked, near, far);
    let _ = coming.join();
}

/// `asked` counts what went up since the last byte came down.
fn go_up(shared: &Shared, asked: &AtomicU64, mut near: TcpStream, mut far: TcpStream) {
    let mut buffer = [0; 16 * 1024];
    let mut passed = 0_u64;
    while let Ok(read @ 1..) = near.read(&mut buffer) {
        let limit = shared.cut_after.load(Ordering::SeqCst);
        if limit > 0 && passed >= limit {
            shared.cuts.fetch_add(1, Ordering::SeqCst);
            break;
        }
        // Counted first: no answer comes before it is asked for.
        asked.fetch_add(read as u64, Ordering::SeqCst);
        if far.write_all(&buffer[..read]).is_err() {
            break;
        }
        passed += read as u64;
        shared.up.fetch_add(read as u64, Ordering::SeqCst);
    }
    let _ = near.shutdown(Shutdown::Both);
    let _ = far.shutdown(Shutdown::Both);
}

fn come_down(shared: &Shared, asked: &AtomicU64, mut far: TcpStream, mut near: TcpStream) {
    let mut buffer = [0; 16 * 1024];
    while let Ok(read @ 1..) = far.read(&mut buffer) {
        let above = shared.mute_above.load(Ordering::SeqCst);
        let long = above > 0 && asked.swap(0, Ordering::SeqCst) >= above;
        if long || shared.mute.load(Ordering::SeqCst) {
            shared.swallowed.fetch_add(1, Ordering::SeqCst);
            break;
        }
        if near.write_all(&buffer[..read]).is_err() {
            break;
        }
        shared.down.fetch_add(read as u64, Ordering::SeqCst);
    }
    let _ = far.shutdown(Shutdown::Both);
    let _ = near.shutdown(Shutdown::Both);
}
