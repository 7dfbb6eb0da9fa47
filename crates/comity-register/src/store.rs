//! Two databases behind one face: everything above speaks to a [`Session`] and never asks which it is.

mod file;
mod postgres;
mod scratch;
mod sqlite;

pub(crate) use postgres::Database;
pub(crate) use scratch::{NewFile, scratch};
pub(crate) use sqlite::{look, rest};

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use futures_util::stream::BoxStream;
use futures_util::{StreamExt as _, TryStreamExt as _};
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{
    Arguments as _, Executor, Postgres, Row as _, SqlSafeStr, Sqlite, Transaction, TypeInfo as _,
    ValueRef as _,
};
use tokio::sync::OwnedMutexGuard;

use crate::access::Access;
use crate::derived as tables;
use crate::error::RegisterError;
use crate::location::Location;
use crate::notice::Notice;
use crate::sql::{self, Placeholders, Twins};

#[derive(Clone)]
pub(crate) enum Store {
    Sqlite(sqlite::Pools),
    Postgres(Database),
}

/// A store, and what its opening came upon.
pub(crate) struct Opened {
    pub(crate) store: Store,
    pub(crate) notices: Vec<Notice>,
    /// Of the tables as they were found; `None` where there were none.
    pub(crate) version: Option<i64>,
}

/// One transaction; dropped without [`Session::commit`] it leaves no trace.
pub(crate) enum Session {
    Sqlite(Transaction<'static, Sqlite>),
    /// A writer holds its turn.
    Postgres {
        tx: Transaction<'static, Postgres>,
        _turn: Option<OwnedMutexGuard<()>>,
    },
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

/// How many statements each connection keeps prepared.
const PREPARED: usize = 512;
/// How long a writer waits for another one: a long import is one transaction.
const BUSY_TIMEOUT: Duration = Duration::from_mins(5);

impl Store {
    pub(crate) async fn open(location: &Location, access: Access) -> Result<Opened, RegisterError> {
        match &*location.followed() {
            Location::File(path) => sqlite::open(path, access).await,
            Location::Postgres(address) => postgres::open(location, address, access).await,
        }
    }

    /// Whether this is the very file that the register is kept in.
    pub(crate) fn is_in(&self, file: &Path) -> bool {
        matches!(self, Self::Sqlite(pools) if is_same(pools.path(), file))
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(pools) => pools.close().await,
            Self::Postgres(pools) => pools.close().await,
        }
    }

    /// Writes over whatever deleted rows left in the files.
    ///
    /// SQLite: every page is written anew, and the log beside the file is emptied. PostgreSQL: every table is
    /// written anew; its own log is its keeper's. `false`: somebody still reads pages of before, which go when
    /// the last of them closes the register.
    pub(crate) async fn scrub(&self) -> Result<bool, RegisterError> {
        match self {
            Self::Sqlite(pools) => pools.scrub().await,
            Self::Postgres(pools) => pools.scrub().await,
        }
    }

    /// A session that sees one state of the register throughout.
    pub(crate) async fn read(&self) -> Result<Session, RegisterError> {
        match self {
            Self::Sqlite(pools) => pools.read().await,
            Self::Postgres(pools) => pools.read().await,
        }
    }

    /// A session that nobody else writes beside; readers are not held up.
    pub(crate) async fn write(&self) -> Result<Session, RegisterError> {
        match self {
            Self::Sqlite(pools) => pools.write().await,
            Self::Postgres(pools) => pools.write().await,
        }
    }
}

/// Whether two paths lead to one file.
pub(crate) fn is_same(a: &Path, b: &Path) -> bool {
    a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}

impl Session {
    pub(crate) fn marks(&self) -> Placeholders {
        match self {
            Self::Sqlite(_) => Placeholders::Plain,
            Self::Postgres { .. } => Placeholders::Numbered,
        }
    }

    /// The statement in the words of this database.
    pub(crate) fn twin(&self, twins: &Twins) -> &'static str {
        match self {
            Self::Sqlite(_) => twins.sqlite,
            Self::Postgres { .. } => twins.postgres,
        }
    }

    /// Has PostgreSQL look how large its tables have become: it would go on planning for the size that they
    /// had before this transaction. SQLite plans by the indexes alone.
    pub(crate) async fn learn_sizes(&mut self) -> Result<(), RegisterError> {
        if let Self::Postgres { .. } = self {
            let tables: Vec<&str> = tables::ALL.iter().map(|table| table.name).collect();
            self.run(sql::safe(format!("ANALYZE {}", tables.join(", "))), Vec::new()).await?;
        }
        Ok(())
    }

    /// Moves every table of PostgreSQL into a schema of its own, and makes them anew.
    pub(crate) async fn set_aside(&mut self, schema: &str) -> Result<(), RegisterError> {
        let Self::Postgres { tx, .. } = self else { return Ok(()) };
        postgres::set_aside(tx, schema).await
    }

    /// Moves the ledger of the first format under other names, and makes today's tables.
    pub(crate) async fn set_first_format_aside(&mut self) -> Result<(), RegisterError> {
        let Self::Postgres { tx, .. } = self else { return Ok(()) };
        postgres::set_first_format_aside(tx).await
    }

    /// Runs a statement and says how many rows it changed.
    pub(crate) async fn run(&mut self, sql: impl SqlSafeStr, cells: Vec<Cell>) -> Result<u64, RegisterError> {
        Ok(match self {
            Self::Sqlite(tx) => tx.execute(sqlite(sql, cells)).await?.rows_affected(),
            Self::Postgres { tx, .. } => tx.execute(postgres(sql, cells)).await?.rows_affected(),
        })
    }

    /// Writes rows of so many cells as PostgreSQL's own text for many; `false`, and nothing written, in SQLite.
    pub(crate) async fn copy(
        &mut self,
        statement: &str,
        width: usize,
        pieces: &[Vec<Cell>],
    ) -> Result<bool, RegisterError> {
        let Self::Postgres { tx, .. } = self else { return Ok(false) };
        postgres::copy(tx, statement, width, pieces).await?;
        Ok(true)
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
        let mut rows = self.stream(sql, cells);
        while let Some(row) = rows.try_next().await? {
            take(row)?;
        }
        Ok(())
    }

    /// The rows of a long answer, for whoever has to wait between them.
    pub(crate) fn stream(
        &mut self,
        sql: impl SqlSafeStr,
        cells: Vec<Cell>,
    ) -> BoxStream<'_, Result<Row, RegisterError>> {
        match self {
            Self::Sqlite(tx) => tx.fetch(sqlite(sql, cells)).map(|row| Ok(Row::Sqlite(row?))).boxed(),
            Self::Postgres { tx, .. } => {
                tx.fetch(postgres(sql, cells)).map(|row| Ok(Row::Postgres(row?))).boxed()
            }
        }
    }

    /// Has the database check a statement without running it.
    pub(crate) async fn prepare(&mut self, sql: impl SqlSafeStr) -> Result<(), RegisterError> {
        match self {
            Self::Sqlite(tx) => drop(tx.prepare(sql.into_sql_str()).await?),
            Self::Postgres { tx, .. } => drop(tx.prepare(sql.into_sql_str()).await?),
        }
        Ok(())
    }

    pub(crate) async fn commit(self) -> Result<(), RegisterError> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres { tx, .. } => tx.commit().await?,
        }
        Ok(())
    }

    pub(crate) async fn roll_back(self) -> Result<(), RegisterError> {
        match self {
            Self::Sqlite(tx) => tx.rollback().await?,
            Self::Postgres { tx, .. } => tx.rollback().await?,
        }
        Ok(())
    }
}

macro_rules! bind {
    ($name:ident, $db:ty, $arguments:ty) => {
        fn $name<'q>(statement: impl SqlSafeStr, cells: Vec<Cell>) -> Query<'q, $db, $arguments> {
            let mut arguments = <$arguments>::default();
            arguments.reserve(cells.len(), 0);
            cells.into_iter().fold(sqlx::query_with(statement, arguments), |query, cell| match cell {
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
    /// Whatever the column holds, to be written elsewhere.
    pub(crate) fn cell(&self, column: usize) -> Result<Cell, RegisterError> {
        let is_text = match self {
            Self::Sqlite(row) => row.try_get_raw(column)?.type_info().name() == "TEXT",
            Self::Postgres(row) => row.try_get_raw(column)?.type_info().name() == "TEXT",
        };
        Ok(if is_text { self.text(column)?.into() } else { self.maybe_int(column)?.into() })
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
