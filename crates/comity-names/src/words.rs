//! The words of a text in Latin letters, each with its place: what finds a name inside a sentence.

use std::ops::Range;

/// A word, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LatinWord {
    /// Small letters a to z, and digits.
    pub text: String,
    /// Bytes of the text it was found in.
    pub place: Range<usize>,
}

/// The words of a text, letter by letter in Latin ones; whatever is no letter and no digit parts them.
///
/// Unlike [`fold`](crate::fold()), an apostrophe and the dot of an initial part words too: in a sentence they may be its
/// punctuation.
///
/// ```
/// let words = comity_names::latin_words("per Zoë's");
/// assert_eq!((words[1].text.as_str(), words[1].place.clone()), ("zoe", 4..8));
/// assert_eq!(words[2].text, "s");
/// ```
pub fn latin_words(text: &str) -> Vec<LatinWord> {
    let mut words: Vec<LatinWord> = Vec::new();
    let mut open = false;
    for (at, letter) in text.char_indices() {
        let latin = any_ascii::any_ascii_char(letter);
        let end = at + letter.len_utf8();
        // A sign without a reading, such as an accent that stands alone, belongs to the letter before it.
        if latin.is_empty()
            && let Some(word) = words.last_mut().filter(|_| open)
        {
            word.place.end = end;
        }
        for sign in latin.chars() {
            if !sign.is_ascii_alphanumeric() {
                open = false;
                continue;
            }
            if !open {
                words.push(LatinWord { text: String::new(), place: at..end });
                open = true;
            }
            if let Some(word) = words.last_mut() {
                word.text.push(sign.to_ascii_lowercase());
                word.place.end = end;
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_know_their_places() {
        let found = |text: &str| {
            let cut = |word: LatinWord| (word.text, text.get(word.place).unwrap_or_default().to_owned());
            latin_words(text).into_iter().map(cut).collect::<Vec<_>>()
        };
        let pair = |text: &str, place: &str| (text.to_owned(), place.to_owned());
        assert_eq!(found("Zoe\u{308} Żak"), [pair("zoe", "Zoe\u{308}"), pair("zak", "Żak")]);
        assert_eq!(found("sao-paulo_2"), [pair("sao", "sao"), pair("paulo", "paulo"), pair("2", "2")]);
        assert_eq!(found("纽约"), [pair("niuyue", "纽约")]);
        assert_eq!(found(" – "), []);
    }

    proptest! {
        #[test]
        fn words_are_in_order_and_apart(text in "\\PC{0,24}") {
            let words = latin_words(&text);
            prop_assert!(words.iter().all(|word| !word.text.is_empty() && text.get(word.place.clone()).is_some()));
            prop_assert!(words.windows(2).all(|two| two[0].place.start <= two[1].place.start));
        }
    }
}
