//! The one thing that a text means, or the several it may mean.

use comity_model::{EntityId, Level};
use comity_names::fold;
use comity_snapshot::EntityRef;

use crate::bearer::Bearer;
use crate::hit::FoundBy;
use crate::meaning::Meaning;
use crate::rank::ranked;
use crate::search::{Search, Typing, shortened};

/// What a text means. A name that several bear is never decided silently, nor is a misspelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameResolution {
    One(EntityId),
    /// The best known first.
    Several(Vec<EntityRef>),
    /// Nothing on file bears it; these come near.
    None(Vec<EntityRef>),
}

/// A namesake with fewer than a tenth of the inhabitants does not make doubtful what a country is called, nor what bears
/// it as its own name beside others that bear it only as another name.
const NAMESAKE: u64 = 10;

/// Nor does one with fewer than a hundredth of the inhabitants, though that is its own name: California in Pennsylvania.
const HAMLET: u64 = 100;

/// Choices that are shown.
const MOST: usize = 8;

impl<'a> Search<'a> {
    /// By id, name, another name, abbreviation or former name, alone or with the state or country it is in: `gn5134086`,
    /// `c40`, `New York City`, `rochester-new-york`, `UK`, 東京. Only what is on file can be meant.
    pub fn resolve(&self, text: &str) -> NameResolution {
        let text = shortened(text);
        let mut found = self.exact(&text);
        if !found.iter().any(is_on_file) {
            found.extend(self.romanised(&fold(&text)));
        }
        let (mut held, elsewhere): (Vec<_>, Vec<_>) =
            ranked(self, found, Typing::Done).into_iter().partition(is_on_file);
        let Some(first) = held.first() else { return NameResolution::None(self.near(&text)) };
        let eclipse = elsewhere.into_iter().find(|one| self.eclipses(one, first));
        if eclipse.is_none() && self.outweighs(first, &held[1..]) {
            return NameResolution::One(self.refer(first.bearer).id);
        }
        held.truncate(MOST - 1);
        held.extend(eclipse);
        NameResolution::Several(held.iter().map(|one| self.refer(one.bearer)).collect())
    }

    /// Whether a place with nothing on file is so much larger that a reader may well mean it.
    fn eclipses(&self, elsewhere: &Meaning<'a>, held: &Meaning<'a>) -> bool {
        let is_named = elsewhere.by == FoundBy::Name && held.by != FoundBy::Id;
        let is_city = self.is(elsewhere.bearer, Level::City) || self.is(elsewhere.bearer, Level::Nation);
        let people = self.people(held.bearer) * NAMESAKE;
        is_named && is_city && self.place(held.bearer).is_some() && self.people(elsewhere.bearer) > people
    }

    /// Whether nobody would take one of the others for what is meant.
    fn outweighs(&self, first: &Meaning<'a>, others: &[Meaning<'a>]) -> bool {
        let people = self.people(first.bearer);
        let is_small = |one: &Meaning<'a>| self.people(one.bearer) * NAMESAKE < people;
        if self.is(first.bearer, Level::Nation) {
            let country = self.country(first.bearer);
            let inside = |one: &Meaning<'a>| self.country(one.bearer) == country && !self.is_part(first, one);
            return others.iter().all(|one| inside(one) || is_small(one));
        }
        let is_beside = |one: &Meaning<'a>| one.is_remote && !first.is_remote || self.is_around(first, one);
        let is_own = matches!(first.by, FoundBy::Name | FoundBy::Abbreviation);
        let is_less = |one: &Meaning<'a>| is_small(one) || is_own && self.people(one.bearer) <= people;
        let is_hamlet = |one: &Meaning<'a>| self.people(one.bearer) * HAMLET < people;
        let is_nobody = |one: &Meaning<'a>| is_hamlet(one) || one.by != FoundBy::Name && is_less(one);
        // Some name of Lebanon in some script sounds like Lyon.
        let is_heard = |one: &Meaning<'a>| is_own && one.by == FoundBy::Romanised;
        others.iter().filter(|one| !is_beside(one) && !is_heard(one)).all(is_nobody)
    }

    /// A state whose own name some give to its country: England.
    fn is_part(&self, nation: &Meaning<'a>, state: &Meaning<'a>) -> bool {
        nation.by == FoundBy::OtherName && state.by == FoundBy::Name && self.is(state.bearer, Level::State)
    }

    /// A county of a city's name, or a state with hardly more people, without a tie of its own: who gives the name alone
    /// means the city.
    fn is_around(&self, city: &Meaning<'a>, other: &Meaning<'a>) -> bool {
        let is = |level| self.is(other.bearer, level);
        let is_large = is(Level::State) && self.people(other.bearer) > 2 * self.people(city.bearer);
        let is_division = (is(Level::State) || is(Level::County)) && !is(Level::City) && !is(Level::Nation);
        let is_same_country = self.country(city.bearer) == self.country(other.bearer);
        let is_unknown = is_division && !is_large && self.ties(other.bearer) == 0;
        self.is(city.bearer, Level::City) && is_same_country && is_unknown
    }

    fn near(&self, text: &str) -> Vec<EntityRef> {
        if let Some(pair) = self.pair(text) {
            return vec![pair.one.entity, pair.other.entity];
        }
        let near = self.meanings(text, Typing::Going).into_iter().filter(is_on_file);
        near.take(MOST).map(|one| self.refer(one.bearer)).collect()
    }
}

fn is_on_file(meaning: &Meaning<'_>) -> bool {
    matches!(meaning.bearer, Bearer::OnFile(_))
}
