//! Which country a text means: names in many languages, codes, slips of the pen, and why.

use std::collections::BTreeSet;

use comity_model::Level;
use serde::{Deserialize, Serialize};

use crate::country_code::{by_fips, by_number};
use crate::former_country::former_country;
use crate::gazetteer::Gazetteer;
use crate::layout::NameKind;
use crate::place::PlaceRef;
use comity_names::fold;

/// An ISO 3166-1 alpha-2 code (and XK for Kosovo, as GeoNames has it).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Iso2([u8; 2]);

/// A text that is not two Latin letters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a two-letter country code")]
pub struct BadCode {
    pub text: String,
}

/// The country a text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryMatch {
    pub iso2: Iso2,
    /// The part of the text that names something inside the country: `Ohio` of `Ohio, United States`.
    pub within: Option<String>,
    /// A sentence for a reader; empty when the text is the country's plain name or code.
    pub why: String,
    /// The text is the name or code itself, not a correction of it.
    pub exact: bool,
}

impl Gazetteer {
    /// The country a text means, if only one can be meant.
    ///
    /// Understands names in every language held, ISO codes, numbers of the UN, `FIPS GM`, a country of the past that one of
    /// today came after (`DDR`), `in Italy`, `Korea, Rep.`, `Ohio, United States`,
    /// parts of the United Kingdom, and one slip of the pen (two in long names).
    pub fn country(&self, text: &str) -> Option<CountryMatch> {
        let folded = fold(text);
        if folded.is_empty() {
            return None;
        }
        let exact = |iso2| CountryMatch { iso2, within: None, why: String::new(), exact: true };
        usage(&folded)
            .or_else(|| self.by_code(text.trim()).map(exact))
            .or_else(|| self.nation_of(&folded).map(exact))
            .or_else(|| by_number(text.trim()).or_else(|| by_fips(text.trim())).map(exact))
            .or_else(|| only_successor(text))
            .or_else(|| self.inside_out(text))
            .or_else(|| self.without_affixes(text, &folded))
            .or_else(|| self.by_words(&folded))
            .or_else(|| self.misspelt(&folded))
    }

    /// The country that bears this very name or code: no corrections, nothing left out.
    pub fn country_named(&self, text: &str) -> Option<Iso2> {
        self.by_code(text.trim()).or_else(|| self.nation_of(&fold(text)))
    }

    /// `RU` is Russia, although some language calls another country so.
    fn by_code(&self, text: &str) -> Option<Iso2> {
        let found = self.info().iso.iter().find(|code| code.place != 0 && code.is(text));
        found.map(|code| code.iso2)
    }

    fn nation_of(&self, key: &str) -> Option<Iso2> {
        let number = self.key_number(key)?;
        let mut best: Option<(NameKind, PlaceRef<'_>)> = None;
        for hit in self.hits(number).filter(|hit| hit.place.is(Level::Nation) && hit.kind <= NameKind::Code) {
            match best {
                Some((kind, place)) if kind == hit.kind && place != hit.place => return None,
                Some((kind, _)) if kind <= hit.kind => {}
                _ => best = Some((hit.kind, hit.place)),
            }
        }
        best.map(|(_, place)| place.country())
    }

    /// `Ohio, United States` → United States; `Hong Kong, China` and `Réunion, France` → the territory.
    fn inside_out(&self, text: &str) -> Option<CountryMatch> {
        let parts: Vec<&str> = text
            .split([',', ';', '(', ')', '/', '[', ']'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        let (first, rest) = parts.split_first()?;
        let outer = rest.iter().rev().find_map(|part| self.nation_of(&fold(part)));
        let inner = self.nation_of(&fold(first));
        match (inner, outer) {
            (Some(inner), Some(outer)) if inner != outer => Some(reading(
                inner,
                None,
                format!("`{text}` names {inner} first, a territory with its own code"),
            )),
            (Some(_), Some(outer)) if usage(&fold(first)).is_some() => {
                Some(reading(outer, Some((*first).to_owned()), format!("`{first}` lies in {outer}")))
            }
            (Some(inner), _) if !rest.is_empty() && !decides(rest) => {
                Some(reading(inner, None, format!("`{first}` read without what follows")))
            }
            (None, Some(outer)) => {
                Some(reading(outer, Some((*first).to_owned()), format!("`{first}` lies in {outer}")))
            }
            _ => None,
        }
    }

    fn without_affixes(&self, text: &str, folded: &str) -> Option<CountryMatch> {
        let bare = AFFIXES.iter().find_map(|affix| {
            folded.strip_prefix(affix).or_else(|| folded.strip_suffix(&format!(" {}", affix.trim_end())))
        })?;
        Some(reading(self.nation_of(bare)?, None, format!("`{text}` read as `{bare}`")))
    }

    fn by_words(&self, folded: &str) -> Option<CountryMatch> {
        let words = country_words(folded);
        let number = self.key_number(&words)?;
        let codes: BTreeSet<Iso2> = self
            .hits(number)
            .filter(|hit| hit.kind == NameKind::Words)
            .map(|hit| hit.place.country())
            .collect();
        let only = codes.first().filter(|_| codes.len() == 1)?;
        Some(reading(*only, None, format!("`{folded}` has the words of its name")))
    }

    /// One edit, or two in names of nine letters and more; never when two countries are as near.
    fn misspelt(&self, folded: &str) -> Option<CountryMatch> {
        let letters = folded.chars().count();
        let most = match letters {
            0..4 => return None,
            4..9 => 1,
            _ => 2,
        };
        let mut found: Vec<(usize, Iso2, &str)> = Vec::new();
        for near in self.nations_within_two(folded).into_iter().filter(|near| near.edits <= most) {
            let nations =
                near.hits.iter().filter(|hit| hit.place.is(Level::Nation) && hit.kind <= NameKind::Other);
            found.extend(nations.map(|hit| (near.edits, hit.place.country(), near.key)));
        }
        found.sort_unstable();
        let (edits, iso2, key) = *found.first()?;
        let rival = found.iter().any(|(e, other, _)| *e == edits && *other != iso2);
        let same_start = key.chars().next() == folded.chars().next();
        (!rival && same_start).then(|| reading(iso2, None, format!("`{folded}` is a misspelling of `{key}`")))
    }
}

/// The country after one of the past, where there is only one.
fn only_successor(text: &str) -> Option<CountryMatch> {
    let former = former_country(text)?;
    let only = former.successors.first().filter(|_| former.successors.len() == 1)?;
    Some(reading(*only, None, format!("{}; {only} came after it", former.told())))
}

/// What lists usually mean where the plain name could be several countries, or is no country in the codes.
fn usage(folded: &str) -> Option<CountryMatch> {
    let (_, code, within, why) = USAGE.iter().find(|(text, ..)| *text == folded)?;
    let within = (!within.is_empty()).then(|| (*within).to_owned());
    Some(CountryMatch { iso2: code.parse().ok()?, within, why: (*why).to_owned(), exact: true })
}

fn reading(iso2: Iso2, within: Option<String>, why: String) -> CountryMatch {
    CountryMatch { iso2, within, why, exact: false }
}

/// Words after the comma that decide which of two countries is meant: `Korea, Dem. Rep.`.
fn decides(rest: &[&str]) -> bool {
    rest.iter().any(|part| {
        !country_words(&fold(part)).is_empty()
            && fold(part).split(' ').any(|word| DECIDING.contains(&expand(word)))
    })
}

/// The telling words of a country's name in alphabetical order: `Korea, Dem. People's Rep. of` → `democratic korea`.
pub(crate) fn country_words(folded: &str) -> String {
    let words: BTreeSet<&str> = folded.split(' ').map(expand).filter(|word| !EMPTY.contains(word)).collect();
    format!("{}{}", WORDS_MARK, words.into_iter().collect::<Vec<_>>().join(" "))
}

/// Keeps keys made of words apart from names.
const WORDS_MARK: &str = "\u{1}";

fn expand(word: &str) -> &str {
    match word {
        "rep" => "republic",
        "dem" => "democratic",
        "fed" => "federated",
        "st" => "saint",
        "is" | "isl" => "islands",
        "s" => "south",
        "n" => "north",
        other => other,
    }
}

/// Words that do not tell one country from another.
const EMPTY: [&str; 36] = [
    "the",
    "of",
    "and",
    "republic",
    "state",
    "states",
    "sts",
    "kingdom",
    "plurinational",
    "bolivarian",
    "islamic",
    "arab",
    "federated",
    "federal",
    "federation",
    "former",
    "formerly",
    "yugoslav",
    "fyr",
    "tfyr",
    "sar",
    "special",
    "administrative",
    "region",
    "occupied",
    "territory",
    "territories",
    "province",
    "peoples",
    "people",
    "rb",
    "pdr",
    "commonwealth",
    "union",
    "part",
    "jamahiriya",
];

const DECIDING: [&str; 6] = ["democratic", "north", "south", "kinshasa", "brazzaville", "british"];

/// What may stand before or after a country's name and says nothing.
const AFFIXES: [&str; 22] = [
    "in the ",
    "in ",
    "the ",
    "from ",
    "of ",
    "at ",
    "republic of ",
    "state of ",
    "kingdom of ",
    "united republic of ",
    "commonwealth of ",
    "federal republic of ",
    "federation of ",
    "peoples republic of ",
    "en ",
    "au ",
    "aux ",
    "en la ",
    "mainland ",
    "country ",
    "republique de ",
    "republica de ",
];

/// Folded text, code, part meant, reason. Only what no rule above can find.
const USAGE: [(&str, &str, &str, &str); 28] = [
    ("england", "GB", "England", "England is a part of the United Kingdom"),
    ("scotland", "GB", "Scotland", "Scotland is a part of the United Kingdom"),
    ("wales", "GB", "Wales", "Wales is a part of the United Kingdom"),
    ("northern ireland", "GB", "Northern Ireland", "Northern Ireland is a part of the United Kingdom"),
    ("britain", "GB", "", "Britain read as the United Kingdom"),
    ("great britain", "GB", "", "Great Britain read as the United Kingdom"),
    ("republic of ireland", "IE", "", ""),
    ("korea", "KR", "", "Korea without a direction read as South Korea"),
    ("congo", "CG", "", "Congo without its capital read as Congo (Brazzaville)"),
    ("northern cyprus", "CY", "", "Northern Cyprus has no code of its own"),
    ("west bank", "PS", "", "the West Bank is filed under Palestine"),
    ("gaza strip", "PS", "", "the Gaza Strip is filed under Palestine"),
    ("saint martin", "MF", "", "Saint-Martin read as its French part"),
    ("micronesia", "FM", "", "Micronesia read as the Federated States"),
    ("macedonia", "MK", "", "Macedonia read as North Macedonia"),
    ("uk", "GB", "", "UK read as the United Kingdom"),
    ("uae", "AE", "", "UAE read as the United Arab Emirates"),
    ("vae", "AE", "", "VAE read as the United Arab Emirates"),
    ("drc", "CD", "", "DRC read as the Democratic Republic of the Congo"),
    ("prc", "CN", "", "PRC read as the People's Republic of China"),
    ("fyrom", "MK", "", "FYROM read as North Macedonia"),
    ("turkiye cumhuriyeti", "TR", "", ""),
    ("abkhazia", "GE", "", "Abkhazia is filed under Georgia"),
    ("south ossetia", "GE", "", "South Ossetia is filed under Georgia"),
    ("transnistria", "MD", "", "Transnistria is filed under Moldova"),
    ("somaliland", "SO", "", "Somaliland is filed under Somalia"),
    ("moldavia", "MD", "", "Moldavia read as Moldova"),
    ("islas malvinas", "FK", "", ""),
];

impl Iso2 {
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("two Latin letters")
    }
}

impl std::str::FromStr for Iso2 {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        match *text.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(BadCode { text: text.to_owned() }),
        }
    }
}

impl TryFrom<String> for Iso2 {
    type Error = BadCode;
    fn try_from(text: String) -> Result<Self, BadCode> {
        text.parse()
    }
}

impl From<Iso2> for String {
    fn from(code: Iso2) -> Self {
        code.as_str().to_owned()
    }
}

impl std::fmt::Display for Iso2 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::fmt::Debug for Iso2 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
