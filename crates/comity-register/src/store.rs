//! Two databases behind one face: everything above speaks to a [`Session`] and never asks which it is.

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::TryStreamExt;
use sqlx::pool::PoolOptions;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgRow};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sqlx::{Executor, PgPool, Postgres, Row as _, SqlSafeStr, Sqlite, SqlitePool, Transaction};

use crate::derived as tables;
use crate::error::RegisterError;
use crate::location::Location;
use crate::migrate;
use crate::sql::{self, Marks};

pub(crate) enum Store {
    /// One connection writes, with a large cache of its own; the others read.
    Sqlite {
        readers: SqlitePool,
        writer: SqlitePool,
    },
    Postgres(PgPool),
}

/// One transaction; dropped without [`Session::commit`] it leaves no trace.
pub(crate) enum Session {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// One row of a result, columns by place.
pub(crate) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

/// One value handed to a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    Int(i64),
    MaybeInt(Option<i64>),
    /// Shared, because rows of one batch repeat much of what they say.
    Text(Arc<str>),
}

/// How many connections one register keeps at most, and how many statements each keeps prepared.
const CONNECTIONS: u32 = 8;
const PREPARED: usize = 512;
/// How long a writer waits for another one: a long import is one transaction.
const PATIENCE: Duration = Duration::from_mins(5);
/// How long a scrub waits for whoever reads the last pages of the log, and how often it looks.
const SCRUB_PATIENCE: Duration = Duration::from_secs(30);
const AGAIN: Duration = Duration::from_millis(50);
/// Pages kept in memory, in KiB below zero: an import touches the indexes all over.
const WRITER_CACHE: &str = "-262144";
const READER_CACHE: &str = "-32768";

impl Store {
    pub(crate) async fn open(location: &Location) -> Result<Self, RegisterError> {
        let open = |cause| RegisterError::Open { location: location.to_string(), cause };
        let version = |cause| RegisterError::Version { location: location.to_string(), cause };
        match location {
            Location::File(path) => {
                let options = sqlite_options().filename(path);
                let large = options.clone().pragma("cache_size", WRITER_CACHE);
                let writer = pool().max_connections(1).connect_with(large).await.map_err(open)?;
                if writer.fetch_optional(sql::FIND_FIRST_FORMAT_SQLITE).await?.is_some() {
                    writer.close().await;
                    return Err(RegisterError::OldFormat { location: location.to_string() });
                }
                migrate::sqlite().run(&writer).await.map_err(version)?;
                Ok(Self::Sqlite { readers: pool().connect_lazy_with(options), writer })
            }
            Location::Postgres(url) => {
                let options: PgConnectOptions = url.parse().map_err(open)?;
                let options = options.statement_cache_capacity(PREPARED);
                let pool = pool().connect_with(options).await.map_err(open)?;
                if pool.fetch_optional(sql::FIND_FIRST_FORMAT_POSTGRES).await?.is_some() {
                    return Err(RegisterError::OldFormat { location: location.to_string() });
                }
                migrate::postgres().run(&pool).await.map_err(version)?;
                Ok(Self::Postgres(pool))
            }
        }
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// Writes over whatever deleted rows left in the files.
    ///
    /// SQLite: every page is written anew, and the log beside the file is emptied. PostgreSQL: every table is
    /// written anew; its own log is its keeper's. `false`: somebody still reads pages of before, which go when
    /// the last of them closes the register.
    pub(crate) async fn scrub(&self) -> Result<bool, RegisterError> {
        match self {
            Self::Sqlite { writer, .. } => {
                let mut connection = writer.acquire().await?;
                connection.execute(sql::SCRUB_SQLITE).await?;
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
            Self::Postgres(pool) => {
                let mut connection = pool.acquire().await?;
                for table in tables::ALL {
                    connection.execute(sql::safe(format!("VACUUM FULL {}", table.name))).await?;
                }
                Ok(true)
            }
        }
    }

    /// A session that sees one state of the register throughout.
    pub(crate) async fn read(&self) -> Result<Session, RegisterError> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Session::Sqlite(readers.begin().await?),
            Self::Postgres(pool) => {
                let statement = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                Session::Postgres(pool.begin_with(statement).await?)
            }
        })
    }

    /// A session that nobody else writes beside; readers are not held up.
    pub(crate) async fn write(&self) -> Result<Session, RegisterError> {
        match self {
            Self::Sqlite { writer, .. } => Ok(Session::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?)),
            Self::Postgres(pool) => {
                let mut session = Session::Postgres(pool.begin().await?);
                session.run("LOCK TABLE ledger IN EXCLUSIVE MODE", Vec::new()).await?;
                // A plan made while the tables were small would be kept as a long import fills them.
                session.run("SET LOCAL plan_cache_mode = force_custom_plan", Vec::new()).await?;
                Ok(session)
            }
        }
    }
}

fn pool<DB: sqlx::Database>() -> PoolOptions<DB> {
    PoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE)
}

/// Foreign keys are off because a claim may come before its source and a judgement before its claim.
fn sqlite_options() -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(false)
        .busy_timeout(PATIENCE)
        .statement_cache_capacity(PREPARED)
        .pragma("cache_size", READER_CACHE)
        .pragma("temp_store", "memory")
        .pragma("secure_delete", "on")
}

impl Session {
    pub(crate) fn marks(&self) -> Marks {
        match self {
            Self::Sqlite(_) => Marks::Plain,
            Self::Postgres(_) => Marks::Numbered,
        }
    }

    /// Has PostgreSQL look how large its tables have become: it would go on planning for the size that they
    /// had before this transaction. SQLite plans by the indexes alone.
    pub(crate) async fn learn_sizes(&mut self) -> Result<(), RegisterError> {
        if let Self::Postgres(_) = self {
            let tables: Vec<&str> = tables::ALL.iter().map(|table| table.name).collect();
            self.run(sql::safe(format!("ANALYZE {}", tables.join(", "))), Vec::new()).await?;
        }
        Ok(())
    }

    /// Runs a statement and says how many rows it changed.
    pub(crate) async fn run(&mut self, sql: impl SqlSafeStr, cells: Vec<Cell>) -> Result<u64, RegisterError> {
        Ok(match self {
            Self::Sqlite(tx) => tx.execute(sqlite(sql, cells)).await?.rows_affected(),
            Self::Postgres(tx) => tx.execute(postgres(sql, cells)).await?.rows_affected(),
        })
    }

    /// Every row of an answer that is known to be short.
    pub(crate) async fn rows(
        &mut self,
        sql: impl SqlSafeStr,
        cells: Vec<Cell>,
    ) -> Result<Vec<Row>, RegisterError> {
        let mut rows = Vec::new();
        self.each(sql, cells, |row| {
            rows.push(row);
            Ok(())
        })
        .await?;
        Ok(rows)
    }

    /// Hands over the rows of a long answer one by one.
    pub(crate) async fn each(
        &mut self,
        sql: impl SqlSafeStr,
        cells: Vec<Cell>,
        mut take: impl FnMut(Row) -> Result<(), RegisterError>,
    ) -> Result<(), RegisterError> {
        match self {
            Self::Sqlite(tx) => {
                let mut rows = tx.fetch(sqlite(sql, cells));
                while let Some(row) = rows.try_next().await? {
                    take(Row::Sqlite(row))?;
                }
            }
            Self::Postgres(tx) => {
                let mut rows = tx.fetch(postgres(sql, cells));
                while let Some(row) = rows.try_next().await? {
                    take(Row::Postgres(row))?;
                }
            }
        }
        Ok(())
    }

    /// Has the database check a statement without running it.
    pub(crate) async fn prepare(&mut self, sql: impl SqlSafeStr) -> Result<(), RegisterError> {
        match self {
            Self::Sqlite(tx) => drop(tx.prepare(sql.into_sql_str()).await?),
            Self::Postgres(tx) => drop(tx.prepare(sql.into_sql_str()).await?),
        }
        Ok(())
    }

    pub(crate) async fn commit(self) -> Result<(), RegisterError> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    pub(crate) async fn roll_back(self) -> Result<(), RegisterError> {
        match self {
            Self::Sqlite(tx) => tx.rollback().await?,
            Self::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}

macro_rules! bind {
    ($name:ident, $db:ty, $arguments:ty) => {
        fn $name<'q>(statement: impl SqlSafeStr, cells: Vec<Cell>) -> Query<'q, $db, $arguments> {
            cells.into_iter().fold(sqlx::query(statement), |query, cell| match cell {
                Cell::Int(number) => query.bind(number),
                Cell::MaybeInt(number) => query.bind(number),
                Cell::Text(text) => query.bind(text),
            })
        }
    };
}
bind!(sqlite, Sqlite, SqliteArguments);
bind!(postgres, Postgres, PgArguments);

macro_rules! get {
    ($($(#[$meta:meta])* $name:ident -> $value:ty),+) => {
        impl Row {$(
            $(#[$meta])*
            pub(crate) fn $name(&self, column: usize) -> Result<$value, RegisterError> {
                Ok(match self {
                    Self::Sqlite(row) => row.try_get(column)?,
                    Self::Postgres(row) => row.try_get(column)?,
                })
            }
        )+}
    };
}
impl Row {
    /// Whatever the column holds, as the text of a canonical dump.
    pub(crate) fn as_text(&self, column: usize) -> Result<Option<String>, RegisterError> {
        match self.maybe_int(column) {
            Ok(number) => Ok(number.map(|number| number.to_string())),
            Err(_) => Ok(self.maybe_text(column)?.map(str::to_owned)),
        }
    }
}

get! { int -> i64, maybe_int -> Option<i64>, text -> &str, maybe_text -> Option<&str> }

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<Option<i64>> for Cell {
    fn from(number: Option<i64>) -> Self {
        Self::MaybeInt(number)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}
