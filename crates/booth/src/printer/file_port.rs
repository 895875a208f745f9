//! A printer behind a device file (`/dev/usb/lp0`), or, for trials, a plain file.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::PathBuf;

use super::{Printed, Printer};

/// A device file or a plain file; bytes are appended.
#[derive(Debug, Clone)]
pub struct FilePort(pub PathBuf);

impl Printer for FilePort {
    fn print(&self, bytes: &[u8]) -> Printed {
        let create = self.0.parent().is_some_and(|folder| !folder.starts_with("/dev"));
        let Ok(mut port) = OpenOptions::new().append(true).create(create).open(&self.0) else {
            return Printed::Failed;
        };
        match port.write_all(bytes).and_then(|()| port.flush()) {
            Ok(()) => Printed::Given,
            Err(_) => Printed::Uncertain,
        }
    }
}
