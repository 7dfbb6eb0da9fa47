//! One side of a comparison: what it is, how much it has on record, since when, and how well that is known.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use comity_answer::{Cell, EntityRef, EvidenceSpread, Layer, Profile, RolledUp, Snapshot, Tie, TieGroup};
use comity_messages::{listed, number, say};
use comity_model::{Day, EntityKind, Level, Period};

use super::row::{ComparedCell, ComparedFact, ComparedRow};
use crate::address::link;
use crate::words;

/// Countries in one cell.
const COUNTRIES: usize = 6;

/// One side, and the ties that it is compared by.
pub(super) struct ComparedSide<'a> {
    snapshot: &'a Snapshot,
    pub(super) profile: &'a Profile,
    /// Its agreements, or the members of a network, with their place in the answer.
    pub(super) ties: Option<(usize, &'a TieGroup)>,
}

impl<'a> ComparedSide<'a> {
    pub(super) fn of(snapshot: &'a Snapshot, profile: &'a Profile) -> Self {
        let is_network = profile.entity.kind == EntityKind::Network;
        let layer = if is_network { Layer::Networks } else { Layer::Agreements };
        // Declarations open to signature tie nobody to anybody.
        let pairs = |group: &TieGroup| is_network || group.rows.iter().any(|tie| tie.via.is_some());
        let mut groups = profile.ties.iter().enumerate();
        let ties = groups.find(|(_, group)| group.layer == layer && pairs(group));
        Self { snapshot, profile, ties }
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

    /// Its own, and those of its places.
    fn figure(&self) -> ComparedCell {
        let own = self.ties.map(|(place, group)| {
            let under = format!("/ties/{place}");
            let claims = link("/ask/profile/claims", &[("entity", self.id()), ("under", &under)]);
            ComparedFact::new(number(&group.figure.count.presumed), claims)
        });
        let of_places = self.profile.rolled_up.as_ref().map(|rolled| {
            let words = say!("compare-of-places", n = rolled.agreements);
            ComparedFact::new(words, page_of(&self.profile.entity))
        });
        ComparedCell::first(2, own.into_iter().chain(of_places)).or(self.none(Layer::Agreements))
    }

    fn amount(&self) -> u64 {
        let of_places = self.profile.rolled_up.as_ref().map_or(0, |rolled| rolled.agreements);
        of_places + self.ties.map_or(0, |(_, group)| group.figure.count.presumed)
    }

    /// What is known of its own ties alone says so, where its places have some.
    pub(super) fn own(&self, cell: ComparedCell) -> ComparedCell {
        if self.profile.rolled_up.is_none() {
            return cell;
        }
        let words = say!("compare-not-of-places");
        if cell.facts.is_empty() {
            return if cell.none.is_empty() { cell.or(words) } else { cell };
        }
        let facts = cell.facts.into_iter().chain([ComparedFact::new(words, "")]).collect();
        ComparedCell { facts, ..cell }
    }

    /// In more than there are rows; of a network, its members are no networks it is in.
    pub(super) fn is_in_many_networks(&self) -> bool {
        !self.is_network() && self.group(Layer::Networks).is_some_and(|group| group.left_out > 0)
    }

    /// Whether the ties it is compared by are more than there are rows.
    pub(super) fn has_many_rows(&self) -> bool {
        self.ties.is_some_and(|(_, group)| group.left_out > 0)
    }

    /// The one that began first, among those whose beginning is known.
    fn first(&self) -> ComparedCell {
        let dated = self.on_record().filter_map(|tie| Some((began(tie)?, tie)));
        let first = dated.min_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.other.name.cmp(&b.1.other.name)));
        match first {
            _ if self.has_many_rows() => ComparedCell::default().or(say!("compare-many-rows")),
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
            _ if self.has_many_rows() => ComparedCell::default().or(say!("compare-many-rows")),
            Some(tie) => ComparedCell::one(words::last_reported(tie), words::claims(tie)),
            None if self.on_record().next().is_some() => {
                ComparedCell::default().or(say!("compare-none-dated"))
            }
            None => ComparedCell::default(),
        }
    }

    /// How many of its agreements on record are proved so.
    fn proof(&self, of: fn(&EvidenceSpread) -> u64) -> ComparedCell {
        let spread = self.profile.agreements.as_ref().filter(|_| self.ties.is_some());
        let Some(spread) = spread else { return self.own(ComparedCell::default()) };
        let claims = self.figure().facts.into_iter().next().map(|fact| fact.href).unwrap_or_default();
        self.own(ComparedCell::one(say!("compare-of", n = of(spread), all = spread.on_record), claims))
    }

    fn countries(&self) -> ComparedCell {
        match &self.profile.rolled_up {
            Some(rolled) => ComparedCell::first(COUNTRIES, self.rolled_up(rolled)),
            None if self.is_network() => ComparedCell::first(COUNTRIES, self.of_members()),
            None if self.has_many_rows() => ComparedCell::default().or(say!("compare-many-rows")),
            None => ComparedCell::first(COUNTRIES, self.by_country()),
        }
    }

    /// Countries of the members of a network.
    fn of_members(&self) -> impl Iterator<Item = ComparedFact> {
        let on_record = self.profile.countries.iter().filter(|row| row.count.presumed > 0);
        on_record.map(|row| {
            let n = number(&row.count.presumed);
            let Some(country) = &row.country else {
                let words = format!("{} {n}", say!("country-not-on-file"));
                return ComparedFact::new(words, words::proofs(&row.evidence));
            };
            let fields = [("network", self.id()), ("within", country.id.as_str())];
            ComparedFact::new(format!("{} {n}", country.name), link("/ask/members", &fields))
        })
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
        let mut by_country: BTreeMap<String, Vec<&Tie>> = BTreeMap::new();
        for tie in self.on_record() {
            by_country.entry(country_of(self.snapshot, &tie.other)).or_default().push(tie);
        }
        let mut by_country: Vec<(String, Vec<&Tie>)> = by_country.into_iter().collect();
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
        row(sides, "first", say!("compare-first-tie"), |side| side.own(side.first())),
        row(sides, "dated", say!("compare-dated"), |side| side.proof(|spread| spread.dated)),
        row(sides, "several", say!("compare-several"), |side| side.proof(|spread| spread.on_several)),
        row(sides, "confirmed", say!("compare-confirmed"), |side| side.proof(|spread| spread.confirmed)),
        row(sides, "newest", say!("compare-newest"), |side| side.own(side.newest())),
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
fn country_of(snapshot: &Snapshot, one: &EntityRef) -> String {
    let country = one.place.rsplit(", ").next().filter(|country| !country.is_empty());
    let itself = || snapshot.entity_by_id(&one.id).is_some_and(|entity| entity.is(Level::Nation));
    match country {
        Some(country) => country.to_owned(),
        None if itself() => one.name.clone(),
        None => say!("country-not-on-file"),
    }
}
