//! Who bears a text as its whole name.

use comity_gazetteer::{Hit, Iso2, NameKind, PlaceRef};
use comity_model::Level;
use comity_names::{AffixKind, fold, romanise};
use comity_snapshot::EntityIx;

use crate::bearer::Bearer;
use crate::former::is_former;
use crate::hit::{FoundBy, language};
use crate::meaning::Meaning;
use crate::search::Search;
use crate::variant::{bare, variants};

/// Capitals of an abbreviation.
const ABBREVIATION: usize = 5;

impl<'a> Search<'a> {
    /// By a name, a code or a former name, in any way to write it; without `City of` or 市 only where nobody bears it
    /// with them.
    pub(crate) fn whole(&self, text: &str) -> Vec<Meaning<'a>> {
        let mut found = self.codes(text);
        let codes: Vec<Bearer<'a>> = found.iter().map(|meaning| meaning.bearer).collect();
        for key in variants(text) {
            found.extend(self.called(&key));
        }
        for meaning in &mut found {
            let is_nation = self.is(meaning.bearer, Level::Nation);
            meaning.is_remote |= !codes.is_empty() && is_nation && !codes.contains(&meaning.bearer);
        }
        found.extend(self.formerly(&fold(text)));
        let bared = bare(&fold(text));
        if found.is_empty() {
            let each = bared.iter().map(|(key, _)| self.called(key));
            found = each.into_iter().find(|found| !found.is_empty()).unwrap_or_default();
        }
        // Without vowels, some script of some place has the letters of every abbreviation.
        let is_heard = |meaning: &Meaning<'_>| meaning.by == FoundBy::Romanised;
        if found.iter().all(is_heard) {
            let states = self.states_by_initials(&fold(text));
            for meaning in &mut found {
                meaning.is_remote |= !states.is_empty();
            }
            found.extend(states);
            return found;
        }
        let said = bared.first().map(|(_, kind)| *kind);
        for meaning in &mut found {
            meaning.said = said;
        }
        found
    }

    /// By one folded name.
    pub(crate) fn called(&self, key: &str) -> Vec<Meaning<'a>> {
        let held = self.snapshot.bearers(key).filter(|node| !self.is_unnamed(*node));
        let held = held.map(|node| Meaning::new(Bearer::OnFile(node), self.by_name(node, key), key));
        let mut found: Vec<Meaning<'a>> = held.collect();
        let listed = self.gazetteer.map(|places| places.lookup_key(key)).unwrap_or_default();
        found.extend(listed.into_iter().map(|hit| self.listed(&hit, key)));
        found
    }

    pub(crate) fn is_unnamed(&self, node: EntityIx) -> bool {
        self.snapshot.entity(node).name.is_empty()
    }

    /// `niuyue` for 纽约, and `Ньюарк` for Newark: asked for last, since another place may be called so outright.
    pub(crate) fn romanised(&self, key: &str) -> Vec<Meaning<'a>> {
        let latin = romanise(key);
        if latin.is_empty() {
            return Vec::new();
        }
        let nodes = self.snapshot.romanised_bearers(&latin);
        let mut bearers: Vec<Bearer<'a>> = nodes.map(Bearer::OnFile).collect();
        if latin != key {
            bearers.extend(self.snapshot.bearers(&latin).map(Bearer::OnFile));
        }
        let listed = self.gazetteer.map(|places| places.lookup_key(&latin)).unwrap_or_default();
        bearers.extend(listed.iter().map(|hit| self.bearer(hit.place)));
        bearers.into_iter().map(|bearer| Meaning::new(bearer, FoundBy::Romanised, &latin)).collect()
    }

    /// The nation whose code it is, or a state of the United States: `US`, `USA`, `UK`, `D.C.`.
    fn codes(&self, text: &str) -> Vec<Meaning<'a>> {
        let Some(gazetteer) = self.gazetteer else { return Vec::new() };
        let plain = text.replace('.', "");
        let key = fold(&plain);
        let nation = gazetteer.country(&plain).filter(|country| country.exact && country.within.is_none());
        let nation = nation.and_then(|country| gazetteer.nation(country.iso2));
        let is_code = key.chars().count() <= 3 && key.is_ascii();
        // What only some language calls so is found by that name.
        let nation = nation
            .filter(|nation| is_code || gazetteer.lookup_key(&key).iter().all(|hit| hit.place != *nation));
        let nations: Vec<PlaceRef<'a>> = match nation {
            Some(nation) => vec![nation],
            None => {
                gazetteer.countries().map(|(_, place)| place).filter(|it| has_initials(*it, &key)).collect()
            }
        };
        let states = if is_code { self.states(&key) } else { Vec::new() };
        let places = nations.into_iter().chain(states);
        let by = if is_code { FoundBy::Abbreviation } else { FoundBy::OtherName };
        places.map(|place| Meaning::new(self.bearer(place), by, &key)).collect()
    }

    /// `NRW`. Cost: reads all places, so it is asked for only where nobody bears the text.
    fn states_by_initials(&self, key: &str) -> Vec<Meaning<'a>> {
        let is_short = (3..=ABBREVIATION).contains(&key.len()) && key.bytes().all(|c| c.is_ascii_lowercase());
        let Some(gazetteer) = self.gazetteer.filter(|_| is_short) else { return Vec::new() };
        let states = gazetteer.places().filter(|place| place.is(Level::State) && has_initials(*place, key));
        let said = Some(AffixKind::State);
        let by_initials = |place| Meaning::new(self.bearer(place), FoundBy::Abbreviation, key);
        states.map(|place| Meaning { said, ..by_initials(place) }).collect()
    }

    fn states(&self, key: &str) -> Vec<PlaceRef<'a>> {
        let Some(gazetteer) = self.gazetteer else { return Vec::new() };
        let united_states: Iso2 = "US".parse().expect("two letters");
        let mut found = gazetteer.division(united_states, key);
        found.retain(|place| place.is(Level::State));
        found
    }

    fn by_name(&self, node: EntityIx, key: &str) -> FoundBy {
        let entity = self.snapshot.entity(node);
        if fold(&entity.name) == key {
            return FoundBy::Name;
        }
        if is_former(key, &entity.name, entity.country.as_deref().unwrap_or_default()) {
            return FoundBy::FormerName;
        }
        let code = entity.country.as_deref().filter(|code| entity.is(Level::Nation) && fold(code) == key);
        let written = entity.names.iter().find(|name| fold(&name.text) == key);
        let written = written.map_or("", |name| name.text.as_str());
        if code.is_some() || is_abbreviation(written) { FoundBy::Abbreviation } else { FoundBy::OtherName }
    }

    fn listed(&self, hit: &Hit<'a>, key: &str) -> Meaning<'a> {
        let place = hit.place.canonical();
        let is_shown =
            [place.name(), place.ascii_name(), &*place.label()].into_iter().any(|name| fold(name) == key);
        let by = match hit.kind {
            NameKind::Former => FoundBy::FormerName,
            _ if is_shown => FoundBy::Name,
            NameKind::Romanised => FoundBy::Romanised,
            _ if is_former(key, place.ascii_name(), place.country().as_str()) => FoundBy::FormerName,
            _ if place.names().any(|name| is_abbreviation(name.text) && fold(name.text) == key) => {
                FoundBy::Abbreviation
            }
            _ => FoundBy::OtherName,
        };
        let is_remote = by == FoundBy::OtherName && place.is(Level::Nation) && !is_widely(place, key);
        Meaning { is_remote, ..Meaning::new(self.bearer(place), by, key) }
    }
}

/// Whether a country is called so in a language that many read, or in no stated one.
fn is_widely(place: PlaceRef<'_>, key: &str) -> bool {
    let mut names = place.names().filter(|name| fold(name.text) == key);
    names.any(|name| name.lang.is_empty() || language(name.lang).is_some())
}

/// `uae` for United Arab Emirates: the first letters of at least three words.
fn has_initials(place: PlaceRef<'_>, key: &str) -> bool {
    let name = fold(&place.label());
    let words = name.split(' ').filter(|word| !["of", "and", "the"].contains(word));
    let initials: String = words.filter_map(|word| word.chars().next()).collect();
    initials.len() > 2 && initials == key
}

/// Capitals alone, with or without full stops.
fn is_abbreviation(name: &str) -> bool {
    let letters = name.chars().filter(|c| *c != '.').count();
    (2..=ABBREVIATION).contains(&letters) && name.chars().all(|c| c.is_ascii_uppercase() || c == '.')
}
