//! Who bears a text as its whole name.

use comity_gazetteer::{Hit, Iso2, NameKind, PlaceRef};
use comity_model::Level;
use comity_names::{fold, romanise};
use comity_snapshot::EntityIx;

use crate::bearer::Bearer;
use crate::former::is_former;
use crate::hit::FoundBy;
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
        for key in variants(text) {
            found.extend(self.called(&key));
        }
        found.extend(self.formerly(&fold(text)));
        let bared = bare(&fold(text));
        if found.is_empty() {
            let each = bared.iter().map(|(key, _)| self.called(key));
            found = each.into_iter().find(|found| !found.is_empty()).unwrap_or_default();
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
        let states = if is_code { self.states(&key) } else { Vec::new() };
        let places = nation.into_iter().chain(states);
        let by = if is_code { FoundBy::Abbreviation } else { FoundBy::OtherName };
        places.map(|place| Meaning::new(self.bearer(place), by, &key)).collect()
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
        let is_shown = fold(place.name()) == key || fold(place.ascii_name()) == key;
        let by = match hit.kind {
            NameKind::Former => FoundBy::FormerName,
            _ if is_shown => FoundBy::Name,
            _ if is_former(key, place.ascii_name(), place.country().as_str()) => FoundBy::FormerName,
            _ if place.names().any(|name| is_abbreviation(name.text) && fold(name.text) == key) => {
                FoundBy::Abbreviation
            }
            _ => FoundBy::OtherName,
        };
        Meaning::new(self.bearer(place), by, key)
    }
}

/// Capitals alone, with or without full stops.
fn is_abbreviation(name: &str) -> bool {
    let letters = name.chars().filter(|c| *c != '.').count();
    (2..=ABBREVIATION).contains(&letters) && name.chars().all(|c| c.is_ascii_uppercase() || c == '.')
}
