//! The ties of one entity: through the agreements it signed, and by direct links.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use comity_messages::{Language, say};
use comity_model::{Link, LinkKind, Window};
use comity_snapshot::{EntityIx, Fact, Layer, Snapshot, facts, said_states, wording};

use super::{At, RecordInShort, Tie};

/// One row for each other party of each agreement of `near`, in order of state and name.
pub(crate) fn agreement_ties(snapshot: &Snapshot, near: EntityIx, at: &At) -> Vec<Tie> {
    agreement_ties_with(snapshot, near, at, |_| true)
}

/// The same, with the parties that `far` takes in alone; a declaration open to signature ties nobody to anybody.
pub(crate) fn agreement_ties_with(
    snapshot: &Snapshot,
    near: EntityIx,
    at: &At,
    far: impl Fn(EntityIx) -> bool,
) -> Vec<Tie> {
    let mut ties = Vec::new();
    let signed = snapshot.outgoing_of(LinkKind::Party, near);
    let signed = signed.filter(|(_, agreement)| !snapshot.is_declaration(*agreement));
    for (agreement, own) in facts(signed.map(|(link, agreement)| (agreement, link))) {
        let parties = snapshot
            .incoming(agreement)
            .filter(|(link, party)| link.kind == LinkKind::Party && *party != near && far(*party));
        for (other, theirs) in facts(parties.map(|(link, party)| (party, link))) {
            ties.push(agreement_tie(snapshot, (near, other), agreement, &[&own, &theirs], at));
        }
    }
    sort_ties(&mut ties);
    ties
}

/// An agreement has one record, whoever of its parties is looked at.
fn agreement_tie(
    snapshot: &Snapshot,
    (near, other): (EntityIx, EntityIx),
    via: EntityIx,
    sides: &[&Fact<'_>; 2],
    at: &At,
) -> Tie {
    let [own, theirs] = sides;
    let mut links: Vec<&Link> = own.links.iter().chain(&theirs.links).copied().collect();
    links.sort_by_key(|link| link.claim);
    links.dedup_by_key(|link| link.claim);
    let both = Fact { links };
    let called = both.asserted().map(|link| link.called.as_str()).find(|called| !called.is_empty());
    let class = snapshot.entity(via).class.as_str();
    let sort = called.filter(|_| class.is_empty()).unwrap_or(class);
    let sort = TieSort::of(Layer::Agreements, || wording::agreement(sort));
    let mut tie = tie_of(snapshot, (near, other), &both, sort, at);
    tie.via = Some(snapshot.refer(via));
    add_said(snapshot, &mut tie, via, at.window);
    tie
}

/// Rows for links of the kinds that `wanted` takes in, both directions; agreements are not among them.
pub(crate) fn direct_ties(
    snapshot: &Snapshot,
    near: EntityIx,
    at: &At,
    wanted: impl Fn(LinkKind) -> bool,
) -> Vec<Tie> {
    let wanted = |link: &Link| link.kind != LinkKind::Party && wanted(link.kind);
    let from = snapshot.outgoing(near).map(|(link, other)| ((link.kind, true, other), link));
    let into = snapshot.incoming(near).map(|(link, other)| ((link.kind, false, other), link));
    let both = from.chain(into).filter(|(_, link)| wanted(link));
    let mut ties: Vec<Tie> = facts(both)
        .into_iter()
        .map(|((kind, forward, other), fact)| direct_tie(snapshot, (near, other), &fact, (kind, forward), at))
        .collect();
    sort_ties(&mut ties);
    ties
}

/// The row of one fact, read from its subject or from its object.
pub(crate) fn direct_tie(
    snapshot: &Snapshot,
    ends: (EntityIx, EntityIx),
    fact: &Fact<'_>,
    (kind, forward): (LinkKind, bool),
    at: &At,
) -> Tie {
    let told = fact.telling(at.window);
    let sort = TieSort::of(Layer::of(kind), || wording::link_phrase(told, forward));
    let mut tie = tie_of(snapshot, ends, fact, sort, at);
    let as_told = fact.in_role_of(told);
    (tie.since, tie.period) = (as_told.since(), as_told.periods());
    if matches!(tie.layer, Layer::Acts | Layer::Offices | Layer::Programmes) {
        add_said(snapshot, &mut tie, ends.1, at.window);
    }
    tie
}

/// "since 1985", "2010 to 2013 or 2011 to 2013"; of what is only denied: that. A source that says less than another
/// (2004 beside 5 May 2004, or nothing) is no rival of it.
pub(crate) fn periods(fact: &Fact<'_>) -> String {
    let stated: BTreeSet<String> = fact.finest_periods().into_iter().map(wording::period).collect();
    if stated.is_empty() {
        say!("memberships-denied")
    } else {
        stated.into_iter().collect::<Vec<_>>().join(&say!("between-or"))
    }
}

/// What a tie is called, and where it belongs.
struct TieSort {
    kind: String,
    kind_key: String,
    layer: Layer,
}

impl TieSort {
    fn of(layer: Layer, called: impl Fn() -> String) -> Self {
        Self { kind: called(), kind_key: Language::English.within(&called), layer }
    }
}

fn tie_of(
    snapshot: &Snapshot,
    (near, other): (EntityIx, EntityIx),
    fact: &Fact<'_>,
    sort: TieSort,
    at: &At,
) -> Tie {
    let TieSort { kind, kind_key, layer } = sort;
    let record = fact.record(snapshot);
    let last_seen = fact.last_seen(snapshot);
    let against = fact.counter_evidence(at.window);
    let rival = |link: &&Link| against.iter().any(|no| no.claim == link.claim);
    Tie {
        near: snapshot.refer(near),
        other: snapshot.refer(other),
        via: None,
        layer,
        kind,
        kind_key,
        since: fact.since(),
        period: fact.periods(),
        record: RecordInShort::of(snapshot, &record, at.window),
        state_words: wording::tie_standing(snapshot, &record, at.window, last_seen.as_ref()),
        passed_on: wording::passed_on(snapshot, &record, at.window.to).unwrap_or_default(),
        last_seen,
        said_to_be: Vec::new(),
        evidence: fact
            .asserted()
            .filter(|link| !rival(link))
            .map(|link| snapshot.evidence_of(link))
            .collect(),
        rivals: against.iter().map(|link| snapshot.evidence_of(link)).collect(),
    }
}

/// What statements say of the state of the thing two entities meet in: suspended, dormant, repealed.
fn add_said(snapshot: &Snapshot, tie: &mut Tie, thing: EntityIx, window: Window) {
    for (value, statement) in said_states(snapshot, thing, window) {
        if !tie.said_to_be.contains(&value) {
            tie.said_to_be.push(value);
        }
        tie.rivals.push(snapshot.evidence_of_statement(statement));
    }
}

/// One row for each entity that some source calls a member.
pub(crate) fn member_ties(
    snapshot: &Snapshot,
    network: EntityIx,
    at: &At,
    within: Option<EntityIx>,
) -> Vec<Tie> {
    let territory = within.map(|place| snapshot.territory(place));
    let joined = snapshot.incoming(network).filter(|(link, member)| {
        link.kind == LinkKind::Member && territory.as_ref().is_none_or(|place| place.holds(*member))
    });
    let facts = facts(joined.map(|(link, member)| (member, link)));
    let row = |(member, fact)| direct_tie(snapshot, (network, member), &fact, (LinkKind::Member, false), at);
    let mut ties: Vec<Tie> = facts.into_iter().map(row).collect();
    sort_ties(&mut ties);
    ties
}

/// On record first, then by evidence and name; ids decide between namesakes.
pub(crate) fn sort_ties(ties: &mut [Tie]) {
    ties.sort_by(|a, b| {
        let state = |tie: &Tie| tie.record.standing.order().0;
        let names = |tie: &Tie| (tie.other.name.clone(), tie.near.name.clone());
        let key = |tie: &Tie| (state(tie), Reverse(tie.record.evidence.rank()), names(tie));
        (key(a), &a.other.id, &a.near.id).cmp(&(key(b), &b.other.id, &b.near.id))
    });
}
