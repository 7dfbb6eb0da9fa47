//! How the members of a network grew: what sources count, beside how many one source names for one day.

use std::collections::BTreeMap;

use comity_messages::number;
use comity_model::{Day, Link, LinkKind, Polarity, SourceId};
use comity_snapshot::{EntityIx, Snapshot, is_firm, wording};

use super::size::{SizeClaim, counts, in_words};
use crate::answer::{Growth, GrowthBasis, GrowthPoint};
use crate::report::{At, in_years};

/// With fewer there is nothing to see.
const LEAST: usize = 3;

/// A source that names fewer for one day tells of some members and is no list. Guessed; so is that a list names at least
/// half of those that are counted by then. A count of the lists that their readers call whole would settle both.
const LISTED: usize = 10;

/// In order of time; `None`: fewer than three numbers are dated.
pub(crate) fn growth(snapshot: &Snapshot, network: EntityIx, at: &At) -> Option<Growth> {
    let counted = counts(snapshot, network, at);
    let mut points: Vec<GrowthPoint> = counted.iter().filter_map(|count| of_count(snapshot, count)).collect();
    let lists = of_lists(snapshot, network, at);
    let lists: Vec<GrowthPoint> = lists.into_iter().filter(|list| is_half(list, &points)).collect();
    points.extend(lists);
    points.sort_by(|a, b| a.year.total_cmp(&b.year).then_with(|| a.source.cmp(&b.source)));
    let until = in_years(at.window.to)?;
    (points.len() >= LEAST).then_some(Growth { points, until })
}

/// Whether it names at least half of what was counted last by then.
fn is_half(list: &GrowthPoint, counted: &[GrowthPoint]) -> bool {
    let before = counted.iter().filter(|count| count.year <= list.year);
    let newest = before.max_by(|a, b| a.year.total_cmp(&b.year)).and_then(|count| count.low);
    newest.is_none_or(|n| list.low.unwrap_or_default() * 2 >= n)
}

fn of_count(snapshot: &Snapshot, count: &SizeClaim<'_>) -> Option<GrowthPoint> {
    let days = count.time.start();
    let bound = |n: Option<i64>| n.and_then(|n| u64::try_from(n).ok());
    let evidence = snapshot.evidence_of_statement(count.statement);
    Some(GrowthPoint {
        by: GrowthBasis::Counted,
        when: wording::when(&count.statement.claim),
        low: bound(count.quantity.low),
        high: bound(count.quantity.high),
        members: in_words(&[count])?,
        source: evidence.primary_source.as_ref().unwrap_or(&evidence.source).title.clone(),
        evidence: vec![evidence],
        year: in_years(days.earliest).or_else(|| in_years(days.latest))?,
    })
}

/// What one source names for one day: each member once.
type Lists<'w> = BTreeMap<(Day, Day, &'w SourceId), BTreeMap<EntityIx, &'w Link>>;

fn of_lists(snapshot: &Snapshot, network: EntityIx, at: &At) -> Vec<GrowthPoint> {
    let mut lists = Lists::new();
    for (link, member) in snapshot.incoming(network) {
        let is_named = link.kind == LinkKind::Member && link.polarity == Polarity::Asserted && is_firm(link);
        let day = link.observed.as_ref().filter(|day| is_named && day.latest() <= at.window.to);
        if let Some(day) = day {
            let list = (day.earliest(), day.latest(), &link.source);
            lists.entry(list).or_default().entry(member).or_insert(link);
        }
    }
    let named = lists.into_values().filter(|members| members.len() >= LISTED);
    named.filter_map(|members| of_list(snapshot, &members)).collect()
}

fn of_list(snapshot: &Snapshot, members: &BTreeMap<EntityIx, &Link>) -> Option<GrowthPoint> {
    let n = members.len() as u64;
    let first = members.values().next()?;
    let day = first.observed.as_ref()?;
    Some(GrowthPoint {
        by: GrowthBasis::Named,
        when: wording::date(day),
        low: Some(n),
        high: Some(n),
        members: number(&n),
        source: snapshot.refer_source(&first.source).title,
        evidence: members.values().map(|link| snapshot.evidence_of(link)).collect(),
        year: in_years(day.earliest())?,
    })
}
