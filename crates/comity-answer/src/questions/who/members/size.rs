//! How many members a network has by what sources count, beside those on record.

use std::collections::BTreeSet;

use comity_messages::{number, range, say};
use comity_model::{EntityKind, Filter, LinkKind, Period, Quantity, Shape, SourceId, Standing, Statement};
use comity_snapshot::record::TieState;
use comity_snapshot::{EntityIx, Snapshot, time_of, wording};

use crate::report::{At, StateCount};

/// Members on record, and those that no source places on the day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named {
    pub(crate) on_record: u64,
    pub(crate) not_placed: u64,
}

impl Named {
    pub(crate) fn of(on_record: u64, states: &[StateCount]) -> Self {
        let rest = states.iter().find(|count| count.state == TieState::NotPlaced);
        Self { on_record, not_placed: rest.map_or(0, |count| count.n) }
    }
}

/// What a source counts of one year.
pub(super) struct SizeClaim<'w> {
    year: i64,
    pub(super) time: Period,
    pub(super) quantity: &'w Quantity,
    pub(super) statement: &'w Statement,
}

/// "97 members in 2021, say two sources. We can name 107."
pub(crate) fn size(snapshot: &Snapshot, network: EntityIx, at: &At, named: Named) -> String {
    let Named { on_record, not_placed } = named;
    let counts = counts(snapshot, network, at);
    let newest = counts.iter().map(|count| count.year).max();
    let of_year: Vec<&SizeClaim<'_>> = counts.iter().filter(|count| Some(count.year) == newest).collect();
    match (newest, in_words(&of_year)) {
        (Some(year), Some(size)) => {
            let claimed = dated(&of_year, &size, year);
            let said = say!("network-claimed", claimed = claimed, n = on_record, rest = not_placed);
            wording::capitalised(&said)
        }
        _ => say!("network-unclaimed", n = on_record, rest = not_placed),
    }
}

/// Counts of all members for times that had come by the day.
pub(super) fn counts<'w>(snapshot: &'w Snapshot, network: EntityIx, at: &At) -> Vec<SizeClaim<'w>> {
    let statements = snapshot.statements_about(network);
    statements.filter_map(|statement| counted(snapshot, network, statement, at)).collect()
}

/// "97 members in 2021, say two sources", "97 members, says one source that we date to 2025".
fn dated(counts: &[&SizeClaim<'_>], size: &str, year: i64) -> String {
    let sources: BTreeSet<&SourceId> = counts.iter().map(|count| &count.statement.claim.source).collect();
    let sources = say!("network-sources", n = sources.len());
    let vague = counts.iter().map(|count| count.time.as_str()).find(|text| is_estimate(text));
    match vague.map(|text| text.trim_end_matches(['?', '~', '%'])) {
        None => say!("network-size-in", size = size, sources = sources, year = year.to_string()),
        Some(text) => {
            let year = text.parse().map_or_else(|_| year.to_string(), |date| wording::date(&date));
            say!("network-size-dated", size = size, sources = sources, year = year)
        }
    }
}

/// Whether a day or year is not what the source says, but what we take it for.
fn is_estimate(edtf: &str) -> bool {
    edtf.ends_with(['?', '~', '%']) || edtf.contains('X')
}

/// A count of all members for a time that had come by the day.
fn counted<'w>(
    snapshot: &Snapshot,
    network: EntityIx,
    statement: &'w Statement,
    at: &At,
) -> Option<SizeClaim<'w>> {
    let Shape::Count { scope, quantity: Some(quantity), .. } = &statement.claim.shape else { return None };
    let object = scope.object.entity.as_ref().and_then(|mention| mention.id.as_ref());
    let is_of_it = scope.link == Some(LinkKind::Member) && object == Some(&snapshot.entity(network).id);
    let is_firm = statement.standing == Standing::Accepted;
    if !is_of_it || !is_firm || !takes_in_all(&scope.subject) {
        return None;
    }
    let time = time_of(snapshot, statement);
    let days = time.start();
    let year = days.latest.year().filter(|_| days.latest <= at.window.to)?;
    Some(SizeClaim { year, time, quantity, statement })
}

/// Members of every place: not those of one country, the associations, or the big ones.
fn takes_in_all(filter: &Filter) -> bool {
    filter.entity.is_none()
        && filter.kind.is_none_or(|kind| kind == EntityKind::Polity)
        && filter.within.is_none()
        && filter.population_from.is_none()
        && filter.class.is_none()
}

/// "97", "96 to 97", "at least 91", "about 290"; `None`: they give no number.
pub(super) fn in_words(counts: &[&SizeClaim<'_>]) -> Option<String> {
    let low = counts.iter().filter_map(|count| count.quantity.low).min();
    let high = counts.iter().filter_map(|count| count.quantity.high).max();
    let is_open = counts.iter().all(|count| count.quantity.high.is_none());
    match (low.map(u64::try_from), high.map(u64::try_from)) {
        (Some(Ok(low)), _) if is_open && counts.iter().any(|count| count.quantity.more_than().is_some()) => {
            Some(say!("size-more-than", n = low - 1))
        }
        (Some(Ok(low)), _) if is_open => Some(say!("size-at-least", n = low)),
        (Some(Ok(low)), Some(Ok(high))) if low < high => Some(range(low, high)),
        (Some(Ok(low)), Some(_)) if counts.iter().all(|count| count.quantity.approximate) => {
            Some(say!("size-about", n = low))
        }
        (Some(Ok(low)), _) => Some(number(&low)),
        (None, Some(Ok(high))) => Some(say!("size-at-most", n = high)),
        _ => None,
    }
}
