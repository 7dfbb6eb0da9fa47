//! Merging and telling apart, in any order and taken back in any order: what was claimed never changes.

use std::collections::BTreeSet;

use comity_model::{Claim, EntityId, Holdings, Judge, Record, Sameness, Seq, SourceId};
use comity_register::Register;
use proptest::prelude::*;

use crate::open::in_a_file;
use crate::world::{commit, entity, member, now, pair, polity, resolve, same, source, without_place};

/// Two networks and four places that lists may have under two names each.
const ENTITIES: [&str; 6] = ["lyon", "lyons", "leipzig", "leipsic", "c40", "c-forty"];

/// What a person does next. Numbers are places in a list, taken modulo its length.
#[derive(Debug, Clone)]
enum Step {
    Tell(usize, usize, Sameness),
    /// Takes back one of the steps so far.
    TakeBack(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let which = prop_oneof![
        3 => Just(Sameness::Same), 1 => Just(Sameness::Distinct), 1 => Just(Sameness::Unsure)
    ];
    let tell = (0..ENTITIES.len(), 0..ENTITIES.len(), which).prop_map(|(a, b, what)| Step::Tell(a, b, what));
    prop_oneof![3 => tell, 1 => (0..20_usize).prop_map(Step::TakeBack)]
}

fn world() -> Vec<Record> {
    let claims = [
        (pair("a", "Lyon", "Leipzig"), ["lyon", "leipzig"]),
        (pair("b", "Lyons", "Leipzig"), ["lyons", "leipzig"]),
        (pair("b", "Leipsic", "Lyon"), ["leipsic", "lyon"]),
        (member("a", "Lyon", "c40"), ["lyon", "c40"]),
        (member("b", "Lyons", "c-forty"), ["lyons", "c-forty"]),
    ];
    let mut records = vec![source("a"), source("b")];
    records.extend(ENTITIES.iter().take(4).map(|name| polity(name)));
    records.extend(ENTITIES.iter().skip(4).map(|name| entity(name, comity_model::EntityKind::Network)));
    for (claim, entities) in claims {
        records.extend([Record::Claim(claim.clone()), resolve(Judge::Machine, &claim, &entities)]);
    }
    records
}

/// Every claim with what its mentions are read as: neither may move with a merge.
async fn claimed(register: &Register) -> Vec<(Claim, Vec<Option<EntityId>>)> {
    let known = register.head().await.unwrap().seq;
    let mut all = Vec::new();
    for source in ["a", "b"] {
        let source = SourceId::new(source).unwrap();
        for held in register.claims_of_source(&source, known, Seq(0), 100).await.unwrap() {
            let readings = held.readings.iter().map(|reading| reading.entity.clone()).collect();
            all.push((held.claim, readings));
        }
    }
    all
}

/// Nothing that was merged is named by a link, and every merge ends at something that was not.
fn check_ends(held: &Holdings) {
    let merged: BTreeSet<&EntityId> = held.canon.keys().collect();
    assert!(held.canon.values().all(|end| !merged.contains(end)), "{:?}", held.canon);
    let ends = held.links.iter().flat_map(|link| [&link.subject, &link.object]);
    assert!(ends.into_iter().all(|end| !merged.contains(end)));
    assert!(held.entities.iter().all(|entity| !merged.contains(&entity.id)));
}

/// What is looked up by id is what is held: what was merged is not there.
async fn check_lookup(register: &Register, held: &Holdings) {
    let mut ids: BTreeSet<EntityId> = held.entities.iter().map(|entity| entity.id.clone()).collect();
    ids.extend(held.canon.keys().cloned());
    let found = register.lookup(held.known).await.unwrap().entities(&ids).await.unwrap();
    assert_eq!(found.into_values().collect::<Vec<_>>(), held.entities);
}

async fn story(register: Register, steps: &[Step]) {
    commit(&register, "2026-05-01T10:00:00Z", world()).await;
    let (before, claims) = (now(&register).await, claimed(&register).await);
    let at = "2026-05-02T10:00:00Z";
    let mut standing = Vec::new();
    for step in steps {
        match step {
            Step::Tell(a, b, _) if a == b => continue,
            Step::Tell(a, b, what) => {
                let record = same(ENTITIES[*a], ENTITIES[*b], *what);
                standing.extend(commit(&register, at, vec![record]).await.batch);
            }
            Step::TakeBack(_) if standing.is_empty() => continue,
            Step::TakeBack(n) => {
                let batch = standing.remove(n % standing.len());
                register.undo(batch, "", "ana", &at.parse().unwrap()).await.unwrap();
            }
        }
        let held = now(&register).await;
        check_ends(&held);
        check_lookup(&register, &held).await;
        assert_eq!(held.links.len(), before.links.len(), "a merge neither adds nor drops a link");
        assert_eq!(claimed(&register).await, claims);
    }
    for batch in standing {
        register.undo(batch, "", "ana", &at.parse().unwrap()).await.unwrap();
    }
    assert_eq!(without_place(now(&register).await), without_place(before));
    let digest = register.dump_digest().await.unwrap();
    assert_eq!(register.rebuild().await.unwrap(), digest);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_merging_changes_a_claim(steps in prop::collection::vec(step(), 1..12)) {
        in_a_file(async |register: Register| story(register, &steps).await);
    }
}
