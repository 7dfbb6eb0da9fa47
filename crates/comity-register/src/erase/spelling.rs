//! How a name may be written, and where it stands in a text: what a take-down looks for.

use std::ops::Range;

use comity_names::{LatinWord, latin_words};

/// What stands in a text where a name was.
pub(super) const CUT: &str = "(taken down)";

/// One way to write a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spelling {
    /// As it was written.
    text: String,
    /// In Latin letters, in order.
    words: Vec<String>,
    reach: Reach,
}

/// How far one word goes: `Ana` is in `Santa Ana`, and means nobody there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// A text that is this word and nothing else.
    Whole,
    /// This word in a sentence, but in no longer name.
    Sentence,
    /// Wherever it stands.
    Anywhere,
}

/// What a text is: a name, or words that may hold one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextKind {
    Name,
    Sentence,
}

/// Every spelling looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Spellings(Vec<Spelling>);

impl Spelling {
    /// `None` for a text without letters or digits. Several words reach anywhere, whatever is asked for.
    pub(crate) fn new(text: &str, reach: Reach) -> Option<Self> {
        let words = words(text);
        let reach = if words.len() > 1 { Reach::Anywhere } else { reach };
        (!words.is_empty()).then(|| Self { text: text.trim().to_owned(), words, reach })
    }

    /// `Schmidt, Anna` for `Anna Schmidt`; `None` for a single word.
    fn last_name_first(&self) -> Option<Self> {
        let (last, others) = self.words.split_last().filter(|(_, others)| !others.is_empty())?;
        let words = std::iter::once(last).chain(others).cloned().collect();
        Some(Self { text: self.text.clone(), words, reach: self.reach })
    }

    /// Where it stands in a text, as bytes.
    fn places(&self, text: &str, kind: TextKind) -> Vec<Range<usize>> {
        if is_unspaced(&self.text) {
            return text.match_indices(&self.text).map(|(at, found)| at..at + found.len()).collect();
        }
        let words = latin_words(text);
        let whole = words.len() == self.words.len();
        let reached = whole
            || self.reach == Reach::Anywhere
            || (self.reach, kind) == (Reach::Sentence, TextKind::Sentence);
        let spans = words.windows(self.words.len()).filter(|span| reached && self.is(span));
        spans.filter_map(|span| Some(span.first()?.place.start..span.last()?.place.end)).collect()
    }

    /// A last word may have an `s` more: `Schmidts`.
    fn is(&self, span: &[LatinWord]) -> bool {
        let last = self.words.len() - 1;
        span.iter().zip(&self.words).enumerate().all(|(n, (word, sought))| {
            word.text == *sought || (n == last && word.text.strip_suffix('s') == Some(sought.as_str()))
        })
    }
}

impl Spellings {
    /// With the last name first, too, and without doubles.
    pub(crate) fn new(spellings: impl IntoIterator<Item = Spelling>) -> Self {
        let mut all: Vec<Spelling> = spellings.into_iter().collect();
        let turned: Vec<Spelling> = all.iter().filter_map(Spelling::last_name_first).collect();
        all.extend(turned);
        all.sort_unstable();
        all.dedup_by(|one, other| one.words == other.words && one.text == other.text);
        Self(all)
    }

    /// As they were written, each once.
    pub(crate) fn texts(&self) -> Vec<String> {
        let mut texts: Vec<String> = self.0.iter().map(|spelling| spelling.text.clone()).collect();
        texts.dedup();
        texts
    }

    pub(crate) fn are_in(&self, text: &str, kind: TextKind) -> bool {
        self.0.iter().any(|spelling| !spelling.places(text, kind).is_empty())
    }

    /// Whether some text within this one may hold any of them; reach does not matter.
    pub(crate) fn may_be_in(&self, text: &str) -> bool {
        let words = latin_words(text);
        let mut spaced = self.0.iter().filter(|spelling| !is_unspaced(&spelling.text));
        let mut unspaced = self.0.iter().filter(|spelling| is_unspaced(&spelling.text));
        unspaced.any(|spelling| text.contains(&spelling.text))
            || spaced.any(|spelling| words.windows(spelling.words.len()).any(|span| spelling.is(span)))
    }

    /// Whether the text is one of them, and nothing else.
    pub(crate) fn is(&self, text: &str) -> bool {
        let words = words(text);
        self.0.iter().any(|spelling| spelling.words == words || spelling.text == text)
    }

    /// The text without them; `None` where there are none.
    pub(crate) fn cut(&self, text: &str, kind: TextKind) -> Option<String> {
        let mut places: Vec<Range<usize>> =
            self.0.iter().flat_map(|spelling| spelling.places(text, kind)).collect();
        places.sort_unstable_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
        let (mut left, mut after) = (String::new(), 0);
        for place in places {
            if place.start >= after {
                left.push_str(text.get(after..place.start).unwrap_or_default());
                left.push_str(CUT);
            }
            after = after.max(place.end);
        }
        left.push_str(text.get(after..).unwrap_or_default());
        (left != text).then_some(left)
    }
}

/// The words of a text, without their places.
fn words(text: &str) -> Vec<String> {
    latin_words(text).into_iter().map(|word| word.text).collect()
}

/// Scripts that write a sentence without spaces: there, a name is looked for letter by letter.
fn is_unspaced(text: &str) -> bool {
    const SCRIPTS: [(char, char); 6] = [
        ('\u{0E00}', '\u{0EFF}'),
        ('\u{1000}', '\u{109F}'),
        ('\u{1780}', '\u{17FF}'),
        ('\u{3040}', '\u{30FF}'),
        ('\u{3400}', '\u{9FFF}'),
        ('\u{20000}', '\u{323AF}'),
    ];
    text.chars().any(|letter| SCRIPTS.iter().any(|(first, last)| (*first..=*last).contains(&letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, reach: Reach, text: &str, kind: TextKind, expect: &str) {
        let spellings = Spellings::new(Spelling::new(name, reach));
        let cut = spellings.cut(text, kind);
        assert_eq!(cut.as_deref().unwrap_or(text), expect, "{name} in {text}");
        assert_eq!(spellings.are_in(text, kind), text != expect);
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        let sentence = |name, text, expect| check(name, Reach::Sentence, text, TextKind::Sentence, expect);
        sentence("Anna Schmidt", "per Anna Schmidt, 2019", "per (taken down), 2019");
        sentence("Anna Schmidt", "ANNA  SCHMIDT's letter", "(taken down)'s letter");
        sentence("Anna Schmidt", "list-of_anna-schmidts.csv", "list-of_(taken down).csv");
        sentence("Anna Schmidt", "Schmidt, Anna: notes", "(taken down): notes");
        sentence("Zoë Żak", "zoe zak and Zoe\u{308} Żak", "(taken down) and (taken down)");
        sentence("Anna Schmidt", "Joanna Schmidt and Anna Schmidtke", "Joanna Schmidt and Anna Schmidtke");
        sentence("王小明", "市长王小明说", "市长(taken down)说");
        sentence("Βασίλης Παπάς", "ο Βασίλης Παπάς είπε", "ο (taken down) είπε");
    }

    #[test]
    fn one_word_is_no_part_of_another_name() {
        check("Ana", Reach::Sentence, "Santa Ana", TextKind::Name, "Santa Ana");
        check("Ana", Reach::Sentence, "ANA", TextKind::Name, "(taken down)");
        check("Ana", Reach::Sentence, "a letter to Ana", TextKind::Sentence, "a letter to (taken down)");
        check("Ana", Reach::Whole, "a letter to Ana", TextKind::Sentence, "a letter to Ana");
        check("Ana", Reach::Anywhere, "Santa Ana", TextKind::Name, "Santa (taken down)");
        assert_eq!(Spelling::new(" – ", Reach::Anywhere), None);
    }
}
