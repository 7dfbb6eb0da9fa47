//! A register that an older version wrote, renewed: a copy is kept, and every number stays what it was.

mod first_format;
mod postgres;
mod renewal;
mod sqlite;

use serde::Serialize;

use crate::access::Access;
use crate::error::RegisterError;
use crate::found::Occupant;
use crate::location::Location;
use crate::register::Register;
use crate::timestamp::Timestamp;
use first_format::Summary;
use renewal::Renewer;

/// An older register, and what renewing it would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpgradePlan {
    /// The format it has.
    pub format: u32,
    pub entries: u64,
    pub head: String,
    pub authors: u64,
    pub erased: u64,
    /// Where it will be kept as it is: a file, or tables.
    pub copy: String,
}

impl Register {
    /// What renewing the register there would do; `None` where it is of today's format. Nothing is changed.
    ///
    /// An error where its chain does not hold. Cost: one pass over the ledger.
    pub async fn plan_upgrade(location: &Location) -> Result<Option<UpgradePlan>, RegisterError> {
        match location {
            Location::File(path) => sqlite::plan(path).await,
            Location::Postgres(address) => postgres::plan(location, address).await,
        }
    }

    /// Renews the register there, and keeps what it was; `None` where it is of today's format.
    ///
    /// The new chain begins with an entry, numbered 0, that names the old head; the numbers of entries and batches,
    /// and every answer at every `known`, stay. Cost: about that of importing everything again.
    pub async fn upgrade(
        location: &Location,
        by: &str,
        at: &Timestamp,
    ) -> Result<Option<UpgradePlan>, RegisterError> {
        let hand = Renewer { by, at };
        match location {
            Location::File(path) => sqlite::upgrade(path, hand).await,
            Location::Postgres(address) => postgres::upgrade(location, address, hand).await,
        }
    }
}

/// Whether what was found is a register of the first format; an error where it is no register, or a newer one.
fn is_old(found: Occupant, location: &Location) -> Result<bool, RegisterError> {
    match found.version(Access::Write, location) {
        Err(RegisterError::OldFormat { .. }) => Ok(true),
        found => found.map(|_| false),
    }
}

fn plan(summary: &Summary, copy: String) -> UpgradePlan {
    UpgradePlan {
        format: 1,
        entries: summary.entries.unsigned_abs(),
        head: summary.head.clone(),
        authors: summary.authors.len() as u64,
        erased: summary.erased.len() as u64,
        copy,
    }
}
