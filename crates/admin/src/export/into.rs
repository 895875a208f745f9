//! A new file for the user alone: written aside, fsynced, moved to its place. There is never half an export under the name asked for.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

use qabyldau_domain::fact::NodeId;
use qabyldau_store::StoreError;

/// Why there is no export.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotWritten {
    /// There is a file of that name.
    #[error("exists")]
    Exists,
    /// The disk or pipe.
    #[error("file")]
    File(#[from] io::Error),
    /// The database.
    #[error("database")]
    Store(#[from] StoreError),
    /// What was read is not what the ledger says it holds.
    #[error("short")]
    Short {
        /// The stream.
        node: NodeId,
        /// The place.
        seq: u64,
    },
}

pub(super) fn file<T>(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<T, NotWritten>,
) -> Result<T, NotWritten> {
    if path.exists() {
        return Err(NotWritten::Exists);
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = whole(&part, write).and_then(|answer| {
        // A link is refused where somebody else has made the file meanwhile; a rename would replace it.
        fs::hard_link(&part, path).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => NotWritten::Exists,
            _ => NotWritten::File(error),
        })?;
        Ok(answer)
    });
    match fs::remove_file(&part) {
        Err(error) if error.kind() != ErrorKind::NotFound && written.is_ok() => Err(error.into()),
        _ => written,
    }
}

fn whole<T>(part: &Path, write: impl FnOnce(&mut BufWriter<File>) -> Result<T, NotWritten>) -> Result<T, NotWritten> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = BufWriter::new(options.open(part)?);
    let answer = write(&mut out)?;
    out.flush()?;
    out.get_ref().sync_all()?;
    Ok(answer)
}
