//! Beginnings of one tie that sources date so that they cannot both be right.

use std::collections::BTreeMap;

use comity_model::{Certainty, Link, LinkAttributes, LinkKind, Polarity};
use rayon::prelude::*;

use super::contradiction::{once, title};
use super::{Conflict, ConflictKind, ConflictSide, Topic};
use crate::fact::{is_firm, says_ended};
use crate::snapshot::{EntityIx, Snapshot};
use crate::words;

/// One sort of tie of two ends; all parties of an agreement begin it together.
type Tie<'w> = (LinkKind, EntityIx, EntityIx, &'w str, &'w LinkAttributes);

/// Only stated beginnings count: a bare date of a tie is a day on which somebody saw it. Cost: a sort of the dated links.
pub(super) fn of_ties(snapshot: &Snapshot) -> Vec<Conflict> {
    let begins = |link: &Link| {
        link.part == 0
            && link.polarity == Polarity::Asserted
            && is_firm(link)
            && words::since(&link.valid).is_some()
    };
    let dated = snapshot.all_links().filter(|(link, ..)| begins(link));
    let mut dated: Vec<(Tie<'_>, &Link)> = dated
        .map(|(link, subject, object)| {
            let subject = if link.kind == LinkKind::Party { object } else { subject };
            ((link.kind, subject, object, link.called.as_str(), &link.attributes), link)
        })
        .collect();
    dated.par_sort_unstable_by_key(|(tie, link)| (*tie, link.claim));
    let ties = dated.chunk_by(|a, b| a.0 == b.0).filter(|links| links.len() > 1);
    ties.filter_map(|links| of_tie(snapshot, &links[0].0, links)).collect()
}

/// All that some other excludes, by period; a tie that ended before another began is an earlier one.
fn of_tie(snapshot: &Snapshot, tie: &Tie<'_>, links: &[(Tie<'_>, &Link)]) -> Option<Conflict> {
    let all: Vec<&Link> = links.iter().map(|(_, link)| *link).collect();
    let mut periods: BTreeMap<&str, Vec<&Link>> = BTreeMap::new();
    for link in &all {
        periods.entry(link.valid.as_str()).or_default().push(link);
    }
    let before = |a: &Link, b: &Link| {
        let over = says_ended(&a.valid) && a.valid.end().earliest < b.valid.start().latest;
        a.valid.start().latest < b.valid.start().earliest && !over
    };
    let excluded = |one: &Link| all.iter().any(|other| before(one, other) || before(other, one));
    let mut tense: Vec<Vec<&Link>> =
        periods.into_values().filter(|links| links.iter().any(|link| excluded(link))).collect();
    tense.sort_by_key(|links| (links[0].valid.start(), links[0].claim));
    let telling = *tense.first()?.first()?;
    let &(_, subject, object, ..) = tie;
    let mut entities = vec![snapshot.refer(subject), snapshot.refer(object)];
    entities.extend(snapshot.parties(object).into_iter().map(|party| snapshot.refer(party)));
    once(&mut entities);
    let side = |links: Vec<&Link>| {
        ConflictSide::new(
            words::period(&links[0].valid),
            links.into_iter().map(|link| snapshot.evidence_of(link)).collect(),
        )
    };
    Some(Conflict {
        kind: ConflictKind::Tension,
        topic: Topic::Date,
        what: title(snapshot, telling, subject, object),
        certainty: Certainty::Certain,
        entities,
        sides: tense.into_iter().map(side).collect(),
        parameter: String::new(),
    })
}
