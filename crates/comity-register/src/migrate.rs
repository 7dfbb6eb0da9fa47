//! The tables, version by version; the two dialects stand side by side under `migrations/`.

use std::borrow::Cow;

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

const SQLITE: [(&str, &str); 5] = [
    ("ledger", include_str!("../migrations/sqlite/0003_ledger.sql")),
    ("names", include_str!("../migrations/sqlite/0004_names.sql")),
    ("names refolded", include_str!("../migrations/sqlite/0005_names_refolded.sql")),
    ("names marked", include_str!("../migrations/sqlite/0006_names_marked.sql")),
    ("rebuilds", include_str!("../migrations/sqlite/0007_rebuilds.sql")),
];
const POSTGRES: [(&str, &str); 5] = [
    ("ledger", include_str!("../migrations/postgres/0003_ledger.sql")),
    ("names", include_str!("../migrations/postgres/0004_names.sql")),
    ("names refolded", include_str!("../migrations/postgres/0005_names_refolded.sql")),
    ("names marked", include_str!("../migrations/postgres/0006_names_marked.sql")),
    ("rebuilds", include_str!("../migrations/postgres/0007_rebuilds.sql")),
];

/// The first version that is made here: versions 1 and 2 were those of the first format of the ledger.
pub(crate) const FIRST: i64 = 3;

/// The table in which the migrations that were run are listed.
pub(crate) const TABLE: &str = "_sqlx_migrations";
/// The table in which rebuilds are counted: no part of what is derived.
pub(crate) const REBUILDS: &str = "rebuild";
/// The version of the tables that this program reads and writes. A step that marks the names has them folded anew.
pub(crate) const LATEST: i64 = 7;

pub(crate) fn sqlite() -> Migrator {
    migrator(&SQLITE)
}

pub(crate) fn postgres() -> Migrator {
    migrator(&POSTGRES)
}

fn migrator(steps: &'static [(&'static str, &'static str)]) -> Migrator {
    let mut migrator = Migrator::with_migrations(
        (FIRST..)
            .zip(steps)
            .map(|(version, &(name, sql)): (i64, &(&'static str, &'static str))| {
                let simple = MigrationType::Simple;
                Migration::new(version, Cow::Borrowed(name), simple, sql.into_sql_str(), false)
            })
            .collect(),
    );
    migrator.set_ignore_missing(true);
    migrator
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_version_is_the_last_migration() {
        for migrator in [sqlite(), postgres()] {
            assert_eq!(migrator.iter().map(|step| step.version).max(), Some(LATEST));
        }
    }
}
