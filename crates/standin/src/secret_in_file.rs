//! The device secret as a file in the data folder: a demonstration's keeper, and no protection at all.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::keys::device::{DeviceKey, DeviceSecret, Installation, SecretUnavailable, Why};

/// The file's name, which says what it is.
pub const FILE: &str = "DEMONSTRATION-device-secret";

/// Keeps the device secret beside what it should protect.
#[derive(Debug, Clone)]
pub struct SecretInFile(PathBuf);

impl SecretInFile {
    /// In this data folder.
    pub fn at(folder: &Path) -> Self {
        Self(folder.join(FILE))
    }

    fn unavailable(&self, why: Why) -> SecretUnavailable {
        SecretUnavailable {
            keeper: self.name(),
            why,
        }
    }

    /// Written aside and linked, so that a killed start never leaves half a secret, and of two starts one wins.
    fn write(&self, key: &DeviceKey) -> io::Result<()> {
        let aside = self.0.with_extension(format!("tmp-{}", std::process::id()));
        let mut options = File::options();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&aside)?;
        file.write_all(key.as_bytes())?;
        file.sync_all()?;
        match fs::hard_link(&aside, &self.0) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => fs::remove_file(&aside)?,
        }
        // The name too outlives a power cut. Windows journals it by itself.
        #[cfg(unix)]
        if let Some(folder) = self.0.parent() {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }
}

impl DeviceSecret for SecretInFile {
    fn name(&self) -> &'static str {
        "DEMONSTRATION: a plain file in the data folder"
    }

    fn get(&self, _: &Installation) -> Result<DeviceKey, SecretUnavailable> {
        match fs::read(&self.0) {
            Ok(bytes) => DeviceKey::from_slice(&bytes).ok_or_else(|| self.unavailable(Why::Form)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(self.unavailable(Why::NotFound)),
            Err(error) => Err(self.unavailable(Why::NoAnswer(Box::new(error)))),
        }
    }

    fn get_or_create(
        &self,
        installation: &Installation,
        surroundings: &Surroundings,
    ) -> Result<DeviceKey, SecretUnavailable> {
        match self.get(installation) {
            Err(SecretUnavailable { why: Why::NotFound, .. }) => {}
            kept => return kept,
        }
        self.write(&DeviceKey::random(surroundings))
            .map_err(|error| self.unavailable(Why::NoAnswer(Box::new(error))))?;
        self.get(installation)
    }
}

#[cfg(test)]
mod tests;
