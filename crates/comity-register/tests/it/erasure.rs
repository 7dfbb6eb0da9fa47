//! A person can be taken down: nothing on file says the name any more, and all else says what it said.

use std::fmt::Write as _;
use std::path::Path;

use comity_model::{Decision, EntityKind, Judge, Judgement, Record, Seq, Standing};
use comity_register::{
    Content, Fate, Location, NewBatch, Register, RegisterError, Request, TAKEN_DOWN, Target,
};

use sqlx::{Connection, Executor, PgConnection, Row};

use crate::open::{in_a_database, on_both, wait};
use crate::world::{commit, entity, id, links, member, now, pair, polity, resolve, source, verdict};

/// In no other word of these tests, and in no spelling that folding would not find.
const NAME: &str = "Zyxo Markerová";
const FOLDED: &str = "markerova";

fn person() -> Record {
    let Record::Entity(mut person) = entity("zyxo-markerova", EntityKind::Person) else { unreachable!() };
    person.name = NAME.into();
    Record::Entity(person)
}

/// Lyon and Leipzig, of which one decision mentions the person; and what speaks of the person alone.
fn records() -> Vec<Record> {
    let Record::Source(mut letter) = source("letter") else { unreachable!() };
    letter.title = format!("A letter by {NAME}, 2019").into();
    let twins = pair("letter", "Lyon", "Leipzig");
    let Record::Judgement(told) = resolve(Judge::Person, &twins, &["lyon", "leipzig"]) else {
        unreachable!()
    };
    let told = Judgement { why: format!("{NAME} told us").into(), ..told };
    let hers = member("letter", NAME, "c40");
    vec![
        Record::Source(letter),
        polity("lyon"),
        polity("leipzig"),
        entity("c40", EntityKind::Network),
        person(),
        Record::Claim(twins),
        Record::Judgement(told),
        Record::Claim(hers.clone()),
        resolve(Judge::Machine, &hers, &["zyxo-markerova"]),
        verdict(hers.id(), Standing::Disputed),
    ]
}

/// Imported as a batch that is called by the name, beside a batch that stays.
async fn fill(register: &Register) {
    let at = "2026-05-01T10:00:00Z".parse().unwrap();
    let title = format!("{NAME}.csv");
    let batch = NewBatch { title, by: "ana".to_owned(), at };
    register.commit(batch, records(), &mut |_| {}).await.unwrap();
}

fn request(target: Target) -> Request {
    Request { target, also: Vec::new(), namesakes: false }
}

async fn erase(register: &Register) -> comity_register::Erased {
    let request = request(register.target("zyxo markerova").await.unwrap());
    register
        .erase(&request, "she asked for it", "ben", &"2026-05-09T10:00:00Z".parse().unwrap())
        .await
        .unwrap()
}

/// All that can be asked of the register, at every moment of knowing.
async fn everything(register: &Register) -> String {
    let mut all = String::new();
    for seq in 0..=register.head().await.unwrap().seq.0 {
        write!(all, "{:?}", register.holdings(Seq(seq)).await.unwrap()).unwrap();
        write!(all, "{:?}", register.records(Seq(seq)).await.unwrap()).unwrap();
        write!(all, "{:?}", register.search("zyxo", Seq(seq), 9).await.unwrap()).unwrap();
    }
    write!(all, "{:?}", register.log(None, 1000).await.unwrap()).unwrap();
    write!(all, "{:?}", register.batches(None, 1000).await.unwrap()).unwrap();
    all + &serde_json::to_string(&register.take_downs().await.unwrap()).unwrap()
}

/// Looks for the name, however accents and letters are stored.
fn assert_gone(text: &str, what: &str) {
    let lower = text.to_lowercase();
    assert!(!lower.contains("zyxo") && !lower.contains("marker"), "{what} still says the name");
}

/// Every file in a folder, byte by byte.
fn assert_files_clean(folder: &Path) {
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        assert_gone(&String::from_utf8_lossy(&bytes), &path.display().to_string());
    }
}

#[test]
fn a_person_goes_and_nothing_else_does() {
    on_both(async |register: Register| {
        fill(&register).await;
        let known = register.head().await.unwrap().seq;
        assert!(everything(&register).await.to_lowercase().contains(FOLDED));
        let request = request(register.target(NAME).await.unwrap());
        assert_eq!(request.target, Target::Entity(id("zyxo-markerova")));
        let plan = register.plan_erasure(&request).await.unwrap();
        let of = |fate| plan.of_fate(fate).map(|entry| entry.kind.as_str()).collect::<Vec<_>>().join(" ");
        assert_eq!(of(Fate::Gone), "entity claim judgement judgement");
        assert_eq!(of(Fate::Cut), "batch source judgement");

        let erased = erase(&register).await;
        assert_eq!((erased.gone, erased.cut, erased.scrubbed), (4, 3, true));
        assert_gone(&everything(&register).await, "the register");
        let expected = ["Leipzig party Leipzig – Lyon", "Lyon party Leipzig – Lyon"];
        assert_eq!(links(&now(&register).await), expected);
        assert_eq!(links(&register.holdings(known).await.unwrap()), expected);
        assert_eq!(register.batches(None, 9).await.unwrap()[1].title, "(taken down).csv");
        assert_eq!(register.verify(None).await.unwrap(), []);
        assert_eq!(register.head().await.unwrap().erasures, 1);

        let down = register.taken_down("entity:zyxo-markerova").await.unwrap().unwrap();
        assert_eq!((down.what.as_str(), down.why.as_str(), down.gone), ("person", "she asked for it", 4));
        // What is gone leaves no name: one thing in thousands that is still there fits too, but not three of them.
        let mut others = Vec::new();
        for other in ["entity:lyon", "entity:leipzig", "entity:c40"] {
            others.push(register.taken_down(other).await.unwrap());
        }
        assert!(others.contains(&None), "{others:?}");
    });
}

#[test]
fn no_byte_of_the_files_says_the_name() {
    wait(async {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::File(folder.path().join("register.db"));
        let register = Register::open(&location).await.unwrap();
        fill(&register).await;
        let why = format!("{NAME} wants none of it");
        let at = "2026-05-02T10:00:00Z".parse().unwrap();
        let batch = register.batches(None, 1).await.unwrap()[0].id;
        register.undo(batch, &why, "ana", &at).await.unwrap();
        commit(&register, "2026-05-03T10:00:00Z", vec![polity("turin")]).await;
        erase(&register).await;
        assert_files_clean(folder.path());
        let undone = register.log(None, 9).await.unwrap();
        let undo = undone.iter().find_map(|entry| match &entry.content {
            Some(Content::Undo { undo, why }) => Some((*undo, why.clone())),
            _ => None,
        });
        assert_eq!(
            undo,
            Some((batch, "(taken down) wants none of it".to_owned())),
            "what was undone stays undone"
        );
        assert!(now(&register).await.links.is_empty());
        register.close().await;
        assert_files_clean(folder.path());
    });
}

#[test]
fn a_copy_made_before_is_told_of_it() {
    wait(async {
        let folder = tempfile::tempdir().unwrap();
        let (live, copy) = (folder.path().join("register.db"), folder.path().join("copy.db"));
        let register = Register::open(&Location::File(live.clone())).await.unwrap();
        fill(&register).await;
        register.close().await;
        std::fs::copy(&live, &copy).unwrap();
        let register = Register::open(&Location::File(live)).await.unwrap();
        erase(&register).await;
        let take_downs = register.take_downs().await.unwrap();
        let told = serde_json::to_string(&take_downs).unwrap();
        register.close().await;

        let restored = Register::open(&Location::File(copy)).await.unwrap();
        let take_downs: Vec<_> = serde_json::from_str(&told).unwrap();
        let at = "2026-06-01T10:00:00Z".parse().unwrap();
        let replayed = restored.replay(&take_downs, "ben", &at).await.unwrap();
        assert_eq!((replayed.take_downs, replayed.entries, replayed.unknown), (1, 7, 0));
        assert_gone(&everything(&restored).await, "what was restored");
        assert_eq!(restored.verify(None).await.unwrap(), []);
        assert_eq!(links(&now(&restored).await).len(), 2);
        let down = restored.taken_down("entity:zyxo-markerova").await.unwrap().unwrap();
        assert_eq!(down.at.as_str(), "2026-05-09T10:00:00Z", "it was done then");
        let again = restored.replay(&take_downs, "ben", &at).await.unwrap();
        assert_eq!((again.take_downs, again.entries), (0, 0));
        restored.close().await;
        assert_files_clean(folder.path());
    });
}

#[test]
fn an_author_goes_by_name() {
    on_both(async |register: Register| {
        let at = "2026-05-01T10:00:00Z".parse().unwrap();
        let batch = NewBatch { title: "as Ada Writer said".to_owned(), by: "Ada Writer".to_owned(), at };
        register.commit(batch, vec![polity("lyon")], &mut |_| {}).await.unwrap();
        let at = "2026-05-02T10:00:00Z".parse().unwrap();
        let request = request(register.target("by:Ada Writer").await.unwrap());
        let own = register.erase(&request, "asked for", "Ada Writer", &at).await.unwrap_err();
        assert!(matches!(own, RegisterError::OwnErasure { .. }), "{own}");
        let named = register.erase(&request, "because of ada writer", "ben", &at).await.unwrap_err();
        assert!(matches!(named, RegisterError::ReasonNames), "{named}");
        register.erase(&request, "asked for", "ben", &at).await.unwrap();
        let batches = register.batches(None, 9).await.unwrap();
        let told: Vec<_> = batches.iter().map(|batch| (batch.by.as_str(), batch.title.as_str())).collect();
        assert_eq!(told, [("ben", "take-down"), (TAKEN_DOWN, "as (taken down) said")]);
        assert_eq!(register.verify(None).await.unwrap(), []);
        assert_eq!(now(&register).await.entities.len(), 1);
    });
}

#[test]
fn one_claim_goes_and_a_namesake_stays() {
    on_both(async |register: Register| {
        let hers = member("letter", NAME, "c40");
        let other = member("list", NAME, "c40");
        let Record::Entity(mut namesake) = person() else { unreachable!() };
        namesake.id = id("zyxo-markerova-brno");
        let mut records = records();
        records.extend([
            source("list"),
            Record::Entity(namesake),
            Record::Claim(other.clone()),
            resolve(Judge::Person, &other, &["zyxo-markerova-brno"]),
        ]);
        commit(&register, "2026-05-01T10:00:00Z", records).await;
        let at = "2026-05-02T10:00:00Z".parse().unwrap();
        let several = register.target(NAME).await.unwrap_err();
        assert!(several.to_string().contains("zyxo-markerova, zyxo-markerova-brno"), "{several}");
        register.erase(&request(Target::Claim(hers.id())), "copied by mistake", "ben", &at).await.unwrap();
        assert!(register.claim(hers.id(), now(&register).await.known).await.unwrap().is_none());
        let down = register.taken_down(&format!("claim:{}", hers.id())).await.unwrap().unwrap();
        assert_eq!((down.what.as_str(), down.gone), ("claim", 3));

        let first = request(Target::Entity(id("zyxo-markerova")));
        let plan = register.plan_erasure(&first).await.unwrap();
        let kept: Vec<&str> = plan.of_fate(Fate::Kept).map(|entry| entry.kind.as_str()).collect();
        assert_eq!(kept, ["entity", "claim"], "who is meant is said by an id of its own");
        register.erase(&first, "asked for", "ben", &at).await.unwrap();
        let known = now(&register).await.known;
        assert!(register.claim(other.id(), known).await.unwrap().is_some());
        assert!(register.entity(&id("zyxo-markerova"), known).await.unwrap().is_none());
        let nothing = register.erase(&first, "again", "ben", &at).await.unwrap_err();
        assert!(matches!(nothing, RegisterError::NothingToErase { .. }), "{nothing}");
    });
}

/// Planners remember the commonest values of each column.
#[test]
fn no_statistics_of_a_database_say_the_name() {
    in_a_database(async |location: Location| {
        let Location::Postgres(address) = &location else { unreachable!() };
        let register = Register::open(&location).await.unwrap();
        fill(&register).await;
        let mut raw = PgConnection::connect(address).await.unwrap();
        raw.execute("ANALYZE").await.unwrap();
        let remembered = async |raw: &mut PgConnection| {
            let rows = sqlx::query("SELECT s::text FROM pg_stats s WHERE schemaname = current_schema()");
            let rows = rows.fetch_all(raw).await.unwrap();
            rows.iter().map(|row| row.get::<String, _>(0)).collect::<String>()
        };
        assert!(remembered(&mut raw).await.contains(FOLDED));
        erase(&register).await;
        assert_gone(&remembered(&mut raw).await, "what the planner remembers");
        register.close().await;
    });
}

/// A claim nobody could read, and a name that is no entity's.
#[test]
fn words_go_where_no_entity_bears_the_name() {
    on_both(async |register: Register| {
        let claim = member("list", NAME, "c40");
        let reading = Record::Judgement(Judgement {
            judge: Judge::Machine,
            decision: Decision::Resolve { claim: claim.id(), readings: Vec::new() },
            why: format!("nobody is called {NAME}").into(),
        });
        commit(&register, "2026-05-01T10:00:00Z", vec![source("list"), Record::Claim(claim), reading]).await;
        let target = register.target(NAME).await.unwrap();
        assert_eq!(target, Target::Words(NAME.to_owned()));
        let at = "2026-05-02T10:00:00Z".parse().unwrap();
        let erased = register.erase(&request(target), "asked for", "ben", &at).await.unwrap();
        assert_eq!((erased.gone, erased.cut), (2, 0));
        assert_gone(&everything(&register).await, "the register");
    });
}
