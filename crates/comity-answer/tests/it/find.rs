//! From what was typed to the one entity meant.

use comity_answer::NameResolution;
use comity_model::EntityId;
use expect_test::expect;

use crate::{try_answer, world};

const NAMES: &str = r#"
    nation united-states "United States" country=US also="USA"
    nation japan country=JP also="日本"
    state gn5128638 "New York" in united-states pop=19274244
    city gn5128581 "New York City" in gn5128638 pop=8804190 also="New York;NYC;纽约"
    city elk "Ёлкино" country=RU
    city aquila "L’Aquila" country=IT
    city gn5134086 "Rochester" in gn5128638 pop=211328
    state minnesota in united-states
    city gn5043473 "Rochester" in minnesota pop=121395
    city sao "São Paulo" country=BR
    network c40 "C40 Cities"
    network mayors-migration-council "Mayors Migration Council"
"#;

#[track_caller]
fn check(text: &str, expect: &str) {
    let found = match world(NAMES).find(text) {
        NameResolution::One(id) => id.to_string(),
        NameResolution::Several(all) => {
            all.iter().map(|one| one.slug.clone()).collect::<Vec<_>>().join(" or ")
        }
        NameResolution::None(near) => {
            format!(
                "none; {}",
                near.iter().map(comity_answer::EntityRef::full).collect::<Vec<_>>().join("; ")
            )
        }
    };
    assert_eq!(found, expect, "{text}");
}

#[test]
fn names_are_found_and_never_guessed() {
    check("rochester-new-york", "gn5134086");
    check("Rochester, New York, United States", "gn5134086");
    check("rochester usa", "rochester-new-york or rochester-minnesota");
    check("rochester-minnesota", "gn5043473");
    check("Rochester", "rochester-new-york or rochester-minnesota");
    check("gn5134086", "gn5134086");
    check("japan", "japan");
    check("日本", "japan");
    check("us", "united-states");
    check("New York City", "gn5128581");
    check("new-york-city", "gn5128581");
    check("New York", "new-york-city-new-york or new-york-united-states");
    check("sao-paulo", "sao");
    check("l aquila", "none; L’Aquila, IT");
    check("laquila", "aquila");
    check("c40", "c40");
    check("Mayors Migration Council", "mayors-migration-council");
    check("rochestre", "none; Rochester, New York, United States; Rochester, Minnesota, United States");
    check("zzz", "none; ");
}

#[test]
fn scripts_and_their_variants_meet() {
    check("纽约", "gn5128581");
    check("紐約", "gn5128581");
    check("niuyue", "gn5128581");
    check("Ёлкино", "elk");
    check("Елкино", "elk");
    check("elkino", "elk");
    check("Сао-Пауло", "sao");
}

#[test]
fn a_merged_id_leads_to_what_it_became() {
    let mut holdings = comity_fixtures::small_world("city ulm");
    let id = |text| EntityId::new(text).unwrap();
    holdings.canon.insert(id("ulm-old"), id("ulm"));
    assert_eq!(comity_answer::CachedSnapshot::new(holdings).find("ulm-old"), NameResolution::One(id("ulm")));
}

#[test]
fn errors_say_what_exists() {
    let world = world(NAMES);
    let wrong = |asked: &str| try_answer(&world, asked).unwrap_err().to_string();
    expect!["`rochester` may be several: Rochester, New York, United States (city: gn5134086); Rochester, Minnesota, United States (city: gn5043473)"].assert_eq(&wrong("profile rochester"));
    expect!["nothing on file is called `rochestre`; did you mean Rochester, New York, United States (city: gn5134086); Rochester, Minnesota, United States (city: gn5043473)?"].assert_eq(&wrong("profile rochestre"));
    let unknown = wrong("whither c40");
    assert!(
        unknown.starts_with("there is no question `whither`; there are: with, profile, members, "),
        "{unknown}"
    );
    expect!["Japan is a country, and this question is about a network"].assert_eq(&wrong("members japan"));
    expect!["members needs `network`; for example: comity ask members c40 --at 2019"]
        .assert_eq(&wrong("members"));
    expect!["members takes no `colour`. It takes: network, at, within, limit"]
        .assert_eq(&wrong("members c40 colour=red"));
    expect!["memberships takes no `of`: did you mean `entity`? It takes: entity, at, limit"]
        .assert_eq(&wrong("memberships of=japan"));
    expect!["at: expected a day, month, year or stretch from 1800 to 2076 (EDTF), such as 2024-05 or 1985/1990, not `yesterday`"]
    .assert_eq(&wrong("members c40 at=yesterday"));
    expect!["limit: expected a whole number from 1 to 5000, not `0`"]
        .assert_eq(&wrong("members c40 limit=0"));
    expect!["there is no source `nowhere`"].assert_eq(&wrong("compare a=nowhere"));
}
