//! Sheets kept as PDF in a folder: where no printer is connected, or for trials.
//!
//! Invariant: a sheet never takes another's place, and its file name says what it is and nothing of a person.

use std::fs::File;
use std::path::{Path, PathBuf};

use qabyldau_desk::{Port, PrintStateV1};

/// A folder.
pub(crate) struct FolderPort(pub(crate) PathBuf);

impl Port for FolderPort {
    fn name(&self) -> String {
        "PDF".to_owned()
    }

    fn take(&self, title: &str, pdf: &[u8]) -> PrintStateV1 {
        for copy in 1_u32.. {
            let name = match copy {
                1 => format!("{title}.pdf"),
                copy => format!("{title} ({copy}).pdf"),
            };
            match private(&self.0.join(name)) {
                Ok(mut file) => {
                    return match std::io::Write::write_all(&mut file, pdf).and_then(|()| file.sync_all()) {
                        Ok(()) => PrintStateV1::Confirmed,
                        Err(_) => PrintStateV1::Failed,
                    };
                }
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(_) => return PrintStateV1::Failed,
            }
        }
        PrintStateV1::Failed
    }
}

/// A new file, for this user alone: names and times stand in it.
fn private(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_sheet_takes_no_others_place_and_only_its_owner_reads_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let port = FolderPort(folder.path().to_owned());
        for name in ["roster.pdf", "roster (2).pdf"] {
            assert_eq!(port.take("roster", b"%PDF"), PrintStateV1::Confirmed);
            let mode = std::fs::metadata(folder.path().join(name))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
    }
}
