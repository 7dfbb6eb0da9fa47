//! What stands in a cell where nothing is meant: `n/a`, `-`, `unknown`, 無.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::fold::fold;

/// How surely a text stands for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filler {
    /// No place is called so: `n/a`, `—`, `#REF!`.
    Mark,
    /// A place or two are called so as well: `None` in Piedmont, `Nan` in Thailand.
    Word,
}

/// Whether a text stands for nothing; `None` for what may be a name, and for an empty text.
///
/// ```
/// use comity_names::{Filler, filler};
/// assert_eq!(filler("n/a"), Some(Filler::Mark));
/// assert_eq!(filler("(none)"), Some(Filler::Word));
/// assert_eq!(filler("Naples"), None);
/// ```
pub fn filler(text: &str) -> Option<Filler> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let is_number = text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit());
    if text.starts_with('#') || is_number || !text.contains(char::is_alphanumeric) {
        return Some(Filler::Mark);
    }
    let lower = text.to_lowercase();
    let bare =
        lower.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | '<' | '>' | '"' | '\'' | ' '));
    FILLERS.get(bare).copied().or_else(|| {
        let is_plain = bare.chars().all(|c| c.is_alphanumeric() || c == ' ');
        FILLERS.get(&fold(bare)).copied().filter(|_| is_plain)
    })
}

/// As written and folded. Lines `mark: text, text, …`; `#` begins a remark.
static FILLERS: LazyLock<HashMap<String, Filler>> = LazyLock::new(|| {
    let mut fillers = HashMap::new();
    for line in include_str!("filler.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((kind, texts)) = line.split_once(": ") else { continue };
        let filler = if kind == "mark" { Filler::Mark } else { Filler::Word };
        for text in texts.split(", ") {
            if text.chars().all(|c| c.is_alphanumeric() || c == ' ') {
                fillers.entry(fold(text)).or_insert(filler);
            }
            fillers.insert(text.to_owned(), filler);
        }
    }
    fillers
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_words_for_nothing_are_told_from_names() {
        for text in
            ["n/a", "N/A", "n.a.", "–", "...", "?", "0", "#REF!", "unknown", "없음", "S/D", "k.A.", "不明"]
        {
            assert_eq!(filler(text), Some(Filler::Mark), "{text}");
        }
        for text in ["None", "NaN", "NULL", "無", "无", "なし", "нет", "Keine", "aucune", "NA", "x"] {
            assert_eq!(filler(text), Some(Filler::Word), "{text}");
        }
        for text in
            ["", "Y", "Å", "1770", "Nancy", "Total City", "Nonesuch", "Bad Nauheim", "Nara", "N. Aarhus"]
        {
            assert_eq!(filler(text), None, "{text}");
        }
    }
}
