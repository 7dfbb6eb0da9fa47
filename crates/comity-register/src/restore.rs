//! Putting a backup in the place of a register.

use std::fs;
use std::path::{Path, PathBuf};

use comity_model::Seq;
use serde::Serialize;

use crate::access::Access;
use crate::alone;
use crate::backup::{self, Existing};
use crate::copy::copy;
use crate::derived as tables;
use crate::erase::{Replayed, TakeDown};
use crate::error::RegisterError;
use crate::location::Location;
use crate::rebuild;
use crate::register::{Register, head};
use crate::renaming::{beside, discard, keep, put, refused, set_aside};
use crate::snapshot_file;
use crate::store;
use crate::timestamp::Timestamp;

/// A backup, what is known of it, and who puts it back.
#[derive(Debug, Clone, Copy)]
pub struct Restore<'a> {
    pub file: &'a Path,
    /// Its BLAKE3, where somebody noted it; else that in the file beside it counts.
    pub digest: Option<&'a str>,
    /// Take-downs that the backup may not know of; those of the register that it replaces count anyway.
    pub take_downs: &'a [TakeDown],
    /// A register that holds something already is replaced, and kept beside.
    pub existing: Existing,
    pub by: &'a str,
    pub at: &'a Timestamp,
}

/// What stands there now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Restored {
    pub entries: Seq,
    pub head: String,
    /// Whether there was a digest to compare the backup with.
    pub digest_checked: bool,
    /// What was taken down since the backup, and now in it too.
    pub replayed: Replayed,
    /// Where the replaced register is kept: a file, or a schema of the database.
    pub kept: Option<String>,
    /// Why the take-downs of the replaced register could not be read: what it took down may be in this one again.
    pub unread: Option<String>,
}

/// Checks a backup and puts it at `location`, or where a link there leads to; broken off, it leaves there what was there
/// before.
///
/// Cost: copying the file, and a rebuild elsewhere to check it.
pub async fn restore(location: &Location, wanted: Restore<'_>) -> Result<Restored, RegisterError> {
    let location = &*location.followed();
    let file = || wanted.file.display().to_string();
    if matches!(location, Location::File(register) if store::is_same(register, wanted.file)) {
        let cause = "it is the register itself".to_owned();
        return Err(RegisterError::NoBackup { file: file(), cause });
    }
    let digest_checked = check_digest(&wanted)?;
    let stage = Stage::of(location, wanted.file)?;
    let register = stage.sound(wanted.file).await?;
    let (known, unread) = match replaced(location, wanted.existing).await? {
        Ok(known) => (known, None),
        Err(unreadable) => (Vec::new(), Some(unreadable.to_string())),
    };
    let take_downs = [wanted.take_downs, &known].concat();
    let replayed = register.replay(&take_downs, wanted.by, wanted.at).await?;
    let head = register.head().await?;
    let kept = match location {
        Location::File(place) => {
            register.close().await;
            swap(place, &stage.file, wanted.at).await?
        }
        Location::Postgres(_) => fill(location, &register, wanted.at).await?,
    };
    register.close().await;
    Ok(Restored { entries: head.seq, head: head.hash, digest_checked, replayed, kept, unread })
}

fn check_digest(wanted: &Restore<'_>) -> Result<bool, RegisterError> {
    let Some(expected) = wanted.digest.map(str::to_owned).or_else(|| backup::noted_digest(wanted.file))
    else {
        return Ok(false);
    };
    let (found, _) = backup::digest(wanted.file).map_err(|cause| refused(wanted.file, cause))?;
    if found == expected.to_ascii_lowercase() {
        return Ok(true);
    }
    Err(RegisterError::Digest { file: wanted.file.display().to_string(), expected, found })
}

/// A copy of the backup to work on: beside the register that it is to become, or in a folder of our own.
struct Stage {
    file: PathBuf,
    _folder: Option<tempfile::TempDir>,
}

impl Stage {
    fn of(location: &Location, backup: &Path) -> Result<Self, RegisterError> {
        let stage = match location {
            Location::File(register) => Self { file: beside(register, ".restoring"), _folder: None },
            Location::Postgres(_) => {
                let folder = tempfile::tempdir().map_err(|cause| refused(backup, cause))?;
                Self { file: folder.path().join("backup"), _folder: Some(folder) }
            }
        };
        let copied = discard(&stage.file).and_then(|()| fs::copy(backup, &stage.file));
        copied.map_err(|cause| refused(backup, cause))?;
        Ok(stage)
    }

    /// Opens the copy, which must be sound; messages name the `backup`.
    async fn sound(&self, backup: &Path) -> Result<Register, RegisterError> {
        let (staged, backup) = (self.file.display().to_string(), backup.display().to_string());
        let told = |cause: RegisterError| cause.to_string().replace(&staged, &backup);
        let unsound = |cause| RegisterError::NoBackup { file: backup.clone(), cause: told(cause) };
        let opened = Register::open_for(&Location::File(self.file.clone()), Access::Write).await;
        let register = opened.map_err(unsound)?;
        let faults = register.verify(None).await?;
        if faults.is_empty() { Ok(register) } else { Err(unsound(RegisterError::Doubtful(faults))) }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What stays is overwritten by the next one.
        drop(discard(&self.file));
    }
}

/// The take-downs of the register that is to be replaced, none where there is none; or why they cannot be read.
async fn replaced(
    location: &Location,
    existing: Existing,
) -> Result<Result<Vec<TakeDown>, RegisterError>, RegisterError> {
    let occupied = |holds: String| RegisterError::Occupied { location: location.to_string(), holds };
    let register = match Register::open_for(location, Access::Read).await {
        Ok(register) => register,
        Err(RegisterError::Missing { .. }) => return Ok(Ok(Vec::new())),
        Err(error @ (RegisterError::Away { .. } | RegisterError::ReadOnly { .. })) => return Err(error),
        Err(error) if existing == Existing::Refuse => return Err(occupied(error.to_string())),
        Err(error) => return Ok(Err(error)),
    };
    let entries = register.head().await?.seq.0;
    if entries > 0 && existing == Existing::Refuse {
        return Err(occupied(format!("it holds {entries} entries")));
    }
    let take_downs = register.take_downs().await;
    register.close().await;
    Ok(take_downs)
}

/// One name becomes another in one step, so that there is a whole register at every moment.
async fn swap(file: &Path, staged: &Path, at: &Timestamp) -> Result<Option<String>, RegisterError> {
    let _alone = alone::file(file).await?;
    snapshot_file::forget(file)?;
    let kept = free_name(file, at);
    let is_there = file.metadata().is_ok_and(|metadata| metadata.len() > 0);
    if is_there {
        store::rest(file).await?;
        keep(file, &kept).map_err(|cause| refused(&kept, cause))?;
    }
    set_aside(file, &kept).map_err(|cause| refused(&kept, cause))?;
    put(staged, file).map_err(|cause| refused(file, cause))?;
    Ok(is_there.then(|| kept.display().to_string()))
}

/// `comity.db.replaced-20260503T100000Z`, or the first of that name with a number that is free.
fn free_name(file: &Path, at: &Timestamp) -> PathBuf {
    let first = beside(file, &format!(".replaced-{}", at.compact()));
    let mut names = std::iter::once(first.clone()).chain((2..).map(|n| beside(&first, &format!("-{n}"))));
    names.find(|name| !name.exists()).expect("numbers do not end")
}

/// Fills a database in one transaction; what was there goes into a schema of its own.
async fn fill(location: &Location, from: &Register, at: &Timestamp) -> Result<Option<String>, RegisterError> {
    let target = Register::open(location).await?;
    let mut into = target.store.write().await?;
    let before = head(&mut into).await?.0;
    let is_empty = before.seq.0 == 0;
    let schema = format!("replaced_{}", at.compact().to_ascii_lowercase());
    if !is_empty {
        into.set_aside(&schema).await?;
    }
    let mut from = from.store.read().await?;
    for table in tables::ALL {
        copy(table, &mut from, &mut into).await?;
    }
    // Whoever goes on reading the database sees that its past is another.
    rebuild::count(&mut into, before.remade().cast_signed()).await?;
    into.learn_sizes().await?;
    into.commit().await?;
    target.close().await;
    Ok((!is_empty).then(|| format!("schema {schema}")))
}
