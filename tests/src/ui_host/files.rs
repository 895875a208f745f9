//! The screens as they were bundled for a browser, read once; nothing else of the disk can be asked for.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Kinds of files a bundle may hold.
const KINDS: [(&str, &str); 7] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript"),
    ("css", "text/css"),
    ("woff2", "font/woff2"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("json", "application/json"),
];

/// A file's kind and content.
pub(super) type File = (&'static str, Vec<u8>);

/// The bundle, by path from its root.
pub struct Files(BTreeMap<String, File>);

impl Files {
    /// All files of the bundle in this folder.
    pub fn of(folder: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        collect(folder, "", &mut files)?;
        Ok(Self(files))
    }

    pub(super) fn get(&self, path: &str) -> Option<&File> {
        self.0.get(path.trim_start_matches('/'))
    }
}

fn collect(folder: &Path, under: &str, files: &mut BTreeMap<String, File>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{under}{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if let Some((_, kind)) = KINDS.iter().find(|(end, _)| name.rsplit('.').next() == Some(end)) {
            files.insert(path, (kind, std::fs::read(entry.path())?));
        }
    }
    Ok(())
}
