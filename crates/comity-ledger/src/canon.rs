//! Which entities are one: merges are judgements, and a judgement that two are distinct stands against them.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{EntityId, Sameness};

/// A decision about two entities, in the order in which they were taken.
pub type IdentityDecision = (EntityId, EntityId, Sameness);

/// Merged entity → the one it became, at the end of every chain.
///
/// `a` becomes `b` where they were found to be the same. A merge that would make one of two entities that were
/// found to be distinct does not happen. `mergeable` says whether both are there and of one kind.
pub fn canon(
    decisions: &[IdentityDecision],
    mergeable: impl Fn(&EntityId, &EntityId) -> bool,
) -> BTreeMap<EntityId, EntityId> {
    let of = |wanted| decisions.iter().filter(move |(_, _, sameness)| *sameness == wanted);
    let distinct: Vec<(&EntityId, &EntityId)> = of(Sameness::Distinct).map(|(a, b, _)| (a, b)).collect();
    let mut merged: BTreeMap<&EntityId, &EntityId> = BTreeMap::new();
    for (a, b, _) in of(Sameness::Same).filter(|(a, b, _)| mergeable(a, b)) {
        let (from, into) = (end(&merged, a), end(&merged, b));
        let ends = BTreeSet::from([from, into]);
        if from != into
            && !distinct.iter().any(|(x, y): &(&EntityId, &EntityId)| {
                let apart = BTreeSet::from([end(&merged, x), end(&merged, y)]);
                apart == ends
            })
        {
            merged.insert(from, into);
        }
    }
    merged.keys().map(|id| ((*id).clone(), end(&merged, id).clone())).collect()
}

fn end<'e>(merged: &BTreeMap<&'e EntityId, &'e EntityId>, id: &'e EntityId) -> &'e EntityId {
    let mut id = id;
    while let Some(next) = merged.get(id) {
        id = next;
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(decisions: &'static str, expect: &str) {
        let id = |text: &str| EntityId::new(text).unwrap();
        let pair = |(a, b), sameness| (id(a), id(b), sameness);
        let decision = |text: &'static str| {
            let same = text.split_once('=').map(|ends| pair(ends, Sameness::Same));
            same.unwrap_or_else(|| pair(text.split_once('/').unwrap(), Sameness::Distinct))
        };
        let decisions: Vec<IdentityDecision> = decisions.split(' ').map(decision).collect();
        let canon = canon(&decisions, |_, b| b.as_str() != "gone");
        let lines: Vec<String> = canon.iter().map(|(a, b)| format!("{a}→{b}")).collect();
        assert_eq!(lines.join(" "), expect);
    }

    #[test]
    fn merges_chain_and_distinct_ones_stay_apart() {
        check("a=b", "a→b");
        check("a=b b=c", "a→c b→c");
        check("a=b b=c c=a", "a→c b→c");
        check("a=b b=c a/c", "a→b");
        check("a/c a=b c=b", "a→b");
        check("a=gone", "");
    }

    proptest::proptest! {
        #[test]
        fn what_an_entity_became_is_no_longer_merged(pairs in proptest::collection::vec((0..6_u8, 0..6_u8, 0..2_u8), 0..12)) {
            let id = |n: u8| EntityId::new(&format!("e{n}")).unwrap();
            let sameness = |n: u8| if n == 0 { Sameness::Same } else { Sameness::Distinct };
            let decisions: Vec<IdentityDecision> =
                pairs.into_iter().map(|(a, b, said)| (id(a), id(b), sameness(said))).collect();
            let canon = canon(&decisions, |_, _| true);
            for became in canon.values() {
                proptest::prop_assert!(!canon.contains_key(became));
            }
            for (a, b, _) in decisions.iter().filter(|(a, b, said)| *said == Sameness::Distinct && a != b) {
                let end = |id: &EntityId| canon.get(id).unwrap_or(id).clone();
                proptest::prop_assert_ne!(end(a), end(b));
            }
        }
    }
}
