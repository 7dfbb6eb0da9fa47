//! Names whose end is abbreviated: `Frankfurt a. M.`, `Rothenburg o.d.T.`, `Weiden i.d.OPf.`.

use comity_gazetteer::{Gazetteer, MOST_LONGER};
use comity_names::fold;

use crate::abbreviation::written_out;
use crate::name_variant::NameVariant;
use crate::named_place::{NamedPlace, found};

/// The words written in full, and what the words after them are shortened to.
pub(crate) struct Initials {
    /// With their own abbreviations written out.
    beginnings: Vec<NameVariant>,
    rest: Vec<String>,
}

/// As of a name in two scripts: what is read is all there.
const TRUST: f32 = 0.97;
/// Words that are shortened, at most: `vor der Höhe`.
const MOST: usize = 4;

impl Initials {
    /// `None` where no word after the first full one is shortened, or a comma or bracket says something else.
    pub(crate) fn of(text: &str) -> Option<Self> {
        if text.contains([',', ';', '(', '–']) {
            return None;
        }
        let words: Vec<&str> = text.split([' ', '/']).filter(|word| !word.is_empty()).collect();
        let is_short = |word: &&str| word.ends_with('.') || word.trim_end_matches('.').contains('.');
        let full = words.iter().position(|word| !is_short(word) && word.chars().count() > 2)?;
        let first = full + 1 + words.iter().skip(full + 1).position(is_short)?;
        let (beginning, rest) = words.split_at(first);
        let rest: Vec<String> =
            rest.iter().flat_map(|word| word.split('.')).map(fold).filter(|word| !word.is_empty()).collect();
        let whole = NameVariant::instead(&beginning.join(" "), TRUST);
        let beginnings = written_out(&whole).collect::<Vec<_>>().into_iter().chain([whole]).collect();
        (rest.len() <= MOST).then_some(Self { beginnings, rest })
    }

    /// Places whose names go on so.
    pub(crate) fn find<'g: 'r, 'r>(&'r self, gazetteer: &'g Gazetteer) -> Vec<NamedPlace<'g, 'r>> {
        let all = self.beginnings.iter().flat_map(|reading: &'r NameVariant| {
            let mut longer = gazetteer.longer_names(&reading.name).collect::<Vec<_>>();
            // Of `San A.` the one that is meant may lie beyond what was read.
            if longer.len() == MOST_LONGER {
                longer.clear();
            }
            let longer = longer
                .into_iter()
                .filter(|name| self.fits(name.key.get(reading.name.len()..).unwrap_or_default()));
            longer
                .flat_map(move |name| name.hits.into_iter().map(move |hit| found(hit, name.key, 0, reading)))
        });
        all.collect()
    }

    fn fits(&self, end: &str) -> bool {
        let words: Vec<&str> = end.split_whitespace().collect();
        words.len() == self.rest.len()
            && words.iter().zip(&self.rest).all(|(word, short)| shortens(short, word))
    }
}

/// The first letter, and others in their order: `opf` of `oberpfalz`.
fn shortens(short: &str, word: &str) -> bool {
    let mut letters = word.chars();
    short.chars().next() == word.chars().next()
        && short.chars().all(|letter| letters.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shortened_is_told_from_what_is_not() {
        let check = |text: &str, expect: Option<(&str, &str)>| {
            let found = Initials::of(text);
            let told =
                found.map(|found| (found.beginnings.last().unwrap().name.clone(), found.rest.join(" ")));
            let told = told.as_ref().map(|(beginning, rest)| (beginning.as_str(), rest.as_str()));
            assert_eq!(told, expect, "{text}");
        };
        check("Frankfurt a. M.", Some(("frankfurt", "a m")));
        check("Bad Homburg v.d.H.", Some(("bad homburg", "v d h")));
        check("Frankfurt/O.", Some(("frankfurt", "o")));
        check("Krems a.d. Donau", Some(("krems", "a d donau")));
        check("St. Johann i. T.", Some(("st johann", "i t")));
        check("St. Gallen", None);
        check("Washington D.C.", Some(("washington", "d c")));
        check("Springfield, Mass.", None);
        assert!(shortens("opf", "oberpfalz") && !shortens("w", "donau"));
    }
}
