//! Names in Latin letters, whatever script they are written in.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::fold::{fold, is_dropped_mark};
use crate::words::latin_words;

/// The fold of the name written in Latin letters, whatever its script.
///
/// A rough key, not a transliteration standard: Arabic and Hebrew lose their vowels.
///
/// ```
/// assert_eq!(comity_names::romanise("Воронеж"), "voronezh");
/// assert_eq!(comity_names::romanise("纽约"), "niuyue");
/// ```
pub fn romanise(name: &str) -> String {
    if name.is_ascii() {
        return fold(name);
    }
    let composed: String = name.nfc().filter(|c| !is_dropped_mark(*c)).collect();
    fold(&any_ascii::any_ascii(&composed))
}

/// Every form in Latin letters under which somebody may look a name up; empty for a text without letters or digits.
///
/// `L'Aquila` is `laquila`, and, because a word within it may be asked for, `l aquila`; letters with and without their
/// marks are read differently in some scripts. One of them is always `romanise(fold(name))`: that is what to ask for.
///
/// ```
/// let asked = comity_names::romanise(&comity_names::fold("Елкино"));
/// assert!(comity_names::latin_forms("Ёлкино").contains(&asked));
/// ```
pub fn latin_forms(name: &str) -> BTreeSet<String> {
    let words: Vec<String> = latin_words(name).into_iter().map(|word| word.text).collect();
    let mut forms = BTreeSet::from([words.join(" "), romanise(name), romanise(&fold(name))]);
    forms.remove("");
    forms
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(asked: &str, held: &str) {
        let key = romanise(&fold(asked));
        assert!(latin_forms(held).contains(&key), "{asked}: {key} is none of {:?}", latin_forms(held));
    }

    #[test]
    fn what_is_written_alike_is_found() {
        for (asked, held) in [
            ("niuyue", "纽约"),
            ("紐約", "纽约"),
            ("纽约", "紐約"),
            ("Елкино", "Ёлкино"),
            ("Ёлкино", "Елкино"),
            ("elkino", "Ёлкино"),
            ("yoshkar ola", "Йошкар-Ола"),
            ("laquila", "L’Aquila"),
            ("L'Aquila", "L’Aquila"),
            ("l aquila", "L’Aquila"),
            ("washington dc", "Washington, D.C."),
            ("sao-paulo", "São  Paulo"),
            ("koln cologne", "Köln (Cologne)"),
        ] {
            check(asked, held);
        }
        assert!(latin_forms(" – ").is_empty());
    }

    proptest! {
        #[test]
        fn a_name_is_found_as_it_is_written(name in "\\PC{0,24}") {
            let key = romanise(&fold(&name));
            prop_assert!(key.is_empty() || latin_forms(&name).contains(&key));
        }

        #[test]
        fn latin_letters_stay_as_they_are(name in "[a-z]{1,9}( [a-z]{1,9}){0,3}") {
            prop_assert_eq!(latin_forms(&name), BTreeSet::from([name]));
        }
    }
}
