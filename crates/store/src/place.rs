//! Where a node's things lie: the data folder, and the state folder outside it that a copy of the data does not carry.

use std::path::{Path, PathBuf};

use qabyldau_domain::fact::NodeId;

use crate::fault::StoreError;

/// The name of the database in the data folder.
pub(crate) const DATABASE: &str = "ledger.db";

/// The folders of one node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    data: PathBuf,
    state: Option<PathBuf>,
}

impl Place {
    /// The data folder, with the state folder of this machine's user.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            state: None,
        }
    }

    /// The same with another state folder.
    #[must_use]
    pub fn with_state(mut self, state: impl Into<PathBuf>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The database file.
    pub fn database(&self) -> PathBuf {
        self.data.join(DATABASE)
    }

    /// Where the head of a node's own stream is noted.
    pub fn head_note(&self, node: &NodeId) -> Result<PathBuf, StoreError> {
        let state = match &self.state {
            Some(state) => state.clone(),
            None => user_state().ok_or(StoreError::NoStateFolder)?.join("qabyldau"),
        };
        Ok(state.join(node.to_string()).join("head"))
    }
}

impl<P: AsRef<Path>> From<P> for Place {
    fn from(data: P) -> Self {
        Self::new(data.as_ref())
    }
}

#[cfg(windows)]
fn user_state() -> Option<PathBuf> {
    std::env::var_os("LOCALAPPDATA").map(PathBuf::from)
}

#[cfg(not(windows))]
fn user_state() -> Option<PathBuf> {
    let absolute = |name: &str| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    absolute("XDG_STATE_HOME").or_else(|| absolute("HOME").map(|home| home.join(".local/state")))
}

/// Makes a folder if it is not there, and sees to it that nobody but the program's own user looks in.
pub fn make_private(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn a_nodes_folder_is_its_users_alone_also_one_that_was_open_to_all() {
        let ground = tempfile::tempdir().unwrap();
        let (new, open) = (ground.path().join("a/b"), ground.path().join("open"));
        std::fs::create_dir(&open).unwrap();
        std::fs::set_permissions(&open, std::fs::Permissions::from_mode(0o777)).unwrap();
        for folder in [new, open] {
            make_private(&folder).unwrap();
            let mode = std::fs::metadata(&folder).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700, "{}", folder.display());
        }
    }
}
