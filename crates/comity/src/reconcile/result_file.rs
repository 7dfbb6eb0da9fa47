//! A result that appears whole or not at all: written beside its place, and moved there when it is done.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

pub(super) struct ResultFile {
    target: PathBuf,
    unfinished: PathBuf,
    file: File,
}

impl ResultFile {
    pub(super) fn create(target: &Path) -> Result<Self> {
        let ending = target.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let unfinished = target.with_extension(format!("{ending}.unfinished"));
        let file = File::create(&unfinished).with_context(|| format!("write {}", unfinished.display()))?;
        Ok(Self { target: target.to_owned(), unfinished, file })
    }

    /// Where it is written to.
    pub(super) fn sink(&self) -> Result<File> {
        self.file.try_clone().with_context(|| format!("write {}", self.unfinished.display()))
    }

    /// Puts the file in its place.
    pub(super) fn finish(self) -> Result<()> {
        fs::rename(&self.unfinished, &self.target).with_context(|| format!("write {}", self.target.display()))
    }
}
