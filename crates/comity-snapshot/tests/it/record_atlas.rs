//! What the packaged atlas comes to, by the rules of a record.

use std::collections::BTreeMap;

use comity_model::{Day, EntityKind, Window};
use comity_snapshot::Snapshot;
use comity_snapshot::record::TieState;
use expect_test::expect;

use crate::record::state_on;

/// How the agreements of American places with Russian ones stand on a day: those that are not as they were.
fn with_russia(snapshot: &Snapshot, day: &str) -> String {
    let node = |id: &str| snapshot.node(&id.parse().expect("an id")).expect("on file");
    let (us, russia) = (node("gn6252001"), node("gn2017370"));
    let mut by_state: BTreeMap<TieState, Vec<String>> = BTreeMap::new();
    for agreement in snapshot.of_kind(EntityKind::Agreement) {
        let parties = snapshot.parties(agreement);
        let nations: Vec<_> = parties.iter().filter_map(|party| snapshot.nation(*party)).collect();
        if !nations.contains(&us) || !nations.contains(&russia) {
            continue;
        }
        let names: Vec<&str> = parties.iter().map(|party| snapshot.entity(*party).name.as_str()).collect();
        let state = state_on(&snapshot.agreement_record(agreement), day);
        by_state.entry(state).or_default().push(names.join("–"));
    }
    let mut lines = String::new();
    for (state, mut pairs) in by_state {
        pairs.sort();
        lines.extend([format!("{state:?} {}: {}\n", pairs.len(), pairs.join(", "))]);
    }
    lines
}

#[test]
fn what_became_of_the_ties_with_russia() {
    let snapshot = Snapshot::new(comity_fixtures::atlas());
    expect![[r"
        OnRecord 36: Charlotte–Voronezh, Chattanooga–Nizhny Tagil, Chicago–Moscow, Chita–Boise, Dallas–Saratov, Des Moines–Stavropol, Dubuque–Pyatigorsk, Durham–Kostroma, Gainesville–Novorossiysk, Irkutsk–Eugene, Jacksonville–Murmansk, Khabarovsk–Portland, Louisville–Perm, Makhachkala–Spokane, Maryland–Leningradskaya oblast, Moscow Province–Santa Clara County, Moscow–Santa Clara County, Nakhodka–Bellingham, Norfolk–Kaliningrad, Novosibirsk–Minneapolis, Orlando–Orenburg, Plano–Ivanovo, Raleigh–Kolomna, Rochester–Velikiy Novgorod, Saint Petersburg–Los Angeles, Sarasota–Vladimir, Smolensk–Colorado Springs, St. Petersburg–Saint Petersburg, Tallahassee–Krasnodar, Tulsa–Zelenograd, Vladivostok–Juneau, Vladivostok–San Diego, Vladivostok–Tacoma, Volgograd–Cleveland, Worcester–Pushkin, Yaroslavl–Burlington
        NotPlaced 2: Roanoke–Pskov, Yekaterinburg–San Jose
    "]]
    .assert_eq(&with_russia(&snapshot, "2022-02-24"));
    expect![[r"
        SourcesDisagree 1: Dallas–Saratov
        Ended 4: Maryland–Leningradskaya oblast, Moscow Province–Santa Clara County, Moscow–Santa Clara County, Tallahassee–Krasnodar
        Suspended 7: Charlotte–Voronezh, Chicago–Moscow, Des Moines–Stavropol, Dubuque–Pyatigorsk, Norfolk–Kaliningrad, Sarasota–Vladimir, Smolensk–Colorado Springs
        OnRecord 26: Chattanooga–Nizhny Tagil, Chita–Boise, Durham–Kostroma, Gainesville–Novorossiysk, Irkutsk–Eugene, Jacksonville–Murmansk, Khabarovsk–Portland, Louisville–Perm, Makhachkala–Spokane, Nakhodka–Bellingham, Novosibirsk–Minneapolis, Orlando–Orenburg, Plano–Ivanovo, Raleigh–Kolomna, Roanoke–Pskov, Rochester–Velikiy Novgorod, Saint Petersburg–Los Angeles, St. Petersburg–Saint Petersburg, Tulsa–Zelenograd, Vladivostok–Juneau, Vladivostok–San Diego, Vladivostok–Tacoma, Volgograd–Cleveland, Worcester–Pushkin, Yaroslavl–Burlington, Yekaterinburg–San Jose
    "]]
    .assert_eq(&with_russia(&snapshot, "2026-11-01"));
}

/// At most one chair a day, by the days between which the atlas names any.
#[test]
fn c40_has_one_chair_a_day_and_co_chairs_since_2023() {
    let snapshot = Snapshot::new(comity_fixtures::atlas());
    let c40 = snapshot.node(&"c40".parse().expect("an id")).expect("on file");
    let mut people: Vec<_> = snapshot.incoming(c40).map(|(_, person)| person).collect();
    people.retain(|person| snapshot.entity(*person).kind == EntityKind::Person);
    people.sort_unstable();
    people.dedup();
    let posts: Vec<_> = people
        .iter()
        .flat_map(|person| {
            let name = snapshot.entity(*person).name.to_string();
            let posts = snapshot.post_records(*person, c40).into_iter();
            posts.map(move |(post, record)| (name.clone(), post, record)).collect::<Vec<_>>()
        })
        .filter(|(_, post, _)| post.ends_with("chair"))
        .collect();
    let mut turns: Vec<String> = Vec::new();
    for offset in 0..9_000 {
        let day = Day(Day::from_ymd(2005, 1, 1).0 + offset);
        let there = posts.iter().filter(|(_, _, record)| record.on(Window::day(day)).presumed);
        let there: Vec<String> = there.map(|(name, post, _)| format!("{name}, {post}")).collect();
        assert!(there.len() < 2 || there.iter().all(|one| one.ends_with("co-chair")), "{day}: {there:?}");
        let there = there.join("; ");
        if turns.last().is_none_or(|last| !last.ends_with(&format!(": {there}"))) {
            turns.push(format!("{day}: {there}"));
        }
    }
    expect![[r"
        2005-01-01: 
        2005-12-31: Ken Livingstone, chair
        2008-12-31: David Miller, chair
        2010-12-31: Michael R. Bloomberg, chair
        2013-12-31: Eduardo Paes, chair
        2016-08-10: Anne Hidalgo, chair
        2019-10-09: Eric Garcetti, chair
        2021-11-30: Sadiq Khan, chair
        2023-12-31: Sadiq Khan, co-chair; Yvonne Aki-Sawyerr, co-chair
        2027-12-31: 
    "]]
    .assert_eq(&(turns.join("\n") + "\n"));
}
