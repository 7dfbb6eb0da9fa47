//! The map of all days at once, as columns of bytes: whoever has them needs to ask for no day any more.

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::message;
use comity_model::{EntityId, LinkKind, Window};
use comity_snapshot::record::{Basis, OnRecord};
use comity_snapshot::{EntityIx, Layer, Snapshot};
use serde::Serialize;

use super::map::{DRAWN_MEMBERS, gathered, pairs_of, spot};
use crate::arguments::AskError;

/// The format, as its head names it; docs/API.md describes it.
const FORMAT: &str = "comity-map/1";

/// The most stretches that one tie's number in the columns can count.
const STRETCHES: usize = u16::MAX as usize;

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
    pub ids: Vec<&'a EntityId>,
    pub names: Vec<&'a str>,
    /// By index of a place: the place at which it is drawn.
    pub drawn_at: BTreeMap<usize, &'a str>,
    pub ties: usize,
    pub stretches: usize,
}

/// Two places that meet in a thing, and when they do.
struct Meeting {
    layer: Layer,
    ends: (EntityIx, EntityIx),
    days: Vec<OnRecord>,
}

/// Ties of all places, or of `entity` and what lies within it: then those through networks too, as on the map of a day.
///
/// Cost: one pass over the party links and the whole life of each tie; with networks, the square of each network's
/// members.
pub fn map_columns<'s>(
    snapshot: &'s Snapshot,
    entity: Option<&EntityId>,
) -> Result<MapColumns<'s>, AskError> {
    let near = entity.map(|id| snapshot.require(id).map(|node| snapshot.territory(node))).transpose()?;
    let mut met = meetings(snapshot, LinkKind::Party, usize::MAX);
    if near.is_some() {
        met.extend(meetings(snapshot, LinkKind::Member, DRAWN_MEMBERS));
    }
    if let Some(near) = &near {
        met.retain(|one| near.holds(one.ends.0) || near.holds(one.ends.1));
    }
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
    let layers: BTreeSet<Layer> = met.iter().map(|one| one.layer).collect();
    let layer_at: BTreeMap<Layer, u8> = layers.iter().copied().zip(0..).collect();
    let elsewhere = places.iter().zip(0..).filter(|((node, (spot, _)), _)| *node != spot);
    let head = MapHead {
        format: FORMAT,
        known: snapshot.known().0.to_string(),
        note: message!("map-any-day").text(),
        layers: layers.iter().map(|layer| layer.word()).collect(),
        countries: countries.iter().copied().collect(),
        ids: entities().map(|entity| &entity.id).collect(),
        names: entities().map(|entity| entity.name.as_str()).collect(),
        drawn_at: elsewhere.map(|((_, (spot, _)), at)| (at, snapshot.entity(*spot).name.as_str())).collect(),
        ties: met.len(),
        stretches: met.iter().map(|one| one.days.len()).sum(),
    };

    let mut bytes = Columns(Vec::new());
    bytes.integers(places.values().map(|(_, point)| hundred_thousandths(point.lat())));
    bytes.integers(places.values().map(|(_, point)| hundred_thousandths(point.lon())));
    bytes.shorts(places.keys().map(|node| country_at[country(node)]));
    bytes.integers(met.iter().map(|one| place_number(index[&one.ends.0])));
    bytes.integers(met.iter().map(|one| place_number(index[&one.ends.1])));
    bytes.small(met.iter().map(|one| layer_at[&one.layer]));
    bytes.shorts(met.iter().map(number_of));
    let days = || met.iter().flat_map(|one| &one.days);
    bytes.integers(days().map(|one| one.days.from.0));
    bytes.integers(days().map(|one| one.days.to.0));
    bytes.small(days().map(|one| u8::from(one.basis != Basis::Carried)));
    Ok(MapColumns { head, columns: bytes.0 })
}

/// Pairs of those that meet in a thing, and the days on which both do; one of more stretches than a column counts is
/// several.
fn meetings(snapshot: &Snapshot, kind: LinkKind, largest: usize) -> Vec<Meeting> {
    let things = gathered(snapshot, kind, |fact| {
        let days = fact.record(snapshot).on_record();
        (!days.is_empty()).then_some(days)
    });
    let mut met = Vec::new();
    for ((a, ours), (b, theirs)) in
        things.values().filter(|sides| sides.len() <= largest).flat_map(|sides| pairs_of(sides))
    {
        met.extend(counted(Layer::of(kind), (*a, *b), &both(ours, theirs)));
    }
    met
}

/// One meeting, or as many as it takes to count its stretches.
fn counted(layer: Layer, ends: (EntityIx, EntityIx), days: &[OnRecord]) -> impl Iterator<Item = Meeting> {
    days.chunks(STRETCHES).map(move |days| Meeting { layer, ends, days: days.to_vec() })
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

fn number_of(meeting: &Meeting) -> u16 {
    u16::try_from(meeting.days.len()).expect("at most STRETCHES")
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
        for (stretches, expected) in [(1, vec![1]), (65_535, vec![65_535]), (65_536, vec![65_535, 1])] {
            let days: Vec<OnRecord> = (0..stretches).map(on).collect();
            let met: Vec<Meeting> = counted(Layer::Agreements, ends, &days).collect();
            let lengths: Vec<u16> = met.iter().map(number_of).collect();
            assert_eq!(lengths, expected);
            assert!(met.iter().flat_map(|one| &one.days).eq(&days), "none is lost, and they stay in order");
        }
    }
}
