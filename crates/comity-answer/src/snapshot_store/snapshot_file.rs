//! The snapshot of a register's head in a file, so that the next process opens it instead of making it.

use std::fs::File;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use comity_model::Seq;
use comity_register::{Head, Register, RegisterError};
use comity_snapshot::{BadSnapshotFile, Snapshot, SnapshotKey};

/// A file derived from a register; nobody misses it.
#[derive(Debug, Clone)]
pub struct SnapshotFile {
    path: PathBuf,
    program: String,
    is_written: bool,
    fewest: i64,
}

impl SnapshotFile {
    // Of fewer entries a snapshot is made before anybody notices, as of the built-in atlas, which leaves no file behind:
    // 230,000 take two seconds, and a tenth of them a tenth of that.
    const FEWEST: i64 = 20_000;

    /// At `path`, for this build of the `program`: another one makes its own.
    pub fn new(path: PathBuf, program: String) -> Self {
        Self { path, program, is_written: true, fewest: Self::FEWEST }
    }

    /// Opened where it is there, and left as it is.
    #[must_use]
    pub fn untouched(self) -> Self {
        Self { is_written: false, ..self }
    }

    /// Kept from so many entries on.
    #[must_use]
    pub fn from(self, fewest: i64) -> Self {
        Self { fewest, ..self }
    }

    pub(crate) fn is_for(&self, head: &Head) -> bool {
        head.seq.0 >= self.fewest.max(1)
    }

    pub(crate) fn is_written(&self) -> bool {
        self.is_written
    }

    /// The last entry that it knows of, where it is of use at this head: another process may write it at any time.
    pub(crate) fn known(&self, head: &Head) -> Option<Seq> {
        let key = Snapshot::key_of_file(&map(&self.path).ok()?)?;
        is_of_ledger(&key, &self.key(head)).then_some(key.known)
    }

    /// Its snapshot, of the head or of an earlier one; else what is wrong with the file, if anything is.
    pub(crate) fn open(&self, head: &Head) -> Result<Snapshot, Option<String>> {
        let mapped = map(&self.path)
            .map_err(|error| (error.kind() != ErrorKind::NotFound).then(|| error.to_string()))?;
        let newest = self.key(head);
        Snapshot::open_file(mapped, |key| is_of_ledger(key, &newest))
            .map_err(|error| (error != BadSnapshotFile::OtherState).then(|| error.to_string()))
    }

    /// Says that a file is of no use.
    pub(crate) fn refuse(&self, why: &str) {
        self.note("is made anew", why);
    }

    /// Writes it beside, and gives it the name when it is whole. Whoever calls holds the register alone.
    pub(crate) fn write(&self, snapshot: &Snapshot, head: &Head) {
        let unfinished = self.path.with_added_extension("part");
        let written = put(&snapshot.to_file(&self.key(head)), &unfinished, &self.path);
        if let Err(error) = written {
            drop(std::fs::remove_file(&unfinished));
            self.note("is not kept", &error.to_string());
        }
    }

    /// What of it is as the ledger has it. One that is not is taken away, unless it is to be left as it is.
    ///
    /// Cost: making the snapshot anew that the file is of, where that is the head's or one of before it.
    pub async fn check(&self, register: &Register) -> Result<SnapshotFileState, RegisterError> {
        let head = register.head().await?;
        let newest = self.key(&head);
        let Ok(mapped) = map(&self.path) else { return Ok(SnapshotFileState::Absent) };
        let digest = blake3::hash(&mapped);
        let why = match Snapshot::open_file(mapped, |of| is_of_ledger(of, &newest)) {
            Err(BadSnapshotFile::OtherState) => return Ok(SnapshotFileState::OtherState),
            Err(error @ BadSnapshotFile::Foreign) => {
                return Ok(SnapshotFileState::Unsound { why: error.to_string(), is_gone: false });
            }
            Err(error) => error.to_string(),
            Ok(kept) => {
                let holdings = register.holdings(kept.known()).await?;
                if (holdings.known, holdings.head.as_str()) != (kept.known(), kept.head()) {
                    return Ok(SnapshotFileState::OtherState);
                }
                let key = SnapshotKey { known: holdings.known, head: holdings.head.clone(), ..newest };
                if blake3::hash(&Snapshot::new(holdings).to_file(&key)) == digest {
                    return Ok(SnapshotFileState::Sound);
                }
                "it says otherwise than the ledger".to_owned()
            }
        };
        let is_gone = self.is_written && std::fs::remove_file(&self.path).is_ok();
        Ok(SnapshotFileState::Unsound { why, is_gone })
    }

    fn key(&self, head: &Head) -> SnapshotKey {
        let (program, remade) = (self.program.clone(), head.remade());
        SnapshotKey { program, known: head.seq, head: head.hash.clone(), remade }
    }

    fn note(&self, what: &str, why: &str) {
        tracing::warn!("the snapshot file {} {what}: {why}", self.path.display());
    }
}

/// Whether it is of this head or may be of an earlier one; the ledger knows which hash it had there.
fn is_of_ledger(key: &SnapshotKey, head: &SnapshotKey) -> bool {
    key.program == head.program && key.remade == head.remade && key.known <= head.known
}

/// Whether a snapshot file is what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SnapshotFileState {
    Absent,
    /// Of another ledger or program, or of before a take-down or a rebuild: nobody opens it, and the next to ask makes it anew.
    OtherState,
    Sound,
    /// What is wrong with it, and whether it was taken away: what some other program wrote is left.
    Unsound {
        why: String,
        is_gone: bool,
    },
}

fn put(bytes: &[u8], unfinished: &Path, path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = private(unfinished)?;
    if let Ok(register) = path.with_extension("").metadata() {
        file.set_permissions(register.permissions())?;
    }
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(unfinished, path)
}

/// For nobody else, until it is said who may read the register.
fn private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[expect(
    unsafe_code,
    reason = "mapping a file is unsafe by nature; this one is only ever replaced by renaming, never rewritten"
)]
fn map(path: &Path) -> io::Result<memmap2::Mmap> {
    let file = File::open(path)?;
    // SAFETY: `put` renames a finished file into place, so the bytes under this mapping do not change.
    unsafe { memmap2::Mmap::map(&file) }
}
