//! One network in two lists: the C40 members of CDP's list of 2019 and those of the climate networks of 2022.

use std::collections::BTreeSet;

use comity_fixtures::{case, gazetteer_bytes, shared};
use comity_gazetteer::Gazetteer;
use comity_reconcile::{MatchOutcome, Query, reconcile};

/// As written in 2019, and in 2022.
const SPELT_OTHERWISE: [(&str, &str, &str); 3] = [
    ("Bangalore", "Bengaluru", "India"),
    ("Pretoria - Tshwane", "Tshwane", "South Africa"),
    ("Washington", "Washington D.C.", "United States"),
];

#[test]
fn members_spelt_otherwise_are_one_member() {
    let gazetteer = Gazetteer::open(gazetteer_bytes()).unwrap();
    for (then, now, country) in SPELT_OTHERWISE {
        let first = |name| {
            let found = reconcile(&gazetteer, &Query::named(name).in_country(country));
            found.candidates.first().map(|candidate| candidate.id.clone())
        };
        assert_eq!(first(then), first(now), "{then} / {now}");
    }
}

/// Seven cities in the shape of the two lists: three are spelt otherwise, one is in each alone.
#[test]
fn members_of_two_small_lists_are_one_network() {
    assert_eq!(one_network(&case("names/members/2019.csv"), &case("names/members/2022.csv")), (5, 5, 4, 6));
}

#[test]
fn two_lists_of_members_are_one_network() {
    let Some(cdp) = shared("data/cdp-disclosing/2019_Cities_Disclosing_to_CDP.csv") else { return };
    let climate = "data/climate-networks-2022/subnational_contextuals_database_Dec2022.csv";
    let Some(climate) = shared(climate) else { return };
    let found = one_network(&std::fs::read(cdp).unwrap(), &std::fs::read(climate).unwrap());
    assert_eq!(found, (89, 114, 87, 116));
}

/// Members in the list of 2019, in that of 2022, in both, in either.
fn one_network(cdp: &[u8], climate: &[u8]) -> (usize, usize, usize, usize) {
    let gazetteer = Gazetteer::open(gazetteer_bytes()).expect("the compiled gazetteer is whole");
    let of_2019 = members(&gazetteer, cdp, [4, 6], &[3, 2]);
    let of_2022 = members(&gazetteer, climate, [1, 12], &[0]);
    let both = of_2019.intersection(&of_2022).count();
    (of_2019.len(), of_2022.len(), both, of_2019.union(&of_2022).count())
}

/// The entities of all rows of a table whose second column mentions C40; the name stands in the first filled column.
fn members(
    gazetteer: &Gazetteer,
    bytes: &[u8],
    [country, networks]: [usize; 2],
    names: &[usize],
) -> BTreeSet<String> {
    let mut table = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let mut found = BTreeSet::new();
    for row in table.byte_records() {
        let row = row.expect("a table of bytes is read as it is");
        let cell = |n: usize| String::from_utf8_lossy(&row[n]).into_owned();
        if !cell(networks).contains("C40") {
            continue;
        }
        let name = names.iter().map(|n| cell(*n)).find(|name| !name.is_empty()).unwrap_or_default();
        let place = reconcile(gazetteer, &Query::named(&name).in_country(&cell(country)));
        let best = place.candidates.first().filter(|_| place.decision != MatchOutcome::None);
        found.insert(best.map_or(name, |best| best.id.to_string()));
    }
    found
}
