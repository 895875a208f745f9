//! The Debian packages this repository needs, and putting the missing ones in place.

use std::process::Command;

use crate::say;
use crate::step;
use crate::trouble::Trouble;

/// What needs a package.
struct Need {
    purpose: &'static str,
    packages: &'static [&'static str],
}

/// Debian 12 names. A package stands here as soon as anything in the repository needs it to build, to run or to be checked.
const NEEDS: &[Need] = &[
    Need {
        purpose: "to build",
        packages: &[
            "build-essential",
            "pkg-config",
            "libssl-dev",
            "libwebkit2gtk-4.1-dev",
            "libgstreamer1.0-dev",
            "libgstreamer-plugins-base1.0-dev",
        ],
    },
    Need {
        purpose: "to run and to drive without a display",
        packages: &[
            "gstreamer1.0-plugins-base",
            "gstreamer1.0-plugins-good",
            "gstreamer1.0-plugins-bad",
            "xvfb",
            "openbox",
            "webkit2gtk-driver",
            // setpriv ties what is started to who starts it
            "util-linux",
        ],
    },
    Need {
        purpose: "to check",
        packages: &[
            "git",
            "chromium-headless-shell",
            "poppler-utils",
            "zbar-tools",
            "ffmpeg",
            "strace",
            // xprop says which window is in front
            "x11-utils",
            // kill
            "procps",
            "e2fsprogs",
            "systemd",
            "dbus-daemon",
            "gnome-keyring",
        ],
    },
];

/// Puts every missing package in place. On a machine without dpkg it only says what is needed.
pub fn put_in_place() -> Result<(), Trouble> {
    let Ok(installed) = installed() else {
        say::line("no dpkg here, so nothing can be put in place. Needed, by their Debian 12 names:");
        for need in NEEDS {
            say::line(&format!("  {}: {}", need.purpose, need.packages.join(" ")));
        }
        return Ok(());
    };
    let missing = missing(NEEDS, &installed);
    if missing.is_empty() {
        say::line(&format!(
            "all {} Debian packages are in place",
            NEEDS.iter().map(|n| n.packages.len()).sum::<usize>()
        ));
        return Ok(());
    }
    say::line(&format!("missing Debian packages: {}", missing.join(" ")));
    apt(&["update", "-q"])?;
    let mut words = vec!["install", "-y", "-q", "--no-install-recommends"];
    words.extend(&missing);
    apt(&words)
}

/// The installed packages, one a line, as dpkg names them.
fn installed() -> Result<String, Trouble> {
    step::answer(Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Abbrev} ${Package}\n"]))
}

fn missing(needs: &[Need], installed: &str) -> Vec<&'static str> {
    let there: std::collections::BTreeSet<&str> = installed
        .lines()
        .filter_map(|line| line.strip_prefix("ii "))
        .map(str::trim)
        .collect();
    needs
        .iter()
        .flat_map(|need| need.packages)
        .copied()
        .filter(|package| !there.contains(package))
        .collect()
}

fn apt(words: &[&str]) -> Result<(), Trouble> {
    let root = step::answer(Command::new("id").arg("-u"))?.trim() == "0";
    let mut command = if root {
        Command::new("env")
    } else {
        Command::new("sudo")
    };
    if !root {
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(words);
    say::line(&format!("$ {}", step::typed(&command)));
    step::must(&mut command).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEED: &[Need] = &[Need {
        purpose: "to test",
        packages: &["git", "xvfb"],
    }];

    #[test]
    fn a_package_that_was_removed_but_left_its_settings_counts_as_missing() {
        assert_eq!(missing(NEED, "ii  git\nrc  xvfb\n"), ["xvfb"]);
        assert!(missing(NEED, "ii  git\nii  xvfb\n").is_empty());
    }

    #[test]
    fn no_package_is_named_twice() {
        let mut names: Vec<_> = NEEDS.iter().flat_map(|need| need.packages).collect();
        names.sort();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
