//! Words that say what kind of government a name means: `City of`, `Gemeente`, `County`, 市. Without them the core remains.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::fold::fold;

/// What the words around a name say about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AffixKind {
    /// A city, town, municipality or its government.
    City,
    /// A county, district or second-order division.
    County,
    /// A state, province or region.
    State,
    /// A city together with what surrounds it.
    Metro,
    /// Some government, whatever it governs.
    Any,
}

/// A name without the words that said its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Core {
    /// Folded.
    pub text: String,
    /// What was taken away, folded.
    pub taken: String,
    pub kind: AffixKind,
}

/// The cores of a folded name, the least stripped first; empty when nothing can be taken away.
///
/// ```
/// # use comity_names::{AffixKind, cores};
/// let cores = cores("prefeitura municipal de aracatuba");
/// assert_eq!((cores[0].text.as_str(), cores[0].kind), ("aracatuba", AffixKind::City));
/// assert!(comity_names::cores("rochester").is_empty());
/// ```
pub fn cores(folded: &str) -> Vec<Core> {
    let mut found: Vec<Core> = Vec::new();
    let mut open = vec![(folded.to_owned(), String::new())];
    for _ in 0..3 {
        let mut next = Vec::new();
        for (text, taken) in open {
            for core in one_step(&text) {
                let all =
                    if taken.is_empty() { core.taken.clone() } else { format!("{taken} … {}", core.taken) };
                next.push((core.text.clone(), all.clone()));
                if !found.iter().any(|old| old.text == core.text) {
                    found.push(Core { taken: all, ..core });
                }
            }
        }
        open = next;
    }
    found
}

fn one_step(text: &str) -> Vec<Core> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut cores: Vec<Core> = Vec::new();
    cores.extend(without_first(&words));
    cores.extend(without_last(&words));
    cores.extend(without_last_sign(text));
    cores
}

/// The longest known beginning goes, and the `of` or `de` that joins it to the name.
fn without_first(words: &[&str]) -> Option<Core> {
    (1..words.len().min(6)).rev().find_map(|n| {
        let taken = words[..n].join(" ");
        let kind = *FIRST.get(taken.as_str())?;
        let rest = &words[n..];
        let links = rest.iter().take_while(|word| LINKS.contains(word)).count();
        let core = rest.get(links..).filter(|core| !core.is_empty())?;
        Some(Core { text: core.join(" "), taken, kind })
    })
}

fn without_last(words: &[&str]) -> Option<Core> {
    (1..words.len().min(6)).rev().find_map(|n| {
        let (core, taken) = words.split_at(words.len() - n);
        let taken = taken.join(" ");
        let kind = *LAST.get(taken.as_str())?;
        Some(Core { text: core.join(" "), taken, kind })
    })
}

/// `北京市`, `부산시`: the sign is part of the word.
fn without_last_sign(text: &str) -> Option<Core> {
    let sign = SIGNS
        .iter()
        .find(|(sign, _)| text.strip_suffix(sign.as_str()).is_some_and(|core| core.chars().count() > 1))?;
    let core = text.strip_suffix(sign.0.as_str())?;
    Some(Core { text: core.to_owned(), taken: sign.0.clone(), kind: sign.1 })
}

const LINKS: [&str; 22] = [
    "of", "de", "do", "da", "dos", "das", "di", "del", "della", "d", "du", "des", "von", "van", "the", "dei",
    "degli", "din", "dl", "e", "y", "local",
];

type Words = HashMap<String, AffixKind>;

static FIRST: LazyLock<Words> = LazyLock::new(|| read(include_str!("affix/first.txt")));
static LAST: LazyLock<Words> = LazyLock::new(|| read(include_str!("affix/last.txt")));
/// The longest first, so that 特别市 goes before 市.
static SIGNS: LazyLock<Vec<(String, AffixKind)>> = LazyLock::new(|| {
    let mut signs: Vec<_> = read(include_str!("affix/sign.txt")).into_iter().collect();
    signs.sort_by_key(|(sign, _)| (std::cmp::Reverse(sign.len()), sign.clone()));
    signs
});

/// Lines `kind: phrase, phrase, …`; `#` begins a remark.
fn read(table: &str) -> Words {
    let mut words = Words::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let Some((kind, phrases)) = line.split_once(':') else { continue };
        let kind = match kind {
            "city" => AffixKind::City,
            "county" => AffixKind::County,
            "state" => AffixKind::State,
            "metro" => AffixKind::Metro,
            _ => AffixKind::Any,
        };
        words.extend(phrases.split(',').map(|phrase| (fold(phrase), kind)));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, core: &str, kind: AffixKind) {
        let found = cores(&fold(name));
        assert!(found.iter().any(|c| c.text == core && c.kind == kind), "{name}: {found:?}");
    }

    #[test]
    fn the_words_around_a_name_go() {
        check("City of Benicia", "benicia", AffixKind::City);
        check("Fuzhou Municipal People's Government", "fuzhou", AffixKind::City);
        check("Alcaldía de Trujillo", "trujillo", AffixKind::City);
        check("Ajka Város Önkormányzata", "ajka", AffixKind::City);
        check("Land Berlin", "berlin", AffixKind::State);
        check("Gemeente Amsterdam", "amsterdam", AffixKind::City);
        check("Monroe County", "monroe", AffixKind::County);
        check("福岡県", "福冈", AffixKind::State);
        check("부산광역시", &fold("부산"), AffixKind::City);
        check("Greater London", "london", AffixKind::Metro);
        check("Hanoi People’s Committee", "hanoi", AffixKind::City);
        check("Government of Artemisa", "artemisa", AffixKind::Any);
    }
}
