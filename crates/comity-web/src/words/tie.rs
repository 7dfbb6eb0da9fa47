//! Ties and shares, as a page shows them.

use comity_answer::{EntityRef, Evidence, Tie};

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

/// Where these claims are listed; of more than an address takes, the first.
pub(crate) fn proofs<'e>(evidence: impl IntoIterator<Item = &'e Evidence>) -> String {
    let mut ids: Vec<String> = evidence.into_iter().map(|one| one.claim.to_string()).collect();
    ids.dedup();
    ids.truncate(MOST_IDS);
    link("/claims", &[("ids", &ids.join(","))])
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
    fn a_mark_holds_the_first_words() {
        assert_eq!(marked("sources disagree: 2021, 2022"), ("sources disagree", ": 2021, 2022"));
        assert_eq!(marked("on record"), ("on record", ""));
    }
}
