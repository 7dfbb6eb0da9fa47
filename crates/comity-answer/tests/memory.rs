//! What a world says that it takes in memory, beside what the allocator gave. Alone in its process, so that nobody
//! else's memory is counted.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::fmt::Write;

use comity_answer::{Answer, CachedSnapshot, SnapshotStore, ask};
use comity_model::{Day, Entity, EntityKind, Record};
use comity_register::{NewBatch, Register};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Lists of twin towns with what usually comes with them.
fn towns(count: usize) -> String {
    let mut text = String::from("source list third-party-list 2024 \"A list of twin towns\"\n");
    let mut line = |line: std::fmt::Arguments<'_>| writeln!(text, "{line}").unwrap();
    line(format_args!("nation france"));
    for n in 0..count {
        line(format_args!(
            "city town-{n} \"Town number {n}\" in france pop={n} at=45.76,4.84 also=\"Ville {n}\""
        ));
    }
    for n in 0..count {
        for step in [1, 2, 7] {
            line(format_args!("town-{n} — town-{} 1981/.. per list called=sister-city", (n + step) % count));
        }
        if n % 4 == 0 {
            line(format_args!("attribute town-{n} founded 1200 per list"));
            line(format_args!(
                "open \"Springfield\" party per list country=\"United States\" other=town-{n}"
            ));
        }
    }
    text
}

/// The allocator counts without pause: one test after the other.
#[tokio::test]
async fn memory_is_what_is_said_and_stays_below_its_bound() {
    a_world_takes_what_it_says();
    past_worlds_stay_below_their_bound().await;
}

fn a_world_takes_what_it_says() {
    // Messages and tables are read once for all worlds.
    drop(asked(&CachedSnapshot::new(comity_fixtures::small_world(&towns(1)))));
    let before = MEMORY.current_usage();
    let world = CachedSnapshot::new(comity_fixtures::small_world(&towns(300)));
    close(world.bytes(), MEMORY.current_usage() - before, "new");
    let without = world.bytes();
    drop(asked(&world));
    assert!(world.bytes() > without, "what was made of it counts");
    close(world.bytes(), MEMORY.current_usage() - before, "asked");
}

fn asked(world: &CachedSnapshot) -> Answer {
    let arguments = [("at".to_owned(), "2000".to_owned())].into();
    ask(world, Day::from_ymd(2026, 11, 24), "connected", &arguments).unwrap()
}

async fn past_worlds_stay_below_their_bound() {
    let folder = tempfile::tempdir().unwrap();
    let location = folder.path().join("comity.db").display().to_string().parse().unwrap();
    let register = Register::open(&location).await.unwrap();
    for batch in 0..12 {
        let entity = |n: usize| {
            let id = format!("network-{batch}-{n}").parse().unwrap();
            Record::Entity(Entity::new(id, EntityKind::Network, &format!("Network {batch} of number {n}")))
        };
        let at = "2026-05-03T10:00:00Z".parse().unwrap();
        let title = format!("list {batch}");
        let records: Vec<Record> = (0..80).map(entity).collect();
        register.commit(NewBatch { title, by: "ana".to_owned(), at }, records, &mut |_| ()).await.unwrap();
    }
    let whole =
        CachedSnapshot::new(register.holdings(register.head().await.unwrap().seq).await.unwrap()).bytes();
    let bound = 3 * whole;
    let door = SnapshotStore::within(register, bound);
    let before = MEMORY.current_usage();
    door.snapshot(None).await.unwrap();
    for batch in 1..=12 {
        door.snapshot(Some(&format!("batch:{batch}"))).await.unwrap();
        let held = MEMORY.current_usage().saturating_sub(before);
        assert!(door.bytes() <= bound, "{} of {bound} after {batch}", door.bytes());
        assert!(held <= bound * 3 / 2, "{held} held, {bound} allowed, after {batch}");
    }
    assert!(door.bytes() > whole, "there is room for more than the head");
}

#[track_caller]
#[expect(clippy::cast_precision_loss, reason = "megabytes")]
fn close(says: usize, takes: usize, when: &str) {
    let factor = says as f64 / takes as f64;
    assert!((0.67..1.5).contains(&factor), "{when}: says {says}, takes {takes}");
}
