//! A database of the first format: its two tables stay under other names, in the same transaction.

use super::first_format::Tables;
use super::renewal::{Older, Renewer, renew};
use super::{UpgradePlan, is_old, plan as planned};
use crate::error::RegisterError;
use crate::found;
use crate::location::Location;
use crate::store::Database;

const HERE: Tables = Tables { ledger: "ledger", payload: "payload" };
const ASIDE: Tables = Tables { ledger: "ledger_format_1", payload: "payload_format_1" };
/// Where the old register stays, in words.
const COPY: &str = "the tables ledger_format_1 and payload_format_1";

pub(super) async fn plan(location: &Location, address: &str) -> Result<Option<UpgradePlan>, RegisterError> {
    let database = Database::reach(location, address).await?;
    let mut session = database.begin().await?;
    let is_old = is_old(found::look(&mut session).await?, location)?;
    let plan = if is_old { Some(planned(&HERE.check(&mut session).await?, COPY.to_owned())) } else { None };
    session.roll_back().await?;
    database.close().await;
    Ok(plan)
}

pub(super) async fn upgrade(
    location: &Location,
    address: &str,
    hand: Renewer<'_>,
) -> Result<Option<UpgradePlan>, RegisterError> {
    let database = Database::reach(location, address).await?;
    let mut session = database.begin().await?;
    if !is_old(found::look(&mut session).await?, location)? {
        return Ok(None);
    }
    session.set_first_format_aside().await?;
    let summary = ASIDE.check(&mut session).await?;
    renew(Older { tables: ASIDE, summary: &summary, session: None }, &mut session, hand).await?;
    session.commit().await?;
    database.close().await;
    Ok(Some(planned(&summary, COPY.to_owned())))
}
