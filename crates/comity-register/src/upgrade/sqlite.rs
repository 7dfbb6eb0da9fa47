//! A file of the first format: the new one is written beside it, and takes its name when it is whole.

use std::path::{Path, PathBuf};

use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions};

use super::first_format::{Summary, Tables};
use super::renewal::{Hand, Older, renew};
use super::{UpgradePlan, plan as planned};
use crate::error::RegisterError;
use crate::location::Location;
use crate::register::Register;
use crate::sql;
use crate::store::Session;

const TABLES: Tables = Tables { ledger: "ledger", payload: "payload" };

pub(super) async fn plan(path: &Path) -> Result<Option<UpgradePlan>, RegisterError> {
    let pool = open(path, SqliteConnectOptions::new().read_only(true)).await?;
    let mut session = Session::Sqlite(pool.begin().await?);
    let found = summary(&mut session).await?;
    session.roll_back().await?;
    pool.close().await;
    Ok(found.map(|summary| planned(&summary, beside(path, ".format-1").display().to_string())))
}

pub(super) async fn upgrade(path: &Path, hand: Hand<'_>) -> Result<Option<UpgradePlan>, RegisterError> {
    let Some(plan) = plan(path).await? else { return Ok(None) };
    let (copy, new) = (beside(path, ".format-1"), beside(path, ".new"));
    if copy.exists() {
        return Err(RegisterError::CopyExists { copy: plan.copy });
    }
    // Only who is alone with a file may change its mode; then nothing of it is in a log beside it.
    let rest = SqliteConnectOptions::new().journal_mode(SqliteJournalMode::Delete);
    let in_use = || RegisterError::InUse { location: path.display().to_string() };
    let pool = open(path, rest).await.map_err(|_| in_use())?;
    let alone = pool.begin_with("BEGIN EXCLUSIVE").await.map_err(|_| in_use())?;
    let mut session = Session::Sqlite(alone);
    let Some(summary) = summary(&mut session).await? else { return Ok(None) };
    discard(&new);
    let register = Register::open(&Location::File(new.clone())).await?;
    let mut writing = register.store.write().await?;
    let older = Older { tables: TABLES, summary: &summary, session: Some(session) };
    renew(older, &mut writing, hand).await?;
    writing.commit().await?;
    register.close().await;
    pool.close().await;
    let moved =
        |cause| RegisterError::Open { location: path.display().to_string(), cause: sqlx::Error::Io(cause) };
    std::fs::rename(path, copy).map_err(moved)?;
    std::fs::rename(new, path).map_err(moved)?;
    Ok(Some(plan))
}

/// `None`: the file is of today's format, or holds no register.
async fn summary(session: &mut Session) -> Result<Option<Summary>, RegisterError> {
    if session.rows(sql::FIND_FIRST_FORMAT_SQLITE, Vec::new()).await?.is_empty() {
        return Ok(None);
    }
    TABLES.check(session).await.map(Some)
}

async fn open(path: &Path, options: SqliteConnectOptions) -> Result<SqlitePool, RegisterError> {
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options.filename(path)).await;
    pool.map_err(|cause| RegisterError::Open { location: path.display().to_string(), cause })
}

/// What an upgrade left that was broken off.
fn discard(new: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        drop(std::fs::remove_file(beside(new, ending)));
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.to_owned().into_os_string();
    name.push(ending);
    name.into()
}
