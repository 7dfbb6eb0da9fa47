//! What the context says a place lies in: a division, a larger town, a country, or nothing we know.

use comity_gazetteer::{Gazetteer, Iso2, PlaceRef};
use comity_model::Level;

use crate::division_code;

/// A text such as `New York`, `Oise` or `Budapest`, resolved once for all candidates.
#[derive(Debug, Clone)]
pub(crate) struct Hint<'g> {
    pub(crate) text: String,
    pub(crate) country: Option<Iso2>,
    /// Capitals, which may be a state as well as a country: `CA`, `IN`, `DE`.
    pub(crate) is_code: bool,
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
        let is_code = country.is_none() && division_code::is_postal(text);
        let mut divisions = match country {
            _ if is_code => division_code::postal(gazetteer, text),
            Some(country) => gazetteer.division(country, text),
            None => hits.iter().map(|hit| hit.place).filter(is_division).collect(),
        };
        if !is_code {
            divisions.extend(division_code::written(gazetteer, country, text));
        }
        let long = text.chars().count() > 3 || !text.is_ascii();
        let towns = hits
            .iter()
            .map(|hit| hit.place)
            .filter(|place| long && place.is(Level::City) && here(place))
            .take(8)
            .collect();
        let said = (long || is_code).then(|| gazetteer.country_named(text)).flatten();
        Self { text: text.to_owned(), country: said, is_code, divisions, towns }
    }

    /// `ON, CA` or `WI, United States`: the last text may be the country of those before it.
    pub(crate) fn resolve_all(
        gazetteer: &'g Gazetteer,
        country: Option<Iso2>,
        texts: &[String],
    ) -> Vec<Self> {
        let outer = texts.last().filter(|_| texts.len() > 1 && country.is_none());
        let Some((outer, said)) = outer.and_then(|text| Some((text, gazetteer.country_named(text)?))) else {
            return texts.iter().map(|text| Self::resolve(gazetteer, country, text)).collect();
        };
        let inner = texts.iter().take(texts.len() - 1).map(|text| Self::resolve(gazetteer, Some(said), text));
        let (divisions, towns) = (Vec::new(), Vec::new());
        let outer = Self { text: outer.clone(), country: Some(said), is_code: false, divisions, towns };
        inner.chain([outer]).collect()
    }

    /// Nothing in the gazetteer answers to the text.
    pub(crate) fn is_unknown(&self) -> bool {
        self.country.is_none() && self.divisions.is_empty() && self.towns.is_empty()
    }
}
