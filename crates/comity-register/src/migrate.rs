//! The tables, version by version; the two dialects stand side by side under `migrations/`.

use std::borrow::Cow;

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

const SQLITE: [(&str, &str); 2] = [
    ("ledger", include_str!("../migrations/sqlite/0001_ledger.sql")),
    ("pending", include_str!("../migrations/sqlite/0002_pending.sql")),
];
const POSTGRES: [(&str, &str); 2] = [
    ("ledger", include_str!("../migrations/postgres/0001_ledger.sql")),
    ("pending", include_str!("../migrations/postgres/0002_pending.sql")),
];

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
    Migrator::with_migrations((1..).zip(steps).map(step).collect())
}
