//! Node and the screens' packages.

use std::path::Path;

use crate::say;
use crate::step;
use crate::trouble::Trouble;
use crate::workspace;

/// The oldest Node that Vite accepts.
const OLDEST: (u32, u32) = (20, 19);

/// Sees that Node is new enough and that `ui/node_modules` is what the lock file says.
pub fn put_in_place() -> Result<(), Trouble> {
    let version = step::answer(workspace::command("node").arg("--version")).map_err(|_| needed("is not installed"))?;
    if !new_enough(version.trim()) {
        return Err(needed(&format!("is {}", version.trim())));
    }
    let ui = workspace::root().join("ui");
    let (lock, installed) = (
        ui.join("package-lock.json"),
        ui.join("node_modules/.installed-from.json"),
    );
    if read(&lock)? == std::fs::read(&installed).unwrap_or_default() {
        say::line("the screens' packages are in place");
        return Ok(());
    }
    step::must(
        workspace::command("npm")
            .current_dir(&ui)
            .args(["ci", "--no-audit", "--no-fund"]),
    )?;
    std::fs::copy(&lock, &installed).map_err(|source| Trouble::File {
        path: installed.clone(),
        source,
    })?;
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    std::fs::read(path).map_err(|source| Trouble::File {
        path: path.to_path_buf(),
        source,
    })
}

fn needed(what: &str) -> Trouble {
    let (major, minor) = OLDEST;
    Trouble::Needed(format!(
        "the screens need Node {major}.{minor} or newer; here Node {what}. Debian 12's own nodejs is 18: take Node {major} from nodejs.org or NodeSource"
    ))
}

/// `v20.20.2` and the like.
fn new_enough(version: &str) -> bool {
    let mut parts = version
        .trim_start_matches('v')
        .split('.')
        .map(|part| part.parse::<u32>().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= OLDEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debians_own_node_is_too_old_and_node_20_is_not() {
        assert!(!new_enough("v18.20.4"));
        assert!(!new_enough("v20.9.0"));
        assert!(new_enough("v20.19.0"));
        assert!(new_enough("v22.3.0"));
        assert!(!new_enough("nonsense"));
    }
}
