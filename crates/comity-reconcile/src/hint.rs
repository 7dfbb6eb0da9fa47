//! What the context says a place lies in: a division, a larger town, a country, or nothing we know.

use comity_gazetteer::{Gazetteer, Iso2, PlaceRef};
use comity_model::Level;

/// A text such as `New York`, `Oise` or `Budapest`, resolved once for all candidates.
#[derive(Debug, Clone)]
pub(crate) struct Hint<'g> {
    pub(crate) text: String,
    pub(crate) country: Option<Iso2>,
    /// Two capitals, which may be a state as well as a country: `CA`, `IN`, `DE`.
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
        let mut divisions = match country {
            Some(country) => gazetteer.division(country, text),
            None => hits.iter().map(|hit| hit.place).filter(is_division).collect(),
        };
        let is_code =
            country.is_none() && text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        if is_code {
            divisions = by_postal_code(gazetteer, text);
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

/// Codes of divisions that lists write behind a name without their country, of Canada and Australia, where GeoNames has
/// numbers; those of the United States it has.
const POSTAL: [(&str, &str, &str); 20] = [
    ("AB", "CA", "Alberta"),
    ("BC", "CA", "British Columbia"),
    ("MB", "CA", "Manitoba"),
    ("NB", "CA", "New Brunswick"),
    ("NL", "CA", "Newfoundland and Labrador"),
    ("NS", "CA", "Nova Scotia"),
    ("NT", "CA", "Northwest Territories"),
    ("NU", "CA", "Nunavut"),
    ("ON", "CA", "Ontario"),
    ("PE", "CA", "Prince Edward Island"),
    ("QC", "CA", "Quebec"),
    ("SK", "CA", "Saskatchewan"),
    ("YT", "CA", "Yukon"),
    ("SA", "AU", "South Australia"),
    ("WA", "AU", "Western Australia"),
    ("ACT", "AU", "Australian Capital Territory"),
    ("NSW", "AU", "New South Wales"),
    ("NT", "AU", "Northern Territory"),
    ("QLD", "AU", "Queensland"),
    ("VIC", "AU", "Victoria"),
];

fn by_postal_code<'g>(gazetteer: &'g Gazetteer, code: &str) -> Vec<PlaceRef<'g>> {
    let posted = POSTAL.iter().filter(|posted| posted.0 == code);
    let posted = posted.flat_map(|(_, country, name)| divisions_of(gazetteer, country, name));
    divisions_of(gazetteer, "US", code).into_iter().chain(posted).collect()
}

fn divisions_of<'g>(gazetteer: &'g Gazetteer, country: &str, name: &str) -> Vec<PlaceRef<'g>> {
    country.parse().map_or_else(|_| Vec::new(), |country| gazetteer.division(country, name))
}
