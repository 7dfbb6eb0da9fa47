//! A register in a file: how it is looked at, opened, made and left.
//!
//! It is in WAL mode while somebody writes to it and in rollback mode at rest, so that a file at rest is whole, can be
//! read from a read-only folder, and a copy that was made in between can be told (`Notice::TailInDoubt`).

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{Connection as _, Executor as _, Row as _, SqliteConnection, SqlitePool};

use super::file::{AGAIN, BUSY, File, code};
use super::{Opened, Session};
use crate::access::Access;
use crate::alone;
use crate::error::RegisterError;
use crate::found::Occupant;
use crate::migrate;
use crate::renaming::beside;
use crate::sql;

/// The connections to one file.
#[derive(Clone)]
pub(crate) struct Pools {
    pub(super) path: PathBuf,
    pub(super) readers: SqlitePool,
    /// One connection writes, with a large cache of its own; none where the register is only read.
    pub(super) writer: Option<SqlitePool>,
}

/// How long a scrub waits for whoever reads the last pages of the log.
const SCRUB_PATIENCE: Duration = Duration::from_secs(30);

pub(super) async fn open(path: &Path, access: Access) -> Result<Opened, RegisterError> {
    let file = File::at(path)?;
    let found = file.look().await?;
    match found.version(access, &file.location())? {
        Some(version) if access == Access::Read => {
            let notices = file.notices()?;
            let readers = file.readers(file.untouched()?).await?;
            Ok(Opened { store: file.store(readers, None), notices, version: Some(version) })
        }
        Some(migrate::LATEST) => file.write(Some(migrate::LATEST)).await,
        _ => {
            let _alone = alone::file(&file.path).await?;
            let version = file.look().await?.version(access, &file.location())?;
            file.write(version).await
        }
    }
}

impl Pools {
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) async fn read(&self) -> Result<Session, RegisterError> {
        Ok(Session::Sqlite(self.readers.begin().await?))
    }

    pub(super) async fn write(&self) -> Result<Session, RegisterError> {
        let writer = self.writer.as_ref().ok_or_else(|| self.read_only())?;
        Ok(Session::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?))
    }

    /// Writes every page anew, and empties the log beside the file; `false` while somebody still reads that.
    pub(super) async fn scrub(&self) -> Result<bool, RegisterError> {
        let Some(writer) = &self.writer else { return Err(self.read_only()) };
        let mut connection = writer.acquire().await?;
        connection.execute(sql::SCRUB).await?;
        let began = Instant::now();
        loop {
            let row = connection.fetch_one(sql::CHECKPOINT).await?;
            let emptied = row.try_get::<i64, _>(0)? == 0;
            if emptied || began.elapsed() > SCRUB_PATIENCE {
                return Ok(emptied);
            }
            tokio::time::sleep(AGAIN).await;
        }
    }

    fn read_only(&self) -> RegisterError {
        RegisterError::ReadOnly { location: self.path.display().to_string() }
    }

    /// Leaves one whole file, unless somebody else still has it open.
    pub(super) async fn close(&self) {
        self.readers.close().await;
        let Some(writer) = &self.writer else { return };
        let rested = writer.execute(sql::REST).await.is_ok();
        writer.close().await;
        // Two that leave at the same time hold each other up, and the last of them takes the `-wal` away.
        if !rested && !beside(&self.path, "-wal").exists() {
            let options =
                SqliteConnectOptions::new().filename(&self.path).journal_mode(SqliteJournalMode::Delete);
            if let Ok(connection) = SqliteConnection::connect_with(&options).await {
                drop(connection.close().await);
            }
        }
    }
}

/// What lies at the place of a file, and a session that reads it as it is.
pub(crate) async fn look(path: &Path) -> Result<(Occupant, Option<SqlitePool>), RegisterError> {
    let file = File::at(path)?;
    let found = file.look().await?;
    let pool = match found {
        Occupant::Register(_) => Some(file.readers(file.untouched()?).await?),
        _ => None,
    };
    Ok((found, pool))
}

/// Leaves a file whole, with nothing beside it; refused while anybody has it open. A file that cannot be read stays as
/// it is.
pub(crate) async fn rest(path: &Path) -> Result<(), RegisterError> {
    let file = File::at(path)?;
    // SQLite takes the `-wal` of a file that is no database for a left-over, and removes it.
    if !file.is_database()? {
        return Ok(());
    }
    let options = file.options().journal_mode(SqliteJournalMode::Delete);
    match SqliteConnection::connect_with(&options).await {
        Ok(connection) => Ok(connection.close().await?),
        Err(cause) if code(&cause) == Some(BUSY) => Err(RegisterError::InUse { location: file.shown() }),
        Err(cause) => match file.refused(cause) {
            read_only @ RegisterError::ReadOnly { .. } => Err(read_only),
            _ => Ok(()),
        },
    }
}
