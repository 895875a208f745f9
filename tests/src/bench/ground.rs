//! The ground a measurement stands on: a folder on a real disk, and the machine around it.
//!
//! Invariant: a file system that lives in memory is refused, for there nothing is ever durable and everything is fast.

use std::io;
use std::path::{Path, PathBuf};

/// File systems without a disk below them.
const IN_MEMORY: &[&str] = &["tmpfs", "ramfs", "devtmpfs", "hugetlbfs"];

/// An empty folder for one measurement. It goes when it is dropped.
#[derive(Debug)]
pub struct Ground {
    folder: PathBuf,
    mounted: Mounted,
}

impl Ground {
    /// The folder `name` below `base`, emptied; `base` is what cargo gives a bench for its files.
    pub fn clear(base: &str, name: &str) -> io::Result<Self> {
        let folder = Path::new(base).join(format!("bench-{name}"));
        match std::fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => std::fs::create_dir_all(&folder)?,
        }
        let folder = folder.canonicalize()?;
        let mounts = std::fs::read_to_string("/proc/self/mountinfo")?;
        let mounted = Mounted::at(&folder, &mounts).ok_or_else(|| io::Error::other("no file system is known here"))?;
        mounted.on_a_disk()?;
        Ok(Self { folder, mounted })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl std::fmt::Display for Ground {
    /// Where it lies and what runs beside it at this moment.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Mounted { kind, source } = &self.mounted;
        write!(f, "{} on {kind} ({source}); {}", self.folder.display(), machine())
    }
}

/// Processor, cores and load.
pub fn machine() -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let processors = read("/proc/cpuinfo");
    let name = processors
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(':'))
        .map_or("?", |(_, name)| name.trim());
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let load = read("/proc/loadavg");
    let load: Vec<&str> = load.split(' ').take(3).collect();
    format!("{name}, {cores} cores, load {}", load.join(" "))
}

/// What is mounted where a folder lies.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mounted {
    kind: String,
    source: String,
}

impl Mounted {
    /// Reads `/proc/self/mountinfo`: the longest mount point above the folder counts, the last of equal ones.
    fn at(folder: &Path, mounts: &str) -> Option<Self> {
        let mounted = |line: &str| {
            let (place, what) = line.split_once(" - ")?;
            let point = PathBuf::from(place.split(' ').nth(4)?.replace("\\040", " "));
            let mut words = what.split(' ');
            let (kind, source) = (words.next()?.to_owned(), words.next()?.to_owned());
            folder
                .starts_with(&point)
                .then(|| (point.components().count(), Self { kind, source }))
        };
        let above = mounts.lines().filter_map(mounted);
        above.max_by_key(|(depth, _)| *depth).map(|(_, mounted)| mounted)
    }

    fn on_a_disk(&self) -> io::Result<()> {
        match IN_MEMORY.contains(&self.kind.as_str()) {
            false => Ok(()),
            true => Err(io::Error::other(format!(
                "{} lives in memory: nothing is durable there; set CARGO_TARGET_DIR to a disk",
                self.kind
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "22 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard\n\
                          30 22 0:26 / /srv/fast rw - tmpfs tmpfs rw,size=1g\n\
                          31 30 254:1 / /srv/fast/disk rw shared:1 - xfs /dev/vdb rw\n";

    fn at(folder: &str) -> Mounted {
        Mounted::at(Path::new(folder), MOUNTS).unwrap()
    }

    #[test]
    fn the_nearest_mount_counts_and_a_name_is_no_folder() {
        assert_eq!(
            (at("/srv/h").kind, at("/srv/h").source),
            ("ext4".into(), "/dev/vda".into())
        );
        assert_eq!(at("/srv/fast/disk/a").kind, "xfs");
        assert_eq!(at("/srv/faster").kind, "ext4");
    }

    #[test]
    fn memory_is_refused_as_ground() {
        assert!(at("/srv/fast/a").on_a_disk().is_err());
        assert!(at("/srv/h").on_a_disk().is_ok());
    }
}
