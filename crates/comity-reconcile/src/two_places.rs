//! Two places in one cell: `Paris / Lyon`, `Nuremberg; Erlangen`. Two names of one place are no two places.

use comity_gazetteer::{CountryMatch, Gazetteer, Hit, Iso2, NameKind, PlaceRef};
use comity_model::Level;
use comity_names::fold;

use crate::name_variant::NameVariant;
use crate::named_place::{Bearer, NamedPlace};

/// What stands between two names, in the languages that lists are written in.
const BETWEEN: [&str; 22] = [
    ";",
    "/",
    "+",
    "&",
    "\n",
    "、",
    "–",
    " and ",
    " und ",
    " et ",
    " y ",
    " e ",
    " og ",
    " och ",
    " or ",
    " oder ",
    " ou ",
    " и ",
    " i ",
    " és ",
    " ve ",
    " および ",
];
/// More names than this in one cell are a text.
const MOST: usize = 5;

/// The names in a cell that are each borne by a place of their own, and what is to be weighed for each.
pub(crate) struct SeveralPlaces<'g> {
    parts: Vec<(NameVariant, PlaceRef<'g>)>,
}

impl<'g> SeveralPlaces<'g> {
    /// `None` where the whole is a name, a part is not, or the parts are names of one place.
    pub(crate) fn of(gazetteer: &'g Gazetteer, country: Option<&CountryMatch>, name: &str) -> Option<Self> {
        let country = country.map(|country| country.iso2);
        if !bearers(gazetteer, country, name).is_empty() {
            return None;
        }
        let parts_it = |sign: &&str| name.contains(sign) && (*sign != "–" || !name.contains(" –"));
        BETWEEN.into_iter().filter(parts_it).find_map(|sign| {
            let parts: Vec<&str> = name.split(sign).map(str::trim).collect();
            // `Leipzig, Dresden und Chemnitz`
            let all: Vec<&str> = parts.iter().flat_map(|part| part.split(',')).map(str::trim).collect();
            Self::apart(gazetteer, country, &parts).or_else(|| Self::apart(gazetteer, country, &all))
        })
    }

    fn apart(gazetteer: &'g Gazetteer, country: Option<Iso2>, parts: &[&str]) -> Option<Self> {
        if !(2..=MOST).contains(&parts.len()) || parts.iter().any(|part| part.chars().count() < 2) {
            return None;
        }
        let all: Vec<Vec<Hit<'g>>> =
            parts.iter().map(|part| bearers(gazetteer, country, without_division(part))).collect();
        let firsts: Option<Vec<PlaceRef<'g>>> =
            all.iter().map(|hits| hits.first().map(|hit| hit.place)).collect();
        let firsts = firsts?;
        let is_city = |place: &&PlaceRef<'g>| place.is(Level::City);
        let mut divisions = firsts.iter().filter(|place| !is_city(place));
        if is_one_place(&all) || !firsts.iter().any(|place| is_city(&place)) {
            return None;
        }
        if divisions.any(|division| all.iter().flatten().any(|hit| lies_in(&hit.place, division))) {
            return None;
        }
        let variants = parts.iter().map(|part| NameVariant::instead(part, 0.97));
        Some(Self { parts: variants.zip(firsts).collect() })
    }

    pub(crate) fn found(&self) -> Vec<NamedPlace<'g, '_>> {
        let named = self.parts.iter().map(|part: &(NameVariant, PlaceRef<'g>)| {
            let (reading, place) = part;
            let (kind, standing) = (NameKind::Main, Bearer::Name);
            NamedPlace { place: *place, key: &reading.name, kind, edits: 0, reading, standing }
        });
        named.collect()
    }
}

/// Biel and Bienne: a place bears every part, and no part is filed under another place.
fn is_one_place(all: &[Vec<Hit<'_>>]) -> bool {
    let Some(first) = all.first() else { return true };
    first.iter().any(|bearer| all.iter().all(|hits| is_name_of(&bearer.place, hits)))
}

/// Whether the place is among those that bear the name, and the name is not the heading of another.
fn is_name_of(place: &PlaceRef<'_>, hits: &[Hit<'_>]) -> bool {
    let is_borne = hits.iter().any(|hit| hit.place == *place);
    is_borne && hits.first().is_some_and(|hit| hit.place == *place || hit.kind != NameKind::Main)
}

/// `Cambridge, MA` is called Cambridge.
fn without_division(part: &str) -> &str {
    part.split(',').next().unwrap_or(part).trim()
}

fn lies_in(place: &PlaceRef<'_>, division: &PlaceRef<'_>) -> bool {
    [place.admin1(), place.admin2()].contains(&Some(*division))
}

/// Who bears the name in the country, or anywhere if none is stated: cities first, then by heading and people; no nations.
fn bearers<'g>(gazetteer: &'g Gazetteer, country: Option<Iso2>, name: &str) -> Vec<Hit<'g>> {
    let is_there = |place: &PlaceRef<'_>| country.is_none_or(|country| country == place.country());
    let hits = gazetteer.lookup_key(&fold(name)).into_iter();
    let hits = hits.map(|hit| Hit { place: hit.place.canonical(), ..hit });
    let mut hits: Vec<Hit<'g>> = hits
        .filter(|hit| hit.kind < NameKind::Romanised && is_there(&hit.place) && !hit.place.is(Level::Nation))
        .collect();
    hits.sort_by_key(|hit| {
        let place = &hit.place;
        let people = std::cmp::Reverse(place.population());
        (!place.is(Level::City), hit.kind != NameKind::Main, people, place.geonames())
    });
    hits
}
