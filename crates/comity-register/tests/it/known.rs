//! What was known then is what a register that stopped then knows.

use comity_model::{BatchId, Claim, Holdings, Judge, Record, Sameness, Seq, Standing};
use comity_register::{Location, Register, RegisterError};
use proptest::prelude::*;

use crate::open::{in_a_file, on_both, wait};
use crate::world::{commit, member, now, pair, polity, resolve, same, source, verdict};

/// One step in a register's life.
#[derive(Debug, Clone)]
enum Step {
    Commit(Vec<Record>),
    /// The n-th batch so far, counted around.
    Undo(usize),
}

const CITIES: [&str; 4] = ["lyon", "leipzig", "turin", "?"];
const SOURCES: [&str; 2] = ["city-of-lyon", "saxony"];

fn claim() -> impl Strategy<Value = Claim> {
    let pairs =
        (0..2_usize, 0..3_usize, 0..3_usize).prop_map(|(s, a, b)| pair(SOURCES[s], CITIES[a], CITIES[b]));
    let members = (0..2_usize, 0..3_usize).prop_map(|(s, a)| member(SOURCES[s], CITIES[a], "c40"));
    prop_oneof![pairs, members]
}

fn record() -> impl Strategy<Value = Record> {
    let judge = prop_oneof![Just(Judge::Machine), Just(Judge::Person)];
    let standing = || proptest::sample::select(Standing::ALL);
    let sameness = proptest::sample::select(Sameness::ALL);
    prop_oneof![
        (0..2_usize).prop_map(|n| source(SOURCES[n])),
        (0..3_usize).prop_map(|n| polity(CITIES[n])),
        Just(crate::world::entity("c40", comity_model::EntityKind::Network)),
        (claim(), standing()).prop_map(|(claim, standing)| Record::Claim(Claim { standing, ..claim })),
        claim().prop_map(Record::Claim),
        (claim(), judge, 0..4_usize, 0..4_usize).prop_map(|(claim, judge, a, b)| resolve(
            judge,
            &claim,
            &[CITIES[a], CITIES[b]]
        )),
        (claim(), standing()).prop_map(|(claim, standing)| verdict(claim.id(), standing)),
        (0..3_usize, 0..3_usize, sameness).prop_map(|(a, b, sameness)| same(CITIES[a], CITIES[b], sameness)),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => proptest::collection::vec(record(), 1..12).prop_map(Step::Commit),
        1 => (0..8_usize).prop_map(Step::Undo),
    ]
}

async fn take(register: &Register, step: &Step) {
    let at = "2026-05-01T10:00:00Z";
    match step {
        Step::Commit(records) => drop(commit(register, at, records.clone()).await),
        Step::Undo(n) => {
            let batches = register.batches(None, 100).await.unwrap();
            let batch = batches.get(n % batches.len().max(1)).map_or(BatchId(1), |batch| batch.id);
            match register.undo(batch, "", "ana", &at.parse().unwrap()).await {
                Ok(_) | Err(RegisterError::AlreadyUndone { .. } | RegisterError::NotUndoable(_)) => {}
                Err(RegisterError::NoBatch(_)) if batches.is_empty() => {}
                Err(error) => panic!("{error}"),
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_past_stays_as_it_was(steps in proptest::collection::vec(step(), 1..10)) {
        wait(async {
            let folder = tempfile::tempdir().unwrap();
            let location = Location::File(folder.path().join("register.db"));
            let register = Register::open(&location).await.unwrap();
            let mut stopped: Vec<Holdings> = vec![Holdings::default()];
            for step in &steps {
                take(&register, step).await;
                let held = now(&register).await;
                if Some(held.known) > stopped.last().map(|held| held.known) {
                    stopped.push(held);
                }
            }
            for seq in 0..=register.head().await.unwrap().seq.0 {
                let then = stopped.iter().find(|held| held.known >= Seq(seq)).unwrap();
                assert_eq!(&register.holdings(Seq(seq)).await.unwrap(), then, "at {seq}");
            }
            let digest = register.dump_digest().await.unwrap();
            assert_eq!(register.rebuild().await.unwrap(), digest);
            assert_eq!(register.verify(None).await.unwrap(), []);
        });
    }
}

#[test]
fn a_state_is_named_by_date_number_or_batch() {
    on_both(async |register: Register| {
        commit(&register, "2026-05-01T10:00:00Z", vec![polity("lyon")]).await;
        commit(&register, "2026-05-03T10:00:00Z", vec![polity("turin"), polity("leipzig")]).await;
        let known = async |text: &str| register.known(text).await.map(|seq| seq.0).ok();
        let expected = [
            ("2026-04-30", Some(0)),
            ("2026-05-01", Some(3)),
            ("2026-05", Some(6)),
            ("2026-05-03T09:59:59Z", Some(3)),
            ("#1", Some(3)),
            ("5", Some(6)),
            ("#7", None),
            ("batch:1", Some(3)),
            ("batch:2^", Some(3)),
            ("batch:3", None),
            ("soon", None),
        ];
        for (text, seq) in expected {
            assert_eq!(known(text).await, seq, "{text}");
        }
    });
}

#[test]
fn both_databases_add_up_to_the_same() {
    let records = || {
        let claim = pair("saxony", "Leipzig", "Lyon");
        let reading = resolve(Judge::Machine, &claim, &["leipzig", "lyon"]);
        vec![source("saxony"), polity("lyon"), polity("leipzig"), Record::Claim(claim), reading]
    };
    let digests = std::cell::RefCell::new(Vec::new());
    on_both(async |register: Register| {
        commit(&register, "2026-05-01T10:00:00Z", records()).await;
        commit(&register, "2026-05-01T10:00:00Z", vec![same("lyon", "leipzig", Sameness::Distinct)]).await;
        let digest = register.dump_digest().await.unwrap();
        digests.borrow_mut().push(digest);
    });
    let digests = digests.into_inner();
    assert!(digests.iter().all(|digest| Some(digest) == digests.first()), "{digests:?}");
}

#[test]
fn a_register_opens_again_where_it_was() {
    wait(async {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::File(folder.path().join("register.db"));
        let first = Register::open(&location).await.unwrap();
        commit(&first, "2026-05-01T10:00:00Z", vec![polity("lyon")]).await;
        let held = now(&first).await;
        first.close().await;
        assert_eq!(now(&Register::open(&location).await.unwrap()).await, held);
    });
    in_a_file(async |register: Register| assert_eq!(now(&register).await, Holdings::default()));
}
