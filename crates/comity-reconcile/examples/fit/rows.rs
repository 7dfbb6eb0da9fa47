//! Rows whose answer is known, made from the gazetteer's own places: names made messy, and names of places left out.

use comity_fixtures::{Dice, KnownPlace, Mess};
use comity_gazetteer::{Gazetteer, NameKind, PlaceRef};
use comity_model::Level;
use comity_reconcile::Query;

/// A name as some list could write it, and what it means.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) country: String,
    /// What it means; `None` when no place we may answer with.
    pub(crate) truth: Option<u32>,
    /// What we may not answer with.
    pub(crate) not: Vec<u32>,
    pub(crate) kind: String,
    /// How much it counts in the fit.
    pub(crate) weight: f64,
}

impl Row {
    pub(crate) fn query(&self, with_country: bool) -> Query<'_> {
        let country = with_country.then_some(self.country.as_str());
        Query { country, not: &self.not, ..Query::named(&self.name) }
    }
}

/// Which places a row may be about: no place is in both halves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// To fit on.
    Learning,
    /// To measure on.
    Checking,
}

/// Places of at least so many inhabitants are in the shared `messy` files.
const LARGE: u32 = 15_000;
const SEED: u64 = 0x00c0_3171;

/// Large places made messy in every way, as the shared files are made, and smaller ones a third as often.
pub(crate) fn messy(gazetteer: &Gazetteer, half: Half) -> Vec<Row> {
    let mut rows = Vec::new();
    for place in cities(gazetteer, half).filter(|place| place.population() >= 1_000) {
        let mut dice = Dice::new(SEED ^ u64::from(place.geonames()));
        let rare = if place.population() >= LARGE { 1 } else { 9 };
        if dice.below(rare) == 0 {
            rows.extend(made_messy(gazetteer, &place, &mut dice));
        }
    }
    rows
}

fn made_messy(gazetteer: &Gazetteer, place: &PlaceRef<'_>, dice: &mut Dice) -> Option<Row> {
    let code = place.country();
    let country = gazetteer.countries().find(|(iso2, _)| *iso2 == code).map(|(_, country)| country.name())?;
    let country = country.split(',').next().unwrap_or(country);
    let real = |place: &PlaceRef<'_>| -> Vec<String> {
        let names = place.names().filter(|name| name.kind < NameKind::Romanised);
        names.map(|name| name.text.to_owned()).collect()
    };
    let latin = |name: &String| name.chars().all(|c| c < '\u{250}');
    let admins: Vec<String> =
        place.admin1().map(|admin| real(&admin)).unwrap_or_default().into_iter().filter(latin).collect();
    let others = real(place);
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    let admin = admins.first().map_or("", |_| dice.one_of(&admins).map_or("", String::as_str));
    let named = KnownPlace { name: place.name(), country, admin, others: &others };
    let mess = *dice.one_of(&Mess::ALL).expect("there are some");
    Some(Row {
        name: mess.of(&named, dice)?,
        country: code.to_string(),
        truth: Some(place.canonical().geonames()),
        not: Vec::new(),
        kind: if place.population() < LARGE { "Smaller".to_owned() } else { format!("{mess:?}") },
        weight: 1.0,
    })
}

/// Towns and villages asked for as if the gazetteer lacked them: nothing may be answered.
pub(crate) fn left_out(gazetteer: &Gazetteer, half: Half) -> Vec<Row> {
    let small = |place: &PlaceRef<'_>| (500..8_000).contains(&place.population());
    cities(gazetteer, half)
        .filter(small)
        .filter(|place| Dice::new(SEED ^ 1 ^ u64::from(place.geonames())).below(14) == 0)
        .filter_map(|place| left_out_row(gazetteer, &place))
        .collect()
}

/// The row, if nothing else of that name lies in the country.
fn left_out_row(gazetteer: &Gazetteer, place: &PlaceRef<'_>) -> Option<Row> {
    let hits = gazetteer.lookup(place.name());
    let namesakes = hits.iter().map(|hit| hit.place);
    let mut not: Vec<u32> = Vec::new();
    for other in namesakes {
        let km = other.point()?.km_to(place.point()?);
        if km > 25.0 {
            return None;
        }
        not.extend([other.geonames(), other.canonical().geonames()]);
    }
    Some(Row {
        name: place.name().to_owned(),
        country: place.country().to_string(),
        truth: None,
        not,
        kind: "LeftOut".to_owned(),
        weight: 1.0,
    })
}

/// Places of every size asked for by their own name.
pub(crate) fn plain(gazetteer: &Gazetteer, half: Half) -> Vec<Row> {
    let row = |place: PlaceRef<'_>| Row {
        name: place.name().to_owned(),
        country: place.country().to_string(),
        truth: Some(place.canonical().geonames()),
        not: Vec::new(),
        kind: "Plain".to_owned(),
        weight: 0.3,
    };
    cities(gazetteer, half)
        .filter(|place| Dice::new(SEED ^ 2 ^ u64::from(place.geonames())).below(40) == 0)
        .map(row)
        .collect()
}

fn cities(gazetteer: &Gazetteer, half: Half) -> impl Iterator<Item = PlaceRef<'_>> {
    gazetteer.places().filter(move |place| {
        let is_city = place.is(Level::City) && !place.is(Level::County) && !place.is_alias();
        let learning = Dice::new(u64::from(place.geonames())).below(2) == 0;
        is_city && learning == (half == Half::Learning)
    })
}
