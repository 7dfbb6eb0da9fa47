//! A database of its own for each test: a file always, PostgreSQL where `COMITY_TEST_POSTGRES` names a server.

use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};

use comity_register::{Location, Register};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

/// Runs a story on a fresh register in each database.
pub(crate) fn on_both<F: Future<Output = ()>>(story: impl Fn(Register) -> F) {
    at_both(async |location: Location| story(Register::open(&location).await.unwrap()).await);
}

pub(crate) fn in_a_file<F: Future<Output = ()>>(story: impl Fn(Register) -> F) {
    beside(&async |location: Location| story(Register::open(&location).await.unwrap()).await);
}

/// Runs a story where nothing is yet, in each database.
pub(crate) fn at_both(story: impl AsyncFn(Location)) {
    beside(&story);
    in_a_database(story);
}

fn beside(story: &impl AsyncFn(Location)) {
    wait(async {
        let folder = tempfile::tempdir().unwrap();
        story(Location::File(folder.path().join("register.db"))).await;
    });
}

/// Runs a story in an empty database of PostgreSQL alone.
pub(crate) fn in_a_database(story: impl AsyncFn(Location)) {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let Ok(server) = std::env::var("COMITY_TEST_POSTGRES") else {
        comity_fixtures::skip("the PostgreSQL half of a register test (no COMITY_TEST_POSTGRES)");
        return;
    };
    wait(async {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("comity_test_{}_{number}", std::process::id());
        let mut admin = PgConnection::connect(&server).await.unwrap();
        admin.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
        let (address, _) = server.rsplit_once('/').unwrap();
        story(format!("{address}/{name}").parse().unwrap()).await;
        admin.execute(AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"))).await.unwrap();
    });
}

pub(crate) fn wait<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(future)
}
