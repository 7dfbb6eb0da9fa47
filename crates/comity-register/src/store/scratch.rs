//! Registers that are nobody's yet, or never will be: a file being written, and one that is kept nowhere.

use std::path::Path;

use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};

use super::file::{File, WRITER_CACHE, pool};
use super::{PREPARED, Session};
use crate::error::RegisterError;
use crate::migrate;

/// A register being written to a file that nobody reads yet: it is whole when it is closed, or thrown away.
pub(crate) struct NewFile(SqlitePool);

impl NewFile {
    pub(crate) async fn make(path: &Path) -> Result<Self, RegisterError> {
        let file = File::at(path)?;
        file.stamp(true).await?;
        let options = file.options().journal_mode(SqliteJournalMode::Off).synchronous(SqliteSynchronous::Off);
        let pool = pool().max_connections(1).connect_with(options.pragma("cache_size", WRITER_CACHE)).await;
        let pool = pool.map_err(|cause| file.refused(cause))?;
        made(&pool).await?;
        Ok(Self(pool))
    }

    pub(crate) async fn session(&self) -> Result<Session, RegisterError> {
        Ok(Session::Sqlite(self.0.begin().await?))
    }

    pub(crate) async fn close(self) {
        self.0.close().await;
    }
}

async fn made(pool: &SqlitePool) -> Result<(), RegisterError> {
    let ran = migrate::sqlite().run(pool).await;
    ran.map_err(|cause| RegisterError::Store(sqlx::Error::Migrate(Box::new(cause))))
}

/// A register in no file that anybody sees, alone to one session, gone with it: what is folded there costs no lock.
pub(crate) async fn scratch() -> Result<Session, RegisterError> {
    // With an empty name SQLite makes a file of its own in the folder for temporary files, when memory is used up.
    let options = SqliteConnectOptions::new()
        .filename("")
        .foreign_keys(false)
        .journal_mode(SqliteJournalMode::Off)
        .synchronous(SqliteSynchronous::Off)
        .statement_cache_capacity(PREPARED)
        .pragma("cache_size", WRITER_CACHE);
    let pool = pool().max_connections(1).connect_with(options).await?;
    made(&pool).await?;
    Ok(Session::Sqlite(pool.begin().await?))
}
