//! Backups: a register copied whole into one file while others go on writing.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use comity_model::Seq;
use serde::Serialize;

use crate::copy::copy;
use crate::derived as tables;
use crate::error::RegisterError;
use crate::fault::Fault;
use crate::register::{Register, head};
use crate::renaming::{beside, discard, put, refused};
use crate::store;
use crate::verify;

/// What to do about something that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    Refuse,
    Replace,
}

/// A backup as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Backup {
    pub entries: Seq,
    /// Of the ledger, whole: what `verify` takes.
    pub head: String,
    /// The digest of what the register says: the same in every register of the same files.
    pub content: String,
    /// BLAKE3 of the file, as `b3sum` computes it; it stands in a file beside it too.
    pub digest: String,
    pub bytes: u64,
    /// What is wrong with the ledger that was copied, and so with its copy.
    pub faults: Vec<Fault>,
}

impl Register {
    /// Writes everything that is on file now into `file`, which is a register in a file itself.
    ///
    /// Nobody waits meanwhile. The file appears when it is whole and on disk. Cost: one pass over every table; what
    /// is derived is copied, not folded.
    pub async fn backup(&self, file: &Path, existing: Existing) -> Result<Backup, RegisterError> {
        if self.store.is_in(file) || existing == Existing::Refuse && file.exists() {
            return Err(RegisterError::Exists { file: file.display().to_string() });
        }
        let unwritten = beside(file, ".part");
        let cleared = discard(&unwritten).and_then(|()| discard(&beside(file, DIGEST)));
        cleared.map_err(|cause| refused(file, cause))?;
        let (head, faults) = self.copy_into(&unwritten).await?;
        let place = file.to_owned();
        let sealed = tokio::task::spawn_blocking(move || seal(&unwritten, &place)).await;
        let (digest, bytes) =
            sealed.expect("a file is hashed or refused").map_err(|cause| refused(file, cause))?;
        let content = self.content(head.seq).await?;
        Ok(Backup { entries: head.seq, head: head.hash, content, digest, bytes, faults })
    }

    /// Copies one state of this register into a new file, and checks the chain of the copy.
    async fn copy_into(&self, file: &Path) -> Result<(crate::Head, Vec<Fault>), RegisterError> {
        let mut from = self.store.read().await?;
        let new = store::NewFile::make(file).await?;
        let mut into = new.session().await?;
        for table in tables::ALL {
            copy(table, &mut from, &mut into).await?;
        }
        let (head, _) = head(&mut into).await?;
        let faults = verify::chain(&mut into, Vec::new()).await?;
        into.commit().await?;
        new.close().await;
        Ok((head, faults))
    }
}

/// What the name of the file that holds a backup's digest ends in.
const DIGEST: &str = ".b3";

/// The digest of a file, and how many bytes it has.
pub(crate) fn digest(file: &Path) -> io::Result<(String, u64)> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(file)?)?;
    Ok((hasher.finalize().to_hex().to_string(), hasher.count()))
}

/// The digest that was written beside a backup, where it is still there.
pub(crate) fn noted_digest(file: &Path) -> Option<String> {
    let noted = fs::read_to_string(beside(file, DIGEST)).ok()?;
    noted.split_whitespace().next().map(str::to_owned)
}

/// Puts a written file in its place, once all of it is on disk, with its digest beside it.
fn seal(unwritten: &Path, file: &Path) -> io::Result<(String, u64)> {
    let (digest, bytes) = digest(unwritten)?;
    put(unwritten, file)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    fs::write(beside(file, DIGEST), format!("{digest}  {name}\n"))?;
    Ok((digest, bytes))
}
