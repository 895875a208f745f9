//! The copy of the working tree that patches are applied to.
//!
//! A file is written only where it differs: what is untouched keeps its time stamp and cargo does not compile it again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::patch::Patch;
use crate::step;
use crate::trouble::Trouble;
use crate::workspace;

/// The copy and its own build folder.
pub struct Tree {
    folder: PathBuf,
}

impl Tree {
    /// The copy below `folder`, whether it exists yet or not.
    pub fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where the copied files lie.
    pub fn sources(&self) -> PathBuf {
        self.folder.join("tree")
    }

    /// Where cargo builds for the copy.
    pub fn built(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// Makes the copy equal to the working tree: tracked files and new ones that are not ignored.
    pub fn mirror(&self) -> Result<(), Trouble> {
        let wanted = listed()?;
        mirror(&workspace::root(), &self.sources(), &wanted)?;
        // The windows' package embeds the bundled screens, which git does not know.
        let bundle = workspace::root().join("ui/dist");
        if bundle.is_dir() {
            let files = below(&bundle, &bundle)?;
            mirror(&bundle, &self.sources().join("ui/dist"), &files)?;
        }
        Ok(())
    }

    /// Applies a patch; false if it does not fit the code any more.
    pub fn apply(&self, patch: &Patch) -> Result<bool, Trouble> {
        let mut git = Command::new("git");
        // The copy is no repository: without the ceiling git would find the one around it and pass over files in silence.
        git.current_dir(self.sources())
            .env("GIT_CEILING_DIRECTORIES", &self.folder)
            .args(["apply", "--verbose"])
            .arg(&patch.path);
        Ok(step::watch(&mut git)?.status.success())
    }
}

fn listed() -> Result<BTreeSet<PathBuf>, Trouble> {
    let mut git = workspace::command("git");
    let text = step::answer(git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
    let root = workspace::root();
    Ok(text
        .split('\0')
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
        .filter(|path| root.join(path).is_file())
        .collect())
}

fn mirror(from: &Path, to: &Path, wanted: &BTreeSet<PathBuf>) -> Result<(), Trouble> {
    let trouble = |path: &Path| {
        let path = path.to_path_buf();
        move |source| Trouble::File { path, source }
    };
    if to.is_dir() {
        let kept = |path: &PathBuf| wanted.contains(path) || path.starts_with("ui/dist");
        for extra in below(to, to)?.into_iter().filter(|path| !kept(path)) {
            std::fs::remove_file(to.join(&extra)).map_err(trouble(&to.join(&extra)))?;
        }
    }
    for path in wanted {
        let (source, copy) = (from.join(path), to.join(path));
        let bytes = std::fs::read(&source).map_err(trouble(&source))?;
        if std::fs::read(&copy).is_ok_and(|old| old == bytes) {
            continue;
        }
        let parent = copy.parent().unwrap_or(to);
        std::fs::create_dir_all(parent).map_err(trouble(parent))?;
        std::fs::write(&copy, &bytes).map_err(trouble(&copy))?;
    }
    Ok(())
}

/// All files below a folder, relative to `base`.
fn below(folder: &Path, base: &Path) -> Result<BTreeSet<PathBuf>, Trouble> {
    let trouble = |source| Trouble::File {
        path: folder.to_path_buf(),
        source,
    };
    let mut files = BTreeSet::new();
    for entry in std::fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        if path.is_dir() {
            files.append(&mut below(&path, base)?);
        } else if let Ok(relative) = path.strip_prefix(base) {
            files.insert(relative.to_path_buf());
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_takes_changes_over_drops_what_is_gone_and_leaves_equal_files_untouched() {
        let folder = std::env::temp_dir().join(format!("qabyldau-mirror-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        std::fs::create_dir_all(from.join("a")).unwrap();
        std::fs::write(from.join("a/same"), "same").unwrap();
        std::fs::write(from.join("changed"), "old").unwrap();
        let wanted = BTreeSet::from([PathBuf::from("a/same"), PathBuf::from("changed")]);
        mirror(&from, &to, &wanted).unwrap();
        let written = std::fs::metadata(to.join("a/same")).unwrap().modified().unwrap();
        std::fs::write(from.join("changed"), "new").unwrap();
        std::fs::write(to.join("a/stray"), "left by a patch").unwrap();
        mirror(&from, &to, &wanted).unwrap();
        assert_eq!(std::fs::read_to_string(to.join("changed")).unwrap(), "new");
        assert!(!to.join("a/stray").exists());
        assert_eq!(
            std::fs::metadata(to.join("a/same")).unwrap().modified().unwrap(),
            written
        );
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
