//! Countries by the names of their people: `chinese cities`, `Nigerian towns`.

use comity_model::Level;

use crate::hit::FoundBy;
use crate::meaning::Meaning;
use crate::search::Search;

/// People and languages by whose name a country is meant.
pub(crate) const DEMONYMS: [(&str, &str); 40] = [
    ("american", "united states"),
    ("argentine", "argentina"),
    ("australian", "australia"),
    ("austrian", "austria"),
    ("belgian", "belgium"),
    ("brazilian", "brazil"),
    ("british", "united kingdom"),
    ("canadian", "canada"),
    ("chilean", "chile"),
    ("chinese", "china"),
    ("colombian", "colombia"),
    ("cuban", "cuba"),
    ("czech", "czechia"),
    ("danish", "denmark"),
    ("dutch", "netherlands"),
    ("egyptian", "egypt"),
    ("finnish", "finland"),
    ("french", "france"),
    ("german", "germany"),
    ("greek", "greece"),
    ("hungarian", "hungary"),
    ("indian", "india"),
    ("indonesian", "indonesia"),
    ("iranian", "iran"),
    ("irish", "ireland"),
    ("israeli", "israel"),
    ("italian", "italy"),
    ("japanese", "japan"),
    ("korean", "south korea"),
    ("mexican", "mexico"),
    ("norwegian", "norway"),
    ("polish", "poland"),
    ("portuguese", "portugal"),
    ("russian", "russia"),
    ("spanish", "spain"),
    ("swedish", "sweden"),
    ("swiss", "switzerland"),
    ("taiwanese", "taiwan"),
    ("turkish", "turkey"),
    ("ukrainian", "ukraine"),
];

/// Endings of the names of peoples, the shortest first, and those of countries in their place: Nigerian, Kenyan, Vietnamese,
/// Pakistani, Panamanian.
const PEOPLES: [&str; 7] = ["n", "i", "an", "ian", "ese", "ean", "nian"];
const COUNTRIES: [&str; 5] = ["", "a", "o", "e", "y"];
/// Letters of a country's name without its ending, so that no word becomes a people by chance.
const SHORTEST: usize = 4;

impl<'a> Search<'a> {
    /// The country whose people are called so by the rule; none where another one begins with that word (Dominican).
    pub(crate) fn people_of(&self, text: &str) -> Option<Meaning<'a>> {
        let gazetteer = self.gazetteer?;
        let stems = PEOPLES.iter().filter_map(|ending| text.strip_suffix(ending));
        let stems = stems.filter(|stem| stem.len() >= SHORTEST);
        let mut names = stems.flat_map(|stem| COUNTRIES.iter().map(move |ending| format!("{stem}{ending}")));
        let country = names.find_map(|name| gazetteer.country_named(&name))?;
        let begun = gazetteer.prefix(text, 8);
        let is_other = begun.iter().any(|place| place.is(Level::Nation) && place.country() != country);
        let nation = self.nation(country).filter(|_| !is_other)?;
        Some(Meaning::new(nation, FoundBy::OtherName, text))
    }
}
