//! The ways in which one name is written: `st` and `saint`, `ue` for `ü`, with and without 市 or `city`.

use comity_names::{AffixKind, cores, fold};

/// Words that are written short and long.
const SHORT: [(&str, &str); 8] = [
    ("st", "saint"),
    ("ste", "sainte"),
    ("mt", "mount"),
    ("ft", "fort"),
    ("pt", "point"),
    ("is", "island"),
    ("n", "north"),
    ("s", "south"),
];

/// How two dots are written where there are none.
const DOTLESS: [(&str, &str); 3] = [("ae", "a"), ("oe", "o"), ("ue", "u")];

/// A text, folded, and the other ways to write it.
pub(crate) fn variants(text: &str) -> Vec<String> {
    let key = fold(text);
    let each = |write: fn(&str) -> &str| key.split(' ').map(write).collect::<Vec<_>>().join(" ");
    let dotless = DOTLESS.iter().fold(key.clone(), |key, (long, short)| key.replace(long, short));
    let mut all = vec![each(long), each(short), dotless];
    all.retain(|other| *other != key);
    all.insert(0, key);
    all.retain(|key| !key.is_empty());
    all
}

/// The name without what says its kind, the least taken away first.
pub(crate) fn bare(key: &str) -> Vec<(String, AffixKind)> {
    cores(key).into_iter().map(|core| (core.text, core.kind)).collect()
}

fn long(word: &str) -> &str {
    SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long)
}

fn short(word: &str) -> &str {
    SHORT.iter().find(|(_, long)| *long == word).map_or(word, |(short, _)| short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_in_several_ways() {
        assert_eq!(variants("St. Louis"), ["st louis", "saint louis"]);
        assert_eq!(variants("Fort Worth"), ["fort worth", "ft worth"]);
        assert_eq!(variants("Muenchen"), ["muenchen", "munchen"]);
        assert_eq!(variants("Straße"), ["strasse"]);
        assert!(variants(" – ").is_empty());
    }
}
