//! A database of the first format: its two tables stay under other names, in the same transaction.

use sqlx::{Executor, PgPool};

use super::first_format::Tables;
use super::renewal::{Hand, Older, renew};
use super::{UpgradePlan, plan as planned};
use crate::error::RegisterError;
use crate::location::Location;
use crate::migrate;
use crate::sql;
use crate::store::Session;

const HERE: Tables = Tables { ledger: "ledger", payload: "payload" };
const ASIDE: Tables = Tables { ledger: "ledger_format_1", payload: "payload_format_1" };
/// Where the old register stays, in words.
const COPY: &str = "the tables ledger_format_1 and payload_format_1";

pub(super) async fn plan(location: &Location, address: &str) -> Result<Option<UpgradePlan>, RegisterError> {
    let pool = open(location, address).await?;
    let mut session = Session::Postgres(pool.begin().await?);
    let found = is_here(&mut session).await?;
    let plan = if found { Some(planned(&HERE.check(&mut session).await?, COPY.to_owned())) } else { None };
    session.roll_back().await?;
    pool.close().await;
    Ok(plan)
}

pub(super) async fn upgrade(
    location: &Location,
    address: &str,
    hand: Hand<'_>,
) -> Result<Option<UpgradePlan>, RegisterError> {
    let pool = open(location, address).await?;
    let mut tx = pool.begin().await?;
    if tx.fetch_optional(sql::FIND_FIRST_FORMAT_POSTGRES).await?.is_none() {
        return Ok(None);
    }
    tx.execute(sql::SET_FIRST_FORMAT_ASIDE_POSTGRES).await?;
    let version = |cause| RegisterError::Version { location: location.to_string(), cause };
    migrate::postgres().run(&mut *tx).await.map_err(version)?;
    let mut session = Session::Postgres(tx);
    let summary = ASIDE.check(&mut session).await?;
    renew(Older { tables: ASIDE, summary: &summary, session: None }, &mut session, hand).await?;
    session.commit().await?;
    pool.close().await;
    Ok(Some(planned(&summary, COPY.to_owned())))
}

async fn is_here(session: &mut Session) -> Result<bool, RegisterError> {
    Ok(!session.rows(sql::FIND_FIRST_FORMAT_POSTGRES, Vec::new()).await?.is_empty())
}

async fn open(location: &Location, address: &str) -> Result<PgPool, RegisterError> {
    let opened = PgPool::connect(address).await;
    opened.map_err(|cause| RegisterError::Open { location: location.to_string(), cause })
}
