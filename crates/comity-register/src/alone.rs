//! A register is made by one process at a time; whoever starts beside it waits, and then finds it made.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;

use sqlx::PgConnection;

use crate::error::RegisterError;
use crate::register::Register;
use crate::renaming::{beside, real};
use crate::sql;
use crate::store::Store;

/// Held while a register is made or first filled; the end of the process frees it too.
#[must_use = "others wait only for as long as this is held"]
pub struct Alone {
    _held: Held,
}

enum Held {
    File { _locked: File },
    Postgres { _session: Box<PgConnection> },
}

/// Any number that nobody else locks: the bytes of "comity".
const KEY: i64 = 0x636f_6d69_7479;

impl Register {
    /// Waits until nobody else makes or fills this register, and keeps others waiting.
    pub async fn alone(&self) -> Result<Alone, RegisterError> {
        match &self.store {
            Store::Sqlite(pools) => file(pools.path()).await,
            Store::Postgres(database) => postgres(database.another().await?).await,
        }
    }
}

/// By an empty file beside the register, which stays: to take it away would let two in.
pub(crate) async fn file(register: &Path) -> Result<Alone, RegisterError> {
    let lock = beside(&real(register), ".lock");
    let locked = tokio::task::spawn_blocking(move || locked(&lock)).await;
    let locked = locked.expect("a lock is taken or refused").map_err(|cause| refused(register, cause))?;
    Ok(Alone { _held: Held::File { _locked: locked } })
}

fn refused(register: &Path, cause: io::Error) -> RegisterError {
    let location = register.display().to_string();
    match cause.kind() {
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => RegisterError::ReadOnly { location },
        _ => RegisterError::Open { location, cause: sqlx::Error::Io(cause) },
    }
}

fn locked(path: &Path) -> io::Result<File> {
    let file = File::options().create(true).truncate(false).write(true).open(path)?;
    file.lock()?;
    Ok(file)
}

pub(crate) async fn postgres(mut session: PgConnection) -> Result<Alone, RegisterError> {
    sqlx::query(sql::LOCK_MAKING).bind(KEY).execute(&mut session).await?;
    Ok(Alone { _held: Held::Postgres { _session: Box::new(session) } })
}
