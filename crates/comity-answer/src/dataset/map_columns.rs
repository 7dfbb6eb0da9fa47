//! The map of all days at once, as columns of bytes: whoever has them needs to ask for no day any more.

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::message;
use comity_model::EntityId;
use comity_snapshot::record::{Basis, OnRecord, Stage, TieState};
use comity_snapshot::{EntityIx, Layer, Snapshot};
use serde::Serialize;

use super::country_flows::nations;
use super::map::MapScope;
use super::meetings::{Meeting, MeetingsOnMap};
use crate::arguments::AskError;
use crate::report::{LookedAt, sources_by_pair};

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
    /// By layer: codes of countries in which somebody looked for such ties; `None`: somebody looked everywhere.
    pub searched: BTreeMap<&'static str, Option<BTreeSet<&'a str>>>,
}

/// Ties of all places, or of those of `scope`, each member of a network as a tie of a place to itself.
///
/// Cost: that of `MeetingsOnMap::of`.
pub fn map_columns<'s>(snapshot: &'s Snapshot, scope: &MapScope) -> Result<MapColumns<'s>, AskError> {
    let MeetingsOnMap { all: met, places } = MeetingsOnMap::of(snapshot, scope)?;
    let index: BTreeMap<EntityIx, usize> = places.keys().copied().zip(0..).collect();
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
        searched: searched(snapshot, scope),
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

/// A look at all of the network whose members are asked for is a look everywhere.
fn searched<'s>(
    snapshot: &'s Snapshot,
    scope: &MapScope,
) -> BTreeMap<&'static str, Option<BTreeSet<&'s str>>> {
    let mut searched = BTreeMap::new();
    let asked: Vec<_> = scope.entity.iter().chain(&scope.with).collect();
    for look in snapshot.coverage() {
        let of_layer = searched.entry(Layer::of(look.link).word()).or_insert_with(|| Some(BTreeSet::new()));
        match LookedAt::of(snapshot, look) {
            LookedAt::Nations(nations) if !nations.is_empty() => {
                let codes =
                    nations.into_iter().filter_map(|nation| snapshot.entity(nation).country.as_deref());
                if let Some(known) = of_layer {
                    known.extend(codes);
                }
            }
            LookedAt::Nations(_)
                if look.subject.is_some() || !look.object.iter().any(|network| asked.contains(&network)) => {}
            _ => *of_layer = None,
        }
    }
    searched
}

fn stretches(met: &[Meeting]) -> impl Iterator<Item = &OnRecord> {
    met.iter().flat_map(|one| &one.days.on_record)
}

fn interruptions(met: &[Meeting]) -> impl Iterator<Item = &Stage> {
    met.iter().flat_map(|one| &one.days.interruptions)
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
