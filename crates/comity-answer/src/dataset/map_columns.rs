//! The map of all days at once, as columns of bytes: whoever has them needs to ask for no day any more.

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::message;
use comity_model::{EntityId, LinkKind, Window};
use comity_snapshot::record::{Basis, OnRecord, Stage, TieRecord, TieState};
use comity_snapshot::{EntityIx, Layer, Snapshot};
use serde::Serialize;

use super::country_flows::nations;
use super::map::{DRAWN_MEMBERS, MapScope, Sides, gathered, memberships, network_and_within, pairs_of, spot};
use crate::arguments::AskError;
use crate::report::sources_by_pair;

/// The most stretches that one tie's number in the columns can count.
const STRETCHES: usize = u16::MAX as usize;

/// The format, as its head names it; docs/API.md describes it.
const FORMAT: &str = "comity-map/1";

/// The map of all days.
#[derive(Debug)]
pub struct MapColumns<'a> {
    pub head: MapHead<'a>,
    /// Little-endian, each beginning at a multiple of four bytes.
    pub columns: Vec<u8>,
}

/// All that is text, and how long each column is.
#[derive(Debug, Serialize)]
pub struct MapHead<'a> {
    pub format: &'static str,
    pub known: String,
    /// What is not drawn, whatever the day.
    pub note: String,
    pub layers: Vec<&'static str>,
    pub countries: Vec<&'a str>,
    /// Their names, in the same order; the code where no name is on file.
    pub nations: Vec<&'a str>,
    pub ids: Vec<&'a EntityId>,
    pub names: Vec<&'a str>,
    /// By index of a place: the place at which it is drawn.
    pub drawn_at: BTreeMap<usize, &'a str>,
    pub ties: usize,
    pub stretches: usize,
    /// What may stand against a tie.
    pub states: Vec<TieState>,
    pub interruptions: usize,
}

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
struct TieDays {
    on_record: Vec<OnRecord>,
    interruptions: Vec<Stage>,
    /// Some source says when.
    is_dated: bool,
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
struct Meeting {
    layer: Layer,
    ends: (EntityIx, EntityIx),
    days: TieDays,
}

/// Ties of all places, or of those of `scope`: then those through networks too, as on the map of a day. Of a network its
/// members, each as a tie of a place to itself.
///
/// Cost: one pass over the party links and the whole life of each tie; with networks, the square of each network's
/// members.
pub fn map_columns<'s>(snapshot: &'s Snapshot, scope: &MapScope) -> Result<MapColumns<'s>, AskError> {
    let mut met = match network_and_within(snapshot, scope)? {
        Some((network, within)) => {
            let sides = Sides::of(snapshot, &within)?;
            let mut members = members(snapshot, network);
            members.retain(|one| sides.hold(one.ends.0, one.ends.1));
            members
        }
        None => ties(snapshot, scope)?,
    };
    let ends: BTreeSet<EntityIx> = met.iter().flat_map(|one| [one.ends.0, one.ends.1]).collect();
    let places: BTreeMap<EntityIx, _> =
        ends.into_iter().filter_map(|node| Some((node, spot(snapshot, node)?))).collect();
    let index: BTreeMap<EntityIx, usize> = places.keys().copied().zip(0..).collect();
    met.retain(|one| index.contains_key(&one.ends.0) && index.contains_key(&one.ends.1));
    met.sort_by_key(|one| (one.ends, one.layer));

    let entities = || places.keys().map(|node| snapshot.entity(*node));
    let country = |node: &EntityIx| snapshot.entity(*node).country.as_deref().unwrap_or_default();
    let countries: BTreeSet<&str> = places.keys().map(country).collect();
    let country_at: BTreeMap<&str, u16> = countries.iter().copied().zip(0..).collect();
    let names = nations(snapshot);
    let nation = |code: &&'s str| names.get(code).map_or(*code, |(name, _)| *name);
    let layers: BTreeSet<Layer> = met.iter().map(|one| one.layer).collect();
    let layer_at: BTreeMap<Layer, u8> = layers.iter().copied().zip(0..).collect();
    let states: BTreeSet<TieState> = interruptions(&met).map(|one| one.state).collect();
    let state_at: BTreeMap<TieState, u8> = states.iter().copied().zip(0..).collect();
    let elsewhere = places.iter().zip(0..).filter(|((node, (spot, _)), _)| *node != spot);
    let head = MapHead {
        format: FORMAT,
        known: snapshot.known().0.to_string(),
        note: message!("map-any-day").text(),
        layers: layers.iter().map(|layer| layer.word()).collect(),
        nations: countries.iter().map(nation).collect(),
        countries: countries.into_iter().collect(),
        ids: entities().map(|entity| &entity.id).collect(),
        names: entities().map(|entity| entity.name.as_str()).collect(),
        drawn_at: elsewhere.map(|((_, (spot, _)), at)| (at, snapshot.entity(*spot).name.as_str())).collect(),
        ties: met.len(),
        stretches: stretches(&met).count(),
        states: states.into_iter().collect(),
        interruptions: interruptions(&met).count(),
    };

    let mut bytes = Columns(Vec::new());
    bytes.integers(places.values().map(|(_, point)| hundred_thousandths(point.lat())));
    bytes.integers(places.values().map(|(_, point)| hundred_thousandths(point.lon())));
    bytes.shorts(places.keys().map(|node| country_at[country(node)]));
    bytes.integers(met.iter().map(|one| place_number(index[&one.ends.0])));
    bytes.integers(met.iter().map(|one| place_number(index[&one.ends.1])));
    bytes.small(met.iter().map(|one| layer_at[&one.layer]));
    bytes.shorts(met.iter().map(|one| counted(one.days.on_record.len())));
    bytes.integers(stretches(&met).map(|one| one.days.from.0));
    bytes.integers(stretches(&met).map(|one| one.days.to.0));
    bytes.small(stretches(&met).map(|one| u8::from(one.basis != Basis::Carried)));
    bytes.small(met.iter().map(|one| u8::from(one.days.is_dated)));
    let sources = sources_by_pair(snapshot);
    bytes.small(
        met.iter().map(|one| {
            few(if one.layer == Layer::Agreements { sources.of(one.ends.0, one.ends.1) } else { 0 })
        }),
    );
    bytes.shorts(met.iter().map(|one| counted(one.days.interruptions.len())));
    bytes.integers(interruptions(&met).map(|one| one.days.from.0));
    bytes.integers(interruptions(&met).map(|one| one.days.to.0));
    bytes.small(interruptions(&met).map(|one| state_at[&one.state]));
    Ok(MapColumns { head, columns: bytes.0 })
}

fn stretches(met: &[Meeting]) -> impl Iterator<Item = &OnRecord> {
    met.iter().flat_map(|one| &one.days.on_record)
}

fn interruptions(met: &[Meeting]) -> impl Iterator<Item = &Stage> {
    met.iter().flat_map(|one| &one.days.interruptions)
}

fn members(snapshot: &Snapshot, network: EntityIx) -> Vec<Meeting> {
    let members = memberships(snapshot, network).into_iter();
    let days = members.filter_map(|(who, fact)| Some((who, TieDays::of(&fact.record(snapshot))?)));
    let met = days.map(|(who, days)| Meeting { layer: Layer::of(LinkKind::Member), ends: (who, who), days });
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
    let pairs = things.values().filter(|sides| sides.len() <= largest).flat_map(|sides| pairs_of(sides));
    let met = pairs.map(|((a, ours), (b, theirs))| Meeting {
        layer: Layer::of(kind),
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
        Meeting { days, layer: met.layer, ends: met.ends }
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

fn counted(days: usize) -> u16 {
    u16::try_from(days).expect("at most STRETCHES")
}

/// So many, or 255 where there are more.
fn few(n: usize) -> u8 {
    u8::try_from(n).unwrap_or(u8::MAX)
}

#[expect(clippy::cast_possible_truncation, reason = "a degree is at most 180")]
fn hundred_thousandths(degrees: f64) -> i32 {
    (degrees * 1e5).round() as i32
}

fn place_number(index: usize) -> i32 {
    i32::try_from(index).expect("fewer places than names of them fit in memory")
}

struct Columns(Vec<u8>);

impl Columns {
    fn integers(&mut self, values: impl Iterator<Item = i32>) {
        self.0.extend(values.flat_map(i32::to_le_bytes));
    }

    fn shorts(&mut self, values: impl Iterator<Item = u16>) {
        self.0.extend(values.flat_map(u16::to_le_bytes));
        self.padded();
    }

    fn small(&mut self, values: impl Iterator<Item = u8>) {
        self.0.extend(values);
        self.padded();
    }

    fn padded(&mut self) {
        self.0.resize(self.0.len().next_multiple_of(4), 0);
    }
}

#[cfg(test)]
mod tests {
    use comity_fixtures::small_world;
    use comity_model::Day;

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
            let met: Vec<Meeting> = cut(Meeting { layer: Layer::Agreements, ends, days }).collect();
            let lengths: Vec<u16> = met.iter().map(|one| counted(one.days.on_record.len())).collect();
            assert_eq!(lengths, expected);
            assert!(super::stretches(&met).eq(&on_record), "none is lost, and they stay in order");
        }
    }
}
