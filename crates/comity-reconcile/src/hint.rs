//! What the context says a place lies in: a division, a larger town, a country, or nothing we know.

use comity_gazetteer::{Gazetteer, Iso2, PlaceRef};
use comity_model::Level;

/// A text such as `New York`, `Oise` or `Budapest`, resolved once for all candidates.
#[derive(Debug, Clone)]
pub(crate) struct Hint<'g> {
    pub(crate) text: String,
    pub(crate) country: Option<Iso2>,
    pub(crate) divisions: Vec<PlaceRef<'g>>,
    /// Towns of that name, the most populous first.
    pub(crate) towns: Vec<PlaceRef<'g>>,
}

impl<'g> Hint<'g> {
    /// Looks the text up in a country, or in all where none is known.
    pub(crate) fn resolve(gazetteer: &'g Gazetteer, country: Option<Iso2>, text: &str) -> Self {
        let hits = gazetteer.lookup(text);
        let here = |place: &PlaceRef<'_>| country.is_none_or(|country| country == place.country());
        let is_division = |place: &PlaceRef<'_>| place.is(Level::State) || place.is(Level::County);
        let mut divisions = match country {
            Some(country) => gazetteer.division(country, text),
            None => hits.iter().map(|hit| hit.place).filter(is_division).collect(),
        };
        if divisions.is_empty() && country.is_none() && text.len() == 2 {
            divisions = "US".parse().map(|us| gazetteer.division(us, text)).unwrap_or_default();
        }
        let long = text.chars().count() > 3 || !text.is_ascii();
        let towns = hits
            .iter()
            .map(|hit| hit.place)
            .filter(|place| long && place.is(Level::City) && here(place))
            .take(8)
            .collect();
        let said = if long { gazetteer.country_named(text) } else { None };
        Self { text: text.to_owned(), country: said, divisions, towns }
    }

    /// Nothing in the gazetteer answers to the text.
    pub(crate) fn is_unknown(&self) -> bool {
        self.country.is_none() && self.divisions.is_empty() && self.towns.is_empty()
    }
}
