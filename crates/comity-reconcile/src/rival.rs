//! What else the words of a name may stand for than the places that bear just them.

use comity_gazetteer::{Gazetteer, Iso2, NameKind, PlaceRef};
use comity_model::Level;
use comity_names::{cores, fold};

use crate::abbreviation::written_out;
use crate::candidate::WeighedPlace;
use crate::homonym::{DWARFED, OF_A_SIZE, is_one_town};
use crate::local_rival::{of_the_core, with_word};
use crate::named_place::{Bearer, NamedPlace};
use crate::readings::Readings;
use crate::territory::covers;

/// So many of them are weighed, the most populous.
const MAX_RIVALS: usize = 12;

/// From a division to a city of its name beyond a border, in kilometres. Guessed: to the other side of a region.
const BESIDE_KM: f64 = 100.0;

/// The places that the first candidate has to be told from before it is taken; empty where there are none.
pub(crate) fn rivals<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    country: Option<Iso2>,
    readings: &'r Readings,
    found: &[NamedPlace<'g, 'r>],
    top: &WeighedPlace<'g>,
) -> Vec<NamedPlace<'g, 'r>> {
    let Some(first) = found.iter().find(|found| found.place.canonical() == top.place) else {
        return Vec::new();
    };
    if first.edits > 0 {
        return Vec::new();
    }
    let mut rivals = longer(gazetteer, country, first);
    rivals.retain(|rival| !found.iter().any(|found| found.place.canonical() == rival.place));
    rivals.extend(of_the_core(gazetteer, readings, first));
    rivals.extend(with_word(gazetteer, first));
    rivals.extend(in_territories(gazetteer, country, first));
    rivals.retain(|rival| rival.place != top.place && !is_one_town(&top.place, &rival.place));
    rivals.extend(beyond_border(gazetteer, country, first, top));
    rivals.sort_by_key(|rival| (std::cmp::Reverse(rival.place.population()), rival.place.geonames()));
    rivals.dedup_by_key(|rival| rival.place.geonames());
    rivals.truncate(MAX_RIVALS);
    rivals
}

/// `Reggio` may be Reggio Calabria as well as Reggio nell'Emilia, whichever of them is filed under the short form.
fn longer<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    country: Option<Iso2>,
    first: &NamedPlace<'g, 'r>,
) -> Vec<NamedPlace<'g, 'r>> {
    let is_heading = first.kind == NameKind::Main && fold(first.place.ascii_name()) == first.key;
    let people = u64::from(first.place.canonical().population());
    // Rothenburg is Rothenburg, unless the larger one ob der Tauber is meant.
    let least = if is_heading { people + 1 } else { people.div_ceil(DWARFED) };
    let is_large = |place: &PlaceRef<'_>| u64::from(place.population()) >= least;
    let is_city = |place: &PlaceRef<'_>| place.is(Level::City) && !place.is_part_of_city();
    let is_there = |place: &PlaceRef<'_>| country.is_none_or(|country| covers(country, place.country()));
    // What is called so rather than filed under it yields to a heading only.
    let worst = if is_heading { NameKind::Main } else { NameKind::Other };
    // `Ste. Anne` is how Sainte-Anne-des-Plaines begins too.
    let beginnings =
        std::iter::once(first.key.to_owned()).chain(written_out(first.reading).map(|form| form.name));
    let mut longer = Vec::new();
    for name in beginnings.flat_map(|beginning| gazetteer.longer_names(&beginning).collect::<Vec<_>>()) {
        let places = name.hits.iter().filter(|hit| hit.kind <= worst);
        let places = places.map(|hit| hit.place.canonical());
        let places: Vec<_> =
            places.filter(|place| is_city(place) && is_there(place) && is_large(place)).collect();
        // `Roxas City` is no longer name of Roxas.
        if places.is_empty() || cores(name.key).iter().any(|core| core.text == first.key) {
            continue;
        }
        let (kind, standing) = (NameKind::Other, Bearer::LongerName);
        longer.extend(places.into_iter().map(|place| NamedPlace { place, kind, standing, ..first.clone() }));
    }
    longer
}

/// `Saint-Denis, France`: one of the same size lies in Réunion, which lists file under France too.
fn in_territories<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    country: Option<Iso2>,
    first: &NamedPlace<'g, 'r>,
) -> impl Iterator<Item = NamedPlace<'g, 'r>> {
    let home = first.place.country();
    let stated = country.filter(|stated| *stated == home);
    let hits = stated.into_iter().flat_map(|_| gazetteer.lookup_key(first.key));
    let cities = hits.filter(|hit| hit.kind == NameKind::Main).map(|hit| hit.place.canonical());
    let people = u64::from(first.place.canonical().population());
    let there = cities.filter(move |place| {
        let is_large = u64::from(place.population()) * OF_A_SIZE >= people;
        place.is(Level::City) && place.country() != home && covers(home, place.country()) && is_large
    });
    let (kind, standing) = (NameKind::Main, Bearer::Territory);
    there.map(move |place| NamedPlace { place, kind, standing, ..first.clone() })
}

/// `Jerusalem, Palestine`: there a governorate bears the name, while the city of it is filed under another country. It
/// is weighed with the division, which nothing says is meant, and known elsewhere only.
fn beyond_border<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    country: Option<Iso2>,
    first: &NamedPlace<'g, 'r>,
    top: &WeighedPlace<'g>,
) -> impl Iterator<Item = NamedPlace<'g, 'r>> {
    let is_said = top.place.is(Level::City) || top.features.kind.score >= 0.0;
    let stated = country.filter(|_| !is_said);
    let hits = stated.into_iter().flat_map(|stated| {
        let hits = gazetteer.lookup_key(first.key).into_iter();
        hits.filter(move |hit| hit.kind == NameKind::Main && !covers(stated, hit.place.country()))
    });
    let cities = hits.map(|hit| hit.place.canonical()).filter(move |place| {
        place.is(Level::City)
            && place.population() > top.place.population()
            && may_be_beside(place, &top.place)
    });
    cities.map(|place| NamedPlace { place, kind: NameKind::Main, ..first.clone() })
}

/// Of some divisions we do not know where they lie.
fn may_be_beside(one: &PlaceRef<'_>, other: &PlaceRef<'_>) -> bool {
    let apart = one.point().zip(other.point()).map(|(one, other)| one.km_to(other));
    apart.is_none_or(|km| km < BESIDE_KM)
}
