//! Any answer at (`at`, `known`) is the answer of a register that stopped at `known`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use comity_answer::{CachedSnapshot, SnapshotStore, render_text};
use comity_model::{
    BatchId, Claim, Decision, Entity, EntityId, EntityKind, Judge, Judgement, Level, LinkKind, Mention,
    Polarity, Reading, Record, Sameness, Shape, Slot, Source, SourceId, SourceKind, Standing,
};
use comity_register::{Location, NewBatch, Register, Request, Target};
use proptest::prelude::*;

use crate::json::EVERY;
use crate::try_answer;

const CITIES: [&str; 3] = ["a", "b", "c"];
/// Whatever two may be found to be one.
fn thing(n: usize) -> EntityId {
    let pair = |a, b| EntityId::agreement(&[id(a), id(b)], None);
    match n {
        0..3 => id(CITIES[n]),
        3 => pair("a", "b"),
        4 => pair("b", "c"),
        _ => id("n"),
    }
}

const SOURCES: [&str; 2] = ["s", "t"];
const PERIODS: [&str; 5] = ["", "1985/..", "1985/2005", "199X/", "2010"];

/// One step in a register's life.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Commit(Vec<Record>),
    /// The n-th batch so far, counted around.
    Undo(usize),
}

pub(crate) fn id(text: &str) -> EntityId {
    EntityId::new(text).unwrap()
}

fn source(name: &str) -> Record {
    let mut source = Source::new(SourceId::new(name).unwrap(), SourceKind::OfficialList, name);
    source.date = Some("2019".parse().unwrap());
    Record::Source(source)
}

pub(crate) fn city(name: &str) -> Record {
    let mut city = Entity::new(id(name), EntityKind::Polity, name);
    city.levels = vec![Level::City];
    city.country = Some("FR".into());
    Record::Entity(city)
}

/// The same under another name, in another country, within another, or a nation.
fn other_city() -> impl Strategy<Value = Record> {
    (0..3_usize, 0..4_usize, any::<bool>()).prop_map(|(city, within, is_nation)| {
        let mut entity =
            Entity::new(id(CITIES[city]), EntityKind::Polity, &format!("{} north", CITIES[city]));
        entity.levels = vec![if is_nation { Level::Nation } else { Level::City }];
        entity.country = Some(if within == city { "DE".into() } else { "FR".into() });
        entity.within = CITIES.get(within).map(|within| id(within)).into_iter().collect();
        Record::Entity(entity)
    })
}

/// What one thing is said to think of another, which is no link.
fn statement() -> impl Strategy<Value = Claim> {
    (0..6_usize, 0..6_usize, 0..2_usize, any::<bool>()).prop_map(|(one, author, source, read)| {
        let named = |n: usize| {
            let mention = Mention::named(thing(n).as_str());
            if read { mention.known_as(thing(n)) } else { mention }
        };
        let (author, about) = (Some(named(author)), vec![named(one)]);
        let shape = Shape::Opinion { text: "well tied".into(), author, about };
        Claim::new(SourceId::new(SOURCES[source]).unwrap(), &format!("said of {one}"), shape)
    })
}

/// A twinning of two cities or a membership of one, its mentions known or yet to be read.
fn claim() -> impl Strategy<Value = Claim> {
    let ends = (0..3_usize, 0..3_usize, any::<bool>(), any::<bool>());
    let said = (0..2_usize, 0..PERIODS.len(), any::<bool>());
    (ends, said).prop_map(|((a, b, twins, read), (source, period, denied))| {
        let named = |name: &str| {
            let mention = Mention::named(name);
            if read { mention.known_as(id(name)) } else { mention }
        };
        let (kind, object) = if twins {
            (LinkKind::Party, Mention::agreement_with(vec![named(CITIES[b])]))
        } else {
            (LinkKind::Member, Mention::named("n").known_as(id("n")))
        };
        let locator = format!("{a} {kind} {b} {period}");
        let shape = Shape::Link {
            subject: named(CITIES[a]),
            kind,
            object,
            attributes: comity_model::LinkAttributes::new(),
        };
        let polarity = if denied { Polarity::Denied } else { Polarity::Asserted };
        let valid = PERIODS[period].parse().unwrap();
        Claim { valid, polarity, ..Claim::new(SourceId::new(SOURCES[source]).unwrap(), &locator, shape) }
    })
}

fn decision(claim: &Claim, standing: Standing, cities: [usize; 2]) -> Decision {
    let reading = |(mention, city): ((Slot, &Mention), usize)| Reading {
        slot: mention.0,
        entity: Some(id(CITIES[city])),
        score: 900,
        why: "by name".into(),
    };
    match standing {
        Standing::Accepted => {
            let readings = claim.mentions().into_iter().zip(cities).map(reading).collect();
            Decision::Resolve { claim: claim.id(), readings }
        }
        standing => Decision::Verdict { claim: claim.id(), standing },
    }
}

fn record() -> impl Strategy<Value = Record> {
    let judged =
        |decision| Record::Judgement(Judgement { judge: Judge::Person, decision, why: "because".into() });
    let standing = || proptest::sample::select(Standing::ALL);
    let sameness = proptest::sample::select(Sameness::ALL);
    prop_oneof![
        1 => (0..2_usize).prop_map(|n| source(SOURCES[n])),
        2 => (0..3_usize).prop_map(|n| city(CITIES[n])),
        1 => Just(Record::Entity(Entity::new(id("n"), EntityKind::Network, "n"))),
        2 => other_city(),
        2 => statement().prop_map(Record::Claim),
        6 => claim().prop_map(Record::Claim),
        3 => (claim(), standing(), 0..3_usize, 0..3_usize)
            .prop_map(move |(claim, standing, a, b)| judged(decision(&claim, standing, [a, b]))),
        1 => Just(Record::Entity(Entity::new(thing(3), EntityKind::Agreement, "the pact"))),
        2 => (0..6_usize, 0..6_usize, sameness)
            .prop_map(move |(a, b, sameness)| judged(Decision::Same { a: thing(a), b: thing(b), sameness })),
    ]
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => proptest::collection::vec(record(), 1..14).prop_map(Step::Commit),
        1 => (0..8_usize).prop_map(Step::Undo),
    ]
}

/// What cannot be undone is left as it is.
pub(crate) async fn take(register: &Register, step: Step) {
    let at = "2026-05-01T10:00:00Z".parse().unwrap();
    match step {
        Step::Commit(records) => {
            let batch = NewBatch { title: "a batch".to_owned(), by: "ana".to_owned(), at };
            register.commit(batch, records, &mut |_| {}).await.unwrap();
        }
        Step::Undo(n) => {
            let batches = register.batches(None, 100).await.unwrap();
            let batch = batches.get(n % batches.len().max(1)).map_or(BatchId(1), |batch| batch.id);
            drop(register.undo(batch, "", "ana", &at).await);
        }
    }
}

/// Every question, today and in 1995, as a reader sees it or is refused.
pub(crate) fn answers(world: &CachedSnapshot) -> Vec<String> {
    let asked = |line: &str| match try_answer(world, line) {
        Ok(answer) => format!("{line}\n{}", render_text(&answer)),
        Err(error) => format!("{line}\n{error}"),
    };
    let then = |line: &&&str| try_answer(world, &format!("{line} at=1995")).is_ok();
    let earlier = EVERY.iter().filter(then).map(|line| asked(&format!("{line} at=1995")));
    EVERY.iter().map(|line| asked(line)).chain(earlier).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_past_answers_as_it_did(steps in proptest::collection::vec(step(), 1..7)) {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = tempfile::tempdir().unwrap();
            let location = Location::File(folder.path().join("register.db"));
            let register = Register::open(&location).await.unwrap();
            let mut stopped = Vec::new();
            for step in steps {
                take(&register, step).await;
                let head = register.head().await.unwrap().seq;
                let world = CachedSnapshot::new(register.holdings(head).await.unwrap());
                stopped.push((head, answers(&world)));
            }
            let door = SnapshotStore::new(register);
            for (known, then) in stopped {
                let now = door.snapshot(Some(&format!("#{}", known.0))).await.unwrap();
                assert_eq!(answers(&now), then, "at {}", known.0);
            }
        });
    }
}

#[tokio::test]
async fn what_was_taken_down_is_in_no_past_world() {
    let folder = tempfile::tempdir().unwrap();
    let register = Register::open(&Location::File(folder.path().join("register.db"))).await.unwrap();
    take(&register, Step::Commit(vec![city("a"), city("b")])).await;
    let door = SnapshotStore::new(register);
    let names = async || {
        let world = door.snapshot(Some("batch:1")).await.unwrap();
        world.entities().iter().map(|entity| entity.name.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(names().await, ["a", "b"]);
    let request = Request { target: Target::Entity(id("a")), also: Vec::new(), namesakes: true };
    let at = "2027-01-01T00:00:00Z".parse().unwrap();
    door.register().erase(&request, "asked for", "ben", &at).await.unwrap();
    assert_eq!(names().await, ["b"]);
}
