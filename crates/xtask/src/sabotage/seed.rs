//! What the working tree has already built of other people's crates, copied once: they are the same in the copy and need no second compilation.

use std::path::Path;
use std::process::Command;

use super::tree::Tree;
use crate::step;
use crate::trouble::Trouble;
use crate::workspace;

/// Our own crates begin so; of them nothing is taken, since they remember where their sources lay.
const OURS: &str = "qabyldau";

/// Fills the copy's build folder if it is still empty.
pub fn seed(tree: &Tree) -> Result<(), Trouble> {
    let (from, to) = (workspace::target().join("debug"), tree.built().join("debug"));
    if to.exists() || !from.exists() {
        return Ok(());
    }
    std::fs::create_dir_all(&to).map_err(|source| Trouble::File {
        path: to.clone(),
        source,
    })?;
    for part in ["deps", "build", ".fingerprint"] {
        if from.join(part).exists() {
            // Time stamps decide for cargo what is fresh.
            step::must(
                Command::new("cp")
                    .args(["--archive", "--reflink=auto"])
                    .arg(from.join(part))
                    .arg(&to),
            )?;
            forget_ours(&to.join(part))?;
        }
    }
    Ok(())
}

fn forget_ours(folder: &Path) -> Result<(), Trouble> {
    let trouble = |source| Trouble::File {
        path: folder.to_path_buf(),
        source,
    };
    for entry in std::fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.trim_start_matches("lib").starts_with(OURS) {
            let gone = if path.is_dir() {
                std::fs::remove_dir_all(&path)
            } else {
                std::fs::remove_file(&path)
            };
            gone.map_err(trouble)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_our_own_crates_nothing_is_taken() {
        let folder = std::env::temp_dir().join(format!("qabyldau-seed-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("qabyldau-store-1")).unwrap();
        for name in ["libqabyldau_store-1.rlib", "qabyldau_hub-2.d", "libserde-3.rlib"] {
            std::fs::write(folder.join(name), "").unwrap();
        }
        forget_ours(&folder).unwrap();
        let left: Vec<_> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(left, ["libserde-3.rlib"]);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
