//! Lists that claim to name all there are, and absences: what they leave out, they deny.

use std::collections::HashMap;

use comity_model::{
    Bounds, Day, EntityId, Level, LinkKind, OpenMention, Period, Polarity, Shape, SourceId, Standing,
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
    /// Those of the scope of a statement, by its place among them.
    Scope(usize),
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
        for (place, statement) in snapshot.statements().iter().enumerate() {
            let claim = &statement.claim;
            let Shape::Absence { scope } = &claim.shape else { continue };
            let counts = statement.standing == Standing::Accepted && claim.polarity == Polarity::Asserted;
            let Some(link) = scope.link.filter(|_| counts) else { continue };
            let observed = claim.observed.as_ref().map(Bounds::from);
            let stated = Some(&claim.valid).filter(|valid| !valid.as_str().is_empty()).map(definite);
            let seen = || Some((observed.or_else(|| dated(snapshot, &claim.source))?, false));
            let Some(days) = stated.or_else(seen) else { continue };
            found.add(snapshot, link, &claim.source, days, Reach::Scope(place));
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
