//! Divisions that bear the name of a place that does not lie in them: `México, México`, `Tuzla`.

use comity_gazetteer::PlaceRef;
use comity_model::Level;
use comity_names::{cores, fold};

use crate::candidate::WeighedPlace;
use crate::homonym::{NEXT_KIND_OF_NAME, OF_A_SIZE, SMALL_TOWN, is_one_town, same_name};
use crate::query::Query;

/// The division that may be meant as well as the city, where no word says which.
pub(crate) fn division_of_the_name<'c, 'g>(
    query: &Query<'_>,
    top: &WeighedPlace<'_>,
    rest: &'c [WeighedPlace<'g>],
) -> Option<&'c WeighedPlace<'g>> {
    let city = &top.place;
    if !city.is(Level::City) || !may_be_a_division(query, top) {
        return None;
    }
    let around = [city.admin1(), city.admin2()].into_iter().flatten().map(|place| place.canonical());
    let around: Vec<PlaceRef<'_>> = around.collect();
    rest.iter().find(|other| {
        is_as_well_supported(other, top)
            && (is_large_enough(&other.place, city) || is_better_named(other, top))
            && !around.contains(&other.place)
            && !is_one_town(city, &other.place)
    })
}

/// No word of kind is said, or `municipality`, which may be the division where `city` is none.
fn may_be_a_division(query: &Query<'_>, top: &WeighedPlace<'_>) -> bool {
    let mut words = cores(&fold(query.name)).into_iter();
    query.level.is_none()
        && (top.features.kind.why.is_empty() || words.any(|core| core.taken.starts_with("municip")))
}

fn is_as_well_supported(other: &WeighedPlace<'_>, top: &WeighedPlace<'_>) -> bool {
    let (other, first) = (&other.features, &top.features);
    other.name.score >= first.name.score
        && other.country.score >= first.country.score
        && other.division.score >= first.division.score
        && other.edit_distance.score >= 0.0
}

/// A state with more people than the city, which is small or called otherwise in full; a county beside a small town.
fn is_large_enough(other: &PlaceRef<'_>, city: &PlaceRef<'_>) -> bool {
    let (here, there) = (u64::from(city.population()), u64::from(other.population()));
    let is_small = here < u64::from(SMALL_TOWN);
    let is_state = other.is(Level::State) && there > here && (is_small || !same_name(other, city));
    let is_county = other.is(Level::County) && is_small && there * OF_A_SIZE >= here;
    (is_state || is_county) && !other.is(Level::City) && other.country() == city.country()
}

/// `Ahmadnagar` is what a town was called, and a larger district is.
fn is_better_named(other: &WeighedPlace<'_>, top: &WeighedPlace<'_>) -> bool {
    let (county, city) = (&other.place, &top.place);
    county.is(Level::County)
        && county.country() == city.country()
        && county.population() > city.population()
        && other.features.name.score >= top.features.name.score + NEXT_KIND_OF_NAME
}
