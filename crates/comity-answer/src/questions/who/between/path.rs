//! The shortest ways from one entity to another over ties on record.

use std::collections::{HashMap, HashSet};

use comity_graph::cancel::check;
use comity_messages::say;
use comity_model::{EntityKind, Link, LinkKind, Window};
use comity_snapshot::{EntityIx, Evidence, Fact, Snapshot, facts, wording};

use crate::answer::{Chain, Step};

/// Ways that are told: of more, those over what has the fewest ties, which says most.
const TOLD: usize = 3;

/// From each entity that was reached, those one step nearer to the start.
type Before = HashMap<EntityIx, Vec<EntityIx>>;

/// All of one length, none longer than the shortest; the same snapshot gives the same.
///
/// Cost: one visit to each link at most.
pub(in crate::questions::who) fn shortest(
    snapshot: &Snapshot,
    a: EntityIx,
    b: EntityIx,
    window: Window,
) -> Vec<Chain> {
    let before = reached(snapshot, a, b, window);
    let mut ways = Vec::new();
    trace(snapshot, &before, vec![b], &mut ways);
    ways.retain(|way: &Vec<EntityIx>| way.first() == Some(&a));
    ways.iter().map(|way| chain(snapshot, way, window)).collect()
}

/// Breadth first, a level at a time, until the end is reached.
fn reached(snapshot: &Snapshot, a: EntityIx, b: EntityIx, window: Window) -> Before {
    let (mut before, mut seen) = (Before::new(), HashSet::from([a]));
    let mut level = vec![a];
    while !level.is_empty() && !before.contains_key(&b) {
        let mut next = Vec::new();
        for node in level {
            check();
            for other in neighbours(snapshot, node, window) {
                if !seen.contains(&other) {
                    let nearer = before.entry(other).or_default();
                    if nearer.is_empty() {
                        next.push(other);
                    }
                    nearer.push(node);
                }
            }
        }
        seen.extend(&next);
        level = next;
    }
    before
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

/// From the end of `way` back to the start, first over what has the fewest ties.
fn trace(snapshot: &Snapshot, before: &Before, way: Vec<EntityIx>, ways: &mut Vec<Vec<EntityIx>>) {
    let nearer = way.last().and_then(|node| before.get(node));
    let Some(nearer) = nearer else {
        ways.push(way.into_iter().rev().collect());
        return;
    };
    for next in stretches(snapshot, before, nearer) {
        if ways.len() < TOLD {
            trace(snapshot, before, way.iter().copied().chain(next).collect(), ways);
        }
    }
}

/// What comes next on the way back, over an agreement to each of its parties. Two that have several agreements are told of
/// by the first: the way is the same.
fn stretches(snapshot: &Snapshot, before: &Before, nearer: &[EntityIx]) -> Vec<Vec<EntityIx>> {
    let (mut stretches, mut parties) = (Vec::new(), HashSet::new());
    for node in by_ties(snapshot, nearer) {
        let beyond = before.get(&node).filter(|_| snapshot.entity(node).kind == EntityKind::Agreement);
        let Some(beyond) = beyond else {
            stretches.push(vec![node]);
            continue;
        };
        let beyond = by_ties(snapshot, beyond).into_iter().filter(|party| parties.insert(*party));
        stretches.extend(beyond.map(|party| vec![node, party]));
    }
    stretches
}

/// First what has the fewest ties.
fn by_ties(snapshot: &Snapshot, nodes: &[EntityIx]) -> Vec<EntityIx> {
    let mut nodes = nodes.to_vec();
    nodes.sort_by_key(|node| (snapshot.ties(*node), *node));
    nodes
}

/// Two that meet in an agreement, a network or an event are one step apart.
fn chain(snapshot: &Snapshot, way: &[EntityIx], window: Window) -> Chain {
    let (mut steps, mut rest) = (Vec::new(), way);
    while let [from, to, after @ ..] = rest {
        let met = after.first().and_then(|far| meeting(snapshot, [*from, *to, *far], window));
        let (next, left) = match met {
            Some(met) => (met, after),
            None => (step(snapshot, *from, *to, window), &rest[1..]),
        };
        steps.push(next);
        rest = left;
    }
    let said = steps.iter().map(|step| step.how.clone());
    let said = said.reduce(|first, next| say!("way-then", first = first, next = next));
    Chain { sentence: said.map(|said| say!("way-sentence", said = said)).unwrap_or_default(), steps }
}

/// `None`: what stands between is no thing that both are in alike.
fn meeting(snapshot: &Snapshot, way: [EntityIx; 3], window: Window) -> Option<Step> {
    let [from, thing, to] = way;
    let (near, far) = (held(snapshot, from, thing, window)?, held(snapshot, to, thing, window)?);
    let kind = near.links[0].kind;
    if !(near.is_forward && far.is_forward && kind == far.links[0].kind) {
        return None;
    }
    let (a, b) = (snapshot.name(from), snapshot.name(to));
    let how = match (kind, snapshot.entity(thing).kind) {
        (LinkKind::Party, _) if !snapshot.is_declaration(thing) => {
            let called = near.links.iter().map(|link| link.called.as_str()).find(|called| !called.is_empty());
            let class = snapshot.entity(thing).class.as_str();
            let called = called.filter(|_| class.is_empty()).unwrap_or(class);
            say!("way-agreement", a = a, b = b, kind = wording::agreement(called))
        }
        (LinkKind::Party, _) => say!("way-declaration", a = a, b = b, thing = snapshot.name(thing)),
        (LinkKind::Member, _) => say!("way-members", a = a, b = b, thing = snapshot.name(thing)),
        (LinkKind::TakesPart, EntityKind::Event) => {
            say!("way-event", a = a, b = b, thing = snapshot.name(thing))
        }
        _ => return None,
    };
    let mut evidence = near.evidence(snapshot);
    evidence.extend(far.evidence(snapshot));
    evidence.sort_by_key(|one| one.claim);
    evidence.dedup_by_key(|one| one.claim);
    let via = Some(snapshot.refer(thing));
    Some(Step { from: snapshot.refer(from), how, via, to: snapshot.refer(to), evidence })
}

/// What ties one to the other, and which of them is its subject.
struct HeldFact<'w> {
    is_forward: bool,
    links: Vec<&'w Link>,
}

impl HeldFact<'_> {
    fn evidence(&self, snapshot: &Snapshot) -> Vec<Evidence> {
        self.links.iter().map(|link| snapshot.evidence_of(link)).collect()
    }
}

/// The last of what is on record between two; `None`: nothing is.
fn held(snapshot: &Snapshot, from: EntityIx, to: EntityIx, window: Window) -> Option<HeldFact<'_>> {
    let forward =
        snapshot.outgoing(from).filter(|(_, other)| *other == to).map(|(link, _)| ((true, link.kind), link));
    let back =
        snapshot.incoming(from).filter(|(_, other)| *other == to).map(|(link, _)| ((false, link.kind), link));
    let tying = forward.chain(back).filter(|((_, kind), _)| ties(*kind));
    let on_record = |(_, fact): &((bool, LinkKind), Fact<'_>)| fact.standing(snapshot, window).presumed;
    let ((is_forward, _), fact) = facts(tying).into_iter().rfind(on_record)?;
    Some(HeldFact { is_forward, links: fact.links })
}

fn step(snapshot: &Snapshot, from: EntityIx, to: EntityIx, window: Window) -> Step {
    let held = held(snapshot, from, to, window).expect("a step follows a fact on record");
    let (subject, object) = if held.is_forward { (from, to) } else { (to, from) };
    let how = wording::link_phrase(held.links[0], true);
    Step {
        how: format!("{} {how} {}", snapshot.name(subject), snapshot.name(object)),
        from: snapshot.refer(from),
        via: None,
        to: snapshot.refer(to),
        evidence: held.evidence(snapshot),
    }
}
