//! The shortest way from one entity to another over ties that hold or may hold.

use std::collections::{HashMap, HashSet, VecDeque};

use comity_model::{Link, LinkKind, Polarity, Window};
use comity_snapshot::timeslice::MinCertainty;
use comity_snapshot::{EntityIx, Fact, Snapshot, facts, wording};

use crate::answer::Step;

/// Breadth first, neighbours in the order of the holdings, so that the same snapshot gives the same way.
///
/// Cost: one visit to each link at most.
pub(super) fn shortest(
    snapshot: &Snapshot,
    a: EntityIx,
    b: EntityIx,
    window: Window,
    min_certainty: MinCertainty,
) -> Vec<Step> {
    let mut reached: HashMap<EntityIx, EntityIx> = HashMap::from([(a, a)]);
    let mut queue = VecDeque::from([a]);
    while let Some(node) = queue.pop_front() {
        if node == b {
            return steps(snapshot, &reached, b, window);
        }
        for next in neighbours(snapshot, node, window, min_certainty) {
            reached.entry(next).or_insert_with(|| {
                queue.push_back(next);
                node
            });
        }
    }
    Vec::new()
}

/// Being in the same place or coming one after the other is no tie.
fn walkable(link: &Link, window: Window) -> bool {
    ties(link.kind)
        && link.polarity == Polarity::Asserted
        && link.valid.holds(window) > comity_model::Holding::No
}

/// Where one step leads, in the order of the holdings; a confirmed step needs a fact that is confirmed as a whole.
fn neighbours(
    snapshot: &Snapshot,
    node: EntityIx,
    window: Window,
    min_certainty: MinCertainty,
) -> Vec<EntityIx> {
    let links = snapshot.outgoing(node).chain(snapshot.incoming(node));
    let mut next: Vec<EntityIx> =
        links.filter(|(link, _)| walkable(link, window)).map(|(_, next)| next).collect();
    if min_certainty == MinCertainty::Certain {
        let sure = confirmed(snapshot, node, window);
        next.retain(|other| sure.contains(other));
    }
    next
}

fn confirmed(snapshot: &Snapshot, node: EntityIx, window: Window) -> HashSet<EntityIx> {
    let from = snapshot.outgoing(node).map(|(link, other)| ((other, link.kind, true), link));
    let into = snapshot.incoming(node).map(|(link, other)| ((other, link.kind, false), link));
    let tying = from.chain(into).filter(|((_, kind, _), _)| ties(*kind));
    let sure = facts(tying).into_iter().filter(|(_, fact)| fact.state(window).is_certain());
    sure.map(|((other, ..), _)| other).collect()
}

fn ties(kind: LinkKind) -> bool {
    !matches!(kind, LinkKind::Within | LinkKind::Succeeds)
}

fn steps(
    snapshot: &Snapshot,
    reached: &HashMap<EntityIx, EntityIx>,
    end: EntityIx,
    window: Window,
) -> Vec<Step> {
    let mut way = vec![end];
    while let Some(before) =
        way.last().and_then(|node| reached.get(node)).filter(|before| way.last() != Some(before))
    {
        way.push(*before);
    }
    way.reverse();
    way.windows(2).map(|pair| step(snapshot, pair[0], pair[1], window)).collect()
}

fn step(snapshot: &Snapshot, from: EntityIx, to: EntityIx, window: Window) -> Step {
    let forward =
        snapshot.outgoing(from).filter(|(_, other)| *other == to).map(|(link, _)| ((true, link.kind), link));
    let back =
        snapshot.incoming(from).filter(|(_, other)| *other == to).map(|(link, _)| ((false, link.kind), link));
    let held = forward.chain(back).filter(|(_, link)| walkable(link, window));
    let found: Vec<((bool, LinkKind), Fact<'_>)> = facts(held);
    let ((forward, _), fact) = found.into_iter().next_back().expect("a step follows a link");
    let (subject, object) = if forward { (from, to) } else { (to, from) };
    Step {
        how: format!(
            "{} {} {}",
            snapshot.name(subject),
            wording::link_phrase(fact.links[0], true),
            snapshot.name(object)
        ),
        from: snapshot.refer(from),
        to: snapshot.refer(to),
        evidence: fact.links.iter().map(|link| snapshot.evidence_of(link)).collect(),
    }
}
