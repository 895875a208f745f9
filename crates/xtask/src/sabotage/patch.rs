//! One patch and its head.
//!
//! ```text
//! # test: qabyldau-store f04_a_failed_fsync_is_never_acknowledged
//! # breaks: an error of fsync is passed over
//! diff --git a/crates/store/src/…
//! ```

use std::path::{Path, PathBuf};

use crate::trouble::Trouble;

/// A guard to take out, and the test that must notice.
#[derive(Debug, PartialEq, Eq)]
pub struct Patch {
    /// The file's name without `.patch`, for example `f04_fsync_ignored`.
    pub name: String,
    pub path: PathBuf,
    /// The package that holds the test.
    pub package: String,
    /// The test's name, or a part of it that no other test has.
    pub test: String,
    /// What is taken out, in words.
    pub breaks: String,
}

impl Patch {
    /// All patches of a folder, by name.
    pub fn all_in(folder: &Path) -> Result<Vec<Self>, Trouble> {
        let trouble = |source| Trouble::File {
            path: folder.to_path_buf(),
            source,
        };
        let mut paths = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(trouble)? {
            let path = entry.map_err(trouble)?.path();
            if path.extension().is_some_and(|end| end == "patch") {
                paths.push(path);
            }
        }
        paths.sort();
        paths.iter().map(|path| Self::read(path)).collect()
    }

    fn read(path: &Path) -> Result<Self, Trouble> {
        let text = std::fs::read_to_string(path).map_err(|source| Trouble::File {
            path: path.into(),
            source,
        })?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Self::parse(&name, path, &text).ok_or_else(|| {
            Trouble::Needed(format!(
                "{name}.patch must begin with `# test: PACKAGE NAME` and `# breaks: WORDS`, and be named fNN_ or aNN_"
            ))
        })
    }

    fn parse(name: &str, path: &Path, text: &str) -> Option<Self> {
        let named = name.split_once('_').is_some_and(|(line, words)| {
            line.len() == 3
                && line.starts_with(['f', 'a'])
                && line[1..].bytes().all(|b| b.is_ascii_digit())
                && !words.is_empty()
        });
        let field = |key: &str| {
            text.lines()
                .find_map(|line| line.strip_prefix(key))
                .map(str::trim)
                .filter(|v| !v.is_empty())
        };
        let (package, test) = field("# test:")?.split_once(' ')?;
        named.then_some(Self {
            name: name.into(),
            path: path.into(),
            package: package.into(),
            test: test.trim().into(),
            breaks: field("# breaks:")?.into(),
        })
    }

    /// The line of faults it belongs to, for example `F04`.
    pub fn line(&self) -> String {
        self.name.chars().take(3).collect::<String>().to_uppercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "# test: qabyldau-store f04_errors\n# breaks: errors of fsync are passed over\ndiff --git a/x b/x\n";

    #[test]
    fn the_head_names_the_package_the_test_and_the_loss() {
        let patch = Patch::parse("f04_fsync", Path::new("f04_fsync.patch"), HEAD).unwrap();
        assert_eq!(
            (patch.package.as_str(), patch.test.as_str()),
            ("qabyldau-store", "f04_errors")
        );
        assert_eq!(
            (patch.line().as_str(), patch.breaks.as_str()),
            ("F04", "errors of fsync are passed over")
        );
    }

    #[test]
    fn a_patch_without_head_or_with_another_name_is_refused() {
        for (name, text) in [
            ("f04_fsync", "# breaks: words\n"),
            ("f04_fsync", "# test: qabyldau-store\n# breaks: words\n"),
            ("f04_fsync", "# test: qabyldau-store f04\n# breaks:\n"),
            ("x04_fsync", HEAD),
            ("f4_fsync", HEAD),
            ("f04", HEAD),
        ] {
            assert_eq!(Patch::parse(name, Path::new(name), text), None, "{name} {text}");
        }
    }
}
