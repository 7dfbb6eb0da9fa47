//! What a file for researchers is told, as text: the same words on the command line and in an address.

use std::collections::BTreeMap;

use comity_model::{Day, Level, LinkKind};
use comity_snapshot::Layer;

use crate::arguments::graph::{BOUND, bound};
use crate::arguments::{AT, Argument, Arguments, AskError, Form, Range, may};
use crate::cached_snapshot::CachedSnapshot;
use crate::dataset::panel::PanelArgs;
use crate::dataset::tie_graph::{ProjectionArgs, TieGraphArgs};

/// What a graph of links takes.
pub const TIE_GRAPH: &[Argument] = &[
    may("at", Range::Date, "only what holds or may hold then; all that ever did if left out"),
    LAYERS,
    may("kinds", Range::Words { of: LinkKind::WORDS }, "kinds of link; all if left out"),
    may("of", Range::Entity, "only ties with an end in this state or country, or of this network"),
];

/// What a projection takes.
pub const PROJECTION: &[Argument] = &[
    AT,
    LAYERS,
    may("level", Range::Word { of: Level::WORDS }, "only these, each for itself; everyone if left out"),
    BOUND,
];

/// What a panel takes.
pub const PANEL: &[Argument] = &[
    may("network", Range::Entities { most: 100 }, "these networks; all if left out"),
    may(
        "of",
        Range::Entity,
        "every polity on file in this state or country; all whom a source names if left out",
    ),
    may("from", Range::Year, "the first year; the first in which something is known if left out"),
    may("to", Range::Year, "the last year; this year if left out"),
];

const LAYERS: Argument = may("layers", Range::Words { of: &Layer::WORDS }, "what ties them; all if left out");

impl TieGraphArgs {
    pub fn read(
        snapshot: &CachedSnapshot,
        today: Day,
        given: &BTreeMap<String, String>,
    ) -> Result<Self, AskError> {
        let arguments = read("a graph of ties", TIE_GRAPH, (snapshot, today), given)?;
        Ok(Self {
            at: arguments.date("at"),
            layers: arguments.words("layers", layer).unwrap_or_default(),
            kinds: arguments.words("kinds", |word| word.parse().ok()).unwrap_or_default(),
            of: arguments.some_entity("of")?,
        })
    }
}

impl ProjectionArgs {
    pub fn read(
        snapshot: &CachedSnapshot,
        today: Day,
        given: &BTreeMap<String, String>,
    ) -> Result<Self, AskError> {
        let arguments = read("a projection", PROJECTION, (snapshot, today), given)?;
        Ok(Self {
            at: arguments.at(),
            layers: arguments.words("layers", layer).unwrap_or_default(),
            level: arguments.word("level", |word| word.parse().ok()),
            bound: bound(&arguments),
        })
    }
}

impl PanelArgs {
    pub fn read(
        snapshot: &CachedSnapshot,
        today: Day,
        given: &BTreeMap<String, String>,
    ) -> Result<Self, AskError> {
        let arguments = read("a panel", PANEL, (snapshot, today), given)?;
        let year = |year: i64| i32::try_from(year).ok();
        Ok(Self {
            networks: arguments.entities("network")?,
            of: arguments.some_entity("of")?,
            from: arguments.year("from").and_then(year),
            to: arguments.year("to").or(today.year()).and_then(year).unwrap_or_default(),
        })
    }
}

fn read<'a>(
    id: &'static str,
    takes: &'static [Argument],
    (snapshot, today): (&'a CachedSnapshot, Day),
    given: &'a BTreeMap<String, String>,
) -> Result<Arguments<'a>, AskError> {
    Arguments::read((snapshot, None), today, Form { id, takes, example: &[] }, given)
}

fn layer(word: &str) -> Option<Layer> {
    Layer::ALL.into_iter().find(|layer| layer.word() == word)
}
