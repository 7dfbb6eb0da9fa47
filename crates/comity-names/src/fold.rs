//! One spelling for many: what two names must share to count as written alike.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// The name without case, accents, punctuation and Chinese or Arabic letter variants, in its own script.
///
/// Words are separated by single spaces. Two names with the same fold are written alike.
///
/// ```
/// use comity_names::fold;
/// assert_eq!(fold("  Saint-Brieuc "), "saint brieuc");
/// assert_eq!(fold("Łódź"), "lodz");
/// assert_eq!(fold("紐約"), fold("纽约"));
/// assert_ne!(fold("Roma"), fold("Rome"));
/// ```
pub fn fold(name: &str) -> String {
    let mut folded = Folded::default();
    if name.is_ascii() {
        name.chars().for_each(|c| folded.take(c));
    } else {
        name.nfkd().for_each(|c| folded.take(c));
    }
    folded.text
}

#[derive(Default)]
struct Folded {
    text: String,
    gap: bool,
    letters_in_word: usize,
}

impl Folded {
    fn take(&mut self, c: char) {
        if is_dropped_mark(c) || is_apostrophe(c) || self.ends_an_initial(c) {
            return;
        }
        if !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c) {
            self.gap = !self.text.is_empty();
            self.letters_in_word = 0;
            return;
        }
        self.push(c);
    }

    /// `D.C.` is one word of two initials, `St. Gallen` two words.
    fn ends_an_initial(&self, c: char) -> bool {
        c == '.' && !self.gap && self.letters_in_word == 1
    }

    fn push(&mut self, c: char) {
        if std::mem::take(&mut self.gap) {
            self.text.push(' ');
            self.letters_in_word = 0;
        }
        self.letters_in_word += 1;
        match c {
            'A'..='Z' => self.text.push(c.to_ascii_lowercase()),
            'a'..='z' | '0'..='9' => self.text.push(c),
            _ if is_latin(c) => self.text.push_str(&latin(c)),
            _ => plain_letter(c).to_lowercase().for_each(|lower| self.push_lower(lower)),
        }
    }

    /// Some capitals outside the Latin blocks have their small letter inside them (Ƛ, ƛ).
    fn push_lower(&mut self, lower: char) {
        if is_latin(lower) {
            self.text.push_str(&latin(lower));
        } else {
            self.text.push(lower);
        }
    }
}

/// Letters of the Latin blocks beyond ASCII.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Of some letters (Ɂ, Ƹ, ẜ) the transcription has signs, which are no letters.
fn latin(c: char) -> String {
    let written = any_ascii::any_ascii_char(c).chars().filter(char::is_ascii_alphanumeric);
    written.map(|letter| letter.to_ascii_lowercase()).collect()
}

fn plain_letter(c: char) -> char {
    match c {
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{2ffff}' => {
            HAN.get(&c).copied().unwrap_or(c)
        }
        'ی' | 'ى' | 'ې' => 'ي',
        'ک' => 'ك',
        'ة' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ٱ' => 'ا',
        'ς' => 'σ',
        _ => c,
    }
}

/// Marks that readers leave out: accents, Hebrew and Arabic vowel points, the Arabic stretch, joiners.
pub(crate) fn is_dropped_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe2f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{640}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{730}'..='\u{74a}' | '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{feff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | '`' | '´' | 'ʻ' | 'ʼ' | 'ʿ' | 'ʾ' | 'ʹ' | 'ʽ' | '′' | '‛' | '\u{5f3}' | '\u{5be}'
    )
}

/// Traditional Chinese and Japanese forms → the simplified form.
static HAN: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    include_str!("fold/han.txt").lines().filter(|line| !line.starts_with('#')).filter_map(pair).collect()
});

fn pair(line: &str) -> Option<(char, char)> {
    let mut forms = line.chars();
    Some((forms.next()?, forms.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_written_alike_fold_alike() {
        for (left, right) in [
            ("SAINT-ÉTIENNE", "Saint Etienne"),
            ("Washington, D.C.", "Washington DC"),
            ("Xo‘jaobod", "Xojaobod"),
            ("Tromsø", "tromso"),
            ("İstanbul", "Istanbul"),
            ("広島", "广岛"),
            ("تهران", "تهران"),
            ("Ёлкино", "Елкино"),
            ("St. Gallen", "st gallen"),
        ] {
            assert_eq!(fold(left), fold(right), "{left} / {right}");
        }
    }

    #[test]
    fn vowel_signs_of_indic_scripts_stay() {
        assert_ne!(fold("नासिक"), fold("नसक"));
    }

    #[test]
    fn every_letter_is_folded_to_letters() {
        let again = |c: &char| {
            let once = fold(&format!("a{c}b"));
            fold(&once) != once
        };
        let unlike: Vec<char> = ('\0'..='\u{2ffff}').filter(again).collect();
        assert_eq!(unlike, []);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(name in "\\PC{0,24}") {
            let once = fold(&name);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
