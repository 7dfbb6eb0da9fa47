//! A file where a register is looked for: what its first bytes say, and how it is reached without being changed.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sqlx::pool::PoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection as _, SqliteConnection, SqlitePool};

use super::sqlite::Pools;
use super::{BUSY_TIMEOUT, Opened, PREPARED, Session, Store};
use crate::error::RegisterError;
use crate::found::{self, Occupant};
use crate::location::Location;
use crate::migrate;
use crate::notice::Notice;
use crate::renaming::beside;

/// "Cmty" in the first bytes of the file: `PRAGMA application_id`.
const APPLICATION: u32 = 0x436d_7479;
/// How many connections read at a time, at most.
const READERS: u32 = 8;
/// Pages kept in memory, in KiB below zero: an import touches the indexes all over.
pub(super) const WRITER_CACHE: &str = "-131072";
const READER_CACHE: &str = "-32768";
/// How soon a file that somebody else holds is tried again.
pub(super) const AGAIN: Duration = Duration::from_millis(50);

/// SQLite's primary result codes that are handled here.
pub(super) const BUSY: i32 = 5;
const READ_ONLY: i32 = 8;
const CANNOT_OPEN: i32 = 14;
const NO_DATABASE: i32 = 26;

/// A file by its absolute path: SQLite would take `:memory:` and `file:…` for something else.
pub(super) struct File {
    pub(super) path: PathBuf,
    shown: PathBuf,
}

/// What the first bytes of a database file say.
struct Header {
    application: u32,
    wal: bool,
}

impl File {
    pub(super) fn at(path: &Path) -> Result<Self, RegisterError> {
        let shown = path.to_owned();
        let absolute = std::path::absolute(path).map_err(|cause| unreadable(&shown, cause))?;
        Ok(Self { path: absolute, shown })
    }

    pub(super) fn location(&self) -> Location {
        Location::File(self.shown.clone())
    }

    pub(super) fn shown(&self) -> String {
        self.location().to_string()
    }

    /// Reads no more than the file and, where it is there, its `-wal`; changes neither.
    pub(super) async fn look(&self) -> Result<Occupant, RegisterError> {
        let no_database = || Occupant::Foreign("it is no SQLite database".to_owned());
        let header = match self.header()? {
            Bytes::None => return Ok(Occupant::Nothing),
            Bytes::Foreign => return Ok(no_database()),
            Bytes::Header(header) => header,
        };
        if ![0, APPLICATION].contains(&header.application) {
            let said = format!("another program marked it as its own ({:#010x})", header.application);
            return Ok(Occupant::Foreign(said));
        }
        let pool = match self.readers(self.untouched()?).await {
            Err(RegisterError::Open { cause, .. }) if code(&cause) == Some(NO_DATABASE) => {
                return Ok(no_database());
            }
            pool => pool?,
        };
        let mut session = Session::Sqlite(pool.begin().await.map_err(|cause| self.refused(cause))?);
        let found = found::look(&mut session).await;
        session.roll_back().await?;
        pool.close().await;
        found
    }

    /// Opened and closed before SQLite has the file open here: closing it later would drop SQLite's locks.
    fn header(&self) -> Result<Bytes, RegisterError> {
        let mut bytes = [0; 100];
        match std::fs::File::open(&self.path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Bytes::None),
            Err(error) => return Err(unreadable(&self.shown, error)),
            Ok(mut file) => match file.read(&mut bytes).map_err(|error| unreadable(&self.shown, error))? {
                0 => return Ok(Bytes::None),
                100 => {}
                _ => return Ok(Bytes::Foreign),
            },
        }
        if !bytes.starts_with(b"SQLite format 3\0") {
            return Ok(Bytes::Foreign);
        }
        let [.., a, b, c, d] = bytes[..72] else { return Ok(Bytes::Foreign) };
        Ok(Bytes::Header(Header { application: u32::from_be_bytes([a, b, c, d]), wal: bytes[18] == 2 }))
    }

    /// Whether SQLite would know it as a database of its own.
    pub(super) fn is_database(&self) -> Result<bool, RegisterError> {
        Ok(matches!(self.header()?, Bytes::Header(_)))
    }

    /// Whether the register is in use, or was when its owner died: then its end is in the `-wal`.
    fn has_wal(&self) -> bool {
        let length = beside(&self.path, "-wal").metadata().map_or(0, |metadata| metadata.len());
        length > 0 || beside(&self.path, "-shm").exists()
    }

    pub(super) fn notices(&self) -> Result<Vec<Notice>, RegisterError> {
        let Bytes::Header(header) = self.header()? else { return Ok(Vec::new()) };
        let in_doubt = header.application == APPLICATION && header.wal && !self.has_wal();
        Ok(in_doubt.then_some(Notice::TailInDoubt).into_iter().collect())
    }

    /// The options of a connection that changes no byte.
    ///
    /// A file in WAL mode without its `-wal` is read as it is: SQLite would make a new `-wal`, which says that all is
    /// well, and which a read-only folder does not take.
    pub(super) fn untouched(&self) -> Result<SqliteConnectOptions, RegisterError> {
        let bare = matches!(self.header()?, Bytes::Header(Header { wal: true, .. })) && !self.has_wal();
        Ok(self.options().read_only(true).immutable(bare))
    }

    pub(super) async fn readers(&self, options: SqliteConnectOptions) -> Result<SqlitePool, RegisterError> {
        let options = options.pragma("cache_size", READER_CACHE).pragma("query_only", "on");
        pool().max_connections(READERS).connect_with(options).await.map_err(|cause| self.refused(cause))
    }

    /// Opens the file for writing, `version` being that of its tables; makes what is missing.
    pub(super) async fn write(&self, version: Option<i64>) -> Result<Opened, RegisterError> {
        let notices = self.notices()?;
        self.stamp(version.is_none()).await?;
        let writer = self.writer().await?;
        let unsuitable = |cause| RegisterError::Version { location: self.shown(), cause };
        migrate::sqlite().run(&writer).await.map_err(unsuitable)?;
        let readers = self.readers(self.options()).await?;
        Ok(Opened { store: self.store(readers, Some(writer)), notices, version })
    }

    /// Marks the file as a register before anything else is in it, or where an older version left it unmarked.
    pub(super) async fn stamp(&self, create: bool) -> Result<(), RegisterError> {
        if matches!(self.header()?, Bytes::Header(Header { application: APPLICATION, .. })) {
            return Ok(());
        }
        let options =
            self.options().create_if_missing(create).pragma("application_id", APPLICATION.to_string());
        let connection =
            SqliteConnection::connect_with(&options).await.map_err(|cause| self.refused(cause))?;
        Ok(connection.close().await?)
    }

    /// Waits for whoever reads the file at rest: it changes its mode only when nobody does.
    async fn writer(&self) -> Result<SqlitePool, RegisterError> {
        let options =
            self.options().journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
        let options = options.pragma("cache_size", WRITER_CACHE);
        let began = Instant::now();
        loop {
            match pool().max_connections(1).connect_with(options.clone()).await {
                Err(error) if code(&error) == Some(BUSY) && began.elapsed() < BUSY_TIMEOUT => {
                    tokio::time::sleep(AGAIN).await;
                }
                writer => return writer.map_err(|cause| self.refused(cause)),
            }
        }
    }

    /// Foreign keys are off because a claim may come before its source and a judgement before its claim.
    pub(super) fn options(&self) -> SqliteConnectOptions {
        SqliteConnectOptions::new()
            .filename(&self.path)
            .foreign_keys(false)
            .busy_timeout(BUSY_TIMEOUT)
            .statement_cache_capacity(PREPARED)
            .pragma("temp_store", "memory")
            .pragma("secure_delete", "on")
    }

    pub(super) fn store(&self, readers: SqlitePool, writer: Option<SqlitePool>) -> Store {
        Store::Sqlite(Pools { path: self.path.clone(), readers, writer })
    }

    pub(super) fn refused(&self, cause: sqlx::Error) -> RegisterError {
        let location = self.shown();
        match code(&cause) {
            Some(READ_ONLY) => RegisterError::ReadOnly { location },
            Some(CANNOT_OPEN) if self.has_wal() => RegisterError::WalUnreadable { location },
            _ => RegisterError::Open { location, cause },
        }
    }
}

enum Bytes {
    None,
    Foreign,
    Header(Header),
}

/// Connections are kept for as long as the register is open: the last one to go would take the `-wal` with it.
pub(super) fn pool() -> PoolOptions<sqlx::Sqlite> {
    PoolOptions::new().acquire_timeout(BUSY_TIMEOUT).idle_timeout(None).max_lifetime(None)
}

/// The primary result code of SQLite.
pub(super) fn code(error: &sqlx::Error) -> Option<i32> {
    let code = error.as_database_error()?.code()?;
    code.parse::<i32>().ok().map(|code| code & 0xff)
}

fn unreadable(shown: &Path, cause: std::io::Error) -> RegisterError {
    RegisterError::Open { location: shown.display().to_string(), cause: sqlx::Error::Io(cause) }
}
