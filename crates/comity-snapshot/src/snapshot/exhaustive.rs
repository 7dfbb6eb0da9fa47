//! Lists that claim to name all there are, and absences: what they leave out, they deny.

use std::collections::HashMap;

use comity_model::{
    Bounds, Day, EntityId, Filter, Level, LinkKind, Mention, OpenMention, Period, Polarity, Scope, Shape,
    SourceId, Standing,
};

use super::{EntityIx, Snapshot};

/// Who says of which ties, on which days, that there are no others.
#[derive(Debug)]
pub(crate) struct Exhaustive {
    pub(crate) source: SourceId,
    /// Whose own word it is, and all that it lies in.
    pub(crate) issuers: Vec<EntityIx>,
    pub(crate) days: Bounds,
    /// It speaks for every one of those days, and not for one of them that is not known.
    pub(crate) is_throughout: bool,
    pub(crate) reach: Reach,
}

/// Which ties it is about.
#[derive(Debug)]
pub(crate) enum Reach {
    /// Those of a place and all within it, with a network, a country or an event; `None`: any.
    Ends { subject: Option<EntityIx>, object: Option<EntityIx> },
    /// Those of the scope of a statement.
    Scope(Box<SingleTies>),
}

/// By kind of link, and the mentions of a source that nobody has resolved.
#[derive(Debug, Default)]
pub(super) struct ExhaustiveLists {
    lists: HashMap<LinkKind, Vec<Exhaustive>>,
    open: HashMap<SourceId, Vec<usize>>,
}

impl Snapshot {
    /// Dated lists and absences about ties of a kind, in the order in which they are held.
    pub(crate) fn exhaustive(&self, kind: LinkKind) -> &[Exhaustive] {
        self.exhaustive_lists().lists.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The mentions in a source that nobody has resolved.
    pub(crate) fn open_in(&self, source: &SourceId) -> impl Iterator<Item = &OpenMention> {
        let places = self.exhaustive_lists().open.get(source);
        places.into_iter().flatten().map(|place| &self.open[*place])
    }

    /// The nation that goes by a folded name.
    pub(crate) fn nation_called(&self, folded: &str) -> Option<EntityIx> {
        self.names.bearers(folded).find(|node| self.entity(*node).is(Level::Nation))
    }

    fn exhaustive_lists(&self) -> &ExhaustiveLists {
        self.exhaustive.get_or_init(|| ExhaustiveLists::of(self))
    }
}

impl ExhaustiveLists {
    /// Cost: one pass over coverage, statements and open mentions.
    fn of(snapshot: &Snapshot) -> Self {
        let mut found = Self::default();
        for coverage in snapshot.coverage().iter().filter(|coverage| coverage.exhaustive) {
            let stated = Some(&coverage.period).filter(|period| !period.as_str().is_empty()).map(definite);
            let undivided = || Some((dated(snapshot, &coverage.source)?, false));
            let Some(days) = stated.or_else(undivided) else { continue };
            let ends = [&coverage.subject, &coverage.object];
            let Some([subject, object]) = on_file(snapshot, ends) else { continue };
            found.add(snapshot, coverage.link, &coverage.source, days, Reach::Ends { subject, object });
        }
        for statement in snapshot.statements() {
            let claim = &statement.claim;
            let Shape::Absence { scope } = &claim.shape else { continue };
            let counts = statement.standing == Standing::Accepted && claim.polarity == Polarity::Asserted;
            let Some(link) = scope.link.filter(|_| counts) else { continue };
            let observed = claim.observed.as_ref().map(Bounds::from);
            let stated = Some(&claim.valid).filter(|valid| !valid.as_str().is_empty()).map(definite);
            let seen = || Some((observed.or_else(|| dated(snapshot, &claim.source))?, false));
            let Some(days) = stated.or_else(seen) else { continue };
            let Some(ties) = SingleTies::new(snapshot, scope) else { continue };
            found.add(snapshot, link, &claim.source, days, Reach::Scope(Box::new(ties)));
        }
        for (place, open) in snapshot.open().iter().enumerate() {
            found.open.entry(open.source.clone()).or_default().push(place);
        }
        found
    }

    fn add(
        &mut self,
        snapshot: &Snapshot,
        kind: LinkKind,
        source: &SourceId,
        (days, is_throughout): (Bounds, bool),
        reach: Reach,
    ) {
        let issuer = snapshot.source(source).and_then(|source| source.issuer.as_ref());
        let Some(issuer) = issuer.and_then(|issuer| snapshot.node(issuer)) else { return };
        let mut issuers = vec![issuer];
        issuers.extend(snapshot.ancestors(issuer));
        let list = Exhaustive { source: source.clone(), issuers, days, is_throughout, reach };
        self.lists.entry(kind).or_default().push(list);
    }
}

/// `None` where one of them is named and not on file: nobody knows then what it is about.
fn on_file(snapshot: &Snapshot, ends: [&Option<EntityId>; 2]) -> Option<[Option<EntityIx>; 2]> {
    let [subject, object] = ends.map(|end| match end {
        Some(id) => snapshot.node(id).map(Some),
        None => Some(None),
    });
    Some([subject?, object?])
}

/// The days of a dated source; `None`: it is undated, and denies nothing.
fn dated(snapshot: &Snapshot, source: &SourceId) -> Option<Bounds> {
    snapshot.source(source)?.date.as_ref().map(Bounds::from)
}

/// Of an interval the days that it surely covers, all of them; of a date those on one of which it was.
fn definite(period: &Period) -> (Bounds, bool) {
    let (start, end) = (period.start(), period.end());
    let sure = Bounds { earliest: start.latest, latest: end.earliest };
    if period.as_str().contains('/') && sure.earliest <= sure.latest && sure.latest != Day::FUTURE {
        (sure, true)
    } else {
        (start, false)
    }
}

/// A scope for single ties, resolved once and held: nothing is listed, so no territory is laid out.
#[derive(Debug)]
pub(crate) struct SingleTies {
    subject: SingleEnd,
    object: SingleEnd,
    except: Vec<EntityIx>,
}

#[derive(Debug)]
struct SingleEnd {
    filter: Filter,
    entity: Option<EntityIx>,
    within: Option<EntityIx>,
}

impl SingleTies {
    /// `None` where the scope names something that is not on file.
    pub(crate) fn new(snapshot: &Snapshot, scope: &Scope) -> Option<Self> {
        Some(Self {
            subject: SingleEnd::new(snapshot, &scope.subject)?,
            object: SingleEnd::new(snapshot, &scope.object)?,
            except: scope.except.iter().filter_map(|mention| node_of(snapshot, mention)).collect(),
        })
    }

    pub(crate) fn takes_in(&self, snapshot: &Snapshot, subject: EntityIx, object: EntityIx) -> bool {
        self.object.takes(snapshot, object)
            && self.subject.takes(snapshot, subject)
            && !self.except.contains(&subject)
            && !self.except.contains(&object)
    }
}

impl SingleEnd {
    fn new(snapshot: &Snapshot, filter: &Filter) -> Option<Self> {
        let [entity, within] = named(snapshot, filter)?;
        Some(Self { filter: filter.clone(), entity, within })
    }

    fn takes(&self, snapshot: &Snapshot, node: EntityIx) -> bool {
        self.entity.is_none_or(|only| only == node)
            && is_of_sort(snapshot, &self.filter, self.filter.population_from, node)
            && self.within.is_none_or(|place| node == place || snapshot.ancestors(node).contains(&place))
    }
}

/// The things that a filter names; `None` where one of them is not on file.
pub(crate) fn named(snapshot: &Snapshot, filter: &Filter) -> Option<[Option<EntityIx>; 2]> {
    let (entity, within) = (filter.entity.as_ref(), filter.within.as_ref());
    let entity = entity.map(|mention| node_of(snapshot, mention).ok_or(())).transpose().ok()?;
    let within = within.map(|mention| node_of(snapshot, mention).ok_or(())).transpose().ok()?;
    Some([entity, within])
}

/// Of the kind, level, class and size; a polity whose population is not known is no big city.
pub(crate) fn is_of_sort(
    snapshot: &Snapshot,
    filter: &Filter,
    population_from: Option<u64>,
    node: EntityIx,
) -> bool {
    let entity = snapshot.entity(node);
    filter.kind.is_none_or(|kind| entity.kind == kind)
        && filter.level.is_none_or(|level| entity.is(level))
        && filter.class.as_ref().is_none_or(|class| entity.class == *class)
        && population_from.is_none_or(|from| entity.population.is_some_and(|people| people >= from))
}

pub(crate) fn node_of(snapshot: &Snapshot, mention: &Mention) -> Option<EntityIx> {
    snapshot.node(mention.id.as_ref()?)
}
