//! What lies where a register is looked for: nothing, a register, or somebody else's database.

use crate::access::Access;
use crate::error::RegisterError;
use crate::location::Location;
use crate::migrate;
use crate::sql;
use crate::store::Session;

/// What lies at a location.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Occupant {
    Nothing,
    /// With the version of its tables.
    Register(i64),
    /// In words: what it holds instead.
    Foreign(String),
}

/// What the first migration of a register is called, whatever its number.
const FIRST: &str = "ledger";
/// Foreign tables named in a message.
const NAMED: usize = 3;

/// Looks at the tables without changing any.
pub(crate) async fn look(session: &mut Session) -> Result<Occupant, RegisterError> {
    let rows = session.rows(session.twin(&sql::TABLES), Vec::new()).await?;
    let names: Result<Vec<String>, _> = rows.iter().map(|row| row.text(0).map(str::to_owned)).collect();
    let names = names?;
    let has = |name: &str| names.iter().any(|held| held == name);
    if names.is_empty() {
        return Ok(Occupant::Nothing);
    }
    if !has(migrate::TABLE) {
        return Ok(foreign(&names));
    }
    let rows = session.rows(sql::MIGRATIONS, Vec::new()).await?;
    match (rows.first(), rows.last()) {
        (Some(first), Some(last)) if first.text(1)? == FIRST && has("ledger") && has("payload") => {
            Ok(Occupant::Register(last.int(0)?))
        }
        // The making of a register was broken off before its first table.
        (None, None) if names.len() == 1 => Ok(Occupant::Nothing),
        _ => Ok(foreign(&names)),
    }
}

impl Occupant {
    /// The version of its tables, `None` where there are none yet; refuses what cannot be opened in this way.
    pub(crate) fn version(self, access: Access, location: &Location) -> Result<Option<i64>, RegisterError> {
        let location = location.to_string();
        match self {
            Self::Foreign(holds) => Err(RegisterError::Foreign { location, holds }),
            Self::Nothing if access == Access::Create => Ok(None),
            Self::Nothing => Err(RegisterError::Missing { location }),
            Self::Register(version) if version > migrate::LATEST => Err(RegisterError::Newer { location }),
            Self::Register(version) if version < migrate::FIRST => Err(RegisterError::OldFormat { location }),
            Self::Register(version) if version < migrate::LATEST && access == Access::Read => {
                Err(RegisterError::Outdated { location })
            }
            Self::Register(version) => Ok(Some(version)),
        }
    }
}

fn foreign(names: &[String]) -> Occupant {
    let first: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    let more = if names.len() > NAMED { " …" } else { "" };
    Occupant::Foreign(format!("it holds other tables: {}{more}", first.join(", ")))
}
