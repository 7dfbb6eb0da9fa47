//! Ties and shares, as a page shows them.

use std::collections::BTreeSet;

use comity_answer::{EntityRef, Evidence, Tie};
use comity_model::ClaimId;

use crate::address::link;

/// Where the claims for and against a tie are listed.
pub(crate) fn claims(tie: &Tie) -> String {
    proofs(tie.evidence.iter().chain(&tie.rivals))
}

/// Where the claims for and against several ties are listed.
pub(crate) fn of_ties(ties: &[&Tie]) -> String {
    proofs(ties.iter().flat_map(|tie| tie.evidence.iter().chain(&tie.rivals)))
}

/// Ids that an address of claims takes, as its fields declare.
pub(crate) const MOST_IDS: usize = 500;

/// Where these claims are listed; of more than an address takes, the first, and how many there are beyond them.
pub(crate) fn proofs<'e>(evidence: impl IntoIterator<Item = &'e Evidence>) -> String {
    named(evidence.into_iter().map(|one| one.claim))
}

fn named(ids: impl Iterator<Item = ClaimId>) -> String {
    let mut seen = BTreeSet::new();
    let mut ids: Vec<String> = ids.filter(|id| seen.insert(*id)).map(|id| id.to_string()).collect();
    let beyond = ids.len().saturating_sub(MOST_IDS);
    ids.truncate(MOST_IDS);
    let beyond = if beyond > 0 { beyond.to_string() } else { String::new() };
    link("/claims", &[("ids", &ids.join(",")), ("beyond", &beyond)])
}

/// The first words of a state, which a mark holds, and the rest, which may wrap:
/// `sources disagree` and `: 2021, 2022`.
pub(crate) fn marked(state: &str) -> (&str, &str) {
    let end = [" (", ":", ";", "（", "：", "；"].iter().filter_map(|mark| state.find(mark)).min();
    state.split_at(end.unwrap_or(state.len()))
}

/// What the agreement of a tie is called, where it has a name besides those of its parties.
pub(crate) fn own_name(tie: &Tie) -> Option<&str> {
    let name = tie.via.as_ref()?.name.as_str();
    let of_parties = [&tie.near, &tie.other].iter().all(|party| is_named(name, party));
    (!of_parties).then_some(name)
}

/// Whether a party stands in a name, as the reader calls it or as it is filed.
fn is_named(name: &str, party: &EntityRef) -> bool {
    name.contains(&party.name) || (!party.original.is_empty() && name.contains(&party.original))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_each_claim_once_and_says_how_many_it_has_no_room_for() {
        let ids = || (0..MOST_IDS + 2).map(|n| ClaimId::of(&[&n.to_le_bytes()]));
        let address = named(ids().chain(ids()));
        assert_eq!((address.matches(',').count(), address.contains("&beyond=2")), (MOST_IDS - 1, true));
        assert!(!named(ids().take(3)).contains("beyond"));
    }

    #[test]
    fn a_mark_holds_the_first_words() {
        assert_eq!(marked("sources disagree: 2021, 2022"), ("sources disagree", ": 2021, 2022"));
        assert_eq!(marked("on record"), ("on record", ""));
    }
}
