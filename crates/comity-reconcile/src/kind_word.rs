//! Words of kind that speak against a place that does not bear them: 高山村 is not the city of Takayama.

use std::sync::LazyLock;

use comity_gazetteer::{NameKind, PlaceRef};
use comity_model::Level;
use comity_names::{AffixKind, fold};

use crate::name_variant::NameVariant;
use crate::named_place::NamedPlace;

/// What unites several municipalities, often under the name of one of them.
const UNIONS: [&str; 19] = [
    "samtgemeinde",
    "verbandsgemeinde",
    "verwaltungsgemeinschaft",
    "verwaltungsverband",
    "communaute urbaine",
    "communaute d agglomeration",
    "communaute de communes",
    "communaute",
    "mancomunidad",
    "mancomunitat",
    "unione dei comuni",
    "unione di comuni",
    "unione comuni",
    "comunita montana",
    "comunita",
    "mikroregion",
    "grand",
    "metropole",
    "metropole europeenne",
];

/// Divisions that are called after a city and are not the city. Not `land`, `state`, `municipality` or `district`, which
/// a city may be by itself.
const AROUND: [&str; 52] = [
    "provincia",
    "provincia autonoma",
    "diputacion",
    "diputacion provincial",
    "diputacio",
    "citta metropolitana",
    "libero consorzio comunale",
    "province",
    "provincie",
    "provinz",
    "provinsi",
    "region",
    "the region",
    "regione",
    "oblast",
    "oblastta",
    "область",
    "region metropolitaine",
    "regiao metropolitana",
    "metropolitan region",
    "governorate",
    "voivodeship",
    "wojewodztwo",
    "county",
    "county council",
    "council area",
    "landkreis",
    "kreis",
    "bezirk",
    "departamento",
    "departement",
    "department",
    "rayon",
    "raion",
    "raionul",
    "район",
    "powiat",
    "okres",
    "kabupaten",
    "regency",
    "judetul",
    "judet",
    "zupanija",
    "megye",
    "oblysy",
    "viloyati",
    "krai",
    "kray",
    "wilaya",
    "muhafazat",
    "shahrestan",
    "prefecture",
];

/// What Spain calls its divisions of the first level, and nothing below. Elsewhere a `comunidad` may be a village.
const OF_SPAIN: [&str; 6] =
    ["comunidad", "comunidad autonoma", "comunidad foral", "comunitat autonoma", "generalitat", "region"];

/// A city of so many people is known with what lies around it by a name of its own. Guessed.
const WITH_SUBURBS: u32 = 1_000_000;

/// What the words around the name say against the place; `None` where they say nothing against it.
///
/// Of a name that stands as written only another one of the place is judged: a heading says what it is.
pub(crate) fn against(found: &NamedPlace<'_, '_>, place: &PlaceRef<'_>) -> Option<String> {
    let reading = found.reading;
    let is_stripped = !reading.taken.is_empty();
    if let Some(word) = LocalWord::around(found, place).filter(|_| is_stripped) {
        return (!word.is_borne_by(place)).then(|| format!("`{}` is not in its name", word.written));
    }
    if COUNTY_WORDS.contains(&reading.taken) && is_city_of_china(place) {
        return Some(format!("a city, no longer a `{}`", reading.taken));
    }
    if !is_stripped && found.kind == NameKind::Main {
        return None;
    }
    let is_of_heading = |word: &str| frames(&fold(place.ascii_name()), word);
    if let Some(word) = said(found, &UNIONS).filter(|word| !is_of_heading(word)) {
        return Some(format!("`{word}` unites several municipalities"));
    }
    // `Greater` is put before any town, and is more than a large one.
    let is_large = reading.taken != "greater" || place.population() >= WITH_SUBURBS;
    let is_metro = is_stripped && reading.kind == Some(AffixKind::Metro) && is_large;
    if is_metro
        && !place.is(Level::Metro)
        && !place.names().any(|name| frames(&fold(name.text), &reading.taken))
    {
        return Some(format!("`{}` is more than the place of its name", reading.taken));
    }
    if let Some(word) = said(found, &OF_SPAIN).filter(|_| is_below_first_in_spain(place)) {
        return Some(format!("no {word}"));
    }
    let word = said(found, &AROUND)?;
    let governs_it = place.is(Level::County) || place.is(Level::State);
    let is_only_city = place.is(Level::City) && (is_stripped || !governs_it);
    (is_only_city && !is_of_heading(word)).then(|| format!("the city, not a {word}"))
}

fn is_city_of_china(place: &PlaceRef<'_>) -> bool {
    let is_here = ["CN", "TW"].contains(&place.country().as_str());
    is_here && has_name_with(place, &CITY_WORDS) && !has_name_with(place, &COUNTY_WORDS)
}

fn is_below_first_in_spain(place: &PlaceRef<'_>) -> bool {
    place.country().as_str() == "ES" && !place.is(Level::State)
}

/// The first of these words that was taken from the name, or that frames it where none was taken.
fn said(found: &NamedPlace<'_, '_>, words: &[&'static str]) -> Option<&'static str> {
    let taken = &found.reading.taken;
    let mut words = words.iter().copied();
    if taken.is_empty() {
        return words.find(|word| frames(found.key, word));
    }
    let taken: Vec<&str> = taken.split(" … ").collect();
    words.find(|word| taken.contains(word))
}

/// `Orange County`: what is filed under such a name says itself what it is.
pub(crate) fn is_division_by_heading(found: &NamedPlace<'_, '_>, place: &PlaceRef<'_>) -> bool {
    let governs = place.is(Level::County) || place.is(Level::State);
    governs && found.reading.taken.is_empty() && said(found, &AROUND).is_some()
}

/// Whether the words taken from the name say that a division around a city is meant.
pub(crate) fn is_of_division(reading: &NameVariant) -> bool {
    reading.taken.split(" … ").any(|taken| AROUND.contains(&taken))
}

/// Whether a folded name begins or ends with the word.
fn frames(name: &str, word: &str) -> bool {
    let rest = name.strip_prefix(word).or_else(|| name.strip_suffix(word));
    rest.is_some_and(|rest| rest.starts_with(' ') || rest.ends_with(' '))
}

/// Whether they say that a state is meant, and no county: where there are both, `province` may be either.
pub(crate) fn is_of_state(reading: &NameVariant) -> bool {
    matches!(
        reading.taken.as_str(),
        "state" | "the state" | "estado" | "governo do estado" | "state government"
    )
}

/// From here on Unicode has the letters of China, Japan and Korea, where one may be a name: 森 is a town.
pub(crate) const FIRST_OF_CJK: u32 = 0x2e80;

/// A word of East Asia for what is less than a city: 町, 村, 区, `-machi`, `-gun`.
pub(crate) struct LocalWord {
    pub(crate) written: &'static str,
    alike: &'static [String],
}

/// Signs written together with the name, then words beside it, one kind a line.
const LOCAL: [&str; 5] = [
    "町 镇 읍 machi cho zhen eup town",
    "村 乡 면 리 mura son xiang myeon village",
    "区 구 ku gu qu ward district",
    "郡 군 gun",
    "街道 동 dong jiedao subdistrict",
];
const CITY: &str = "市 시 shi si city";
const COUNTRIES: [&str; 5] = ["JP", "CN", "KR", "KP", "TW"];

/// A county of China or Taiwan, where a city is none, and none of its name may be left.
const COUNTY: &str = "县 xian hsien county";

static LOCAL_WORDS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| LOCAL.iter().copied().map(words).collect());
static CITY_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| words(CITY));
static COUNTY_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| words(COUNTY));

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(fold).collect()
}

/// The words in Latin letters that stand beside a name where the place lies, `city` in their languages among them; none
/// outside East Asia.
pub(crate) fn latin_words(place: &PlaceRef<'_>) -> impl Iterator<Item = &'static str> {
    let is_here = COUNTRIES.contains(&place.country().as_str());
    let words = LOCAL_WORDS.iter().flatten().chain(CITY_WORDS.iter());
    words.map(String::as_str).filter(move |word| is_here && word.is_ascii())
}

/// `ogunimachi` → `oguni`: the word written together with the name.
pub(crate) fn without_latin_word(heading: &str) -> Option<&str> {
    let words = LOCAL_WORDS.iter().flatten().filter(|word| word.is_ascii() && word.len() > 2);
    words.into_iter().find_map(|word| heading.strip_suffix(word.as_str()).filter(|core| core.len() > 2))
}

impl LocalWord {
    /// The word that the name has, as far as the place lies where such words are used.
    pub(crate) fn around(found: &NamedPlace<'_, '_>, place: &PlaceRef<'_>) -> Option<Self> {
        if !COUNTRIES.contains(&place.country().as_str()) {
            return None;
        }
        let taken = found.reading.taken.as_str();
        let name = if taken.is_empty() { found.key } else { taken };
        LOCAL_WORDS.iter().find_map(|alike| {
            let written = alike.iter().find(|word| taken == **word || ends_with(name, word))?;
            Some(Self { written, alike })
        })
    }

    /// Whether the place is called so in any of its names.
    fn is_borne_by(&self, place: &PlaceRef<'_>) -> bool {
        has_name_with(place, self.alike)
    }

    /// Whether the place may be called so: it is, or nothing says that it is a city.
    pub(crate) fn may_be_of(&self, place: &PlaceRef<'_>) -> bool {
        self.is_borne_by(place) || !has_name_with(place, &CITY_WORDS)
    }
}

fn has_name_with(place: &PlaceRef<'_>, words: &[String]) -> bool {
    place.names().any(|name| {
        let name = fold(name.text);
        words.iter().any(|word| ends_with(&name, word))
    })
}

/// A sign at the end, or a word of its own there.
fn ends_with(name: &str, word: &str) -> bool {
    let rest = name.strip_suffix(word);
    rest.is_some_and(|rest| if word.is_ascii() { rest.ends_with(' ') } else { !rest.is_empty() })
}
