//! Who comes first: how well the name fits, times how well known its bearer is.

use std::collections::BTreeMap;

use comity_model::{EntityKind, Level};
use comity_names::AffixKind;

use crate::bearer::Bearer;
use crate::hit::FoundBy;
use crate::meaning::Meaning;
use crate::search::{Search, Typing};

/// A country before what else is called so; and what is left of a way to bear a name that few would think of. Guessed.
const NATION: f64 = 1.5;
const REMOTE: f64 = 0.4;
/// What another name is worth beside a thing's own. Guessed: New York City before its state, Philadelphia before Amman.
const OTHER_NAME: f64 = 0.6;
/// The list holds names that many remember: Lviv before the village of Lemberg. Guessed.
const FORMER: f64 = 0.7;

/// The likeliest first, each bearer once, by the way it fits best.
pub(crate) fn ranked<'a>(search: &Search<'a>, found: Vec<Meaning<'a>>, typing: Typing) -> Vec<Meaning<'a>> {
    let mut best: BTreeMap<String, (f64, Meaning<'a>)> = BTreeMap::new();
    for meaning in found {
        let score = score(search, &meaning, typing);
        let id = search.id(meaning.bearer);
        let known = best.get(&id).is_some_and(|(other, _)| *other >= score);
        if !known {
            best.insert(id, (score, meaning));
        }
    }
    let mut ranked: Vec<(f64, Meaning<'a>)> = best.into_values().collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    ranked.into_iter().map(|(_, meaning)| meaning).collect()
}

fn score(search: &Search<'_>, meaning: &Meaning<'_>, typing: Typing) -> f64 {
    // A code says nothing of how well known a country is.
    let is_code = meaning.by == FoundBy::Abbreviation && search.is(meaning.bearer, Level::Nation);
    let of_code = if is_code { 1.0 / NATION } else { 1.0 };
    let remote = match (meaning.is_remote, meaning.by) {
        (false, _) => 1.0,
        (true, FoundBy::Misspelt) => OTHER_NAME,
        (true, _) => REMOTE,
    };
    fits(meaning, typing) * search.fame(meaning.bearer) * says(search, meaning) * of_code * remote
}

/// How much less another way of fitting is than the name itself. Guessed; the tables of `tests/it` would settle it.
fn fits(meaning: &Meaning<'_>, typing: Typing) -> f64 {
    let (begun, slipped) = match typing {
        Typing::Going => (0.3, 0.1),
        Typing::Done => (0.1, 0.08),
    };
    match meaning.by {
        FoundBy::Id => 1000.0,
        FoundBy::Name | FoundBy::Within | FoundBy::Abbreviation if meaning.edits == 0 => 1.0,
        FoundBy::OtherName => OTHER_NAME,
        FoundBy::FormerName => FORMER,
        FoundBy::Romanised => 0.4,
        FoundBy::Beginning => begun,
        _ if meaning.edits <= 1 => slipped,
        _ => slipped / 2.5,
    }
}

/// A text that says what it means (`New York State`) means that first.
fn says(search: &Search<'_>, meaning: &Meaning<'_>) -> f64 {
    let level = match meaning.said {
        Some(AffixKind::City) => Level::City,
        Some(AffixKind::State) => Level::State,
        Some(AffixKind::County) => Level::County,
        _ => return 1.0,
    };
    if search.is(meaning.bearer, level) { 3.0 } else { 1.0 }
}

/// Inhabitants that a body counts as, so that it stands among the places. Guessed.
fn as_people(kind: EntityKind) -> u64 {
    match kind {
        EntityKind::Polity => 0,
        EntityKind::Network | EntityKind::Organisation => 100_000,
        EntityKind::Person | EntityKind::Office | EntityKind::Programme => 10_000,
        EntityKind::Agreement | EntityKind::Act | EntityKind::Event => 1_000,
    }
}

impl<'a> Search<'a> {
    /// Ties on file, and people: a country before its namesakes, a city before a county of its name.
    pub(crate) fn fame(&self, bearer: Bearer<'a>) -> f64 {
        let (ties, kind) = match bearer {
            Bearer::OnFile(node) => (1 + self.snapshot.ties(node), self.snapshot.entity(node).kind),
            Bearer::Elsewhere(_) => (0, EntityKind::Polity),
        };
        let people = self.people(bearer).max(as_people(kind));
        #[expect(clippy::cast_precision_loss, reason = "fewer people than a float can count")]
        let people = people as f64;
        (f64::from(ties) + 2.0).ln() * (people + 10.0).ln() * self.standing(bearer, kind)
    }

    /// What a place governs, as a reader who gives its name alone would mean it. Guessed.
    fn standing(&self, bearer: Bearer<'a>, kind: EntityKind) -> f64 {
        if kind != EntityKind::Polity {
            return 0.8;
        }
        let part = self.place(bearer).is_some_and(|place| place.is_part_of_city());
        if self.is(bearer, Level::Nation) {
            NATION
        } else if part {
            0.3
        } else if self.is(bearer, Level::City) {
            1.0
        } else if self.is(bearer, Level::State) {
            0.5
        } else {
            0.4
        }
    }

    pub(crate) fn id(&self, bearer: Bearer<'a>) -> String {
        match bearer {
            Bearer::OnFile(node) => self.snapshot.entity(node).id.to_string(),
            Bearer::Elsewhere(place) => place.id().to_string(),
        }
    }
}
