//! The shortest way from one entity to another over ties on record.

use std::collections::{HashMap, VecDeque};

use comity_model::{LinkKind, Window};
use comity_snapshot::{EntityIx, Fact, Snapshot, facts, wording};

use crate::answer::Step;

/// Breadth first, neighbours in the order of the holdings, so that the same snapshot gives the same way.
///
/// Cost: one visit to each link at most.
pub(super) fn shortest(snapshot: &Snapshot, a: EntityIx, b: EntityIx, window: Window) -> Vec<Step> {
    let mut reached: HashMap<EntityIx, EntityIx> = HashMap::from([(a, a)]);
    let mut queue = VecDeque::from([a]);
    while let Some(node) = queue.pop_front() {
        if node == b {
            return steps(snapshot, &reached, b, window);
        }
        for next in neighbours(snapshot, node, window) {
            reached.entry(next).or_insert_with(|| {
                queue.push_back(next);
                node
            });
        }
    }
    Vec::new()
}

/// Where one step leads, in order: over facts that are on record, or happened on a day of the window.
fn neighbours(snapshot: &Snapshot, node: EntityIx, window: Window) -> Vec<EntityIx> {
    let from = snapshot.outgoing(node).map(|(link, other)| ((other, link.kind, true), link));
    let into = snapshot.incoming(node).map(|(link, other)| ((other, link.kind, false), link));
    let tying = from.chain(into).filter(|((_, kind, _), _)| ties(*kind));
    let held = facts(tying).into_iter().filter(|(_, fact)| fact.standing(snapshot, window).presumed);
    let mut next: Vec<EntityIx> = held.map(|((other, ..), _)| other).collect();
    next.dedup();
    next
}

/// Being in the same place or coming one after the other is no tie.
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
    let tying = forward.chain(back).filter(|((_, kind), _)| ties(*kind));
    let found: Vec<((bool, LinkKind), Fact<'_>)> = facts(tying);
    let held = |(_, fact): &((bool, LinkKind), Fact<'_>)| fact.standing(snapshot, window).presumed;
    let ((forward, _), fact) = found.into_iter().rfind(held).expect("a step follows a fact on record");
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
