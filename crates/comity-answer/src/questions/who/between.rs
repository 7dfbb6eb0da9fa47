//! All that ties two entities: directly, through what both are in, through third parties, and the shortest way.

pub(super) mod path;
mod strength;

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::{message, say};
use comity_model::{EntityId, Link, LinkKind};
use comity_snapshot::timeslice::{AFFILIATION_LAYERS, hosts, layer_of};
use comity_snapshot::{EntityIx, Fact, Layer, Snapshot, facts, wording};

use super::membership_words::membership;
use crate::answer::{Answer, Between, Shared, SharedSide, ThirdParty};
use crate::arguments::{Arguments, AskError, two};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::report::ties::{agreement_ties, agreement_ties_with, direct_ties};
use crate::report::{At, CoverageQuery, Method, Tie, TieGroup, about, looked};

pub(crate) const QUESTION: Question = Question {
    id: "between",
    title: message!("question-between"),
    group: Group::WhoAndWhen,
    help: message!("help-between"),
    arguments: &[need("a", Range::Entity, "one side"), need("b", Range::Entity, "the other side"), AT, LIMIT],
    example: &[("a", "chicago"), ("b", "shanghai")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    between(snapshot, &BetweenArgs::read(arguments)?).map(Answer::Between)
}

/// Which two, and when.
#[derive(Debug, Clone)]
pub struct BetweenArgs {
    pub a: EntityId,
    pub b: EntityId,
    pub at: At,
    pub limit: usize,
}

impl BetweenArgs {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        let (a, b) = (arguments.entity("a")?, arguments.entity("b")?);
        Ok(Self { a, b, at: arguments.at(), limit: arguments.limit() })
    }
}

pub fn between(snapshot: &Snapshot, args: &BetweenArgs) -> Result<Between, AskError> {
    let (a, b) = two(snapshot, &args.a, &args.b)?;
    let mut direct = agreement_ties_with(snapshot, a, &args.at, |other| other == b);
    direct.extend(
        direct_ties(snapshot, a, &args.at, |_| true)
            .into_iter()
            .filter(|tie| tie.other.id == snapshot.entity(b).id),
    );
    let mut shared = shared(snapshot, &[a], &[b], &args.at);
    let shared_total = shared.len() as u64;
    shared.truncate(args.limit);
    let mut third_parties = third_parties(snapshot, a, b, args);
    let third_parties_total = third_parties.len() as u64;
    third_parties.truncate(args.limit);
    let (near, far) = (snapshot.territory(a), snapshot.territory(b));
    let looked = looked(snapshot, &CoverageQuery { layers: &AFFILIATION_LAYERS, sides: &[&near, &far] });
    let mut about = about(
        QUESTION.id,
        snapshot,
        say!("between-title", a = snapshot.refer(a).full(), b = snapshot.refer(b).full()),
        &args.at,
        looked,
    );
    about.methods.push(Method::new(&say!("between-method"), "breadth-first search; Moore 1959"));
    about.methods.push(Method::new(&say!("between-method-2"), "Taylor 2001, Geographical Analysis 33:181"));
    let direct = TieGroup::new(Layer::Agreements, &say!("between-direct-ties"), direct);
    let (a_ref, b_ref) = (snapshot.refer(a), snapshot.refer(b));
    let common = say!("between-common", things = shared_total, partners = third_parties_total);
    let member = membership(snapshot, a, b, args.at.window);
    let member = member.or_else(|| membership(snapshot, b, a, args.at.window));
    let summary = match member.filter(|_| direct.total == 1) {
        Some(member) => member,
        None => crate::report::sentences([direct_in_words(&a_ref.name, &b_ref.name, &direct), common]),
    };
    Ok(Between {
        about,
        summary,
        a: a_ref,
        b: b_ref,
        direct: direct.cut(args.limit),
        shared_left_out: shared_total - shared.len() as u64,
        shared_total,
        shared,
        third_parties_left_out: third_parties_total - third_parties.len() as u64,
        third_parties_total,
        third_parties,
        strength: strength::strength(snapshot, a, b, args.at.window),
        chains: path::shortest(snapshot, a, b, args.at.window),
    })
}

/// A single tie by what it is and how it stands; several by their number.
fn direct_in_words(a: &str, b: &str, direct: &TieGroup) -> String {
    match direct.rows.as_slice() {
        [tie] => say!(
            "between-one",
            a = a,
            b = b,
            kind = tie.kind.as_str(),
            since = tie.since.as_str(),
            state = tie.state_words.as_str()
        ),
        _ => say!("between-direct", a = a, b = b, n = direct.figure.count.presumed),
    }
}

/// Links by which an entity is in a thing together with others.
fn joins(kind: LinkKind) -> bool {
    matches!(
        kind,
        LinkKind::Member | LinkKind::TakesPart | LinkKind::Adopts | LinkKind::Position | LinkKind::Runs
    )
}

type Key = (Layer, EntityIx);

/// Things that someone of `near` and someone of `far` are in; one row for each pair of them.
pub(crate) fn shared(snapshot: &Snapshot, near: &[EntityIx], far: &[EntityIx], at: &At) -> Vec<Shared> {
    let (ours, theirs) = (sides(snapshot, near), sides(snapshot, far));
    let mut rows = Vec::new();
    for ((layer, thing), ours) in &ours {
        for (who, fact) in ours {
            for (other, their_fact) in theirs.get(&(*layer, *thing)).into_iter().flatten() {
                rows.push(shared_row(snapshot, (*layer, *thing), (*who, fact), (*other, their_fact), at));
            }
        }
    }
    rows.sort_by(|x, y| {
        let key = |row: &Shared| (row.layer, row.standing.order(), row.thing.name.clone());
        (key(x), &x.thing.id).cmp(&(key(y), &y.thing.id))
    });
    rows
}

fn sides<'w>(snapshot: &'w Snapshot, who: &[EntityIx]) -> BTreeMap<Key, Vec<(EntityIx, Fact<'w>)>> {
    let mut found: BTreeMap<Key, Vec<(EntityIx, Fact<'w>)>> = BTreeMap::new();
    for node in who {
        let declares = |link: &Link, thing| link.kind == LinkKind::Party && snapshot.is_declaration(thing);
        let joined =
            snapshot.outgoing(*node).filter(|(link, thing)| joins(link.kind) || declares(link, *thing));
        let hosted = snapshot.incoming(*node).filter(|(link, thing)| hosts(snapshot, link, *thing));
        let hosted = hosted.filter_map(|(link, thing)| Some(((layer_of(snapshot, thing)?, thing), link)));
        let links = joined.map(|(link, thing)| ((Layer::of(link.kind), thing), link));
        for (key, fact) in facts(links.chain(hosted)) {
            found.entry(key).or_default().push((*node, fact));
        }
    }
    found
}

fn shared_row(
    snapshot: &Snapshot,
    (layer, thing): Key,
    (a, ours): (EntityIx, &Fact<'_>),
    (b, theirs): (EntityIx, &Fact<'_>),
    at: &At,
) -> Shared {
    let (a, b) = (side(snapshot, a, ours, at), side(snapshot, b, theirs, at));
    Shared { layer, thing: snapshot.refer(thing), standing: a.standing.and(b.standing), a, b }
}

fn side(snapshot: &Snapshot, who: EntityIx, fact: &Fact<'_>, at: &At) -> SharedSide {
    let (record, seen) = (fact.record(snapshot), fact.last_seen(snapshot));
    let told = fact.telling(at.window);
    SharedSide {
        who: snapshot.refer(who),
        kind: match told.kind {
            LinkKind::Within => say!("between-place"),
            _ => wording::link_phrase(told, true),
        },
        since: fact.in_role_of(told).since(),
        standing: record.on(at.window),
        state_words: wording::tie_standing(snapshot, &record, at.window, seen.as_ref()),
        evidence: fact.links.iter().map(|link| snapshot.evidence_of(link)).collect(),
    }
}

fn third_parties(snapshot: &Snapshot, a: EntityIx, b: EntityIx, args: &BetweenArgs) -> Vec<ThirdParty> {
    let (mut ours, mut theirs) =
        (agreements_but(snapshot, a, b, &args.at), agreements_but(snapshot, b, a, &args.at));
    let both: BTreeSet<EntityId> = ours.keys().filter(|id| theirs.contains_key(*id)).cloned().collect();
    let mut rows = Vec::with_capacity(both.len());
    for id in &both {
        let ties = ours.remove(id).zip(theirs.remove(id));
        rows.extend(ties.map(|(with_a, with_b)| ThirdParty { who: with_a.other.clone(), with_a, with_b }));
    }
    rows.sort_by(|x, y| (&x.who.name, &x.who.id).cmp(&(&y.who.name, &y.who.id)));
    rows
}

/// The agreements of one on record, by who else is in them; those with the other one left out.
fn agreements_but(snapshot: &Snapshot, node: EntityIx, not: EntityIx, at: &At) -> BTreeMap<EntityId, Tie> {
    let ties = agreement_ties(snapshot, node, at).into_iter().filter(|tie| tie.record.standing.presumed);
    let others = ties.filter(|tie| tie.other.id != snapshot.entity(not).id);
    others.map(|tie| (tie.other.id.clone(), tie)).collect()
}
