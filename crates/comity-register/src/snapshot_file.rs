//! The file beside a register that whoever asks questions keeps its snapshot in: where it is, and when it has to go.

use std::path::{Path, PathBuf};

use crate::alone;
use crate::error::RegisterError;
use crate::register::Register;
use crate::renaming::{beside, discard, real, refused};
use crate::store::Store;

/// What its name ends in, after that of the register.
const ENDING: &str = ".snapshot";
/// While it is being written.
const UNFINISHED: &str = ".snapshot.part";

impl Register {
    /// Where a snapshot of this register may be kept: beside its file. `None`: it is in a database elsewhere.
    ///
    /// Whoever writes there holds [`Register::alone`] from before it reads the state until the file is whole.
    pub fn snapshot_file(&self) -> Option<PathBuf> {
        match &self.store {
            Store::Sqlite(pools) => Some(beside(&real(pools.path()), ENDING)),
            Store::Postgres(_) => None,
        }
    }

    /// Takes the snapshot away that is kept beside this register, and any that is just being made.
    pub(crate) async fn forget_snapshot(&self) -> Result<(), RegisterError> {
        let Store::Sqlite(pools) = &self.store else { return Ok(()) };
        let register = pools.path();
        // Where nobody ever held the lock nobody makes one; and a lock that nobody needs is not left behind.
        let _alone =
            if beside(&real(register), ".lock").exists() { Some(alone::file(register).await?) } else { None };
        forget(register)
    }
}

/// The same, for whoever holds the lock of the register.
pub(crate) fn forget(register: &Path) -> Result<(), RegisterError> {
    let gone = |ending: &str| discard(&beside(&real(register), ending));
    gone(ENDING).and_then(|()| gone(UNFINISHED)).map_err(|cause| refused(register, cause))
}
