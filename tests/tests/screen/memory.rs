//! A process's memory, searched from outside by whoever runs it.

use std::fs::{self, File};
use std::io::{BufRead as _, Read as _, Seek as _, SeekFrom};

/// How much is read at once.
const PART: usize = 1 << 20;
/// A page of memory, and what the kernel says of one, in bytes.
const PAGE: usize = 4096;
const ENTRY: usize = 8;

/// How often any of these words stand in what the process may write; none if this machine does not let one look.
pub fn times(id: u32, words: &[&[u8]]) -> Option<usize> {
    let open = |name: &str| File::open(format!("/proc/{id}/{name}")).ok();
    let maps = fs::read_to_string(format!("/proc/{id}/maps")).ok()?;
    let (mut memory, mut pages) = (open("mem")?, open("pagemap")?);
    let mut times = 0;
    for (from, to) in maps.lines().filter_map(writable) {
        times += in_region(&mut memory, from, to, words, |at| is_there(&mut pages, at));
    }
    Some(times)
}

/// Whether any page of the part that begins here is in memory, or was and is swapped out. An engine of scripts reserves far more than it uses.
fn is_there(pages: &mut File, at: u64) -> bool {
    let mut entries = [0; PART / PAGE * ENTRY];
    let read = pages
        .seek(SeekFrom::Start(at / PAGE as u64 * ENTRY as u64))
        .and_then(|_| pages.read(&mut entries));
    // The two highest bits of an entry say so; who may not be told must look.
    read.map_or(true, |read| {
        entries[..read]
            .chunks_exact(ENTRY)
            .any(|entry| entry[ENTRY - 1] & 0xc0 != 0)
    })
}

fn writable(line: &str) -> Option<(u64, u64)> {
    let mut columns = line.split_whitespace();
    let (from, to) = columns.next()?.split_once('-')?;
    let rights = columns.next()?;
    let number = |text: &str| u64::from_str_radix(text, 16).ok();
    rights.starts_with("rw").then_some((number(from)?, number(to)?))
}

/// Pages that cannot be read hold nothing of the program's; the rest of the region is passed over with them.
fn in_region(memory: &mut File, from: u64, to: u64, words: &[&[u8]], mut is_there: impl FnMut(u64) -> bool) -> usize {
    let longest = words.iter().map(|word| word.len()).max().unwrap_or_default();
    let (mut times, mut part, mut kept) = (0, vec![0; PART], Vec::new());
    for at in (from..to).step_by(PART) {
        let wanted = PART.min(usize::try_from(to - at).unwrap_or(PART));
        if !is_there(at) {
            kept.clear();
            continue;
        }
        if memory.seek(SeekFrom::Start(at)).is_err() || memory.read_exact(&mut part[..wanted]).is_err() {
            break;
        }
        // What lies across two parts is found in the second, with the end of the first before it.
        let before = kept.len();
        kept.extend_from_slice(&part[..wanted]);
        times += words.iter().map(|word| found(&kept, word, before)).sum::<usize>();
        kept.drain(..kept.len().saturating_sub(longest - 1));
    }
    times
}

/// How often a word stands there that does not lie wholly in the first bytes. Its first byte is looked for by the platform's own search: this is a
/// build without optimisation, and a process is large.
fn found(bytes: &[u8], word: &[u8], seen: usize) -> usize {
    let (mut times, mut rest) = (0, bytes);
    while rest.skip_until(word[0]).is_ok_and(|passed| passed > 0) {
        let at = bytes.len() - rest.len() - 1;
        if bytes[at..].starts_with(word) && at + word.len() > seen {
            times += 1;
        }
    }
    times
}

#[test]
fn a_word_is_found_wherever_it_lies_and_counted_once() {
    let word = b"only here";
    let mut bytes = vec![0; 3 * PART];
    for at in [0, PART - 4, 2 * PART + 11] {
        bytes[at..at + word.len()].copy_from_slice(word);
    }
    let mut file = tempfile::tempfile().expect("a file");
    std::io::Write::write_all(&mut file, &bytes).expect("room for it");
    let length = bytes.len() as u64;
    assert_eq!(in_region(&mut file, 0, length, &[word], |_| true), 3);
    assert_eq!(in_region(&mut file, 1, length, &[word, b"not there"], |_| true), 2);
    assert_eq!(
        found(b"xaxa", b"xa", 2),
        1,
        "what was counted before is not counted again"
    );
    assert_eq!(writable("7f00-7f10 rw-p 0000 00:00 0 [heap]"), Some((0x7f00, 0x7f10)));
    assert_eq!(writable("7f00-7f10 r-xp 0000 00:00 0"), None);
}
