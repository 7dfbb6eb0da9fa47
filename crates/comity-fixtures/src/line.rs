//! One line of a small world: words, quoted words, and `key=value` pairs.

use std::collections::BTreeMap;

use smol_str::SmolStr;

/// The words of a line in order, and its pairs.
#[derive(Debug, Default)]
pub(crate) struct Line {
    pub(crate) words: Vec<String>,
    pairs: BTreeMap<String, String>,
    text: String,
}

impl Line {
    /// `city paris "Paris" pop=2100000`: quotes keep blanks, also after `=`.
    pub(crate) fn read(text: &str) -> Self {
        let mut line = Self { text: text.to_owned(), ..Self::default() };
        for token in tokens(text) {
            match token.split_once('=') {
                Some((key, value)) => drop(line.pairs.insert(key.to_owned(), value.to_owned())),
                None => line.words.push(token),
            }
        }
        line
    }

    /// The word at `place`; the test is wrong where it is missing.
    #[track_caller]
    pub(crate) fn word(&self, place: usize) -> &str {
        self.words.get(place).unwrap_or_else(|| panic!("`{}` has no word {}", self.text, place + 1))
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.pairs.contains_key(key)
    }

    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.pairs.get(key).map(String::as_str)
    }

    pub(crate) fn text(&self, key: &str) -> SmolStr {
        self.get(key).map(SmolStr::new).unwrap_or_default()
    }

    #[track_caller]
    pub(crate) fn parse<T: std::str::FromStr>(&self, key: &str) -> Option<T> {
        self.get(key).map(|value| {
            value.parse().unwrap_or_else(|_| panic!("`{}`: cannot read {key}={value}", self.text))
        })
    }

    /// Takes `word X` out of the words and gives X: `in france`, `per note`.
    #[track_caller]
    pub(crate) fn take_after(&mut self, word: &str) -> Option<String> {
        let place = self.words.iter().position(|each| each == word)?;
        self.words.remove(place);
        assert!(place < self.words.len(), "`{}` ends with {word}", self.text);
        Some(self.words.remove(place))
    }

    /// Takes `word` out of the words.
    pub(crate) fn take(&mut self, word: &str) -> bool {
        let place = self.words.iter().position(|each| each == word);
        place.map(|place| self.words.remove(place)).is_some()
    }
}

fn tokens(text: &str) -> Vec<String> {
    let (mut found, mut token, mut quoted) = (Vec::new(), String::new(), false);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => {
                if !token.is_empty() {
                    found.push(std::mem::take(&mut token));
                }
            }
            c => token.push(c),
        }
    }
    if !token.is_empty() {
        found.push(token);
    }
    found
}
