//! Numbers of offices that sources give for the very keepers and hosts asked about, in order of time.

use std::collections::BTreeMap;

use comity_messages::{listed, number, say};
use comity_model::{FuzzyDate, LinkKind, Mention, Quantity, Scope, Shape, Standing, Statement};
use comity_snapshot::{EntityIx, Snapshot, Territory, time_of, wording};

use crate::report::Indicator;

/// The unit of counts of offices; others count their keepers, or the countries they are in.
const UNIT: &str = "offices";
/// A sentence bears no more.
const MOST: usize = 3;

/// "offices of US states abroad: 228 in 2002 and more than 176 in 2013", with each number as an indicator; `None`: no
/// source gives one.
pub(super) fn counted(
    snapshot: &Snapshot,
    of: Option<&Territory>,
    host: Option<&Territory>,
) -> Option<(String, Vec<Indicator>)> {
    let of = of?.root();
    let host = host.map(Territory::root);
    let mut groups: BTreeMap<&str, Vec<Counted<'_>>> = BTreeMap::new();
    for statement in snapshot.statements() {
        let Some((scope, one)) = of_these(snapshot, statement, of, host) else { continue };
        groups.entry(scope.wording.as_str()).or_default().push(one);
    }
    let (what, mut counts) = groups.into_iter().max_by_key(|(_, counts)| counts.len())?;
    counts.sort_by_key(|one| (one.year, one.n()));
    counts.dedup_by_key(|one| (one.year, one.n()));
    let newest = counts.split_off(counts.len().saturating_sub(MOST));
    let words = listed(newest.iter().map(Counted::words));
    let indicators = newest.iter().map(|one| one.indicator(snapshot, what)).collect();
    Some((say!("offices-counted", what = what, counts = words), indicators))
}

/// What a source counts for one year.
struct Counted<'w> {
    year: i64,
    /// "1994", "the 1990s".
    when: String,
    quantity: &'w Quantity,
    statement: &'w Statement,
}

impl Counted<'_> {
    fn n(&self) -> Option<i64> {
        self.quantity.low.or(self.quantity.high)
    }

    fn words(&self) -> String {
        let (low, high) = (self.quantity.low, self.quantity.high);
        let year = self.when.as_str();
        match (self.quantity.more_than(), low, high) {
            (Some(round), _, _) => say!("counted-more-than", n = number(&round), year = year),
            (None, Some(low), Some(high)) if low == high => {
                say!("counted-in", n = number(&low), year = year)
            }
            (None, Some(low), None) => say!("counted-or-more", n = number(&low), year = year),
            (None, Some(low), Some(high)) => {
                say!("counted-from-to", low = number(&low), high = number(&high), year = year)
            }
            (None, None, high) => {
                say!("counted-at-most", n = number(&high.unwrap_or_default()), year = year)
            }
        }
    }

    fn indicator(&self, snapshot: &Snapshot, what: &str) -> Indicator {
        let n = self.quantity.more_than().or(self.n()).and_then(|n| usize::try_from(n).ok());
        let label = format!("{what}, {}", self.when);
        Indicator::count(&label, n.unwrap_or_default(), UNIT)
            .by([snapshot.evidence_of_statement(self.statement)])
    }
}

/// A count of the offices that just these keep there.
fn of_these<'w>(
    snapshot: &Snapshot,
    statement: &'w Statement,
    of: EntityIx,
    host: Option<EntityIx>,
) -> Option<(&'w Scope, Counted<'w>)> {
    let Shape::Count { scope, quantity: Some(quantity), .. } = &statement.claim.shape else { return None };
    let named = |mention: &Mention| snapshot.node(mention.id.as_ref()?);
    let keeper = scope.subject.entity.as_ref().or(scope.subject.within.as_ref()).and_then(named);
    let there = scope.object.entity.as_ref().or(scope.object.within.as_ref()).and_then(named);
    let is_it = scope.link == Some(LinkKind::Keeps)
        && quantity.unit == UNIT
        && keeper == Some(of)
        && there == host
        && statement.standing == Standing::Accepted;
    let time = time_of(snapshot, statement);
    let days = time.start();
    let year = days.latest.year()?;
    let vague: Option<FuzzyDate> = time.as_str().parse().ok().filter(|_| days.earliest.year() != Some(year));
    let when = vague.map_or_else(|| year.to_string(), |date| wording::date(&date));
    is_it.then_some((scope, Counted { year, when, quantity, statement }))
}
