//! The reasons for a suggestion, in words, with the claims behind them.

use comity_graph::link_prediction::shared_neighbours;
use comity_model::LinkKind;
use comity_snapshot::{EntityIx, Evidence, Snapshot, wording};

use super::candidate_set::CandidateSet;
use super::score::Scored;

/// Shared partners and networks that are named; the rest is counted.
const NAMED: usize = 3;
/// Claims a row carries.
const PROOF: usize = 12;

pub(super) struct Reasons {
    pub(super) words: String,
    pub(super) evidence: Vec<Evidence>,
}

pub(super) fn reasons(snapshot: &Snapshot, set: &CandidateSet<'_>, own: u32, one: &Scored) -> Reasons {
    let shared: Vec<EntityIx> = shared_neighbours(&set.graph, own, one.place)
        .into_iter()
        .map(|place| set.places[place as usize])
        .collect();
    let theirs = &set.networks[one.place as usize];
    let networks: Vec<EntityIx> =
        set.networks[own as usize].iter().copied().filter(|network| theirs.contains(network)).collect();
    let reasons = [
        named(snapshot, "both are tied to", &shared),
        distance(set, own, one.place),
        size(snapshot, set, own, one),
        named(snapshot, "both are in", &networks),
        countries(snapshot, set, own, one.place),
        before(snapshot, set, own, one),
    ];
    let words = reasons.into_iter().flatten().collect::<Vec<_>>().join("; ");
    let (a, b) = (set.places[own as usize], one.node);
    let mut evidence = Vec::new();
    for partner in shared.iter().take(NAMED) {
        evidence.extend(agreement(snapshot, a, *partner));
        evidence.extend(agreement(snapshot, b, *partner));
    }
    for network in networks.iter().take(NAMED) {
        evidence.extend([a, b].into_iter().filter_map(|place| direct(snapshot, place, *network)));
    }
    evidence.extend(agreement(snapshot, a, b));
    evidence.truncate(PROOF);
    Reasons { words, evidence }
}

fn named(snapshot: &Snapshot, summary: &str, nodes: &[EntityIx]) -> Option<String> {
    let mut names: Vec<String> = nodes.iter().take(NAMED).map(|node| snapshot.name(*node)).collect();
    if nodes.len() > NAMED {
        names.push(format!("{} more", nodes.len() - NAMED));
    }
    let last = names.pop()?;
    let all = if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) };
    Some(format!("{summary} {all}"))
}

fn distance(set: &CandidateSet<'_>, own: u32, other: u32) -> Option<String> {
    set.km(own, other).map(|km| format!("{km:.0} km apart"))
}

fn size(snapshot: &Snapshot, set: &CandidateSet<'_>, own: u32, one: &Scored) -> Option<String> {
    let times = set.size(own, one.place)?;
    let people = |node: EntityIx| snapshot.entity(node).population.unwrap_or(0);
    let (ours, theirs) = (people(set.places[own as usize]), people(one.node));
    let alike = (0.5..=2.0).contains(&times);
    let summary = if alike { "of similar size" } else { "of another size" };
    Some(format!("{summary}: {ours} and {theirs} inhabitants"))
}

fn countries(snapshot: &Snapshot, set: &CandidateSet<'_>, own: u32, other: u32) -> Option<String> {
    let n = set.other_ties(own, other);
    let nation = |place: u32| set.nations[place as usize];
    let (a, b) = nation(own).zip(nation(other)).filter(|_| n > 0)?;
    let ties = wording::many(u64::from(n), "other tie");
    if a == b {
        return Some(format!("{ties} within {}", snapshot.name(a)));
    }
    Some(format!("{ties} between {} and {}", snapshot.name(a), snapshot.name(b)))
}

/// Ties that are over: the day asked about finds none.
fn before(snapshot: &Snapshot, set: &CandidateSet<'_>, own: u32, one: &Scored) -> Option<String> {
    agreement(snapshot, set.places[own as usize], one.node).map(|_| "were tied before".to_owned())
}

/// A claim that the two signed one agreement.
fn agreement(snapshot: &Snapshot, a: EntityIx, b: EntityIx) -> Option<Evidence> {
    let mut signed = snapshot.outgoing(a).filter(|(link, _)| link.kind == LinkKind::Party);
    let both = signed.find(|(_, thing)| snapshot.parties(*thing).contains(&b));
    both.map(|(link, _)| snapshot.evidence_of(link))
}

fn direct(snapshot: &Snapshot, place: EntityIx, network: EntityIx) -> Option<Evidence> {
    let joined = snapshot.outgoing(place).find(|(link, to)| link.kind == LinkKind::Member && *to == network);
    joined.map(|(link, _)| snapshot.evidence_of(link))
}
