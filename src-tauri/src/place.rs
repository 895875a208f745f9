//! Where this desk's data lie: `--data FOLDER`, else the folder the system keeps for programs' data.

use std::ffi::OsString;
use std::path::PathBuf;

/// What was said on the command line cannot be followed.
#[derive(Debug, thiserror::Error)]
#[error("usage: qabyldau [--data FOLDER]; without it XDG_DATA_HOME, HOME or LOCALAPPDATA must name a folder")]
pub struct NoPlace;

/// The folder, from the arguments (without the program's name) and the environment.
pub fn folder(
    arguments: impl Iterator<Item = OsString>,
    environment: impl Fn(&str) -> Option<OsString>,
) -> Result<PathBuf, NoPlace> {
    let arguments: Vec<OsString> = arguments.collect();
    let set = |name: &str| environment(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    match arguments.as_slice() {
        [option, folder] if option == "--data" && !folder.is_empty() => Ok(PathBuf::from(folder)),
        [] => set("XDG_DATA_HOME")
            .or_else(|| set("LOCALAPPDATA"))
            .or_else(|| set("HOME").map(|home| home.join(".local/share")))
            .map(|base| base.join("qabyldau"))
            .ok_or(NoPlace),
        _ => Err(NoPlace),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(arguments: &[&str], environment: &[(&str, &str)]) -> Option<PathBuf> {
        let value = |name: &str| {
            environment
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| OsString::from(value))
        };
        folder(arguments.iter().map(OsString::from), value).ok()
    }

    #[test]
    fn the_command_line_wins_then_the_systems_own_folders() {
        let home = [("HOME", "/h")];
        assert_eq!(with(&["--data", "/d"], &home), Some("/d".into()));
        assert_eq!(
            with(&[], &[("XDG_DATA_HOME", "/x"), ("HOME", "/h")]),
            Some("/x/qabyldau".into())
        );
        assert_eq!(with(&[], &home), Some("/h/.local/share/qabyldau".into()));
    }

    #[test]
    fn what_cannot_be_followed_is_refused_and_never_guessed() {
        for arguments in [
            &["--data"][..],
            &["--data", ""],
            &["--date", "/d"],
            &["/d"],
            &["--data", "/d", "more"],
        ] {
            assert_eq!(with(arguments, &[("HOME", "/h")]), None, "{arguments:?}");
        }
        assert_eq!(with(&[], &[("HOME", "")]), None);
    }
}
