//! Pairs that may be one: what is proposed, in which direction, and what never is.

use comity_answer::{DuplicatesArgs, duplicates};
use comity_model::{EntityId, Sameness};

use crate::world;

const WORLD: &str = r#"
nation us "United States" country=US
nation france "France" country=FR
city gn5128581 "New York City" in us country=US also="New York"
state gn5128638 "New York" in us country=US
state kansas "Kansas" in us country=US
state missouri "Missouri" in us country=US
city gn4273837 "Kansas City" in kansas,us country=US at=39.11,-94.63
city gn4393217 "Kansas City" in missouri,us country=US at=39.10,-94.58
city lyon "Lyon" in france country=FR
city lyons "Lyons" in france country=FR
city gn2996944 "Lyon" in france country=FR
network mfp "Mayors for Peace"
network pfm "Mayors for Peace"
event summit-1 "Mayors Summit 2018"
event summit-2 "Mayors Summit 2019"
source note report 2024 "The note"
lyon — us 1981/.. per note
gn2996944 member mfp 2006/.. per note
gn5128581 member mfp 2006/.. per note
"#;

fn proposed(judged: &[(&str, &str, Sameness)]) -> Vec<String> {
    let id = |text: &str| text.parse::<EntityId>().expect("an id of the world");
    let judged: Vec<_> = judged.iter().map(|(a, b, sameness)| (id(a), id(b), *sameness)).collect();
    let found = duplicates(&world(WORLD), &judged, &DuplicatesArgs { limit: 9, ..DuplicatesArgs::default() });
    let line = |pair: &comity_answer::Pair| {
        let off = if pair.put_off { ", put off" } else { "" };
        format!("{} → {}: {} ({} claims move{off})", pair.goes.id, pair.stays.id, pair.why, pair.moves.claims)
    };
    found.pairs.iter().map(line).collect()
}

#[test]
fn namesakes_of_one_kind_and_level_are_proposed() {
    assert_eq!(
        proposed(&[]),
        [
            "lyon → gn2996944: both are called Lyon (1 claims move)",
            "pfm → mfp: both are called Mayors for Peace (0 claims move)",
        ]
    );
}

#[test]
fn what_was_told_apart_is_not_proposed_again_and_doubt_comes_last() {
    let judged = [("gn2996944", "lyon", Sameness::Unsure)];
    assert_eq!(
        proposed(&judged),
        [
            "pfm → mfp: both are called Mayors for Peace (0 claims move)",
            "lyon → gn2996944: both are called Lyon (1 claims move, put off)",
        ]
    );
    assert_eq!(proposed(&[("mfp", "pfm", Sameness::Distinct), judged[0]]).len(), 1);
}

#[test]
fn the_pair_that_is_asked_for_comes_first_in_its_direction() {
    let pair = ["gn2996944", "lyon"].map(|text| text.parse::<EntityId>().expect("an id of the world"));
    let [goes, stays] = pair.clone();
    let args = DuplicatesArgs { pair: Some((goes, stays)), limit: 1, ..DuplicatesArgs::default() };
    let found = duplicates(&world(WORLD), &[], &args);
    assert_eq!((found.waiting, found.before), (2, 0));
    assert_eq!([found.pairs[0].goes.id.clone(), found.pairs[0].stays.id.clone()], pair);
}
