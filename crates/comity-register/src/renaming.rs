//! Files that take one another's names, so that at every moment a whole one bears the name that counts.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::RegisterError;

/// The same name with an ending more.
pub(crate) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.to_owned().into_os_string();
    name.push(ending);
    name.into()
}

/// The file that a link leads to: whoever comes by another name finds the same beside it.
pub(crate) fn real(file: &Path) -> PathBuf {
    file.canonicalize().unwrap_or_else(|_| file.to_owned())
}

/// Gives a file a second name, under which it stays when another takes the first.
pub(crate) fn keep(file: &Path, kept: &Path) -> io::Result<()> {
    // Not every file system has a second name for a file.
    fs::hard_link(file, kept).or_else(|_| fs::copy(file, kept).map(drop))
}

/// What a file that cannot be read, or is gone, left beside it: the next one must not take it for its own.
pub(crate) fn set_aside(file: &Path, kept: &Path) -> io::Result<()> {
    for ending in ["-wal", "-shm", "-journal"] {
        match fs::rename(beside(file, ending), beside(kept, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// Gives a new file the name of another, once all of it is on disk.
pub(crate) fn put(new: &Path, file: &Path) -> io::Result<()> {
    File::open(new)?.sync_all()?;
    fs::rename(new, file)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A name is on disk when its folder is. Windows opens no folders, and needs none of this.
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Takes away a file that is being written, or was when that was broken off, with what SQLite may have put beside it.
pub(crate) fn discard(file: &Path) -> io::Result<()> {
    for ending in ["", "-wal", "-shm", "-journal", ".lock"] {
        match fs::remove_file(beside(file, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

pub(crate) fn refused(file: &Path, cause: io::Error) -> RegisterError {
    RegisterError::File { file: file.display().to_string(), cause }
}
