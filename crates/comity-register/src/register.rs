//! The register itself: opened once, shared by everyone who reads or writes.

use std::sync::Arc;

use comity_model::Seq;
use schemars::JsonSchema;
use serde::Serialize;
use tempfile::TempDir;

use crate::access::Access;
use crate::content::Contents;
use crate::error::RegisterError;
use crate::location::Location;
use crate::migrate;
use crate::notice::Notice;
use crate::renaming::refused;
use crate::sql;
use crate::store::{Opened, Session, Store};
use crate::timestamp::Timestamp;

/// A ledger and everything derived from it, in a file or in PostgreSQL. Its clones share their connections.
///
/// Every read names the state it wants by a ledger number (`known`); a batch lands whole, so a number inside a
/// batch means all of that batch.
#[derive(Clone)]
pub struct Register {
    pub(crate) store: Store,
    pub(crate) contents: Arc<Contents>,
    notices: Vec<Notice>,
    /// Where it lies, if it goes with the last who has it open.
    _folder: Option<Arc<TempDir>>,
}

/// The end of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Head {
    /// 0 for an empty ledger.
    pub seq: Seq,
    /// Hexadecimal; empty for an empty ledger.
    pub hash: String,
    pub recorded_at: Option<Timestamp>,
    /// How many take-downs there were: each changes what is known of every moment before it.
    pub erasures: u64,
    /// How often everything derived was made anew, which is no part of the ledger.
    #[serde(skip)]
    pub rebuilds: u64,
}

/// A clock that shows less than the ledger's last entry bears: what is recorded now bears the time of that entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error(
    "the clock says {now}, and the last entry bears {last}: until then, what is recorded bears that time too"
)]
pub struct ClockBehind {
    pub now: Timestamp,
    pub last: Timestamp,
}

impl Head {
    /// How often what is known of moments before it became another; it only grows.
    pub fn remade(&self) -> u64 {
        self.erasures + self.rebuilds
    }

    /// Whether a clock that says `now` is behind the ledger.
    pub fn clock_behind(&self, now: &Timestamp) -> Option<ClockBehind> {
        let last = self.recorded_at.as_ref().filter(|last| *last > now)?;
        Some(ClockBehind { now: now.clone(), last: last.clone() })
    }
}

impl Register {
    /// Opens a register for writing, and makes the file and the tables where there are none.
    pub async fn open(location: &Location) -> Result<Self, RegisterError> {
        Self::open_for(location, Access::Create).await
    }

    /// Opens a register that is no older and no newer than this version, or brings an older one up to date where
    /// `access` allows that; what it did is told by [`Register::notices`].
    pub async fn open_for(location: &Location, access: Access) -> Result<Self, RegisterError> {
        let Opened { store, notices, version } = Store::open(location, access).await?;
        let mut register = Self { store, contents: Arc::default(), notices, _folder: None };
        let older = version.filter(|version| *version < migrate::LATEST);
        register.notices.extend(older.map(|from| Notice::Upgraded { from, to: migrate::LATEST }));
        if register.is_nameless().await? {
            if access == Access::Read {
                return Err(RegisterError::Outdated { location: location.to_string() });
            }
            register.refold().await?;
        }
        Ok(register)
    }

    /// An empty register that is like any other, in a folder for temporary files; gone when its last clone is dropped.
    pub async fn temporary() -> Result<Self, RegisterError> {
        let folder = tempfile::tempdir().map_err(|cause| refused(&std::env::temp_dir(), cause))?;
        let register = Self::open(&Location::File(folder.path().join("register.db"))).await?;
        Ok(Self { _folder: Some(Arc::new(folder)), ..register })
    }

    /// What the opening did or found that somebody should hear of.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Whether the store answers, within seconds.
    pub async fn ping(&self) -> Result<(), RegisterError> {
        head(&mut self.store.read().await?).await.map(drop)
    }

    /// Waits until every session is done. The last to leave a file leaves it whole, and nothing beside it.
    pub async fn close(&self) {
        self.store.close().await;
    }

    pub async fn head(&self) -> Result<Head, RegisterError> {
        let mut session = self.store.read().await?;
        head(&mut session).await.map(|(head, _)| head)
    }

    /// Has the database check every statement of this crate against its tables; says how many there are.
    #[doc(hidden)]
    pub async fn check_statements(&self) -> Result<usize, RegisterError> {
        let mut session = self.store.read().await?;
        let twins = sql::TWINS.iter().map(|twins| session.twin(twins).to_owned());
        let statements: Vec<String> = sql::all().into_iter().chain(twins).collect();
        let count = statements.len();
        for statement in statements {
            session.prepare(sql::safe(statement)).await?;
        }
        Ok(count)
    }
}

/// The end of the ledger, and the number of its last batch.
pub(crate) async fn head(session: &mut Session) -> Result<(Head, i64), RegisterError> {
    let rows = session.rows(sql::HEAD, Vec::new()).await?;
    let Some(row) = rows.first() else { return Ok((Head::default(), 0)) };
    let recorded_at = Some(row.text(2)?.parse()?);
    let rows = session.rows(sql::COUNT_REMADE, Vec::new()).await?;
    let count = |column: usize| rows.first().map_or(Ok(0), |row| row.int(column)).map(i64::unsigned_abs);
    let (erasures, rebuilds) = (count(0)?, count(1)?);
    let head = Head { seq: Seq(row.int(0)?), hash: row.text(1)?.to_owned(), recorded_at, erasures, rebuilds };
    Ok((head, row.int(3)?))
}
