//! Opening a register: what is made, what is refused, and what is left exactly as it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use comity_model::EntityKind;
use comity_register::{Access, Location, Notice, Register, RegisterError};
use sqlx::{AssertSqlSafe, Connection, Executor, SqliteConnection};

use crate::open::wait;
use crate::world::{commit, entity, polity, source};

/// Every file of a folder with its bytes.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.map(|file| (file.clone(), fs::read(file).unwrap())).collect()
}

fn names(folder: &Path) -> Vec<String> {
    bytes(folder).keys().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

/// Runs `sql` on the file, as another program would.
async fn raw(path: &Path, sql: &str) {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    connection.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
    connection.close().await.unwrap();
}

/// The same in either database.
async fn change(location: &Location, sql: &str) {
    match location {
        Location::File(path) => raw(path, sql).await,
        Location::Postgres(address) => {
            let mut connection = sqlx::PgConnection::connect(address).await.unwrap();
            sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
        }
    }
}

/// A closed register of two entries.
async fn small(path: &Path) {
    let register = Register::open(&Location::File(path.to_owned())).await.unwrap();
    commit(&register, "2026-05-01T10:00:00Z", vec![source("city-of-lyon"), polity("lyon")]).await;
    register.close().await;
}

async fn refusal(path: &Path, access: Access) -> String {
    match Register::open_for(&Location::File(path.to_owned()), access).await {
        Ok(_) => "opened".to_owned(),
        Err(error) => error.to_string().replace(&path.display().to_string(), "FILE"),
    }
}

#[test]
fn only_creating_makes_a_register() {
    wait(async {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("register.db");
        let told = "FILE: no register there; `comity serve` or `comity import` makes one";
        for access in [Access::Read, Access::Write] {
            assert_eq!(refusal(&path, access).await, told);
            assert!(bytes(home.path()).is_empty(), "{access:?} made {:?}", names(home.path()));
        }
        fs::write(&path, "").unwrap();
        for access in [Access::Read, Access::Write] {
            assert_eq!(refusal(&path, access).await, told);
            assert_eq!(bytes(home.path())[&path], b"");
        }
        assert_eq!(refusal(&path, Access::Create).await, "opened");
    });
}

/// Opens `path` in every way there is, and looks that no byte changed.
async fn check_refused(path: &Path, expect: &str) {
    let before = bytes(path.parent().unwrap());
    for access in [Access::Read, Access::Write, Access::Create] {
        assert_eq!(refusal(path, access).await, format!("FILE is not a register of Comity: {expect}"));
        assert_eq!(bytes(path.parent().unwrap()), before, "{access:?}");
    }
}

#[test]
fn what_belongs_to_another_program_is_left_alone() {
    wait(async {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("register.db");
        fs::write(&path, "city1,country1\n").unwrap();
        check_refused(&path, "it is no SQLite database").await;
        fs::write(&path, "city1,country1\n".repeat(1000)).unwrap();
        check_refused(&path, "it is no SQLite database").await;

        fs::remove_file(&path).unwrap();
        raw(&path, "CREATE TABLE users (name TEXT); CREATE TABLE ledger (seq INTEGER)").await;
        check_refused(&path, "it holds other tables: ledger, users").await;
        raw(&path, "PRAGMA journal_mode = WAL").await;
        check_refused(&path, "it holds other tables: ledger, users").await;
        raw(&path, "PRAGMA application_id = 7").await;
        check_refused(&path, "another program marked it as its own (0x00000007)").await;
    });
}

#[test]
fn a_register_at_rest_is_one_file_and_reading_changes_no_byte() {
    wait(async {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("register.db");
        small(&path).await;
        assert_eq!(names(home.path()), ["register.db", "register.db.lock"]);
        let before = bytes(home.path());
        let register = Register::open_for(&Location::File(path.clone()), Access::Read).await.unwrap();
        assert_eq!(register.verify(None).await.unwrap(), []);
        let batch = comity_model::BatchId(1);
        let refused =
            register.undo(batch, "", "ana", &"2026-05-02T10:00:00Z".parse().unwrap()).await.unwrap_err();
        assert!(matches!(refused, RegisterError::ReadOnly { .. }), "{refused}");
        register.close().await;
        assert_eq!(bytes(home.path()), before);
    });
}

#[test]
fn a_reader_beside_a_writer_sees_what_is_new() {
    wait(async {
        let home = tempfile::tempdir().unwrap();
        let location = Location::File(home.path().join("register.db"));
        small(&home.path().join("register.db")).await;
        let reader = Register::open_for(&location, Access::Read).await.unwrap();
        let writer = Register::open_for(&location, Access::Write).await.unwrap();
        let late = Register::open_for(&location, Access::Read).await.unwrap();
        commit(&writer, "2026-05-02T10:00:00Z", vec![polity("leipzig")]).await;
        let head = writer.head().await.unwrap();
        assert_eq!(reader.head().await.unwrap(), head);
        assert_eq!(late.head().await.unwrap(), head);
        writer.close().await;
        assert_eq!(late.head().await.unwrap(), head);
    });
}

/// What the release before this one left: no mark, WAL mode, perhaps everything in the `-wal`.
#[test]
fn an_unmarked_register_is_known_by_its_tables_and_marked_by_the_first_writer() {
    wait(async {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("register.db");
        let location = Location::File(path.clone());
        small(&path).await;
        raw(&path, "PRAGMA application_id = 0; PRAGMA journal_mode = WAL").await;
        let before = bytes(home.path());
        let register = Register::open_for(&location, Access::Read).await.unwrap();
        assert_eq!((register.head().await.unwrap().seq.0, register.notices()), (4, &[][..]));
        register.close().await;
        assert_eq!(bytes(home.path()), before);

        Register::open_for(&location, Access::Write).await.unwrap().close().await;
        assert_eq!(bytes(home.path())[&path][68..72], *b"Cmty");
    });
}

#[test]
fn a_file_copied_without_its_wal_says_so() {
    wait(async {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("register.db");
        small(&path).await;
        let writer = Register::open(&Location::File(path.clone())).await.unwrap();
        commit(&writer, "2026-05-02T10:00:00Z", vec![polity("leipzig")]).await;

        let (whole, cut) = (home.path().join("whole"), home.path().join("cut"));
        fs::create_dir(&whole).unwrap();
        fs::create_dir(&cut).unwrap();
        fs::copy(&path, whole.join("register.db")).unwrap();
        fs::copy(home.path().join("register.db-wal"), whole.join("register.db-wal")).unwrap();
        fs::copy(&path, cut.join("register.db")).unwrap();

        for access in [Access::Read, Access::Read, Access::Write] {
            let copy = Register::open_for(&Location::File(cut.join("register.db")), access).await.unwrap();
            assert_eq!(copy.notices(), [Notice::TailInDoubt], "{access:?}");
            assert_eq!(copy.head().await.unwrap().seq.0, 4);
            copy.close().await;
        }
        let copy =
            Register::open_for(&Location::File(whole.join("register.db")), Access::Read).await.unwrap();
        assert_eq!((copy.notices(), copy.head().await.unwrap()), (&[][..], writer.head().await.unwrap()));
    });
}

#[test]
fn what_a_newer_version_wrote_is_left_to_it() {
    wait(async {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("register.db");
        small(&path).await;
        raw(&path, "INSERT INTO _sqlx_migrations SELECT 99, 'later', installed_on, success, checksum, 0 FROM _sqlx_migrations LIMIT 1").await;
        for access in [Access::Read, Access::Write, Access::Create] {
            assert_eq!(
                refusal(&path, access).await,
                "FILE was written by a newer version of Comity: use that one"
            );
        }
    });
}

/// As earlier versions left it: without the forms of names that this one looks up, at any moment; or where that was
/// broken off between the two steps of it and a server of before has written since.
#[test]
fn names_of_an_older_register_are_folded_anew_when_it_is_written_to() {
    crate::open::at_both(async |location: Location| {
        let register = Register::open(&location).await.unwrap();
        let at = "2026-05-01T10:00:00Z";
        commit(&register, at, vec![source("city-of-lyon"), polity("lyon"), polity("bern")]).await;
        commit(&register, at, vec![entity("bern", EntityKind::Organisation)]).await;
        let digest = register.dump_digest().await.unwrap();
        register.close().await;
        let before = "DELETE FROM _sqlx_migrations WHERE version > ";
        for (broken, from) in [
            (
                format!("{before}3; DROP TABLE rebuild; UPDATE name SET folded = 'of before ' || entity"),
                Some(3),
            ),
            (
                format!("{before}4; DROP TABLE rebuild; UPDATE name SET folded = 'of before ' || entity"),
                Some(4),
            ),
            (format!("{before}5; DROP TABLE rebuild; DELETE FROM name WHERE entity <> 'bern'"), Some(5)),
            (
                "DELETE FROM name WHERE entity <> 'bern'; INSERT INTO name VALUES ('', '', 0, 0)".to_owned(),
                None,
            ),
        ] {
            change(&location, &broken).await;
            let refused = Register::open_for(&location, Access::Read).await.err().unwrap();
            assert!(matches!(refused, RegisterError::Outdated { .. }), "{refused}");
            let register = Register::open(&location).await.unwrap();
            let told: Vec<Notice> = from.map(|from| Notice::Upgraded { from, to: 7 }).into_iter().collect();
            assert_eq!(register.notices(), told);
            let known = register.head().await.unwrap().seq;
            assert_eq!(register.search("lyon", known, 5).await.unwrap().len(), 1);
            assert_eq!(register.dump_digest().await.unwrap(), digest);
            assert_eq!(register.verify(None).await.unwrap(), []);
            register.close().await;
        }
    });
}

/// As `comity serve` and `comity import` do when both are started on an empty machine.
async fn first_start(location: Location) -> bool {
    let register = Register::open(&location).await.unwrap();
    let _alone = register.alone().await.unwrap();
    let is_empty = register.head().await.unwrap().seq.0 == 0;
    if is_empty {
        commit(&register, "2026-05-01T10:00:00Z", vec![source("city-of-lyon"), polity("lyon")]).await;
    }
    is_empty
}

#[test]
fn of_many_first_starts_at_once_one_makes_the_register() {
    crate::open::at_both(async |location: Location| {
        let starts = (0..6).map(|_| tokio::spawn(first_start(location.clone())));
        let filled = futures_util::future::join_all(starts).await;
        let filled: Vec<bool> = filled.into_iter().map(Result::unwrap).collect();
        assert_eq!(filled.iter().filter(|filled| **filled).count(), 1, "{filled:?}");
        let register = Register::open(&location).await.unwrap();
        assert_eq!(register.head().await.unwrap().seq.0, 4);
    });
}

#[test]
fn a_database_without_tables_is_no_register() {
    crate::open::in_a_database(async |location: Location| {
        for access in [Access::Read, Access::Write] {
            let refused = Register::open_for(&location, access).await.err().unwrap();
            assert!(matches!(refused, RegisterError::Missing { .. }), "{refused}");
        }
        let made = Register::open(&location).await.unwrap();
        commit(&made, "2026-05-01T10:00:00Z", vec![polity("lyon")]).await;
        made.close().await;
        let register = Register::open_for(&location, Access::Read).await.unwrap();
        assert_eq!(register.head().await.unwrap().seq.0, 3);
        assert_eq!(register.verify(None).await.unwrap(), []);
        let batch = comity_model::BatchId(1);
        let refused =
            register.undo(batch, "", "ana", &"2026-05-02T10:00:00Z".parse().unwrap()).await.unwrap_err();
        assert!(matches!(refused, RegisterError::ReadOnly { .. }), "{refused}");
        register.close().await;
    });
}

#[test]
fn a_schema_of_another_program_is_left_alone() {
    crate::open::in_a_database(async |location: Location| {
        let Location::Postgres(address) = &location else { unreachable!("it is a database") };
        let mut other = sqlx::PgConnection::connect(address).await.unwrap();
        other.execute("CREATE TABLE users (name TEXT)").await.unwrap();
        for access in [Access::Read, Access::Write, Access::Create] {
            let refused = Register::open_for(&location, access).await.err().unwrap().to_string();
            assert!(
                refused.ends_with("is not a register of Comity: it holds other tables: users"),
                "{refused}"
            );
        }
        let tables: i64 = sqlx::query_scalar("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
            .fetch_one(&mut other)
            .await
            .unwrap();
        assert_eq!(tables, 1);
        other.close().await.unwrap();
    });
}
