//! Whom a thing is linked to by one kind of link, and how that stands on the day.

use comity_messages::{listed, say};
use comity_model::{EntityKind, LinkKind, Window};
use comity_snapshot::record::TieState;
use comity_snapshot::{EntityIx, Fact, Snapshot, facts};

/// One other end.
pub(super) struct LinkedEnd<'w> {
    pub(super) node: EntityIx,
    pub(super) fact: Fact<'w>,
    pub(super) state: TieState,
}

/// Those it leads to, without what is denied or was not yet so.
pub(super) fn leads_to(
    snapshot: &Snapshot,
    node: EntityIx,
    kind: LinkKind,
    window: Window,
) -> Vec<LinkedEnd<'_>> {
    let links = snapshot.outgoing(node).filter(|(link, _)| link.kind == kind);
    ends(snapshot, facts(links.map(|(link, other)| (other, link))), window)
}

/// Those that lead to it.
pub(super) fn comes_from(
    snapshot: &Snapshot,
    node: EntityIx,
    kind: LinkKind,
    window: Window,
) -> Vec<LinkedEnd<'_>> {
    let links = snapshot.incoming(node).filter(|(link, _)| link.kind == kind);
    ends(snapshot, facts(links.map(|(link, other)| (other, link))), window)
}

fn ends<'w>(snapshot: &Snapshot, found: Vec<(EntityIx, Fact<'w>)>, window: Window) -> Vec<LinkedEnd<'w>> {
    let mut ends: Vec<LinkedEnd<'w>> = Vec::new();
    for (node, fact) in found {
        let state = fact.standing(snapshot, window).state;
        if !matches!(state, TieState::Denied | TieState::NotYet) {
            ends.push(LinkedEnd { node, fact, state });
        }
    }
    ends.sort_by_key(|end| (snapshot.name(end.node), end.node));
    ends
}

/// Names in a sentence: more than this are counted.
const NAMED: usize = 4;

/// "C40, ICLEI and Metropolis", "C40, ICLEI, Metropolis, UCLG and 3 more"; empty for none.
pub(super) fn named(snapshot: &Snapshot, nodes: &[EntityIx]) -> String {
    let names = nodes.iter().map(|node| snapshot.name(*node));
    if nodes.len() <= NAMED {
        return listed(names);
    }
    let first = names.take(NAMED).collect::<Vec<_>>().join(", ");
    say!("named-and-more", named = first, n = nodes.len() - NAMED)
}

/// " in Tokyo": the nearest place it lies in; empty where none is on file.
pub(super) fn located(snapshot: &Snapshot, node: EntityIx) -> String {
    let is_place = |above: &EntityIx| snapshot.entity(*above).kind == EntityKind::Polity;
    let place = snapshot.ancestors(node).into_iter().find(is_place);
    place.map_or_else(String::new, |place| say!("part-in", place = snapshot.name(place)))
}
