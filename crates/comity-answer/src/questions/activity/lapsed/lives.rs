//! From when to when an agreement lived, as its claims have it.

use std::collections::BTreeSet;

use comity_model::{Bounds, EntityAttribute, EntityKind, Link, LinkKind, Polarity, Standing};
use comity_snapshot::{EntityIx, Evidence, Snapshot, time_of, wording};

use crate::report::{At, in_years};

/// Between two numbers of years.
#[derive(Debug, Clone, Copy)]
pub(super) struct YearSpan {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl YearSpan {
    pub(super) fn middle(&self) -> f64 {
        f64::midpoint(self.low, self.high)
    }
}

/// A start that is known and how long it was seen to last from there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lived {
    pub(super) start: YearSpan,
    pub(super) years: YearSpan,
    /// False: last seen alive then.
    pub(super) ended: bool,
}

pub(super) struct Agreement {
    pub(super) node: EntityIx,
    /// Its class, or what sources call it.
    pub(super) sort: String,
    /// The country of its first party that is not on the side asked about.
    pub(super) country: Option<EntityIx>,
    /// `None`: no start on file, or nothing that is later.
    pub(super) life: Option<Lived>,
    pub(super) ended: bool,
    /// The last year in which a source saw it alive.
    pub(super) seen: Option<f64>,
    /// What sources say of its state.
    pub(super) said: Vec<String>,
    pub(super) evidence: Vec<Evidence>,
}

impl Agreement {
    /// Years from its last sighting to the day asked about.
    pub(super) fn silent_for(&self, at: &At) -> Option<f64> {
        let now = in_years(at.window.to)?;
        self.seen.filter(|seen| *seen < now).map(|seen| ((now - seen) * 10.0).round() / 10.0)
    }
}

/// Those with a party on each side asked about, begun by the day; in order.
pub(super) fn agreements(
    snapshot: &Snapshot,
    of: Option<EntityIx>,
    with: Option<EntityIx>,
    at: &At,
) -> Vec<Agreement> {
    let near = of.map(|node| snapshot.territory(node));
    let far = with.map(|node| snapshot.territory(node));
    let mut found = Vec::new();
    for node in snapshot.of_kind(EntityKind::Agreement) {
        let parties = snapshot.parties(node);
        let own = |party: &EntityIx| near.as_ref().is_none_or(|near| near.holds(*party));
        let other = |party: &EntityIx| far.as_ref().is_none_or(|far| far.holds(*party));
        let Some(first) = parties.iter().copied().find(own) else { continue };
        let partner = |party: &EntityIx| *party != first && other(party);
        let is_abroad = |party: EntityIx| snapshot.nation(party) != snapshot.nation(first);
        let foreign = parties.iter().find(|party| partner(party) && is_abroad(**party));
        let second = foreign.or_else(|| parties.iter().find(|party| partner(party)));
        let Some(second) = second else { continue };
        found.extend(agreement(snapshot, node, snapshot.nation(*second), at));
    }
    found
}

fn agreement(snapshot: &Snapshot, node: EntityIx, country: Option<EntityIx>, at: &At) -> Option<Agreement> {
    let incoming = snapshot.incoming(node).map(|(link, _)| link);
    let mut links: Vec<&Link> = incoming.filter(|link| says_party(link, at)).collect();
    links.sort_by_key(|link| link.claim);
    links.dedup_by_key(|link| link.claim);
    if links.is_empty() {
        return None;
    }
    let states: Vec<_> = snapshot.stated(node, EntityAttribute::State).collect();
    let end = end(snapshot, &links, &states, at);
    let start =
        bounds(links.iter().filter(|link| link.valid.as_str().contains('/')).map(|link| link.valid.start()));
    let seen =
        links.iter().filter_map(|link| link.observed.as_ref()).filter_map(|day| in_years(day.latest()));
    let seen = seen
        .chain(start.map(|start| start.high))
        .filter(|day| in_years(at.window.to).is_some_and(|now| *day <= now));
    let seen = seen.fold(None, |last: Option<f64>, day| Some(last.map_or(day, |last| last.max(day))));
    let life =
        start.zip(end.or(seen.map(|seen| YearSpan { low: seen, high: seen }))).and_then(|(start, until)| {
            let years = YearSpan { low: (until.low - start.high).max(0.0), high: until.high - start.low };
            (years.high > 0.0).then_some(Lived { start, years, ended: end.is_some() })
        });
    let called = links.iter().map(|link| link.called.as_str()).find(|called| !called.is_empty());
    let class = snapshot.entity(node).class.as_str();
    let evidence = links.iter().map(|link| snapshot.evidence_of(link));
    let evidence =
        evidence.chain(states.iter().map(|(statement, _)| snapshot.evidence_of_statement(statement)));
    Some(Agreement {
        node,
        sort: if class.is_empty() { called.unwrap_or("agreement") } else { class }.to_owned(),
        country,
        life,
        ended: end.is_some(),
        seen,
        said: states
            .iter()
            .map(|(_, value)| wording::spoken(value))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect(),
        evidence: evidence.collect(),
    })
}

/// Whether an accepted claim makes somebody a party on the day or before.
fn says_party(link: &Link, at: &At) -> bool {
    let said = link.kind == LinkKind::Party && link.polarity == Polarity::Asserted;
    said && link.standing == Standing::Accepted && link.valid.start().earliest <= at.window.to
}

/// The days between which it ended by the day asked about, by any source that says so.
fn end(
    snapshot: &Snapshot,
    links: &[&Link],
    states: &[(&comity_model::Statement, &str)],
    at: &At,
) -> Option<YearSpan> {
    let of_links = links.iter().filter(|link| link.valid.says_ended()).map(|link| link.valid.end());
    let ended = states.iter().filter(|(_, value)| *value == "ended");
    let ended = ended.map(|(statement, _)| time_of(snapshot, statement).start());
    let by_then = of_links.chain(ended).filter(|days| days.latest <= at.window.to);
    bounds(by_then)
}

/// As wide as sources differ, of those that know both days.
fn bounds(days: impl Iterator<Item = Bounds>) -> Option<YearSpan> {
    let known = days
        .filter_map(|days| Some(YearSpan { low: in_years(days.earliest)?, high: in_years(days.latest)? }));
    known.reduce(|a, b| YearSpan { low: a.low.min(b.low), high: a.high.max(b.high) })
}
