//! What a file for researchers is told, as text: the same words on the command line and in an address.

use std::collections::BTreeMap;

use comity_model::{Day, EntityId};

use crate::arguments::{AskError, entity_called};
use crate::dataset::panel::PanelArgs;
use crate::dataset::tie_graph::{ProjectionArgs, TieGraphArgs};
use crate::question::{Argument, may};
use crate::report::{At, Layer};
use crate::world::World;

/// What a graph of links takes.
pub const TIE_GRAPH: &[Argument] = &[
    may("at", "only what holds or may hold then (EDTF); all that ever did if left out"),
    LAYERS,
    may("kinds", "kinds of link, joined by commas: member, party, backs …; all if left out"),
    may("of", "only ties with an end in this state or country, or of this network"),
];

/// What a projection takes.
pub const PROJECTION: &[Argument] = &[
    may("at", "the day, month, year or stretch asked about (EDTF); today if left out"),
    LAYERS,
    may("level", "only city, county, metro, state or nation, each for itself; everyone if left out"),
    may("certain", "yes: only what is confirmed"),
];

/// What a panel takes.
pub const PANEL: &[Argument] = &[
    may("network", "networks, joined by commas; all if left out"),
    may("of", "every polity on file in this state or country; all whom a source names if left out"),
    may("from", "the first year; the first in which something is known if left out"),
    may("to", "the last year; this year if left out"),
];

const LAYERS: Argument = may("layers", "agreements, networks, events …, joined by commas; all if left out");

impl TieGraphArgs {
    pub fn read(world: &World, told: &BTreeMap<String, String>) -> Result<Self, AskError> {
        let told = Told { world, told };
        let kinds = "kinds of link, joined by commas";
        Ok(Self {
            at: told.at("at")?,
            layers: told.layers()?,
            kinds: told.list("kinds", kinds, |word| word.parse().ok())?,
            of: told.entity("of")?,
        })
    }
}

impl ProjectionArgs {
    pub fn read(world: &World, today: Day, told: &BTreeMap<String, String>) -> Result<Self, AskError> {
        let told = Told { world, told };
        let level =
            told.list("level", "city, county, metro, state or nation", |word| word.parse().ok())?.pop();
        let yes = told.list("certain", "yes or no", |word| match word {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })?;
        let at = told.at("at")?.unwrap_or_else(|| At::day(today));
        Ok(Self { at, layers: told.layers()?, level, certain: yes == [true] })
    }
}

impl PanelArgs {
    pub fn read(world: &World, today: Day, told: &BTreeMap<String, String>) -> Result<Self, AskError> {
        let told = Told { world, told };
        let this_year = today.year().and_then(|year| i32::try_from(year).ok()).unwrap_or_default();
        Ok(Self {
            networks: told.entities("network")?,
            of: told.entity("of")?,
            from: told.year("from")?,
            to: told.year("to")?.unwrap_or(this_year),
        })
    }
}

/// The fields given; empty ones are not said.
struct Told<'a> {
    world: &'a World,
    told: &'a BTreeMap<String, String>,
}

impl<'a> Told<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        self.told.get(name).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    fn at(&self, name: &str) -> Result<Option<At>, AskError> {
        Ok(self.get(name).map(str::parse).transpose()?)
    }

    fn list<T>(
        &self,
        name: &'static str,
        expected: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, AskError> {
        let words = self.get(name).into_iter().flat_map(|text| text.split(',')).map(str::trim);
        let bad = |word: &str| AskError::Value { argument: name, text: word.to_owned(), expected };
        words.map(|word| read(word).ok_or_else(|| bad(word))).collect()
    }

    fn layers(&self) -> Result<Vec<Layer>, AskError> {
        let expected = "a layer: agreements, networks, events, offices, acts, programmes, backing, posts, places or lineage";
        self.list("layers", expected, |word| Layer::ALL.into_iter().find(|layer| layer.word() == word))
    }

    fn entity(&self, name: &str) -> Result<Option<EntityId>, AskError> {
        self.get(name).map(|text| entity_called(self.world, text)).transpose()
    }

    fn entities(&self, name: &str) -> Result<Vec<EntityId>, AskError> {
        let names = self.get(name).into_iter().flat_map(|text| text.split(','));
        names.map(|text| entity_called(self.world, text.trim())).collect()
    }

    /// Of our time and of those before.
    fn year(&self, name: &'static str) -> Result<Option<i32>, AskError> {
        let expected = "a year from 1800 to 2100";
        let read = |word: &str| word.parse().ok().filter(|year| (1800..=2100).contains(year));
        Ok(self.list(name, expected, read)?.pop())
    }
}
