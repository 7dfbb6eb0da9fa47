//! How fast a register takes in pairs, gives back what it holds, and checks itself, at two sizes.
//!
//! `cargo run --release -p comity-register --example ledger [postgres://…]`
#![allow(clippy::print_stdout, reason = "a bench prints its figures")]

use std::time::Instant;

use comity_model::{
    Claim, Decision, Entity, EntityId, EntityKind, Judge, Judgement, LinkKind, Mention, Reading, Record, Seq,
    Shape, Slot, Source, SourceId, SourceKind,
};
use comity_register::{Location, NewBatch, Register, RegisterError};

const SIZES: [u32; 2] = [26_000, 260_000];

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), RegisterError> {
    for size in SIZES {
        let folder = tempfile::tempdir().expect("a folder for temporary files");
        let location = std::env::args().nth(1).unwrap_or_default();
        let file = || Location::File(folder.path().join("register.db"));
        let location = if location.is_empty() { file() } else { location.parse().expect("any text will do") };
        measure(size, &Register::open(&location).await?).await?;
    }
    Ok(())
}

async fn measure(size: u32, register: &Register) -> Result<(), RegisterError> {
    let clock = Clock::start();
    println!("{size} claims in {} records, made anew for each import:", pairs(size).count());
    clock.report("  making them", size);
    let clock = Clock::start();
    let done = register.commit(batch(), pairs(size), &mut |_| {}).await?;
    clock.report("  import", size);
    println!("  peak memory {}", peak_memory());
    let clock = Clock::start();
    register.commit(batch(), pairs(size), &mut |_| {}).await?;
    clock.report("  second import", size);
    let clock = Clock::start();
    let links = register.holdings(Seq(i64::MAX)).await?.links.len();
    clock.report(&format!("  holdings with {links} links"), size);
    let clock = Clock::start();
    register.verify(None).await?;
    clock.report("  verify", size);
    let at = "2026-05-01T10:00:00Z".parse()?;
    let clock = Clock::start();
    register.undo(done.batch.expect("it was new"), "", "bench", &at).await?;
    clock.report("  undo", size);
    Ok(())
}

/// The clock on the wall, and that of this process alone: on a busy machine only the second compares.
struct Clock {
    wall: Instant,
    own: f64,
}

impl Clock {
    fn start() -> Self {
        Self { wall: Instant::now(), own: own_seconds() }
    }

    fn report(&self, what: &str, claims: u32) {
        let (wall, own) = (self.wall.elapsed().as_secs_f64(), own_seconds() - self.own);
        println!("{what}: {wall:.2} s, {own:.2} s of processor, {:.0} claims/s", f64::from(claims) / wall);
    }
}

/// Processor time so far in hundredths, as the kernel counts it (fields 14 and 15 of `stat`).
fn own_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn batch() -> NewBatch {
    let at = "2026-05-01T10:00:00Z".parse().expect("a time");
    NewBatch { title: "pairs".to_owned(), by: "bench".to_owned(), at }
}

/// A source, a city for every fourth claim, and pairs of them, each read by machine.
fn pairs(size: u32) -> impl Iterator<Item = Record> + Send {
    let source = SourceId::new("twin-cities").expect("a slug");
    let cities = size / 4;
    let city =
        |n: u32| Record::Entity(Entity::new(EntityId::geonames(n), EntityKind::Polity, &format!("City {n}")));
    let first = Record::Source(Source::new(source.clone(), SourceKind::ThirdPartyList, "Twin cities"));
    let claims = (0..size).flat_map(move |n| pair(&source, n, cities));
    std::iter::once(first).chain((0..cities).map(city)).chain(claims)
}

fn pair(source: &SourceId, n: u32, cities: u32) -> [Record; 2] {
    let (a, b) = (n % cities, (n / 3 + 7 * (n % 5)) % cities);
    let mention = |n: u32| Mention { country: Some("France".into()), ..Mention::named(&format!("City {n}")) };
    let object = Mention { level: Some("sister-city".into()), ..Mention::agreement_with(vec![mention(b)]) };
    let (subject, kind, attributes) = (mention(a), LinkKind::Party, std::collections::BTreeMap::new());
    let claim =
        Claim::new(source.clone(), &format!("row {n}"), Shape::Link { subject, kind, object, attributes });
    let reading = |slot, city| Reading {
        slot,
        entity: Some(EntityId::geonames(city)),
        score: 970,
        why: "same name, same country".into(),
    };
    let readings = vec![reading(Slot::Subject, a), reading(Slot::With(0), b)];
    let decision = Decision::Resolve { claim: claim.id(), readings };
    let judgement = Judgement { judge: Judge::Machine, decision, why: "by name".into() };
    [Record::Claim(claim), Record::Judgement(judgement)]
}

/// As the kernel counts it; empty where it does not.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map(|size| size.trim().to_owned()).unwrap_or_default()
}
