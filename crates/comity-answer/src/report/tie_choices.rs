//! Which ties of a table are shown: by kind, country, state and decade, with how many there are of each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use comity_messages::{Language, Message, message, say};
use comity_model::Period;
use comity_snapshot::{EntityRef, Layer, Snapshot, wording};
use schemars::JsonSchema;
use serde::Serialize;

use super::Tie;
use crate::arguments::{Argument, Arguments, Range, may};

/// What can be chosen of a table of ties, and what is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TieChoices {
    /// How many there are whatever is chosen.
    pub all: u64,
    pub facets: Vec<TieFacet>,
}

/// One thing to choose by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TieFacet {
    pub by: TieFacetBy,
    /// Those with most ties first; decades in their order.
    pub values: Vec<TieFacetValue>,
}

/// One value, and how many ties there are of it by what else is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TieFacetValue {
    /// As an address has it.
    pub value: String,
    pub words: String,
    pub n: u64,
    pub is_chosen: bool,
}

/// What ties are chosen by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TieFacetBy {
    Kind,
    Country,
    State,
    Period,
}

/// Only ties of these, as words of an address; what is not there is open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TieFilter(BTreeMap<TieFacetBy, String>);

/// How a question and an address are told what to choose.
pub const TIE_FILTER: [Argument; 4] = [
    may("kind", Range::Text { of: "a kind of tie, in English: sister city" }, "only ties of this kind"),
    may("country", Range::Text { of: "ISO 3166-1 alpha-2" }, "only with this country"),
    may("state", Range::Text { of: "a state, as the page has it" }, "only ties that stand so"),
    may("period", Range::Text { of: "a decade such as 1980s, or undated" }, "only ties that began then"),
];

/// Of fewer rows a reader sees each. Guessed.
const LEAST: usize = 6;

impl TieFacetBy {
    const ALL: [Self; 4] = [Self::Kind, Self::Country, Self::State, Self::Period];

    /// The name of its argument.
    pub const fn name(self) -> &'static str {
        TIE_FILTER[self as usize].name
    }

    pub const fn title(self) -> Message {
        match self {
            Self::Kind => message!("choice-kind"),
            Self::Country => message!("choice-country"),
            Self::State => message!("choice-state"),
            Self::Period => message!("choice-period"),
        }
    }

    /// As an address has it; `None`: the tie has none.
    fn of(self, tie: &Tie) -> Option<String> {
        match self {
            Self::Kind => Some(tie.kind_key.clone()),
            Self::Country => Some(&tie.other.country).filter(|code| !code.is_empty()).cloned(),
            Self::State => Some(state_key(tie)),
            Self::Period => Some(decade(tie).unwrap_or_else(|| "undated".to_owned())),
        }
    }

    /// The value of these ties in words.
    fn words(self, snapshot: &Snapshot, value: &str, ties: &[&Tie]) -> String {
        let nation = || ties.iter().find_map(|tie| nation_of_code(snapshot, &tie.other));
        let words = match self {
            Self::Kind => ties.first().map(|tie| tie.kind.clone()),
            Self::Country => nation(),
            Self::State => ties.first().map(|tie| wording::state(tie.record.standing.state).to_owned()),
            Self::Period if value == "undated" => Some(say!("choice-undated")),
            Self::Period => value.strip_suffix('s').map(|year| say!("decade", year = year)),
        };
        words.unwrap_or_else(|| value.to_owned())
    }
}

/// As addresses have it, in every language.
fn state_key(tie: &Tie) -> String {
    Language::English.within(|| wording::state(tie.record.standing.state).replace(' ', "-"))
}

/// The name of the nation that has the country code of a place; `None`: it is not on file.
fn nation_of_code(snapshot: &Snapshot, place: &EntityRef) -> Option<String> {
    let nation = snapshot.node(&place.id).and_then(|node| snapshot.nation(node))?;
    let is_same = snapshot.entity(nation).country.as_deref() == Some(place.country.as_str());
    is_same.then(|| snapshot.name(nation))
}

/// "1980s" of the date on which it began first, by some source that leaves no other decade. A bare date begins an
/// agreement, and only sights other ties.
fn decade(tie: &Tie) -> Option<String> {
    let stated = tie.period.split(" or ");
    let begins = stated.filter(|edtf| tie.layer == Layer::Agreements || edtf.contains('/'));
    begins.filter_map(decade_of).min().map(|decade| format!("{decade}0s"))
}

/// 198 of `1984`, `198X/..` and `[1984,1986]`; `None`: it may have begun in another one too, or at any time.
fn decade_of(edtf: &str) -> Option<i64> {
    let start = edtf.parse::<Period>().ok()?.start();
    let [first, last] = [start.earliest, start.latest].map(|day| day.year().map(|year| year.div_euclid(10)));
    first.filter(|_| first == last)
}

impl TieFilter {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Self {
        Self::of(|name| arguments.text(name).unwrap_or_default())
    }

    /// By the names of [`TIE_FILTER`]; an empty text chooses nothing.
    pub fn of<'t>(told: impl Fn(&'static str) -> &'t str) -> Self {
        let told = TieFacetBy::ALL.into_iter().map(|by| (by, told(by.name()).trim().to_owned()));
        Self(told.filter(|(_, value)| !value.is_empty()).collect())
    }

    pub fn is_open(&self) -> bool {
        self.0.is_empty()
    }

    /// What is chosen, by the name of its argument.
    pub fn chosen(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(by, value)| (by.name(), value.as_str()))
    }

    pub(crate) fn takes(&self, tie: &Tie) -> bool {
        self.takes_but_for(tie, None)
    }

    fn takes_but_for(&self, tie: &Tie, but: Option<TieFacetBy>) -> bool {
        let mut chosen = self.0.iter().filter(|(by, _)| Some(**by) != but);
        chosen.all(|(by, value)| by.of(tie).is_some_and(|own| own == *value))
    }
}

impl TieChoices {
    /// `None`: there are no rows, or few or none that differ, and nothing is chosen.
    pub(crate) fn of(snapshot: &Snapshot, rows: &[Tie], only: &TieFilter) -> Option<Self> {
        let facets = TieFacetBy::ALL.into_iter().filter_map(|by| TieFacet::of(snapshot, by, rows, only));
        let facets: Vec<TieFacet> = facets.collect();
        let has_choice = rows.len() >= LEAST && !facets.is_empty();
        (has_choice || !(only.is_open() || rows.is_empty()))
            .then_some(Self { all: rows.len() as u64, facets })
    }

    pub fn is_open(&self) -> bool {
        self.facets.iter().flat_map(|facet| &facet.values).all(|value| !value.is_chosen)
    }

    /// "Only Japan and 1980s: 4 of 13."; `None`: nothing is chosen.
    pub(crate) fn note(&self, shown: u64) -> Option<String> {
        let chosen = self.facets.iter().flat_map(|facet| &facet.values).filter(|value| value.is_chosen);
        let words: Vec<&str> = chosen.map(|value| value.words.as_str()).collect();
        (!words.is_empty()).then(|| say!("choice-only", what = words.join(", "), n = shown, all = self.all))
    }
}

impl TieFacet {
    /// `None`: all rows are alike in it, and nothing of it is chosen.
    fn of(snapshot: &Snapshot, by: TieFacetBy, rows: &[Tie], only: &TieFilter) -> Option<Self> {
        let chosen = only.0.get(&by);
        let mut ties: BTreeMap<String, Vec<&Tie>> = BTreeMap::new();
        for tie in rows.iter().filter(|tie| only.takes_but_for(tie, Some(by))) {
            if let Some(value) = by.of(tie) {
                ties.entry(value).or_default().push(tie);
            }
        }
        if let Some(value) = chosen {
            ties.entry(value.clone()).or_default();
        }
        if ties.len() < 2 && chosen.is_none() {
            return None;
        }
        let values = ties.into_iter().map(|(value, ties)| TieFacetValue {
            words: by.words(snapshot, &value, &ties),
            n: ties.len() as u64,
            is_chosen: chosen == Some(&value),
            value,
        });
        let mut values: Vec<TieFacetValue> = values.collect();
        if by != TieFacetBy::Period {
            values.sort_by_key(|value| (!value.is_chosen, Reverse(value.n)));
        }
        Some(Self { by, values })
    }
}
