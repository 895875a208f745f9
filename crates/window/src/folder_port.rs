//! Sheets kept as PDF in a folder: where no printer is connected, or for trials.
//!
//! Invariant: a sheet never takes another's place, and its file name says what it is and nothing of a person.

use std::path::PathBuf;

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
            match std::fs::File::create_new(self.0.join(name)) {
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
