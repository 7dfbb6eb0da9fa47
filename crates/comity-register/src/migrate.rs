//! The tables, version by version; the two dialects stand side by side under `migrations/`.

use std::borrow::Cow;

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

const SQLITE: [(&str, &str); 1] = [("ledger", include_str!("../migrations/sqlite/0003_ledger.sql"))];
const POSTGRES: [(&str, &str); 1] = [("ledger", include_str!("../migrations/postgres/0003_ledger.sql"))];

/// The first version that is made here: versions 1 and 2 were those of the first format of the ledger.
const FIRST: i64 = 3;

pub(crate) fn sqlite() -> Migrator {
    migrator(&SQLITE)
}

pub(crate) fn postgres() -> Migrator {
    migrator(&POSTGRES)
}

fn migrator(steps: &'static [(&'static str, &'static str)]) -> Migrator {
    let step = |(version, &(name, sql)): (i64, &(&'static str, &'static str))| {
        let simple = MigrationType::Simple;
        Migration::new(version, Cow::Borrowed(name), simple, sql.into_sql_str(), false)
    };
    let mut migrator = Migrator::with_migrations((FIRST..).zip(steps).map(step).collect());
    migrator.set_ignore_missing(true);
    migrator
}
