//! The digest of what a register says, and of nothing else.

use comity_model::{BatchId, Judge, Record, Sameness};
use comity_register::{NewBatch, Register};

use crate::open::{in_a_file, on_both};
use crate::world::{commit, pair, polity, resolve, same, source};

fn first() -> Vec<Record> {
    vec![source("city-of-lyon"), polity("lyon"), polity("leipzig")]
}

fn second() -> Vec<Record> {
    let claim = pair("city-of-lyon", "Lyon", "Leipzig");
    let reading = resolve(Judge::Machine, &claim, &["lyon", "leipzig"]);
    vec![Record::Claim(claim), reading, polity("lyon")]
}

async fn content(register: &Register) -> String {
    register.content(register.head().await.unwrap().seq).await.unwrap()
}

#[test]
fn it_knows_no_order_no_time_and_no_author() {
    let digests = std::cell::RefCell::new(Vec::new());
    let kept = |digest| digests.borrow_mut().push(digest);
    on_both(async |register: Register| {
        assert_eq!(content(&register).await, "");
        commit(&register, "2026-05-01T10:00:00Z", first()).await;
        commit(&register, "2026-05-02T10:00:00Z", second()).await;
        kept(content(&register).await);
    });
    in_a_file(async |register: Register| {
        commit(&register, "2026-06-01T10:00:00Z", second()).await;
        let Record::Source(mut seen) = source("city-of-lyon") else { unreachable!() };
        seen.seen = Some("2026-06-02".parse().unwrap());
        let records = vec![Record::Source(seen), polity("leipzig")];
        let at = "2026-06-02T10:00:00Z".parse().unwrap();
        let batch = NewBatch { title: "again".to_owned(), by: "ben".to_owned(), at };
        register.commit(batch, records, &mut |_| {}).await.unwrap();
        kept(content(&register).await);
    });
    let digests = digests.into_inner();
    assert!(digests.len() > 1 && digests.iter().all(|digest| Some(digest) == digests.first()), "{digests:?}");
}

#[test]
fn it_changes_with_what_is_said_and_comes_back_with_an_undo() {
    on_both(async |register: Register| {
        commit(&register, "2026-05-01T10:00:00Z", first()).await;
        let before = content(&register).await;
        let merge = vec![same("lyon", "leipzig", Sameness::Distinct)];
        commit(&register, "2026-05-02T10:00:00Z", merge).await;
        assert_ne!(content(&register).await, before);
        register.undo(BatchId(2), "", "ana", &"2026-05-03T10:00:00Z".parse().unwrap()).await.unwrap();
        assert_eq!(content(&register).await, before);
        let Record::Entity(mut lyon) = polity("lyon") else { unreachable!() };
        lyon.population = Some(500_000);
        commit(&register, "2026-05-04T10:00:00Z", vec![Record::Entity(lyon)]).await;
        commit(&register, "2026-05-05T10:00:00Z", vec![polity("lyon")]).await;
        assert_eq!(content(&register).await, before, "what was replaced does not count");
        assert_eq!(register.content(comity_model::Seq(1)).await.unwrap(), before, "a batch is known whole");
    });
}
