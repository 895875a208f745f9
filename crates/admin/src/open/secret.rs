//! Reading a password or code: from a descriptor or standard input, never from an argument, where every process of the machine would
//! see it. A terminal is refused: it would show what is typed.

use std::fs::File;
use std::io::{IsTerminal as _, Read};

use zeroize::Zeroizing;

use super::Trouble;

/// Longer than any password or code.
const LIMIT: u64 = 4096;

/// The first line.
pub(super) fn line(descriptor: Option<u32>) -> Result<Zeroizing<String>, Trouble> {
    let all = all(descriptor)?;
    let line = all.split('\n').next().unwrap_or_default();
    Ok(Zeroizing::new(line.strip_suffix('\r').unwrap_or(line).to_owned()))
}

/// Everything up to the end.
pub(super) fn all(descriptor: Option<u32>) -> Result<Zeroizing<String>, Trouble> {
    match descriptor {
        Some(number) => {
            // The only safe way to a descriptor by its number; systems without this folder have standard input.
            let file = File::open(format!("/dev/fd/{number}")).map_err(|_| Trouble::SecretNotRead)?;
            whole(file)
        }
        None => {
            let input = std::io::stdin();
            if input.is_terminal() {
                return Err(Trouble::SecretOnTerminal);
            }
            whole(input.lock())
        }
    }
}

fn whole(from: impl Read) -> Result<Zeroizing<String>, Trouble> {
    // Room for all of it at once: a buffer that grows would leave pieces of the secret behind.
    let mut text = Zeroizing::new(String::with_capacity(LIMIT as usize + 1));
    let read = from
        .take(LIMIT + 1)
        .read_to_string(&mut text)
        .map_err(|_| Trouble::SecretNotRead)?;
    match read {
        0 => Err(Trouble::SecretNotRead),
        read if read as u64 > LIMIT => Err(Trouble::SecretNotRead),
        _ => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_or_empty_is_no_secret() {
        assert!(whole(&b""[..]).is_err());
        assert!(whole(&[b'a'; 4097][..]).is_err());
        assert_eq!(whole(&b"ab\ncd"[..]).unwrap().as_str(), "ab\ncd");
    }
}
