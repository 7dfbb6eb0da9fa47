//! Who was in which network in which year: a panel for statistics, in which nothing unknown reads as a no.

mod code;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use comity_model::{
    ClaimId, Completeness, Coverage, Day, EntityId, EntityKind, FuzzyDate, Link, LinkKind, Shape, SourceId,
    Standing, Statement, Window,
};
use comity_snapshot::{EntityIx, EntityRef, Fact, Lifetime, ResolvedScope, Snapshot, Territory, facts};

use crate::arguments::{AskError, network};
use crate::report::years::FIRST_YEAR;

pub use code::PanelCode;

/// Which networks, whom, which years.
#[derive(Debug, Clone)]
pub struct PanelArgs {
    /// Empty: every network that has a member, or a look at its members, on file.
    pub networks: Vec<EntityId>,
    /// Every polity on file in this state or country. `None`: all whom a source relates to one of the networks.
    pub of: Option<EntityId>,
    /// `None`: from the first year in which something is known of one of the networks, 1800 at the earliest.
    pub from: Option<i32>,
    pub to: i32,
}

/// Entities × networks × years, ready to be written out row by row.
pub struct Panel<'w> {
    snapshot: &'w Snapshot,
    entities: Vec<(EntityIx, EntityRef)>,
    networks: Vec<Network<'w>>,
    years: RangeInclusive<i32>,
}

/// One network with all that bears on who is in it.
struct Network<'w> {
    refer: EntityRef,
    life: Lifetime,
    facts: BTreeMap<EntityIx, Fact<'w>>,
    looks: Vec<NetworkSearch<'w>>,
    absences: Vec<Absence<'w>>,
}

/// A look at its members, for all of the snapshot or for one territory.
struct NetworkSearch<'w> {
    coverage: &'w Coverage,
    of: Option<Territory>,
}

/// A claim that nobody of some sort is a member.
struct Absence<'w> {
    tested: ResolvedScope<'w>,
    statement: &'w Statement,
}

/// One entity in one network in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelRow<'a> {
    pub entity: &'a EntityRef,
    pub network: &'a EntityRef,
    pub year: i32,
    pub code: PanelCode,
    /// Of what is carried on or not placed in time: the latest day a source saw it, EDTF; may be empty.
    pub last_seen: String,
    /// How completely the best of the looks was; `None`: no look had the entity and the year in it.
    pub completeness: Option<Completeness>,
    /// What the code rests on, ascending.
    pub claims: Vec<ClaimId>,
    /// The sources looked at, and those of the claims, ascending.
    pub sources: Vec<SourceId>,
}

/// Cost: one pass over the links and looks of the networks; the rows are made as they are taken.
pub fn panel<'w>(snapshot: &'w Snapshot, args: &PanelArgs) -> Result<Panel<'w>, AskError> {
    let nodes = match args.networks.as_slice() {
        [] => with_something(snapshot),
        named => named.iter().map(|id| network(snapshot, id)).collect::<Result<_, _>>()?,
    };
    let networks: Vec<Network<'w>> = nodes.into_iter().map(|node| Network::new(snapshot, node)).collect();
    let chosen: BTreeSet<EntityIx> = match &args.of {
        Some(id) => {
            let place = snapshot.territory(snapshot.require(id)?);
            place
                .members()
                .iter()
                .copied()
                .filter(|node| snapshot.entity(*node).kind == EntityKind::Polity)
                .collect()
        }
        None => networks.iter().flat_map(|network| network.facts.keys().copied()).collect(),
    };
    let entities = chosen.into_iter().map(|node| (node, snapshot.refer(node))).collect();
    let first = networks.iter().filter_map(Network::first_year).min().map(|first| first.max(FIRST_YEAR));
    let first = first.and_then(|first| i32::try_from(first).ok());
    let years = args.from.or(first).unwrap_or(args.to)..=args.to;
    Ok(Panel { snapshot, entities, networks, years })
}

impl Panel<'_> {
    /// By entity, network and year.
    pub fn rows(&self) -> impl Iterator<Item = PanelRow<'_>> {
        self.entities.iter().flat_map(move |(node, entity)| {
            self.networks.iter().flat_map(move |network| {
                self.years.clone().map(move |year| network.row(self.snapshot, (*node, entity), year))
            })
        })
    }

    /// How many rows there will be.
    pub fn len(&self) -> usize {
        self.entities.len() * self.networks.len() * self.years.clone().count()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Networks whose members someone names or looked for.
fn with_something(snapshot: &Snapshot) -> Vec<EntityIx> {
    let looked: BTreeSet<EntityIx> = snapshot
        .coverage()
        .iter()
        .filter(|row| row.link == LinkKind::Member)
        .filter_map(|row| snapshot.node(row.object.as_ref()?))
        .collect();
    let named = |node: &EntityIx| snapshot.incoming(*node).any(|(link, _)| link.kind == LinkKind::Member);
    snapshot.of_kind(EntityKind::Network).filter(|node| looked.contains(node) || named(node)).collect()
}

impl<'w> Network<'w> {
    fn new(snapshot: &'w Snapshot, node: EntityIx) -> Self {
        let members = snapshot.incoming_of(LinkKind::Member, node);
        let facts = facts(members.map(|(link, member)| (member, link))).into_iter().collect();
        let looks =
            snapshot.coverage().iter().filter_map(|row| NetworkSearch::at(snapshot, node, row)).collect();
        let absences =
            snapshot.statements().iter().filter_map(|said| Absence::of(snapshot, node, said)).collect();
        Self { refer: snapshot.refer(node), life: Lifetime::of(snapshot, node), facts, looks, absences }
    }

    fn first_year(&self) -> Option<i64> {
        let asserted = self.facts.values().flat_map(Fact::asserted);
        let starts = asserted.flat_map(|link| [link.valid.start().earliest, link.valid.start().latest]);
        starts.chain(self.life.first_day()).filter_map(Day::year).min()
    }

    fn row<'a>(
        &'a self,
        snapshot: &Snapshot,
        (node, entity): (EntityIx, &'a EntityRef),
        year: i32,
    ) -> PanelRow<'a> {
        let window = year_window(year);
        let looks: Vec<&Coverage> = self.looks_at(snapshot, node, window);
        let (code, mut claims) = self.code(snapshot, node, window, !looks.is_empty());
        claims.sort_unstable();
        claims.dedup();
        let fact = self.facts.get(&node);
        let links = fact.into_iter().flat_map(|fact| &fact.links);
        let bearing = links.filter(|link| claims.contains(&link.claim)).map(|link| link.source.clone());
        let mut sources: Vec<SourceId> = looks.iter().map(|look| look.source.clone()).collect();
        sources.extend(bearing);
        sources.sort_unstable();
        sources.dedup();
        let fact = fact.filter(|_| matches!(code, PanelCode::Carried | PanelCode::NotPlaced));
        PanelRow {
            entity,
            network: &self.refer,
            year,
            code,
            last_seen: fact
                .and_then(|fact| fact.last_seen(snapshot))
                .map(|seen| seen.date)
                .unwrap_or_default(),
            completeness: looks.iter().map(|look| look.completeness).min(),
            claims,
            sources,
        }
    }

    /// Looks at this network that had the entity and the year in them.
    fn looks_at(&self, snapshot: &Snapshot, node: EntityIx, window: Window) -> Vec<&'w Coverage> {
        let looks = self.looks.iter().filter(|look| look.of.as_ref().is_none_or(|of| of.holds(node)));
        looks.map(|look| look.coverage).filter(|row| years_looked_at(snapshot, row, window)).collect()
    }
}

/// Years stated; where none are, the year of what was looked at, else of the look.
fn years_looked_at(snapshot: &Snapshot, row: &Coverage, window: Window) -> bool {
    if !row.period.as_str().is_empty() {
        return row.period.start().earliest <= window.to && row.period.end().latest >= window.from;
    }
    let dated = snapshot.source(&row.source).and_then(|source| source.date.as_ref()).or(row.looked.as_ref());
    dated.is_some_and(|day: &FuzzyDate| day.earliest() <= window.to && day.latest() >= window.from)
}

impl<'w> NetworkSearch<'w> {
    fn at(snapshot: &'w Snapshot, network: EntityIx, row: &'w Coverage) -> Option<Self> {
        let node = |id: &EntityId| snapshot.node(id);
        let here = row.object.as_ref().is_none_or(|object| node(object) == Some(network));
        let of = row.subject.as_ref().map(node);
        let known = row.link == LinkKind::Member && here && of != Some(None);
        known.then(|| Self { coverage: row, of: of.flatten().map(|node| snapshot.territory(node)) })
    }
}

impl<'w> Absence<'w> {
    fn of(snapshot: &'w Snapshot, network: EntityIx, statement: &'w Statement) -> Option<Self> {
        let Shape::Absence { scope } = &statement.claim.shape else { return None };
        let named = scope.object.entity.as_ref().and_then(|mention| snapshot.node(mention.id.as_ref()?));
        let accepted = statement.standing == Standing::Accepted && scope.link == Some(LinkKind::Member);
        let tested =
            ResolvedScope::new(snapshot, scope, None).filter(|_| accepted && named == Some(network))?;
        Some(Self { tested, statement })
    }
}

fn year_window(year: i32) -> Window {
    let year = i64::from(year);
    Window { from: Day::from_ymd(year, 1, 1), to: Day::from_ymd(year, 12, 31) }
}

/// The claims of some links.
fn claims<'w>(links: impl IntoIterator<Item = &'w Link>) -> Vec<ClaimId> {
    links.into_iter().map(|link| link.claim).collect()
}
