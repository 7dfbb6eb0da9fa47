//! What goes out comes in again: lines and tables alike, to the same digest.

use std::sync::Arc;

use comity_fixtures::Dice;
use comity_ingest::{Actor, Choice, ImportReport, NewEntity, RecordTable, import_tables};
use comity_model::{EntityId, EntityKind, Record, Standing, write_table};
use comity_register::{NewBatch, PendingFilter, PendingId, Place};

use crate::{Desk, options};

/// What people put into cells, and what a table might lose.
const CELLS: [&str; 14] = [
    "Lyon",
    "Leipzig",
    "Rochester",
    "Xyzzyville",
    "=SUM(A1)",
    "-5 Lyon",
    "'Ndrangheta",
    "''",
    "Łódź, \"the\" boat",
    "two\nlines",
    "a;b|c",
    "＝1",
    "@x",
    "+49 Köln\r\nDeutz",
];

fn list(heads: &[&str], rows: usize, dice: &mut Dice) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(heads).unwrap();
    for _ in 0..rows {
        table.write_record(heads.iter().map(|_| *dice.one_of(&CELLS).unwrap())).unwrap();
    }
    table.into_inner().unwrap()
}

impl Desk {
    async fn waiting(&self) -> Vec<PendingId> {
        let known = self.register.head().await.unwrap().seq;
        let filter = PendingFilter::default();
        let waiting = self.register.pending(known, &filter, Place::default(), 1_000).await.unwrap();
        waiting.iter().map(comity_register::Pending::id).collect()
    }

    async fn decide(&self, id: PendingId, choice: Choice) {
        let (by, at) = ("ana".parse().unwrap(), "2026-05-04T10:00:00Z".parse().unwrap());
        let desk = comity_ingest::Desk { register: &self.register, gazetteer: Some(&self.gazetteer) };
        desk.decide(&[id], &choice, "", Actor { by: &by, at: &at }).await.unwrap();
    }

    async fn content(&self) -> String {
        self.register.content(self.register.head().await.unwrap().seq).await.unwrap()
    }

    async fn records(&self) -> Vec<Record> {
        self.register.records(self.register.head().await.unwrap().seq).await.unwrap()
    }

    async fn commit(&self, records: Vec<Record>) {
        let at = "2026-05-05T10:00:00Z".parse().unwrap();
        let batch = NewBatch { title: "by hand".to_owned(), by: "ana".to_owned(), at };
        self.register.commit(batch, records, &mut |_| ()).await.unwrap();
    }

    async fn import_tables(&self, tables: &[RecordTable]) -> ImportReport {
        let (register, gazetteer) = (&self.register, &self.gazetteer);
        import_tables(register, gazetteer, "folder", tables, &options(), &mut |_| {}).await.unwrap()
    }
}

/// A register with lists of any words, and what a person made of them.
async fn small_random_world(gazetteer: &Arc<comity_gazetteer::Gazetteer>, seed: u64) -> Desk {
    let mut dice = Dice::new(seed);
    let desk = Desk::with(Arc::clone(gazetteer)).await;
    let pairs = list(&["city1", "country1", "city2", "since", "type"], 12, &mut dice);
    desk.import("pairs.csv", &pairs).await;
    let members = list(&["city", "country", "network", "role"], 6, &mut dice);
    desk.import("members.csv", &members).await;
    desk.import("entities.csv", b"name,country,founded\nLyon,France,-43\nLeipzig,Germany,1165\n").await;
    let lyon: EntityId = "gn2996944".parse().unwrap();
    let new = NewEntity { name: "=A new place".to_owned(), ..NewEntity::default() };
    let choices = [
        Choice::Means(lyon.clone()),
        Choice::NotMeant(lyon),
        Choice::Unsure,
        Choice::New(new),
        Choice::Worth(Standing::Disputed),
    ];
    for (id, choice) in desk.waiting().await.into_iter().zip(choices) {
        desk.decide(id, choice).await;
    }
    let renamed = desk.records().await.into_iter().find_map(|record| match record {
        Record::Entity(entity) if entity.kind == EntityKind::Polity => Some(entity),
        _ => None,
    });
    if let Some(mut renamed) = renamed {
        renamed.name = "called otherwise".into();
        desk.commit(vec![Record::Entity(renamed)]).await;
    }
    desk
}

fn tables(records: &[Record]) -> Vec<RecordTable> {
    let of = |kind: &'static str| {
        let mut bytes = Vec::new();
        write_table(records.iter().filter(|record| record.kind() == kind), &mut bytes).unwrap();
        RecordTable { kind, bytes }
    };
    // In another order than they refer to each other: the order is the import's affair.
    Record::KINDS.into_iter().rev().map(of).collect()
}

#[tokio::test]
async fn lines_and_tables_come_back_to_the_same_digest() {
    let gazetteer = Desk::open().await.gazetteer;
    for seed in 0..6 {
        let desk = small_random_world(&gazetteer, seed).await;
        let (records, content) = (desk.records().await, desk.content().await);
        let lines: String = records.iter().map(|record| record.to_line() + "\n").collect();
        let copy = Desk::with(Arc::clone(&gazetteer)).await;
        let report = copy.import("all.jsonl", lines.as_bytes()).await;
        assert_eq!((copy.content().await, report.problem_rows), (content.clone(), 0), "lines of seed {seed}");
        let copy = Desk::with(Arc::clone(&gazetteer)).await;
        let report = copy.import_tables(&tables(&records)).await;
        assert_eq!(copy.content().await, content, "tables of seed {seed}: {:?}", report.problems);
        assert_eq!((report.rows, report.problem_rows), (records.len() as u64, 0), "seed {seed}");
        assert_eq!(copy.waiting().await.len(), desk.waiting().await.len(), "seed {seed}");
    }
}

#[tokio::test]
async fn a_bad_row_of_a_table_is_told_and_the_rest_is_read() {
    let desk = Desk::open().await;
    let source = RecordTable {
        kind: "source",
        bytes: b"record,id,kind,title\nsource,a-note,report,A note\nsource,A note,report,Bad\n".to_vec(),
    };
    let report = desk.import_tables(&[source]).await;
    assert_eq!((report.rows, report.accepted, report.problem_rows), (2, 1, 1));
    assert_eq!((report.problems[0].file.as_str(), report.problems[0].row), ("source.csv", 3));
}

#[tokio::test]
async fn an_unknown_network_is_one_question() {
    let desk = Desk::open().await;
    let list = b"city,country,network\nLyon,France,Rivers United\nLeipzig,Germany,Rivers United\nTurin,Italy,Hills\n";
    let report = desk.import("members.csv", list).await;
    let reasons: Vec<(&str, u64)> = report.review_reasons.iter().map(|(why, n)| (why.as_str(), *n)).collect();
    let hills = "no network on file is called `Hills`";
    assert_eq!(reasons, [(hills, 1), ("no network on file is called `Rivers United`", 2)]);
    let waiting = desk.waiting().await;
    assert_eq!(waiting.len(), 3);
    desk.decide(waiting[0], Choice::New(NewEntity::default())).await;
    assert_eq!(desk.waiting().await, [waiting[2]], "said of one row, settled for both");
}
