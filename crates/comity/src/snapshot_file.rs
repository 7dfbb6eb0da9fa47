//! Where the snapshot of a register is kept between one process and the next.

use std::path::PathBuf;
use std::time::UNIX_EPOCH;

use anyhow::Result;
use comity_answer::SnapshotFile;
use comity_register::{Location, Register};

use crate::gazetteer::data_folder;

/// Beside a register in a file; of a database in the user's cache. `None`: there is no such place, or nobody can say
/// which program this is.
pub(crate) fn of(register: &Register, location: &Location) -> Option<SnapshotFile> {
    let path = match location {
        Location::File(_) => register.snapshot_file()?,
        Location::Postgres(_) => in_cache(location)?,
    };
    Some(SnapshotFile::new(path, program()?))
}

/// Of a database: what is on this machine of a take-down, or of tables that were made anew, is gone before it is said to
/// be done, and so is one that was never finished.
pub(crate) async fn forget(register: &Register, location: &Location) -> Result<()> {
    let Some(path) = Some(location).filter(|place| matches!(place, Location::Postgres(_))).and_then(in_cache)
    else {
        return Ok(());
    };
    // Whoever is just making one has read the words of before.
    let _alone = register.alone().await?;
    for path in [path.with_added_extension("part"), path] {
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// Named after the database without its user and password. Two of one name hold each other's state never: the file says
/// of which ledger it is.
fn in_cache(location: &Location) -> Option<PathBuf> {
    let place = location.to_string();
    let letters = place.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' });
    Some(cache_folder()?.join("comity").join(format!("{}.snapshot", letters.collect::<String>())))
}

/// The folder for what can be made again: `XDG_CACHE_HOME`, or what the operating system calls so.
fn cache_folder() -> Option<PathBuf> {
    let var = |name: &str| std::env::var_os(name).map(PathBuf::from);
    if cfg!(target_os = "windows") {
        return var("LOCALAPPDATA");
    }
    if cfg!(target_os = "macos") {
        return var("HOME").map(|home| home.join("Library/Caches"));
    }
    var("XDG_CACHE_HOME").or_else(|| var("HOME").map(|home| home.join(".cache"))).or_else(data_folder)
}

/// Its version, its length and when it was built: another build may read the same ledger otherwise.
fn program() -> Option<String> {
    let metadata = std::env::current_exe().ok()?.metadata().ok()?;
    let built = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {} {}", env!("CARGO_PKG_VERSION"), metadata.len(), built.as_nanos()))
}
