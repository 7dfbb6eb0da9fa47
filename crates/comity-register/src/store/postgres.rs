//! A register in PostgreSQL: how it is reached, looked at, opened and made.

use std::sync::Arc;
use std::time::Duration;

use sqlx::pool::PoolOptions;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions as _, Executor as _, PgConnection, PgPool};
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::timeout;
use url::Url;

use super::{BUSY_TIMEOUT, Cell, Opened, PREPARED, Session, Store};
use crate::access::Access;
use crate::alone;
use crate::derived as tables;
use crate::error::RegisterError;
use crate::found::{self, Occupant};
use crate::location::Location;
use crate::migrate;
use crate::notice::Notice;
use crate::sql;

/// The connections to one database.
#[derive(Clone)]
pub(crate) struct Database {
    location: Location,
    settings: Arc<PgConnectOptions>,
    pool: PgPool,
    /// Who of this process writes next; `None` where the register is only read.
    turn: Option<Arc<Mutex<()>>>,
}

/// How many connections one register keeps at most.
const CONNECTIONS: u32 = 8;
/// How long a server is waited for: a person is looking at a page, or at a command that says nothing.
const ANSWER: Duration = Duration::from_secs(5);

/// What an address may say besides the place; the rest is not handed on, and could be a password.
const KNOWN: [&str; 18] = [
    "application_name",
    "dbname",
    "host",
    "hostaddr",
    "options",
    "password",
    "port",
    "ssl-ca",
    "ssl-cert",
    "ssl-key",
    "ssl-mode",
    "ssl-root-cert",
    "sslcert",
    "sslkey",
    "sslmode",
    "sslrootcert",
    "statement-cache-capacity",
    "user",
];

pub(super) async fn open(
    location: &Location,
    address: &str,
    access: Access,
) -> Result<Opened, RegisterError> {
    let (mut database, notices) = Database::connect(location, address).await?;
    let mut version = database.look().await?.version(access, location)?;
    if access == Access::Read {
        database.turn = None;
    } else if version != Some(migrate::LATEST) {
        let _alone = alone::postgres(database.another().await?).await?;
        version = database.look().await?.version(access, location)?;
        let unsuitable = |cause| RegisterError::Version { location: location.to_string(), cause };
        migrate::postgres().run(&database.pool).await.map_err(unsuitable)?;
    }
    Ok(Opened { store: Store::Postgres(database), notices, version })
}

/// Only what is known is handed on: what is not would be logged with its value.
fn settings(location: &Location, address: &str) -> Result<(PgConnectOptions, Vec<Notice>), RegisterError> {
    let wrong = |cause| RegisterError::Open { location: location.to_string(), cause };
    let mut url = Url::parse(address).map_err(|cause| wrong(sqlx::Error::Configuration(cause.into())))?;
    let said: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let (known, other): (Vec<_>, Vec<_>) = said.into_iter().partition(|(key, _)| is_known(key));
    url.query_pairs_mut().clear().extend_pairs(known);
    let settings = PgConnectOptions::from_url(&url).map_err(wrong)?;
    let notices = other.into_iter().map(|(key, _)| Notice::IgnoredSetting(key)).collect();
    Ok((settings.statement_cache_capacity(PREPARED), notices))
}

fn is_known(key: &str) -> bool {
    KNOWN.contains(&key) || key.starts_with("options[")
}

impl Database {
    /// The connections to a database, whatever is in it.
    pub(crate) async fn reach(location: &Location, address: &str) -> Result<Self, RegisterError> {
        Self::connect(location, address).await.map(|(database, _)| database)
    }

    async fn connect(location: &Location, address: &str) -> Result<(Self, Vec<Notice>), RegisterError> {
        let (settings, notices) = settings(location, address)?;
        let pool = PoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(ANSWER);
        let pool = pool.connect_with(settings.clone()).await.map_err(|cause| refused(location, cause))?;
        let (location, settings) = (location.clone(), Arc::new(settings));
        Ok((Self { location, settings, pool, turn: Some(Arc::default()) }, notices))
    }

    /// A session that may do anything, and keeps nobody waiting.
    pub(crate) async fn begin(&self) -> Result<Session, RegisterError> {
        let tx = self.pool.begin().await.map_err(|cause| refused(&self.location, cause))?;
        Ok(Session::Postgres { tx, _turn: None })
    }

    async fn look(&self) -> Result<Occupant, RegisterError> {
        let mut session = self.read().await?;
        let found = found::look(&mut session).await?;
        session.roll_back().await?;
        Ok(found)
    }

    /// A connection of its own, for as long as the caller keeps it.
    pub(crate) async fn another(&self) -> Result<PgConnection, RegisterError> {
        let connected = timeout(ANSWER, self.settings.connect()).await;
        let connected = connected.unwrap_or(Err(sqlx::Error::PoolTimedOut));
        connected.map_err(|cause| refused(&self.location, cause))
    }

    /// A session that sees one state of the register throughout.
    pub(super) async fn read(&self) -> Result<Session, RegisterError> {
        let begun = self.pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await;
        let tx = begun.map_err(|cause| refused(&self.location, cause))?;
        Ok(Session::Postgres { tx, _turn: None })
    }

    /// A session that nobody else writes beside. Whoever waits for it here keeps no connection from readers.
    pub(super) async fn write(&self) -> Result<Session, RegisterError> {
        let turn = self.turn().await?;
        let tx = self.pool.begin().await.map_err(|cause| refused(&self.location, cause))?;
        let mut session = Session::Postgres { tx, _turn: Some(turn) };
        session.run("LOCK TABLE ledger IN EXCLUSIVE MODE", Vec::new()).await?;
        session.run(sql::KEEP_COMMITS, Vec::new()).await?;
        // A plan made while the tables were small would be kept as a long import fills them.
        session.run("SET LOCAL plan_cache_mode = force_custom_plan", Vec::new()).await?;
        Ok(session)
    }

    async fn turn(&self) -> Result<OwnedMutexGuard<()>, RegisterError> {
        let location = self.location.to_string();
        let Some(turn) = &self.turn else { return Err(RegisterError::ReadOnly { location }) };
        let turn = timeout(BUSY_TIMEOUT, Arc::clone(turn).lock_owned()).await;
        turn.map_err(|_| RegisterError::Away {
            location,
            cause: "others have been writing for minutes".to_owned(),
        })
    }

    /// Writes every table anew, and what the server remembers of the words in it.
    pub(super) async fn scrub(&self) -> Result<bool, RegisterError> {
        let mut connection = self.pool.acquire().await?;
        for table in tables::ALL {
            connection.execute(sql::safe(format!("VACUUM (FULL, ANALYZE) {}", table.name))).await?;
        }
        // The owner of the database may; for others the server passes over it with a warning.
        connection.execute("VACUUM FULL pg_catalog.pg_statistic").await?;
        Ok(true)
    }

    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }
}

/// Moves every table into a schema that is made for them, and makes new ones where they were.
pub(super) async fn set_aside(session: &mut PgConnection, schema: &str) -> Result<(), RegisterError> {
    session.execute(sql::safe(format!("CREATE SCHEMA {schema}"))).await?;
    let names = tables::ALL.iter().map(|table| table.name).chain([migrate::REBUILDS, migrate::TABLE]);
    for name in names {
        session.execute(sql::safe(format!("ALTER TABLE {name} SET SCHEMA {schema}"))).await?;
    }
    remake(session).await
}

/// The same for tables of the first format, of which only the ledger is kept.
pub(super) async fn set_first_format_aside(session: &mut PgConnection) -> Result<(), RegisterError> {
    session.execute(sql::SET_FIRST_FORMAT_ASIDE).await?;
    remake(session).await
}

async fn remake(session: &mut PgConnection) -> Result<(), RegisterError> {
    let ran = migrate::postgres().run(session).await;
    ran.map_err(|cause| RegisterError::Store(sqlx::Error::Migrate(Box::new(cause))))
}

fn refused(location: &Location, cause: sqlx::Error) -> RegisterError {
    let location = location.to_string();
    match cause {
        sqlx::Error::PoolTimedOut => {
            let cause = format!("no connection within {} seconds", ANSWER.as_secs());
            RegisterError::Away { location, cause }
        }
        sqlx::Error::Io(cause) => RegisterError::Away { location, cause: cause.to_string() },
        cause => RegisterError::Open { location, cause },
    }
}

/// Bytes of rows sent together.
const SENT: usize = 1 << 20;

/// Sends rows of so many cells in the text format of `COPY`.
pub(super) async fn copy(
    connection: &mut PgConnection,
    statement: &str,
    width: usize,
    pieces: &[Vec<Cell>],
) -> Result<(), RegisterError> {
    let mut copy = connection.copy_in_raw(statement).await?;
    let mut text = String::new();
    for row in pieces.iter().flat_map(|piece| piece.chunks(width)) {
        for (n, cell) in row.iter().enumerate() {
            if n > 0 {
                text.push('\t');
            }
            push_cell(&mut text, cell);
        }
        text.push('\n');
        if text.len() >= SENT {
            copy.send(std::mem::take(&mut text).into_bytes()).await?;
        }
    }
    copy.send(text.into_bytes()).await?;
    copy.finish().await?;
    Ok(())
}

fn push_cell(text: &mut String, cell: &Cell) {
    match cell {
        Cell::Int(number) | Cell::MaybeInt(Some(number)) => text.push_str(&number.to_string()),
        Cell::MaybeInt(None) => text.push_str("\\N"),
        Cell::Text(said) => {
            for c in said.chars() {
                match c {
                    '\\' => text.push_str("\\\\"),
                    '\t' => text.push_str("\\t"),
                    '\n' => text.push_str("\\n"),
                    '\r' => text.push_str("\\r"),
                    c => text.push(c),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_written_so_that_it_ends_no_cell_and_no_row() {
        let mut text = String::new();
        for cell in [Cell::from("a\tb\nc\\d\r"), Cell::from(-7), Cell::from(None::<i64>), Cell::from("\\N")] {
            push_cell(&mut text, &cell);
            text.push('|');
        }
        assert_eq!(text, "a\\tb\\nc\\\\d\\r|-7|\\N|\\\\N|");
    }
}
