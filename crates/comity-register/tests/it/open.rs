//! A database of its own for each test: a file always, PostgreSQL where `COMITY_TEST_POSTGRES` names a server.

use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};

use comity_register::{Location, Register};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

/// Runs a story on a fresh register in each database.
pub(crate) fn on_both<F: Future<Output = ()>>(story: impl Fn(Register) -> F) {
    in_a_file(&story);
    in_postgres(&story);
}

pub(crate) fn in_a_file<F: Future<Output = ()>>(story: impl Fn(Register) -> F) {
    wait(async {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::File(folder.path().join("register.db"));
        story(Register::open(&location).await.unwrap()).await;
    });
}

fn in_postgres<F: Future<Output = ()>>(story: impl Fn(Register) -> F) {
    postgres(async |address: String| {
        story(Register::open(&address.parse().unwrap()).await.unwrap()).await;
    });
}

/// Hands over the address of a database of its own, where there is a server.
pub(crate) fn postgres<F: Future<Output = ()>>(story: impl Fn(String) -> F) {
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
        story(format!("{address}/{name}")).await;
        admin.execute(AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"))).await.unwrap();
    });
}

pub(crate) fn wait<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(future)
}
