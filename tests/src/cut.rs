//! A disk whose power can be cut: an ext4 file system in a file, mounted through a loop device, shut down without flushing its journal.
//!
//! Cut is what the machine loses: everything that no fsync asked for. What the file system has handed to the device stays, so a device
//! that lies about its own cache is not covered. Needs root and loop mounts; where they are not given, [`Disk::format`] says why.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

/// `EXT4_IOC_SHUTDOWN` with `NOLOGFLUSH`, by perl: it belongs to every Debian, and our own code may hold no unsafe call.
const SHUTDOWN: &str = r#"
    open(my $folder, "<", $ARGV[0]) or die "$ARGV[0]: $!\n";
    my $flags = pack("L", 2);
    defined ioctl($folder, 0x8004587d, $flags) or die "EXT4_IOC_SHUTDOWN: $!\n";
"#;

/// The file system. Unmounted when dropped.
pub struct Disk {
    image: PathBuf,
    mount: PathBuf,
    mounted: bool,
}

impl Disk {
    /// Makes one of `mib` MiB in `folder` and mounts it. `Err` says in words why this machine does not let us.
    pub fn format(folder: &Path, mib: u64) -> Result<Self, String> {
        let (image, mount) = (folder.join("disk.ext4"), folder.join("disk"));
        let words = |error: std::io::Error| error.to_string();
        File::create(&image)
            .and_then(|file| file.set_len(mib << 20))
            .map_err(words)?;
        std::fs::create_dir_all(&mount).map_err(words)?;
        run(Command::new("mkfs.ext4").args(["-q", "-F"]).arg(&image))?;
        let mut disk = Self {
            image,
            mount,
            mounted: false,
        };
        disk.mount()?;
        Ok(disk)
    }

    /// Where it is mounted.
    pub fn folder(&self) -> &Path {
        &self.mount
    }

    /// Mounts it; a journal left behind by a cut is replayed. Nothing is written back by itself for five minutes: what survives a cut was
    /// asked for.
    pub fn mount(&mut self) -> Result<(), String> {
        run(Command::new("mount")
            .args(["-t", "ext4", "-o", "loop,commit=300"])
            .arg(&self.image)
            .arg(&self.mount))?;
        self.mounted = true;
        Ok(())
    }

    /// The power goes. Whoever still writes gets EIO.
    pub fn cut(&self) -> Result<(), String> {
        run(Command::new("perl").args(["-e", SHUTDOWN]).arg(&self.mount))
    }

    /// Takes it down; nobody may have a file open on it.
    pub fn unmount(&mut self) -> Result<(), String> {
        run(Command::new("umount").arg(&self.mount))?;
        self.mounted = false;
        Ok(())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if self.mounted {
            let _ = run(Command::new("umount").arg("--lazy").arg(&self.mount));
        }
    }
}

fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let done = command.output().map_err(|error| format!("{name}: {error}"))?;
    if done.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&done.stderr);
    Err(format!("{name}: {}", words.trim().lines().next().unwrap_or("failed")))
}
