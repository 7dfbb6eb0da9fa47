//! A name with the places that contain its bearer: `Rochester NY`, `Rochester, New York`, `rochester-new-york-usa`.

use std::collections::HashMap;

use comity_gazetteer::{Gazetteer, Iso2, PlaceRef};
use comity_model::{Entity, Level};
use comity_names::fold;
use comity_snapshot::EntityIx;

use crate::bearer::Bearer;
use crate::hit::FoundBy;
use crate::meaning::Meaning;
use crate::search::Search;
use crate::variant::variants;

/// Words of a text that is tried as a name and a place; longer ones are sentences.
const MOST_WORDS: usize = 9;

/// Where a name's bearer is said to be, looked up once for all who bear it.
struct Surroundings<'a> {
    said: String,
    nation: Option<Iso2>,
    divisions: HashMap<Iso2, Vec<PlaceRef<'a>>>,
}

impl<'a> Search<'a> {
    /// Every split into a name and the places that contain its bearer; the longest name first.
    pub(crate) fn within(&self, text: &str) -> Vec<Meaning<'a>> {
        self.split(text, |name| self.called(name))
    }

    /// The same where the name is misspelt.
    pub(crate) fn misspelt_within(&self, text: &str) -> Vec<Meaning<'a>> {
        self.split(text, |name| self.slips_of_beginning(name))
    }

    fn split(&self, text: &str, bearers: impl Fn(&str) -> Vec<Meaning<'a>>) -> Vec<Meaning<'a>> {
        let mut found = Vec::new();
        for key in variants(text) {
            if key.split(' ').count() > MOST_WORDS {
                continue;
            }
            for (blank, _) in key.match_indices(' ').rev() {
                let (name, place) = key.split_at(blank);
                let mut around = self.surroundings(place.trim_start());
                let named = bearers(name).into_iter();
                found.extend(named.filter(|meaning| self.lies(meaning.bearer, &mut around)));
            }
        }
        found.into_iter().map(placed).collect()
    }

    fn surroundings(&self, said: &str) -> Surroundings<'a> {
        let nation = self.gazetteer.and_then(|places| nation(places, said));
        Surroundings { said: said.to_owned(), nation, divisions: HashMap::new() }
    }

    fn lies(&self, bearer: Bearer<'a>, around: &mut Surroundings<'a>) -> bool {
        if let Bearer::OnFile(node) = bearer
            && self.places_spell(&self.snapshot.ancestors(node), &around.said)
        {
            return true;
        }
        let Some((gazetteer, place)) = self.gazetteer.zip(self.place(bearer)) else { return false };
        if place.is(Level::Nation) {
            return false;
        }
        let country = place.country();
        if around.nation == Some(country) {
            return true;
        }
        let said = around.said.as_str();
        let divisions =
            around.divisions.entry(country).or_insert_with(|| divisions(gazetteer, country, said));
        let above = [place.admin1(), place.admin2()].into_iter().flatten();
        above.filter(|above| above.canonical() != place).any(|above| divisions.contains(&above))
    }

    /// Whether `text` is made of names of some of `places`, in order.
    fn places_spell(&self, places: &[EntityIx], text: &str) -> bool {
        let Some((first, rest)) = places.split_first() else { return text.is_empty() };
        let mut names = names_of(self.snapshot.entity(*first));
        names.any(|name| {
            let after =
                text.strip_prefix(name.as_str()).filter(|after| after.is_empty() || after.starts_with(' '));
            after.is_some_and(|after| after.is_empty() || self.places_spell(rest, after.trim_start()))
        }) || self.places_spell(rest, text)
    }
}

fn placed(meaning: Meaning<'_>) -> Meaning<'_> {
    let by = if meaning.by == FoundBy::Misspelt { FoundBy::Misspelt } else { FoundBy::Within };
    Meaning { by, ..meaning }
}

/// The country that bears this very name or code.
fn nation(gazetteer: &Gazetteer, said: &str) -> Option<Iso2> {
    let country = gazetteer.country(said)?;
    (country.exact && country.within.is_none()).then_some(country.iso2)
}

/// States and counties of a country that the text names, with or without the country after them.
fn divisions<'a>(gazetteer: &'a Gazetteer, country: Iso2, said: &str) -> Vec<PlaceRef<'a>> {
    let mut found = gazetteer.division(country, said);
    for (blank, _) in said.match_indices(' ') {
        let (division, after) = said.split_at(blank);
        if nation(gazetteer, after.trim_start()) == Some(country) {
            found.extend(gazetteer.division(country, division));
        }
    }
    found
}

fn names_of(entity: &Entity) -> impl Iterator<Item = String> {
    let code = entity.country.as_deref().filter(|_| entity.is(Level::Nation));
    let others = entity.names.iter().map(|name| name.text.as_str());
    std::iter::once(entity.name.as_str()).chain(others).chain(code).map(fold)
}
