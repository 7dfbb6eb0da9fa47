//! The register itself: opened once, shared by everyone who reads or writes.

use comity_model::Seq;
use serde::Serialize;

use crate::content::Contents;
use crate::error::RegisterError;
use crate::location::Location;
use crate::moment::Moment;
use crate::sql;
use crate::store::{Session, Store};

/// A ledger and everything derived from it, in a file or in PostgreSQL.
///
/// Every read names the state it wants by a ledger number (`known`); a batch lands whole, so a number inside a
/// batch means all of that batch.
pub struct Register {
    pub(crate) store: Store,
    pub(crate) contents: Contents,
}

/// The end of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Head {
    /// 0 for an empty ledger.
    pub seq: Seq,
    /// Hexadecimal; empty for an empty ledger.
    pub hash: String,
    pub recorded_at: Option<Moment>,
    /// How many take-downs there were: each changes what is known of every moment before it.
    pub erasures: u64,
}

impl Register {
    /// Opens a register, making the file and the tables where there are none.
    pub async fn open(location: &Location) -> Result<Self, RegisterError> {
        Ok(Self { store: Store::open(location).await?, contents: Contents::default() })
    }

    /// Waits until every session is done; a file is whole and alone then.
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
        let statements = sql::all();
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
    let rows = session.rows(sql::COUNT_ERASURES, Vec::new()).await?;
    let erasures = rows.first().map_or(Ok(0), |row| row.int(0))?.unsigned_abs();
    let head = Head { seq: Seq(row.int(0)?), hash: row.text(1)?.to_owned(), recorded_at, erasures };
    Ok((head, row.int(3)?))
}
