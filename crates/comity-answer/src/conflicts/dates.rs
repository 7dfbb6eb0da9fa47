//! Beginnings of one tie that sources date so that they cannot both be right.

use std::collections::BTreeMap;

use comity_model::{Certainty, Link, LinkAttributes, LinkKind, Polarity};

use super::contradiction::{once, title};
use super::{Conflict, Matter, Nature, Side};
use crate::fact::{is_firm, says_ended};
use crate::words;
use crate::world::{Node, World};

/// One sort of tie of two ends; all parties of an agreement begin it together.
type Tie<'w> = (LinkKind, Node, Node, &'w str, &'w LinkAttributes);

/// Only stated beginnings count: a bare date of a tie is a day on which somebody saw it.
pub(super) fn of_ties(world: &World) -> Vec<Conflict> {
    let mut dated: BTreeMap<Tie<'_>, BTreeMap<&str, Vec<&Link>>> = BTreeMap::new();
    for (link, subject, object) in world.all_links() {
        let begins = words::since(&link.valid).is_some() && link.polarity == Polarity::Asserted;
        if begins && is_firm(link) && link.part == 0 {
            let subject = if link.kind == LinkKind::Party { object } else { subject };
            let tie = (link.kind, subject, object, link.called.as_str(), &link.attributes);
            dated.entry(tie).or_default().entry(link.valid.as_str()).or_default().push(link);
        }
    }
    dated.into_iter().filter_map(|(tie, periods)| of_tie(world, &tie, periods)).collect()
}

/// All that some other excludes, by period; a tie that ended before another began is an earlier one.
fn of_tie(world: &World, tie: &Tie<'_>, periods: BTreeMap<&str, Vec<&Link>>) -> Option<Conflict> {
    let all: Vec<&Link> = periods.values().flatten().copied().collect();
    let before = |a: &Link, b: &Link| {
        let over = says_ended(&a.valid) && a.valid.end().0 < b.valid.start().1;
        a.valid.start().1 < b.valid.start().0 && !over
    };
    let excluded = |one: &Link| all.iter().any(|other| before(one, other) || before(other, one));
    let mut tense: Vec<Vec<&Link>> =
        periods.into_values().filter(|links| links.iter().any(|link| excluded(link))).collect();
    tense.sort_by_key(|links| (links[0].valid.start(), links[0].claim));
    let telling = *tense.first()?.first()?;
    let &(_, subject, object, ..) = tie;
    let mut entities = vec![world.refer(subject), world.refer(object)];
    entities.extend(world.parties(object).into_iter().map(|party| world.refer(party)));
    once(&mut entities);
    let side = |links: Vec<&Link>| {
        Side::new(words::period(&links[0].valid), links.into_iter().map(|link| world.prove(link)).collect())
    };
    Some(Conflict {
        nature: Nature::Tension,
        matter: Matter::Date,
        what: title(world, telling, subject, object),
        certainty: Certainty::Certain,
        entities,
        sides: tense.into_iter().map(side).collect(),
        parameter: String::new(),
    })
}
