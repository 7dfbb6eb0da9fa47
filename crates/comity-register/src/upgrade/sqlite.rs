//! A file of the first format: the new one is written beside it, and takes its name when it is whole.

use std::path::Path;

use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};

use super::first_format::Tables;
use super::renewal::{Older, Renewer, renew};
use super::{UpgradePlan, is_old, plan as planned};
use crate::error::RegisterError;
use crate::location::Location;
use crate::renaming::{beside, discard, keep, put, refused};
use crate::store::{self, NewFile, Session};

const TABLES: Tables = Tables { ledger: "ledger", payload: "payload" };

pub(super) async fn plan(path: &Path) -> Result<Option<UpgradePlan>, RegisterError> {
    let (found, pool) = store::look(path).await?;
    let is_old = is_old(found, &Location::File(path.to_owned()))?;
    let Some(pool) = pool else { return Ok(None) };
    let mut session = Session::Sqlite(pool.begin().await?);
    let summary = if is_old { Some(TABLES.check(&mut session).await?) } else { None };
    session.roll_back().await?;
    pool.close().await;
    Ok(summary.map(|summary| planned(&summary, beside(path, ".format-1").display().to_string())))
}

pub(super) async fn upgrade(path: &Path, hand: Renewer<'_>) -> Result<Option<UpgradePlan>, RegisterError> {
    let Some(plan) = plan(path).await? else { return Ok(None) };
    let (copy, new) = (beside(path, ".format-1"), beside(path, ".new"));
    if copy.exists() {
        return Err(RegisterError::CopyExists { copy: plan.copy });
    }
    // Only who is alone with a file may change its mode; then nothing of it is in a log beside it.
    store::rest(path).await?;
    let pool = alone(path).await?;
    let in_use = |_| RegisterError::InUse { location: path.display().to_string() };
    let mut session = Session::Sqlite(pool.begin_with("BEGIN EXCLUSIVE").await.map_err(in_use)?);
    let summary = TABLES.check(&mut session).await?;
    discard(&new).map_err(|cause| refused(&new, cause))?;
    let file = NewFile::make(&new).await?;
    let mut target = file.session().await?;
    let older = Older { tables: TABLES, summary: &summary, session: Some(session) };
    renew(older, &mut target, hand).await?;
    target.commit().await?;
    file.close().await;
    pool.close().await;
    keep(path, &copy).and_then(|()| put(&new, path)).map_err(|cause| refused(path, cause))?;
    Ok(Some(plan))
}

async fn alone(path: &Path) -> Result<SqlitePool, RegisterError> {
    let options = SqliteConnectOptions::new().filename(path);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await;
    pool.map_err(|cause| RegisterError::Open { location: path.display().to_string(), cause })
}
