//! Files opened to be read: what they are and how large, before a byte of them is.

use std::fs::{File, FileType};
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

const MIB: u64 = 1 << 20;

/// How large a file of each sort may be, in bytes; docs/OPERATING.md has the same table.
///
/// Guessed, so that an ordinary file of that size fits into some three GiB of memory; the worst files of that size
/// were not all measured. Tables, too, end at what [`comity_source::Limits`] allows.
pub(crate) mod most {
    use super::MIB;

    /// A list to import, a table to reconcile.
    pub(crate) const TABLE: u64 = 1024 * MIB;
    /// A profile.
    pub(crate) const PROFILE: u64 = MIB;
    /// A list of heads.
    pub(crate) const HEADS: u64 = MIB;
    /// A list of take-downs.
    pub(crate) const TAKE_DOWNS: u64 = 64 * MIB;
    /// A document to read.
    pub(crate) const DOCUMENT: u64 = 16 * MIB;
    /// A list of links.
    pub(crate) const EDGES: u64 = 64 * MIB;
    /// A matrix of actors and things.
    pub(crate) const MATRIX: u64 = 32 * MIB;
    /// A GeoNames dump file, read line by line.
    pub(crate) const DUMP: u64 = 8 * 1024 * MIB;
    /// A file of packaged places, held whole.
    pub(crate) const PACKAGED: u64 = 512 * MIB;
    /// A compiled place index: mapped, not held.
    pub(crate) const INDEX: u64 = 16 * 1024 * MIB;
}

/// An ordinary file that is not larger than it may be. Reading ends where it ended when it was opened, however it
/// grows meanwhile.
#[derive(Debug)]
pub(crate) struct Input {
    file: File,
    size: u64,
    at: u64,
}

impl Input {
    /// Opens a file of at most `most` bytes.
    ///
    /// # Errors
    /// When there is none, when it is a folder, a pipe, a socket or a device, and when it is larger.
    pub(crate) fn open(path: &Path, most: u64) -> Result<Self> {
        let reading = || format!("read {}", path.display());
        check_kind(path, std::fs::metadata(path).with_context(reading)?.file_type())?;
        let file = open_at_once(path).with_context(reading)?;
        // What was looked at above may have been replaced since: what counts is what was opened.
        let found = file.metadata().with_context(reading)?;
        check_kind(path, found.file_type())?;
        let size = found.len();
        ensure!(size <= most, "{} has {size} bytes, more than the limit of {most} bytes", path.display());
        Ok(Self { file, size, at: 0 })
    }

    /// The whole file.
    pub(crate) fn bytes(mut self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        bytes.try_reserve_exact(size).with_context(|| format!("no memory for {size} bytes"))?;
        self.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The file as it is, for mapping it.
    pub(crate) fn into_file(self) -> File {
        self.file
    }
}

/// The whole of a text file in UTF-8 of at most `most` bytes.
pub(crate) fn text(path: &Path, most: u64) -> Result<String> {
    let bytes = bytes(path, most)?;
    String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8 text", path.display()))
}

/// The whole of a file of at most `most` bytes.
pub(crate) fn bytes(path: &Path, most: u64) -> Result<Vec<u8>> {
    Input::open(path, most)?.bytes().with_context(|| format!("read {}", path.display()))
}

fn check_kind(path: &Path, kind: FileType) -> Result<()> {
    let what = if kind.is_file() {
        return Ok(());
    } else if kind.is_dir() {
        "a folder"
    } else {
        special(kind)
    };
    bail!("{} is {what}: expected an ordinary file", path.display())
}

#[cfg(unix)]
fn special(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special(_: FileType) -> &'static str {
    "something special"
}

/// Opens without waiting for the other end of a pipe, and without taking a terminal for our own.
#[cfg(unix)]
fn open_at_once(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let flags = libc::O_NONBLOCK | libc::O_NOCTTY;
    File::options().read(true).custom_flags(flags).open(path)
}

#[cfg(not(unix))]
fn open_at_once(path: &Path) -> std::io::Result<File> {
    File::open(path)
}

impl Read for Input {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let left = usize::try_from(self.size.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let room = left.min(into.len());
        let read = self.file.read(into.split_at_mut(room).0)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Input {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let to = match to {
            SeekFrom::End(from) => SeekFrom::Start(self.size.saturating_add_signed(from)),
            other => other,
        };
        self.at = self.file.seek(to)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[track_caller]
    fn check(path: &Path, most: u64, refusal: &str) {
        let error = Input::open(path, most).unwrap_err().to_string();
        assert!(error.ends_with(refusal), "{error}");
    }

    #[test]
    fn what_is_no_file_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        check(folder.path(), 10, " is a folder: expected an ordinary file");
        check(&folder.path().join("none"), 10, "none");
        if cfg!(unix) {
            check(Path::new("/dev/zero"), 10, "/dev/zero is a device: expected an ordinary file");
        }
    }

    #[test]
    fn a_large_file_is_refused_before_it_is_read() {
        let path = tempfile::NamedTempFile::new().unwrap();
        path.as_file().set_len(3 << 30).unwrap();
        check(path.path(), most::TABLE, " has 3221225472 bytes, more than the limit of 1073741824 bytes");
    }

    #[test]
    fn reading_ends_where_the_file_ended() {
        let mut path = tempfile::NamedTempFile::new().unwrap();
        path.write_all(b"Lyon").unwrap();
        let mut input = Input::open(path.path(), 10).unwrap();
        path.write_all(b", and more every second").unwrap();
        assert_eq!(input.seek(SeekFrom::End(-2)).unwrap(), 2);
        let mut end = String::new();
        input.read_to_string(&mut end).unwrap();
        assert_eq!(end, "on");
        input.rewind().unwrap();
        assert_eq!(input.bytes().unwrap(), b"Lyon");
    }
}
