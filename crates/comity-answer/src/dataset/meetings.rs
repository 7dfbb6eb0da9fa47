//! Two places that meet in a thing, and the days on which they do: what the explorer shows of all days, and what is taken
//! away of one.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{LinkKind, Point, Window};
use comity_snapshot::record::{OnRecord, Stage, TieRecord, TieState};
use comity_snapshot::{EntityIx, Layer, Snapshot};

use super::map::{DRAWN_MEMBERS, MapScope, Sides, gathered, memberships, network_and_within, pairs_of, spot};
use crate::arguments::AskError;

/// The most stretches that one tie's number in the columns can count.
const STRETCHES: usize = u16::MAX as usize;

/// What stands against a tie; in every other state it is on record, or nothing is known of it.
const AGAINST: [TieState; 6] = [
    TieState::Suspended,
    TieState::Contested,
    TieState::SourcesDisagree,
    TieState::Expired,
    TieState::PresumedEnded,
    TieState::Ended,
];

/// When something is on record, and when something stands against it.
#[derive(Debug, Clone)]
pub(super) struct TieDays {
    pub(super) on_record: Vec<OnRecord>,
    pub(super) interruptions: Vec<Stage>,
    /// Some source says when.
    pub(super) is_dated: bool,
}

impl TieDays {
    /// `None`: there is no day to draw.
    fn of(record: &TieRecord) -> Option<Self> {
        let stages = record.stages();
        let held = stages.iter().filter_map(|stage| Some(OnRecord { days: stage.days, basis: stage.basis? }));
        let on_record: Vec<OnRecord> = held.collect();
        let interruptions: Vec<Stage> =
            stages.into_iter().filter(|stage| AGAINST.contains(&stage.state)).collect();
        if on_record.is_empty() && interruptions.is_empty() {
            return None;
        }
        let begins = record.began().is_some_and(|began| began.is_stated);
        Some(Self { on_record, interruptions, is_dated: begins || record.first_reported().is_some() })
    }

    /// The days on which two are in the same thing; what stands against an agreement does so for all its parties, and
    /// who left a network left no one in particular.
    fn shared(kind: LinkKind, ours: &Self, theirs: &Self) -> Self {
        let against = if kind == LinkKind::Party { ours.interruptions.clone() } else { Vec::new() };
        Self {
            on_record: both(&ours.on_record, &theirs.on_record),
            interruptions: against,
            is_dated: ours.is_dated && theirs.is_dated,
        }
    }
}

/// Two places that meet in a thing, and when they do; a member of a network meets itself.
pub(super) struct Meeting {
    pub(super) layer: Layer,
    /// The agreement or network they meet in.
    pub(super) thing: EntityIx,
    pub(super) ends: (EntityIx, EntityIx),
    pub(super) days: TieDays,
}

/// All that a map of all days has, in its order, and where each place of it is drawn.
pub(super) struct MeetingsOnMap {
    pub(super) all: Vec<Meeting>,
    pub(super) places: BTreeMap<EntityIx, (EntityIx, Point)>,
}

impl MeetingsOnMap {
    /// Of all places, or of those of `scope`: then through networks too, as on the map of a day. Of a network its members.
    ///
    /// Cost: one pass over the party links and the whole life of each tie; with networks, the square of each network's
    /// members.
    pub(super) fn of(snapshot: &Snapshot, scope: &MapScope) -> Result<Self, AskError> {
        let mut all = match network_and_within(snapshot, scope)? {
            Some((network, within)) => {
                let sides = Sides::of(snapshot, &within)?;
                let mut members = members(snapshot, network);
                members.retain(|one| sides.hold(one.ends.0, one.ends.1));
                members
            }
            None => ties(snapshot, scope)?,
        };
        let ends: BTreeSet<EntityIx> = all.iter().flat_map(|one| [one.ends.0, one.ends.1]).collect();
        let places: BTreeMap<EntityIx, _> =
            ends.into_iter().filter_map(|node| Some((node, spot(snapshot, node)?))).collect();
        all.retain(|one| places.contains_key(&one.ends.0) && places.contains_key(&one.ends.1));
        all.sort_by_key(|one| (one.ends, one.layer));
        Ok(Self { all, places })
    }
}

fn members(snapshot: &Snapshot, network: EntityIx) -> Vec<Meeting> {
    let members = memberships(snapshot, network).into_iter();
    let days = members.filter_map(|(who, fact)| Some((who, TieDays::of(&fact.record(snapshot))?)));
    let layer = Layer::of(LinkKind::Member);
    let met = days.map(|(who, days)| Meeting { layer, thing: network, ends: (who, who), days });
    met.flat_map(cut).collect()
}

fn ties(snapshot: &Snapshot, scope: &MapScope) -> Result<Vec<Meeting>, AskError> {
    let sides = Sides::of(snapshot, scope)?;
    let mut met = meetings(snapshot, LinkKind::Party, usize::MAX);
    if !sides.are_open() {
        met.extend(meetings(snapshot, LinkKind::Member, DRAWN_MEMBERS));
    }
    met.retain(|one| sides.hold(one.ends.0, one.ends.1));
    Ok(met)
}

/// Pairs of those that meet in a thing, and the days on which both do.
fn meetings(snapshot: &Snapshot, kind: LinkKind, largest: usize) -> Vec<Meeting> {
    let things = gathered(snapshot, kind, |fact| TieDays::of(&fact.record(snapshot)));
    let drawn = things.into_iter().filter(|(_, sides)| sides.len() <= largest);
    drawn.flat_map(|(thing, sides)| within(kind, thing, &sides)).collect()
}

/// Pairs of those in one thing.
fn within(kind: LinkKind, thing: EntityIx, sides: &[(EntityIx, TieDays)]) -> Vec<Meeting> {
    let met = pairs_of(sides).map(|((a, ours), (b, theirs))| Meeting {
        layer: Layer::of(kind),
        thing,
        ends: (*a, *b),
        days: TieDays::shared(kind, ours, theirs),
    });
    met.flat_map(cut).collect()
}

/// One of more days than a column counts is several; one of none is nothing.
fn cut(met: Meeting) -> impl Iterator<Item = Meeting> {
    let TieDays { on_record, interruptions, is_dated } = met.days;
    let pieces = on_record.len().max(interruptions.len()).div_ceil(STRETCHES);
    (0..pieces).map(move |n| {
        let days =
            TieDays { on_record: piece(&on_record, n), interruptions: piece(&interruptions, n), is_dated };
        Meeting { days, layer: met.layer, thing: met.thing, ends: met.ends }
    })
}

fn piece<T: Clone>(days: &[T], n: usize) -> Vec<T> {
    days.chunks(STRETCHES).nth(n).unwrap_or_default().to_vec()
}

/// The days of both; by evidence that reaches them where that of both does.
fn both(ours: &[OnRecord], theirs: &[OnRecord]) -> Vec<OnRecord> {
    let mut days: Vec<OnRecord> = Vec::new();
    for (one, other) in ours.iter().flat_map(|one| theirs.iter().map(move |other| (one, other))) {
        let from = one.days.from.max(other.days.from);
        let to = one.days.to.min(other.days.to);
        if from <= to {
            days.push(OnRecord { days: Window { from, to }, basis: one.basis.max(other.basis) });
        }
    }
    days.sort_by_key(|one| one.days.from);
    days
}

#[cfg(test)]
mod tests {
    use comity_fixtures::small_world;
    use comity_model::Day;
    use comity_snapshot::record::Basis;

    use super::*;

    #[test]
    fn a_tie_of_more_stretches_than_are_counted_is_several() {
        let snapshot = Snapshot::new(small_world("nation france\ncity lyon in france\ncity leipzig"));
        let ends = snapshot.nodes().next().zip(snapshot.nodes().nth(1)).expect("two places");
        let on = |day| OnRecord { days: Window { from: Day(day), to: Day(day) }, basis: Basis::Observed };
        for (stretches, expected) in
            [(0, vec![]), (1, vec![1]), (65_535, vec![65_535]), (65_536, vec![65_535, 1])]
        {
            let on_record: Vec<OnRecord> = (0..stretches).map(on).collect();
            let days = TieDays { on_record: on_record.clone(), interruptions: Vec::new(), is_dated: true };
            let met: Vec<Meeting> =
                cut(Meeting { layer: Layer::Agreements, thing: ends.0, ends, days }).collect();
            let lengths: Vec<u16> =
                met.iter().map(|one| u16::try_from(one.days.on_record.len()).expect("it fits")).collect();
            assert_eq!(lengths, expected);
            let kept = met.iter().flat_map(|one| &one.days.on_record);
            assert!(kept.eq(&on_record), "none is lost, and they stay in order");
        }
    }
}
