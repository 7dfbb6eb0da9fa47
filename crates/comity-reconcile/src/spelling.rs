//! Other spellings of the same letters in one part of the world: umlauts, romanisations, genitives.

use comity_gazetteer::Iso2;

use crate::further_readings::respelt;
use crate::name_variant::NameVariant;

/// How lists may spell the names of some countries otherwise than the gazetteer does.
#[derive(Debug)]
pub(crate) struct Spelling {
    /// By ISO code.
    countries: &'static [&'static str],
    /// At the end of a word.
    ends: &'static [(&'static str, &'static str)],
    /// At the beginning of a word.
    begins: &'static [(&'static str, &'static str)],
    within: &'static [(&'static str, &'static str)],
}

pub(crate) const LOCAL: [Spelling; 5] = [
    // `Muenchen`.
    Spelling {
        countries: &["DE", "AT", "CH", "LI", "LU", "IT", "SE", "FI", "NO", "DK", "EE", "HU"],
        ends: &[],
        begins: &[],
        within: &[("ae", "a"), ("oe", "o"), ("ue", "u")],
    },
    // Cyrillic letters in several romanisations: `Velykyi` and `Velykyy`, `Cheryomushki` and `Cheremushki`.
    Spelling {
        countries: &[
            "RU", "UA", "BY", "KZ", "KG", "TJ", "TM", "UZ", "MN", "BG", "MK", "RS", "ME", "BA", "MD",
        ],
        ends: &[
            ("sky", "skiy"),
            ("sky", "skyi"),
            ("sky", "skyy"),
            ("skiy", "sky"),
            ("skyi", "skyy"),
            ("yi", "yy"),
            ("yi", "iy"),
            ("iy", "y"),
        ],
        begins: &[],
        within: &[("yo", "e"), ("yo", "jo"), ("ye", "e"), ("kh", "h")],
    },
    // Greek: `Haidari` and `Chaidari`, `Aglandjia` and `Aglantzia`.
    Spelling {
        countries: &["GR", "CY"],
        ends: &[("on", "o")],
        begins: &[("h", "ch"), ("ch", "h"), ("g", "gk"), ("b", "mp"), ("d", "nt")],
        within: &[("dj", "tz"), ("tz", "dj"), ("y", "i"), ("f", "ph")],
    },
    // Azerbaijani as English writes it: `Absheron` and `Abşeron`.
    Spelling {
        countries: &["AZ"],
        ends: &[],
        begins: &[],
        within: &[("sh", "s"), ("ch", "c"), ("gh", "g"), ("kh", "x"), ("j", "c")],
    },
    // Municipalities in the genitive: `Nordfyn` of Nordfyns Kommune.
    Spelling {
        countries: &["DK", "SE", "NO", "FO"],
        ends: &[("", "s"), ("s", "")],
        begins: &[],
        within: &[],
    },
];

impl Spelling {
    pub(crate) fn is_of(&self, country: Iso2) -> bool {
        self.countries.contains(&country.as_str())
    }

    /// The name with each of these letters changed, and with all that stand within words.
    pub(crate) fn forms(&self, reading: &NameVariant) -> Vec<NameVariant> {
        let name = &reading.name;
        let ends = self.ends.iter().map(|(end, other)| {
            each_word(name, |word| word.strip_suffix(end).map(|stem| format!("{stem}{other}")))
        });
        let begins = self.begins.iter().map(|(begin, other)| {
            each_word(name, |word| word.strip_prefix(begin).map(|rest| format!("{other}{rest}")))
        });
        let one = self.within.iter().map(|(letters, other)| name.replace(letters, other));
        let all =
            self.within.iter().fold(name.clone(), |text, (letters, other)| text.replace(letters, other));
        let mut forms: Vec<String> = ends.chain(begins).chain(one).chain([all]).collect();
        forms.retain(|form| form != name && !form.is_empty());
        forms.sort();
        forms.dedup();
        forms.iter().map(|form| respelt(reading, form)).collect()
    }
}

/// The name with every word changed that can be.
fn each_word(name: &str, change: impl Fn(&str) -> Option<String>) -> String {
    let words = name.split(' ').map(|word| change(word).unwrap_or_else(|| word.to_owned()));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, country: &str, wanted: &str) {
        let reading = &crate::name_variant::readings(name)[0];
        let here = LOCAL.iter().filter(|spelling| spelling.countries.contains(&country));
        let forms: Vec<String> =
            here.flat_map(|spelling| spelling.forms(reading)).map(|form| form.name).collect();
        assert!(forms.iter().any(|form| form == wanted), "{name}: {forms:?}");
    }

    #[test]
    fn letters_are_spelt_in_several_ways() {
        check("Muenchen", "DE", "munchen");
        check("Aznakayevsky", "RU", "aznakayevskiy");
        check("Velykyi Bychkiv", "UA", "velykyy bychkiv");
        check("Haidari", "GR", "chaidari");
        check("Absheron", "AZ", "abseron");
        check("Nordfyn", "DK", "nordfyns");
    }
}
