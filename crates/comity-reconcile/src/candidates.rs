//! Where to look: the name as it stands first, and only if that fails, further and further from it.

use comity_gazetteer::{Gazetteer, Iso2, NameKind, Near, PlaceRef};
use comity_model::Level;
use comity_names::{AffixKind, fold};

use crate::feature::is_within;
use crate::hint::Hint;
use crate::name_variant::NameVariant;
use crate::named_place::{NamedPlace, exact, found};
use crate::readings::Readings;
use crate::territory::covers;

/// More than this many namesakes are never weighed.
const MAX_HOMONYMS: usize = 48;

/// What was found in the stated country or its territories (or anywhere, if none is stated), and what elsewhere.
pub(crate) struct Where<'g, 'r> {
    pub(crate) here: NamedPlaces<'g, 'r>,
    pub(crate) elsewhere: NamedPlaces<'g, 'r>,
}

/// A name in its readings, and the country it is said to lie in.
#[derive(Clone, Copy)]
pub(crate) struct PlaceSearch<'g, 'r> {
    pub(crate) gazetteer: &'g Gazetteer,
    pub(crate) country: Option<Iso2>,
    pub(crate) readings: &'r Readings,
}

type NamedPlaces<'g, 'r> = Vec<NamedPlace<'g, 'r>>;

impl<'g: 'r, 'r> PlaceSearch<'g, 'r> {
    /// Places a name may mean, by the first step that finds any in the stated country, else in its territories.
    pub(crate) fn find(self, not: &[u32]) -> Where<'g, 'r> {
        let ruled_out = |place: PlaceRef<'_>| not.contains(&place.canonical().geonames());
        let mut elsewhere = Vec::new();
        for step in [
            Self::as_it_stands,
            Self::in_two_scripts,
            Self::turned,
            Self::exact_plain,
            Self::exact_cores,
            Self::exact_respelt,
            Self::by_initials,
            Self::slips,
            Self::containers,
            Self::part_of_name,
        ] {
            let mut found = step(self);
            found.retain(|found| !ruled_out(found.place));
            let Some(stated) = self.country.filter(|_| !found.is_empty()) else {
                if found.is_empty() {
                    continue;
                }
                return Where { here: best(with_namesake(self.gazetteer, found)), elsewhere };
            };
            for near in [|stated: Iso2, actual| stated == actual, covers] {
                let mut here: Vec<_> =
                    found.extract_if(.., |found| near(stated, found.place.country())).collect();
                if !here.is_empty() {
                    // Laayoune lies in the Western Sahara, and a province of Morocco is called after it.
                    if !here.iter().any(is_city) {
                        here.extend(
                            found.extract_if(.., |found| {
                                is_city(found) && covers(stated, found.place.country())
                            }),
                        );
                    }
                    return Where {
                        here: best(with_namesake(self.gazetteer, here)),
                        elsewhere: best(elsewhere),
                    };
                }
            }
            if elsewhere.is_empty() {
                elsewhere = found;
            }
        }
        Where { here: Vec::new(), elsewhere: best(elsewhere) }
    }

    /// What the place is said to lie in, where nothing close to its own name is known.
    pub(crate) fn find_container(self) -> NamedPlaces<'g, 'r> {
        best(self.containers().into_iter().filter(|found| self.holds(found)).collect())
    }

    /// The whole text is a name: its parts are not looked at.
    fn as_it_stands(self) -> NamedPlaces<'g, 'r> {
        let mut found: Vec<_> =
            self.readings.whole().flat_map(|reading| exact(self.gazetteer, reading)).collect();
        if !found.iter().any(is_city) {
            return Vec::new();
        }
        // `City of Austin` is on file for the one in Minnesota, and is no more its name than that of the one in Texas.
        let words = self
            .readings
            .cores()
            .iter()
            .filter(|core| core.within.is_empty() && core.kind == Some(AffixKind::City));
        let bare: Vec<_> =
            words.filter(|core| found.iter().any(|found| is_filed_under(found, core))).collect();
        found.extend(bare.into_iter().flat_map(|core| exact(self.gazetteer, core)));
        found
    }

    fn in_two_scripts(self) -> NamedPlaces<'g, 'r> {
        self.readings.scripts.as_ref().map_or_else(Vec::new, |scripts| scripts.find(self.gazetteer))
    }

    /// The country or the division comes first.
    fn turned(self) -> NamedPlaces<'g, 'r> {
        let readings = self.readings.plain.iter().filter(|reading| reading.is_inverted);
        readings
            .flat_map(|reading| {
                exact(self.gazetteer, reading).filter(|found| lies_within(self.gazetteer, found))
            })
            .collect()
    }

    fn exact_plain(self) -> NamedPlaces<'g, 'r> {
        // `City of Madison` is in full the name of the one in Minnesota, and said to lie in Wisconsin.
        let placed = self.readings.cores().iter().filter(|reading| !reading.within.is_empty());
        let readings = self.readings.named().chain(&self.readings.long).chain(placed);
        readings.flat_map(|reading| exact(self.gazetteer, reading)).collect()
    }

    fn exact_cores(self) -> NamedPlaces<'g, 'r> {
        let mut found: Vec<_> =
            self.readings.cores().iter().flat_map(|reading| exact(self.gazetteer, reading)).collect();
        // `City of London Corporation` is the City of London, as long as there is one.
        let taken = |found: &NamedPlace<'_, '_>| found.reading.taken.matches('…').count();
        let is_there = |place: &PlaceRef<'_>| self.country.is_none_or(|country| country == place.country());
        let there = found.iter().filter(|found| is_city(found) && is_there(&found.place));
        if let Some(least) = there.map(taken).min() {
            found.retain(|found| taken(found) <= least);
        }
        found
    }

    fn exact_respelt(self) -> NamedPlaces<'g, 'r> {
        let local = self.readings.local(self.country).iter().flat_map(|(spelling, reading)| {
            exact(self.gazetteer, reading).filter(|found| spelling.is_of(found.place.country()))
        });
        self.readings
            .respelt()
            .iter()
            .flat_map(|reading| exact(self.gazetteer, reading))
            .chain(local)
            .collect()
    }

    fn by_initials(self) -> NamedPlaces<'g, 'r> {
        self.readings.initials.as_ref().map_or_else(Vec::new, |initials| initials.find(self.gazetteer))
    }

    /// One slip of the pen or two. In a known country both, so that they compete; else the second only for want of the first.
    fn slips(self) -> NamedPlaces<'g, 'r> {
        let one = |reading: &'r NameVariant| self.gazetteer.one_edit(&reading.name);
        let two = |reading: &'r NameVariant| self.gazetteer.two_edits(&reading.name, self.country);
        let mut found = self.near(one);
        if self.country.is_some() || found.is_empty() {
            found.extend(self.near(two));
        }
        found
    }

    /// What the place is said to lie in, when it is not known itself.
    fn containers(self) -> NamedPlaces<'g, 'r> {
        self.readings
            .plain
            .iter()
            .filter(|reading| reading.is_container)
            .flat_map(|reading| exact(self.gazetteer, reading))
            .collect()
    }

    /// The longest run of the name's words that is known.
    fn part_of_name(self) -> NamedPlaces<'g, 'r> {
        let mut known = self.readings.parts().iter().map(|reading| self.exact_in(reading));
        known.find(|found| !found.is_empty()).unwrap_or_default()
    }

    fn near(self, search: impl Fn(&'r NameVariant) -> Vec<Near<'g>>) -> NamedPlaces<'g, 'r> {
        self.readings
            .all()
            .flat_map(|reading: &'r NameVariant| {
                search(reading).into_iter().flat_map(move |near| all_of(near, reading))
            })
            .collect()
    }

    fn exact_in(self, reading: &'r NameVariant) -> NamedPlaces<'g, 'r> {
        exact(self.gazetteer, reading).filter(|found| self.holds(found)).collect()
    }

    /// Whether the place lies in the stated country or a territory of it.
    fn holds(self, found: &NamedPlace<'_, '_>) -> bool {
        self.country.is_none_or(|country| covers(country, found.place.country()))
    }
}

/// `Kuwait` may be its city: where only the country bears the name, the city that is called after it joins.
fn with_namesake<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    mut found: NamedPlaces<'g, 'r>,
) -> NamedPlaces<'g, 'r> {
    let nation =
        found.iter().find(|found| found.place.is(Level::Nation) && !found.place.is(Level::City)).cloned();
    let Some(nation) = nation else { return found };
    let name = nation.place.ascii_name();
    let city = gazetteer.places_in(nation.place.country()).take(60).find(|place: &PlaceRef<'_>| {
        place
            .ascii_name()
            .strip_prefix(name)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    });
    found.extend(city.map(|place| NamedPlace { place, ..nation }));
    found
}

/// Whether the place is called so with words of kind, and filed without them.
fn is_filed_under(found: &NamedPlace<'_, '_>, core: &NameVariant) -> bool {
    found.kind != NameKind::Main && fold(found.place.canonical().ascii_name()) == core.name
}

fn is_city(found: &NamedPlace<'_, '_>) -> bool {
    found.place.canonical().is(Level::City)
}

fn lies_within(gazetteer: &Gazetteer, found: &NamedPlace<'_, '_>) -> bool {
    let place = found.place.canonical();
    let holds = |text: &String| is_within(&Hint::resolve(gazetteer, Some(place.country()), text), &place);
    place.is(Level::City) && found.reading.within.iter().all(holds)
}

fn all_of<'g: 'r, 'r>(near: Near<'g>, reading: &'r NameVariant) -> impl Iterator<Item = NamedPlace<'g, 'r>> {
    let (key, edits) = (near.key, near.edits);
    let same_numbers = digits(key).eq(digits(&reading.name));
    near.hits.into_iter().filter(move |_| same_numbers).map(move |hit| found(hit, key, edits, reading))
}

/// A wrong digit is another place, not a slip.
fn digits(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(char::is_ascii_digit)
}

/// Each place once, by the way that fits it best; the likeliest first.
fn best<'g, 'r>(mut found: NamedPlaces<'g, 'r>) -> NamedPlaces<'g, 'r> {
    let rank = |found: &NamedPlace<'_, '_>| (found.edits, found.kind, trust(found));
    found.sort_by(|a, b| a.place.geonames().cmp(&b.place.geonames()).then_with(|| rank(a).cmp(&rank(b))));
    found.dedup_by_key(|found| found.place.geonames());
    found.sort_by_key(|found| {
        (found.edits, std::cmp::Reverse(found.place.population()), found.place.geonames())
    });
    found.truncate(MAX_HOMONYMS);
    found
}

/// Distrust in thousandths, so that it can be ordered.
#[expect(clippy::cast_possible_truncation, reason = "between 0 and 1000")]
fn trust(found: &NamedPlace<'_, '_>) -> i32 {
    ((1.0 - found.reading.trust) * 1000.0) as i32
}
