//! What English calls a place, where the name it is filed under would puzzle a reader, and what Chinese calls it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

static COUNTRIES: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| lines(include_str!("place/countries.txt")).collect());

static DIVISIONS: LazyLock<HashMap<u32, &str>> = LazyLock::new(|| {
    let lines = lines(include_str!("place/divisions.txt"));
    lines.filter_map(|(id, name)| Some((id.parse().ok()?, name))).collect()
});

static CHINESE_COUNTRIES: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| lines(include_str!("place/countries-zh.txt")).collect());

static CHINESE_PLACES: LazyLock<HashMap<u32, &str>> = LazyLock::new(|| {
    let lines = lines(include_str!("place/places-zh.txt"));
    lines.filter_map(|(id, name)| Some((id.parse().ok()?, name))).collect()
});

/// Countries that do not write Latin letters: their names there are transcriptions, with marks that readers of English do
/// not know. By the script that CLDR 48.2.0 gives as likely; without those that are written in Latin letters too (Serbia,
/// North Macedonia, the Maghreb); with Viet Nam, whose letters bear two marks.
const TRANSCRIBED: [&str; 45] = [
    "AE", "AF", "AM", "BD", "BG", "BH", "BT", "BY", "CN", "CY", "EG", "ET", "GE", "GR", "IL", "IN", "IQ",
    "IR", "JO", "JP", "KG", "KH", "KP", "KR", "KW", "KZ", "LA", "LB", "LK", "LY", "MM", "MN", "MV", "NP",
    "OM", "PK", "PS", "QA", "RU", "SA", "SD", "SY", "TH", "UA", "VN",
];

/// Where an apostrophe stands for a letter without a sound: Ryazan’.
const SOFT: [&str; 3] = ["BY", "RU", "UA"];

/// A place as gazetteer and register have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FiledPlace<'p> {
    pub name: &'p str,
    /// Its GeoNames id.
    pub geonames: u32,
    /// ISO 3166-1 alpha-2; empty where unknown.
    pub country: &'p str,
    pub is_nation: bool,
    /// What its source says that English calls it.
    pub tagged: Option<&'p str>,
}

impl<'p> FiledPlace<'p> {
    /// A country and a division as CLDR calls them; for a name in transcription the tagged one, else without its marks; any
    /// other as it is filed.
    ///
    /// ```
    /// # use comity_messages::FiledPlace;
    /// let place = |name, geonames, country| FiledPlace { name, geonames, country, is_nation: false, tagged: None };
    /// assert_eq!(place("Hebei Sheng", 1_808_773, "CN").in_english(), "Hebei");
    /// assert_eq!(place("Köln", 2_886_242, "DE").in_english(), "Köln");
    /// ```
    pub fn in_english(&self) -> Cow<'p, str> {
        let country = self.is_nation.then(|| COUNTRIES.get(self.country)).flatten();
        match country.or_else(|| DIVISIONS.get(&self.geonames)) {
            Some(name) => Cow::Borrowed(name),
            None => self.plain(),
        }
    }

    /// What Chinese calls it, in simplified letters; `None` where no such name is at hand.
    pub fn in_chinese(&self) -> Option<&'static str> {
        let country = self.is_nation.then(|| CHINESE_COUNTRIES.get(self.country)).flatten();
        country.or_else(|| CHINESE_PLACES.get(&self.geonames)).copied()
    }

    fn plain(&self) -> Cow<'p, str> {
        if !TRANSCRIBED.contains(&self.country) {
            return Cow::Borrowed(self.name);
        }
        let mut plain = Cow::Borrowed(self.name);
        if self.name.chars().any(is_marked) && self.name.chars().all(is_transcription) {
            plain = self.tagged.map_or_else(|| any_ascii::any_ascii(self.name).into(), Cow::Borrowed);
        }
        if SOFT.contains(&self.country) && plain.contains(is_apostrophe) {
            plain = Cow::Owned(plain.replace(is_apostrophe, ""));
        }
        plain
    }
}

fn is_marked(c: char) -> bool {
    !c.is_ascii() && !is_apostrophe(c)
}

fn is_transcription(c: char) -> bool {
    c.is_ascii()
        || is_apostrophe(c)
        || matches!(c, '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | 'ʿ' | 'ʾ' | 'ʹ' | '`')
}

/// Of `code name`; `#` begins a remark.
fn lines(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, geonames: u32, country: &str, english: &str) {
        let place = FiledPlace { name, geonames, country, is_nation: geonames == 0, tagged: None };
        assert_eq!(place.in_english(), english);
    }

    #[test]
    fn countries_and_divisions_are_called_as_in_cldr() {
        check("Taiwan, Province of China", 0, "TW", "Taiwan");
        check("Iran, Islamic Republic of", 0, "IR", "Iran");
        check("Congo, The Democratic Republic of the", 0, "CD", "Congo (DRC)");
        check("Elsewhere", 0, "", "Elsewhere");
        check("Novgorodskaya oblast'", 519_324, "RU", "Novgorod");
        check("Krung Thep Maha Nakhon", 1_609_348, "TH", "Bangkok");
        // Its code of ISO 3166-2 was another province's once.
        check("Tehrān", 110_791, "IR", "Tehran");
    }

    #[test]
    fn transcriptions_lose_their_marks_and_other_names_keep_theirs() {
        check("Reẖovot", 293_725, "IL", "Rehovot");
        check("Huế", 1_580_240, "VN", "Hue");
        check("Arkhangel’sk", 581_049, "RU", "Arkhangelsk");
        check("Xi’an", 1_790_630, "CN", "Xi’an");
        check("Velikiy Novgorod", 519_336, "RU", "Velikiy Novgorod");
        check("Salé", 2_537_763, "MA", "Salé");
        check("Bistriţa", 684_039, "RO", "Bistriţa");
        check("北京", 1, "CN", "北京");
    }

    fn chinese(geonames: u32, country: &str, is_nation: bool) -> Option<&'static str> {
        FiledPlace { name: "", geonames, country, is_nation, tagged: None }.in_chinese()
    }

    #[test]
    fn chinese_has_names_of_its_own() {
        assert_eq!(chinese(6_252_001, "US", true), Some("美国"));
        assert_eq!(chinese(5_128_581, "US", false), Some("纽约"));
        assert_eq!(chinese(1_863_289, "JP", false), Some("滨松"));
        assert_eq!(chinese(1, "US", false), None);
    }

    #[test]
    fn every_line_is_a_name() {
        assert!(CHINESE_COUNTRIES.len() > 200 && CHINESE_PLACES.len() > 5_000);
        assert!(COUNTRIES.keys().all(|code| code.len() == 2));
        let count = |text: &str| text.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(COUNTRIES.len(), count(include_str!("place/countries.txt")));
        assert_eq!(DIVISIONS.len(), count(include_str!("place/divisions.txt")));
    }
}
