//! The reasons for a suggestion, in words, with the claims behind them.

use comity_graph::link_prediction::shared_neighbours;
use comity_messages::{listed, say};
use comity_model::LinkKind;
use comity_snapshot::{EntityIx, Evidence, Snapshot};

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
        named(snapshot, &shared).map(|names| say!("partners-tied-to", names = names)),
        distance(set, own, one.place),
        size(snapshot, set, own, one),
        named(snapshot, &networks).map(|names| say!("partners-both-in", names = names)),
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

fn named(snapshot: &Snapshot, nodes: &[EntityIx]) -> Option<String> {
    let mut names: Vec<String> = nodes.iter().take(NAMED).map(|node| snapshot.name(*node)).collect();
    if nodes.len() > NAMED {
        names.push(say!("count-more", n = nodes.len() - NAMED));
    }
    (!names.is_empty()).then(|| listed(names))
}

fn distance(set: &CandidateSet<'_>, own: u32, other: u32) -> Option<String> {
    set.km(own, other).map(|km| say!("partners-apart", km = km.round()))
}

fn size(snapshot: &Snapshot, set: &CandidateSet<'_>, own: u32, one: &Scored) -> Option<String> {
    let times = set.size(own, one.place)?;
    let people = |node: EntityIx| snapshot.entity(node).population.unwrap_or(0);
    let (ours, theirs) = (people(set.places[own as usize]), people(one.node));
    let alike = (0.5..=2.0).contains(&times);
    Some(if alike {
        say!("partners-similar-size", ours = ours, theirs = theirs)
    } else {
        say!("partners-other-size", ours = ours, theirs = theirs)
    })
}

fn countries(snapshot: &Snapshot, set: &CandidateSet<'_>, own: u32, other: u32) -> Option<String> {
    let n = set.other_ties(own, other);
    let nation = |place: u32| set.nations[place as usize];
    let (a, b) = nation(own).zip(nation(other)).filter(|_| n > 0)?;
    if a == b {
        return Some(say!("partners-ties-within", n = n, country = snapshot.name(a)));
    }
    Some(say!("partners-ties-between", n = n, a = snapshot.name(a), b = snapshot.name(b)))
}

/// Ties that are over: the day asked about finds none.
fn before(snapshot: &Snapshot, set: &CandidateSet<'_>, own: u32, one: &Scored) -> Option<String> {
    agreement(snapshot, set.places[own as usize], one.node).map(|_| say!("partners-before"))
}

/// A claim that the two signed one agreement.
fn agreement(snapshot: &Snapshot, a: EntityIx, b: EntityIx) -> Option<Evidence> {
    let mut signed = snapshot.outgoing_of(LinkKind::Party, a);
    let both = signed.find(|(_, thing)| snapshot.parties(*thing).contains(&b));
    both.map(|(link, _)| snapshot.evidence_of(link))
}

fn direct(snapshot: &Snapshot, place: EntityIx, network: EntityIx) -> Option<Evidence> {
    let joined = snapshot.outgoing(place).find(|(link, to)| link.kind == LinkKind::Member && *to == network);
    joined.map(|(link, _)| snapshot.evidence_of(link))
}
