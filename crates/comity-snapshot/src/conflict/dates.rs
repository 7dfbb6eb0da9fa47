//! Beginnings of one tie that sources date so that they cannot both be right.

use std::collections::BTreeMap;

use comity_model::{Certainty, Link, LinkAttributes, Polarity};
use rayon::prelude::*;

use super::claim_subject::LinkSubject;
use super::contradiction::{once, title};
use super::extent::Extent;
use super::{Conflict, ConflictKind, ConflictSide, Topic};
use crate::fact::is_firm;
use crate::snapshot::Snapshot;
use crate::wording;

/// One sort of tie of two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Tie<'w> {
    ends: LinkSubject,
    called: &'w str,
    attributes: &'w LinkAttributes,
}

/// Only stated beginnings count: a bare date of a tie is a day on which somebody saw it. Cost: a sort of the dated links.
pub(super) fn of_ties(extent: &Extent<'_>) -> Vec<Conflict> {
    let mut dated: Vec<(Tie<'_>, &Link)> = extent
        .links()
        .filter(|(link, ..)| states_a_beginning(link))
        .map(|(link, subject, object)| {
            let ends = LinkSubject::of(link, subject, object);
            (Tie { ends, called: link.called.as_str(), attributes: &link.attributes }, link)
        })
        .collect();
    dated.par_sort_unstable_by_key(|(tie, link)| (*tie, link.claim));
    let ties = dated.chunk_by(|a, b| a.0 == b.0).filter(|links| links.len() > 1);
    ties.filter_map(|links| of_tie(extent.snapshot, links[0].0.ends, links)).collect()
}

fn states_a_beginning(link: &Link) -> bool {
    link.part == 0
        && link.polarity == Polarity::Asserted
        && is_firm(link)
        && wording::since(&link.valid).is_some()
}

/// All that some other excludes, by period; a tie that ended before another began is an earlier one.
fn of_tie(snapshot: &Snapshot, ends: LinkSubject, links: &[(Tie<'_>, &Link)]) -> Option<Conflict> {
    let all: Vec<&Link> = links.iter().map(|(_, link)| *link).collect();
    let mut periods: BTreeMap<&str, Vec<&Link>> = BTreeMap::new();
    for link in &all {
        periods.entry(link.valid.as_str()).or_default().push(link);
    }
    let exclude = |one: &Link, other: &Link| begins_before(one, other) || begins_before(other, one);
    let excluded = |one: &Link| all.iter().any(|other| exclude(one, other));
    let mut tense: Vec<Vec<&Link>> =
        periods.into_values().filter(|links| links.iter().any(|link| excluded(link))).collect();
    tense.sort_by_key(|links| (links[0].valid.start(), links[0].claim));
    let telling = *tense.first()?.first()?;
    let LinkSubject { subject, object, .. } = ends;
    let mut entities = vec![snapshot.refer(subject), snapshot.refer(object)];
    entities.extend(snapshot.parties(object).into_iter().map(|party| snapshot.refer(party)));
    once(&mut entities);
    Some(Conflict {
        kind: ConflictKind::Tension,
        topic: Topic::Date,
        what: title(snapshot, telling, subject, object),
        certainty: Certainty::Certain,
        entities,
        sides: tense.iter().map(|links| side(snapshot, links)).collect(),
        parameter: String::new(),
    })
}

/// Whether `a` begins surely before `b`, and is not an earlier spell that was over by then.
fn begins_before(a: &Link, b: &Link) -> bool {
    let over = a.valid.says_ended() && a.valid.end().earliest < b.valid.start().latest;
    a.valid.start().latest < b.valid.start().earliest && !over
}

fn side(snapshot: &Snapshot, links: &[&Link]) -> ConflictSide {
    let evidence = links.iter().map(|link| snapshot.evidence_of(link)).collect();
    ConflictSide::new(wording::period(&links[0].valid), evidence)
}
