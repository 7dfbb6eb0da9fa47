//! What do we have with X? All that ties one place to another, cities rolled up into their state and country.

mod both_territories;
mod check;
mod networks;
mod peers;
mod places;
mod summary;

use std::collections::BTreeSet;

use comity_messages::{Message, message, say};
use comity_model::{EntityId, EntityKind, Filter, LinkKind, Shape, Standing, Statement};
use comity_snapshot::record::TieState;
use comity_snapshot::{EntityIx, EntityRef, Layer, Snapshot, Territory};

use super::membership_words::membership;
use crate::answer::{Answer, Chain, Shared, With};
use crate::arguments::{Arguments, AskError, two};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::questions::who::between::path::shortest;
use crate::questions::who::between::shared;
use crate::questions::who::rules::rules_between;
use crate::report::ties::{agreement_ties_with, direct_ties, sort_ties};
use crate::report::{About, At, Claimed, CoverageQuery, Tie, TieGroup, about, claimed, looked};
use both_territories::BothTerritories;
use summary::SummaryFacts;

pub(crate) const QUESTION: Question = Question {
    id: "with",
    title: message!("question-with"),
    group: Group::WhoAndWhen,
    help: message!("help-with"),
    arguments: &[
        need("subject", Range::Entity, "whose ties: a city, state, country or network"),
        need("object", Range::Entity, "with whom: a city, state, country or network"),
        AT,
        LIMIT,
    ],
    example: &[("subject", "rochester-new-york"), ("object", "japan")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    with(snapshot, &WithArgs::read(arguments)?).map(Answer::With)
}

/// Whose ties, with whom, when.
#[derive(Debug, Clone)]
pub struct WithArgs {
    pub subject: EntityId,
    pub object: EntityId,
    pub at: At,
    pub limit: usize,
}

impl WithArgs {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        let (subject, object) = (arguments.entity("subject")?, arguments.entity("object")?);
        Ok(Self { subject, object, at: arguments.at(), limit: arguments.limit() })
    }
}

pub fn with(snapshot: &Snapshot, args: &WithArgs) -> Result<With, AskError> {
    let (subject, object) = two(snapshot, &args.subject, &args.object)?;
    let sides = BothTerritories { near: snapshot.territory(subject), far: snapshot.territory(object) };
    if sides.near.holds(object) || sides.far.holds(subject) {
        let (name, what) = (snapshot.refer(object).full(), say!("with-on-both-sides"));
        return Err(AskError::Kind { name, what, wanted: "place apart from the other" });
    }
    let (ended, held): (Vec<Tie>, Vec<Tie>) =
        agreements(snapshot, &sides, &args.at).into_iter().partition(is_ended);
    let (subject_ref, object_ref) = (snapshot.refer(subject), snapshot.refer(object));
    let group = |layer, title: Message, rows| TieGroup::new(layer, &title.text(), rows).cut(args.limit);
    let events = events(snapshot, &sides, &args.at);
    let found = SummaryFacts {
        stopped: summary::years(snapshot, &ended, &args.at),
        counted: total_claims(snapshot, &sides),
        membership: membership(snapshot, subject, object, args.at.window)
            .or_else(|| membership(snapshot, object, subject, args.at.window)),
    };
    let mut with = With {
        about: frame(snapshot, args, &sides, (&subject_ref, &object_ref)),
        summary: String::new(),
        places: places::places(&held).cut(args.limit),
        ties: group(Layer::Agreements, message!("with-agreements"), held),
        ended: group(Layer::Agreements, message!("with-ended"), ended),
        please_check: check::please_check(snapshot, &sides),
        networks: networks::networks(snapshot, &sides, &args.at, args.limit),
        events_total: things(&events),
        events_left_out: events.len().saturating_sub(args.limit) as u64,
        events: events.into_iter().take(args.limit).collect(),
        offices: group(Layer::Offices, message!("with-offices"), offices(snapshot, &sides, &args.at)),
        acts: group(Layer::Acts, message!("with-acts"), acts(snapshot, &sides, &args.at)),
        rules: rules_between(snapshot, [&sides.near, &sides.far], &args.at),
        others: group(Layer::Backing, message!("with-others"), others(snapshot, &sides, &args.at)),
        peers: peers::peers(snapshot, &sides, &args.at, args.limit),
        chains: None,
        claimed: claims(snapshot, &sides),
        subject: subject_ref,
        object: object_ref,
    };
    with.chains = chains(snapshot, &sides, &with, &args.at);
    with.summary = summary::summary(&with, &found);
    Ok(with)
}

fn frame(
    snapshot: &Snapshot,
    args: &WithArgs,
    sides: &BothTerritories,
    (subject, object): (&EntityRef, &EntityRef),
) -> About {
    let layers = [Layer::Agreements, Layer::Networks, Layer::Events, Layer::Offices, Layer::Acts];
    let look = CoverageQuery { layers: &layers, sides: &[&sides.near, &sides.far] };
    let mut looked = looked(snapshot, &look);
    if networks::looked_at(snapshot) > 0 {
        looked.not_looked.retain(|title| title != Layer::Networks.title());
    }
    about(QUESTION.id, snapshot, format!("{} × {}", subject.full(), object.full()), &args.at, looked)
}

/// Between two places without places of their own, where no agreement on record ties them.
fn chains(snapshot: &Snapshot, sides: &BothTerritories, with: &With, at: &At) -> Option<Vec<Chain>> {
    let ends = [&sides.near, &sides.far];
    let is_place = |side: &Territory| snapshot.entity(side.root()).kind == EntityKind::Polity;
    let is_lone = |side: &&Territory| side.members().len() == 1 && is_place(side);
    let is_asked = with.ties.figure.count.presumed == 0 && ends.iter().all(is_lone);
    is_asked.then(|| shortest(snapshot, sides.near.root(), sides.far.root(), at.window))
}

fn agreements(snapshot: &Snapshot, sides: &BothTerritories, at: &At) -> Vec<Tie> {
    let near = sides.near.members().iter();
    let mut ties: Vec<Tie> = near
        .flat_map(|near| agreement_ties_with(snapshot, *near, at, |party| sides.far.holds(party)))
        .collect();
    sort_ties(&mut ties);
    ties
}

/// It is over, stopped, or in dispute.
fn is_ended(tie: &Tie) -> bool {
    !matches!(
        tie.record.standing.state,
        TieState::OnRecord | TieState::NotPlaced | TieState::Planned | TieState::NotYet
    )
}

fn events(snapshot: &Snapshot, sides: &BothTerritories, at: &At) -> Vec<Shared> {
    let mut rows = shared(snapshot, sides.near.members(), sides.far.members(), at);
    rows.retain(|row| row.layer == Layer::Events);
    rows
}

/// How many different things rows of pairs are about.
fn things(rows: &[Shared]) -> u64 {
    rows.iter().map(|row| &row.thing.id).collect::<BTreeSet<_>>().len() as u64
}

/// Offices that one side keeps within the other.
fn offices(snapshot: &Snapshot, sides: &BothTerritories, at: &At) -> Vec<Tie> {
    let mut rows = kept(snapshot, &sides.near, &sides.far, at);
    rows.extend(kept(snapshot, &sides.far, &sides.near, at));
    rows
}

/// Offices that one side keeps in the other.
fn kept(snapshot: &Snapshot, near: &Territory, far: &Territory, at: &At) -> Vec<Tie> {
    let keepers = near.members().iter();
    let all = keepers.flat_map(|node| direct_ties(snapshot, *node, at, |kind| kind == LinkKind::Keeps));
    let placed = all.filter(|tie| {
        let office = snapshot.node(&tie.other.id);
        office.is_some_and(|office| snapshot.ancestors(office).iter().any(|place| far.holds(*place)))
    });
    placed.collect()
}

/// Acts that one side adopted and that concern the other.
fn acts(snapshot: &Snapshot, sides: &BothTerritories, at: &At) -> Vec<Tie> {
    let concerns = |act: EntityIx| concerns(snapshot, act, &sides.far);
    let near = sides.near.members().iter();
    let adopted = near.flat_map(|node| direct_ties(snapshot, *node, at, |kind| kind == LinkKind::Adopts));
    adopted.filter(|tie| snapshot.node(&tie.other.id).is_some_and(concerns)).collect()
}

fn concerns(snapshot: &Snapshot, act: EntityIx, place: &Territory) -> bool {
    let mut concerned = snapshot.outgoing_of(LinkKind::Concerns, act);
    concerned.any(|(_, about)| place.holds(about))
}

/// Direct links between the two sides that no other section has.
fn others(snapshot: &Snapshot, sides: &BothTerritories, at: &At) -> Vec<Tie> {
    let near = sides.near.members().iter().flat_map(|node| direct_ties(snapshot, *node, at, plain));
    let networks = snapshot.entity(sides.far.root()).kind == EntityKind::Network;
    let apart = |tie: &Tie| !(networks && tie.layer == Layer::Networks);
    near.filter(|tie| apart(tie) && snapshot.node(&tie.other.id).is_some_and(|other| sides.far.holds(other)))
        .collect()
}

fn plain(kind: LinkKind) -> bool {
    !matches!(kind, LinkKind::Within | LinkKind::Keeps | LinkKind::Adopts | LinkKind::Succeeds)
}

/// Counts whose two ends lie within the two sides.
fn claims(snapshot: &Snapshot, sides: &BothTerritories) -> Vec<Claimed> {
    snapshot
        .statements()
        .iter()
        .filter(|statement| is_of_both(snapshot, statement, sides))
        .filter_map(|statement| claimed(snapshot, statement))
        .collect()
}

/// Whether a statement counts what one side has with the other.
fn is_of_both(snapshot: &Snapshot, statement: &Statement, sides: &BothTerritories) -> bool {
    let Shape::Count { scope, .. } = &statement.claim.shape else { return false };
    let on = |filter: &Filter, side: &Territory| names_one_in(snapshot, filter, side);
    on(&scope.subject, &sides.near) && on(&scope.object, &sides.far)
        || on(&scope.subject, &sides.far) && on(&scope.object, &sides.near)
}

fn names_one_of(snapshot: &Snapshot, filter: &Filter, nodes: [EntityIx; 2]) -> bool {
    let mut named = filter.entity.iter().chain(&filter.within).filter_map(|one| one.id.as_ref());
    named.any(|id| snapshot.node(id).is_some_and(|node| nodes.contains(&node)))
}

/// The least and the most that sources count of agreements between the two sides themselves, not of some within them.
fn total_claims(snapshot: &Snapshot, sides: &BothTerritories) -> Option<(u64, u64)> {
    let roots = [sides.near.root(), sides.far.root()];
    let of_roots = |filter: &Filter| names_one_of(snapshot, filter, roots);
    let firm = snapshot.statements().iter().filter(|one| one.standing == Standing::Accepted);
    let counts = firm.filter(|one| is_of_both(snapshot, one, sides));
    let numbers = counts.filter_map(|one| match &one.claim.shape {
        Shape::Count { scope, quantity: Some(quantity), .. }
            if scope.link == Some(LinkKind::Party) && of_roots(&scope.subject) && of_roots(&scope.object) =>
        {
            let low = u64::try_from(quantity.low?).ok()?;
            Some((low, quantity.high.and_then(|high| u64::try_from(high).ok()).unwrap_or(low)))
        }
        _ => None,
    });
    numbers.reduce(|(least, most), (low, high)| (least.min(low), most.max(high)))
}

fn names_one_in(snapshot: &Snapshot, filter: &Filter, side: &Territory) -> bool {
    let mentions = filter.entity.iter().chain(&filter.within);
    let mut named = mentions.filter_map(|mention| snapshot.node(mention.id.as_ref()?));
    named.any(|node| side.holds(node))
}
