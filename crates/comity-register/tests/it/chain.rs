//! What the chain itself gives away: nothing that could be guessed at once the words are gone.

use comity_model::{Judge, Record};
use comity_register::{Location, Register};
use sqlx::{Connection, Row, SqliteConnection};

use crate::open::wait;
use crate::world::{commit, pair, polity, resolve, source};

/// Every cell of the ledger's rows, of a register with these records.
async fn chain() -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    let register = Register::open(&Location::File(path.clone())).await.unwrap();
    let claim = pair("city-of-lyon", "Lyon", "Leipzig");
    let reading = resolve(Judge::Machine, &claim, &["lyon", "leipzig"]);
    let records = vec![source("city-of-lyon"), polity("lyon"), Record::Claim(claim), reading];
    commit(&register, "2026-05-01T10:00:00Z", records).await;
    register.close().await;
    let mut raw = SqliteConnection::connect(path.to_str().unwrap()).await.unwrap();
    let rows = sqlx::query("SELECT author, payload_digest, hash FROM ledger ORDER BY seq");
    let rows = rows.fetch_all(&mut raw).await.unwrap();
    rows.iter().flat_map(|row| (0..3).map(|column| row.get(column))).collect()
}

#[test]
fn the_chain_alone_tells_nothing() {
    wait(async {
        let (one, other) = (chain().await, chain().await);
        assert_eq!(one.len(), 3 * 6, "a batch, its author and four records");
        let shared = one.iter().filter(|cell| other.contains(cell)).count();
        assert_eq!(
            shared, 0,
            "two registers of the same records by the same author share no digest and no handle"
        );
        let hexadecimal = |cell: &String| cell.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(one.iter().all(hexadecimal), "{one:?}");
    });
}
