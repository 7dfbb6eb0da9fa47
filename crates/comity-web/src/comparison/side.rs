//! One side of a comparison: what it is, how much it has on record, since when, and how well that is known.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use comity_answer::{Cell, EntityRef, EvidenceSpread, Layer, Profile, RolledUp, Tie, TieGroup};
use comity_messages::{listed, number, say};
use comity_model::{Day, EntityKind, Period};

use super::row::{ComparedCell, ComparedFact, ComparedRow};
use crate::address::link;
use crate::words;

/// Countries in one cell.
const COUNTRIES: usize = 6;

/// One side, and the ties that it is compared by.
pub(super) struct ComparedSide<'a> {
    pub(super) profile: &'a Profile,
    /// Its agreements, or the members of a network, with their place in the answer.
    pub(super) ties: Option<(usize, &'a TieGroup)>,
}

impl<'a> ComparedSide<'a> {
    pub(super) fn of(profile: &'a Profile) -> Self {
        let is_network = profile.entity.kind == EntityKind::Network;
        let layer = if is_network { Layer::Networks } else { Layer::Agreements };
        // Declarations open to signature tie nobody to anybody.
        let pairs = |group: &TieGroup| is_network || group.rows.iter().any(|tie| tie.via.is_some());
        let mut groups = profile.ties.iter().enumerate();
        let ties = groups.find(|(_, group)| group.layer == layer && pairs(group));
        Self { profile, ties }
    }

    /// Those on record.
    pub(super) fn on_record(&self) -> impl Iterator<Item = &'a Tie> + use<'a> {
        let rows = self.ties.map(|(_, group)| group.rows.as_slice()).unwrap_or_default();
        rows.iter().filter(|tie| tie.record.standing.presumed)
    }

    pub(super) fn group(&self, layer: Layer) -> Option<&'a TieGroup> {
        self.profile.ties.iter().find(|group| group.layer == layer)
    }

    /// That nobody has looked, or that none was found; empty of what is no place, or has it by its places.
    pub(super) fn none(&self, layer: Layer) -> String {
        if !self.is_place() || self.profile.rolled_up.is_some() {
            return String::new();
        }
        let is_searched = self.profile.about.looked.is_searched(layer);
        if is_searched { say!("none-found") } else { say!("not-searched") }
    }

    fn is_place(&self) -> bool {
        self.profile.entity.kind == EntityKind::Polity
    }

    fn is_network(&self) -> bool {
        self.profile.entity.kind == EntityKind::Network
    }

    fn id(&self) -> &str {
        self.profile.entity.id.as_str()
    }

    fn what(&self) -> ComparedCell {
        ComparedCell::one(self.profile.entity.what.as_str(), "")
    }

    fn place(&self) -> ComparedCell {
        let within = self.profile.within.iter();
        ComparedCell::first(2, within.map(|place| ComparedFact::new(place.name.as_str(), page_of(place))))
    }

    fn people(&self) -> ComparedCell {
        let people = self.profile.population.map(|people| number(&people)).unwrap_or_default();
        ComparedCell::one(people, "")
    }

    fn figure(&self) -> ComparedCell {
        if let Some(rolled) = &self.profile.rolled_up {
            return ComparedCell::one(number(&rolled.agreements), page_of(&self.profile.entity));
        }
        let Some((place, group)) = self.ties else {
            return ComparedCell::default().or(self.none(Layer::Agreements));
        };
        let under = format!("/ties/{place}");
        let claims = link("/ask/profile/claims", &[("entity", self.id()), ("under", &under)]);
        ComparedCell::one(number(&group.figure.count.presumed), claims)
    }

    fn amount(&self) -> u64 {
        let rolled = self.profile.rolled_up.as_ref().map(|rolled| rolled.agreements);
        rolled.unwrap_or_else(|| self.ties.map_or(0, |(_, group)| group.figure.count.presumed))
    }

    /// The one that began first, among those whose beginning is known.
    fn first(&self) -> ComparedCell {
        let dated = self.on_record().filter_map(|tie| Some((began(tie)?, tie)));
        let first = dated.min_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.other.name.cmp(&b.1.other.name)));
        let left_out = self.ties.map_or(0, |(_, group)| group.left_out);
        match first {
            _ if left_out > 0 => ComparedCell::default().or(say!("compare-many-rows")),
            Some((_, tie)) => {
                let (name, since) = (tie.other.name.as_str(), words::beginning(tie));
                ComparedCell::one(say!("compare-first", name = name, since = since), words::claims(tie))
            }
            None if self.on_record().next().is_some() => {
                ComparedCell::default().or(say!("compare-no-beginning"))
            }
            None => ComparedCell::default(),
        }
    }

    fn newest(&self) -> ComparedCell {
        let newest = self.on_record().max_by_key(|tie| words::last_day(tie));
        match newest.filter(|tie| tie.last_seen.is_some()) {
            Some(tie) => ComparedCell::one(words::last_reported(tie), words::claims(tie)),
            None if self.on_record().next().is_some() => {
                ComparedCell::default().or(say!("compare-none-dated"))
            }
            None => ComparedCell::default(),
        }
    }

    /// How many of its agreements on record are proved so.
    fn proof(&self, of: fn(&EvidenceSpread) -> u64) -> ComparedCell {
        let Some(spread) = &self.profile.agreements else { return ComparedCell::default() };
        let claims = self.figure().facts.into_iter().next().map(|fact| fact.href).unwrap_or_default();
        ComparedCell::one(say!("compare-of", n = of(spread), all = spread.on_record), claims)
    }

    fn countries(&self) -> ComparedCell {
        match &self.profile.rolled_up {
            Some(rolled) => ComparedCell::first(COUNTRIES, self.rolled_up(rolled)),
            None => ComparedCell::first(COUNTRIES, self.by_country()),
        }
    }

    /// Countries that its places are tied to.
    fn rolled_up(&self, rolled: &RolledUp) -> impl Iterator<Item = ComparedFact> {
        rolled.by_country.rows.iter().filter_map(|row| match row.cells.as_slice() {
            [Cell::Entity(one), n] => {
                let with = [("subject", self.id()), ("object", one.id.as_str())];
                Some(ComparedFact::new(format!("{} {n}", one.name), link("/ask/with", &with)))
            }
            _ => None,
        })
    }

    fn by_country(&self) -> impl Iterator<Item = ComparedFact> {
        let mut by_country: BTreeMap<&str, Vec<&Tie>> = BTreeMap::new();
        for tie in self.on_record() {
            by_country.entry(country_of(&tie.other)).or_default().push(tie);
        }
        let mut by_country: Vec<(&str, Vec<&Tie>)> = by_country.into_iter().collect();
        by_country.sort_by_key(|(_, ties)| Reverse(ties.len()));
        by_country.into_iter().map(|(country, ties)| {
            ComparedFact::new(format!("{country} {}", number(&ties.len())), words::of_ties(&ties))
        })
    }

    fn offices(&self) -> ComparedCell {
        let rows = self.group(Layer::Offices).map(|group| group.rows.as_slice()).unwrap_or_default();
        let held = rows.iter().filter(|tie| tie.record.standing.possible);
        let offices = held.map(|tie| {
            let (name, state) = (tie.other.name.as_str(), words::tie_state(tie));
            ComparedFact::new(say!("compare-office", name = name, state = state), words::claims(tie))
        });
        ComparedCell::first(COUNTRIES, offices).or(self.none(Layer::Offices))
    }

    fn coverage(&self) -> ComparedCell {
        if !self.is_place() {
            return ComparedCell::default();
        }
        let looked = &self.profile.about.looked;
        let all = link("/ask/coverage", &[("entity", self.id())]);
        let searched = ComparedFact::new(say!("compare-searched", n = looked.searched), all);
        let missing = listed(looked.not_looked.iter().map(|title| title.to_lowercase()));
        let missing = (!missing.is_empty()).then(|| say!("not-yet-searched", what = missing));
        let missing = missing.map(|words| ComparedFact::new(words, ""));
        ComparedCell::first(2, [searched].into_iter().chain(missing))
    }
}

/// What each side has by itself.
pub(super) fn rows(sides: &[ComparedSide<'_>]) -> Vec<ComparedRow> {
    vec![
        row(sides, "what", say!("compare-what"), ComparedSide::what),
        row(sides, "place", say!("compare-place"), ComparedSide::place),
        row(sides, "people", say!("compare-people"), ComparedSide::people),
        amounts(sides, "on-record", say!("compare-on-record"), |side| !side.is_network()),
        amounts(sides, "members", say!("compare-members"), ComparedSide::is_network),
        row(sides, "first", say!("compare-first-tie"), ComparedSide::first),
        row(sides, "dated", say!("compare-dated"), |side| side.proof(|spread| spread.dated)),
        row(sides, "several", say!("compare-several"), |side| side.proof(|spread| spread.on_several)),
        row(sides, "confirmed", say!("compare-confirmed"), |side| side.proof(|spread| spread.confirmed)),
        row(sides, "newest", say!("compare-newest"), ComparedSide::newest),
        row(sides, "countries", say!("brief-by-country"), ComparedSide::countries),
        row(sides, "offices", say!("compare-offices"), ComparedSide::offices),
        row(sides, "coverage", say!("compare-coverage"), ComparedSide::coverage),
    ]
}

/// How many each has of those that have such ties, with bars of one scale.
fn amounts<'a>(
    sides: &[ComparedSide<'a>],
    id: &'static str,
    title: String,
    has: fn(&ComparedSide<'a>) -> bool,
) -> ComparedRow {
    let most = sides.iter().filter(|side| has(side)).map(ComparedSide::amount).max().unwrap_or(0).max(1);
    let cells = sides.iter().map(|side| {
        let share = Some(side.amount() * 100 / most);
        if has(side) { ComparedCell { share, ..side.figure() } } else { ComparedCell::default() }
    });
    ComparedRow { id, title, cells: cells.collect() }
}

fn row<'s, 'a>(
    sides: &'s [ComparedSide<'a>],
    id: &'static str,
    title: String,
    of: fn(&'s ComparedSide<'a>) -> ComparedCell,
) -> ComparedRow {
    ComparedRow { id, title, cells: sides.iter().map(of).collect() }
}

fn page_of(one: &EntityRef) -> String {
    format!("/entities/{}", one.id)
}

/// The first day on which it must have begun; `None`: no source says.
fn began(tie: &Tie) -> Option<Day> {
    let stated = tie.period.split(" or ").filter_map(|text| text.parse::<Period>().ok());
    let starts = stated.map(|period| period.start().latest);
    starts.filter(|day| *day != Day::FUTURE).min()
}

/// "Japan" of "Shizuoka, Japan"; of a country, its own name.
fn country_of(one: &EntityRef) -> &str {
    match one.place.rsplit(", ").next() {
        Some(country) if !country.is_empty() => country,
        _ => &one.name,
    }
}
