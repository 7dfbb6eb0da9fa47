//! Which state, province, county or district of a country a text means.

use comity_model::Level;

use crate::country::Iso2;
use crate::gazetteer::Gazetteer;
use crate::layout::NameKind;
use crate::place::PlaceRef;
use comity_names::cores;
use comity_names::fold;

impl Gazetteer {
    /// Divisions of a country that a text names or abbreviates (`Ohio`, `NY`, `Kumamoto Prefecture`, `Oise`).
    ///
    /// States before counties, better names before worse. Several when the text fits several; empty when none.
    pub fn division(&self, country: Iso2, text: &str) -> Vec<PlaceRef<'_>> {
        let folded = fold(text);
        let whole = self.divisions_called(country, &folded);
        if !whole.is_empty() {
            return whole;
        }
        cores(&folded)
            .iter()
            .map(|core| self.divisions_called(country, &core.text))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    fn divisions_called(&self, country: Iso2, key: &str) -> Vec<PlaceRef<'_>> {
        let Some(number) = self.key_number(key) else { return Vec::new() };
        let rank = |place: &PlaceRef<'_>| u8::from(!place.is(Level::State));
        let mut found: Vec<(u8, NameKind, PlaceRef<'_>)> = self
            .hits(number)
            .filter(|hit| hit.kind <= NameKind::Code && hit.place.country() == country)
            .filter(|hit| hit.place.is(Level::State) || hit.place.is(Level::County))
            .map(|hit| (rank(&hit.place), hit.kind, hit.place))
            .collect();
        found.sort_by_key(|(rank, kind, place)| (*rank, *kind, place.geonames()));
        found.into_iter().map(|(.., place)| place).collect()
    }
}
