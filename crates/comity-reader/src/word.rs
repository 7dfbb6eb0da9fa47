//! Where a name may begin and end: words where a script has them, single characters where it has none.

use crate::text::Text;

/// The longest name tried, in words or, in scripts without spaces, in characters.
const MOST_WORDS: usize = 7;
const MOST_CHARACTERS: usize = 14;

/// Whether the script writes no spaces between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{e00}'..='\u{eff}'
        | '\u{1780}'..='\u{17ff}' | '\u{1000}'..='\u{109f}' | '\u{20000}'..='\u{2ffff}' | '々' | '·')
}

/// Whether a name may begin at `at`: in a script with words, only where a word does.
pub(crate) fn may_begin(text: &Text, at: usize) -> bool {
    let Some(first) = text.char_at(at) else { return false };
    if is_unspaced(first) {
        return first != '·' && first != '・';
    }
    let before = at.checked_sub(1).and_then(|before| text.char_at(before));
    first.is_alphanumeric() && !before.is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c))
}

/// The ends of the names that may begin at `at`, the longest first.
pub(crate) fn ends(text: &Text, at: usize) -> Vec<usize> {
    let mut ends = if text.char_at(at).is_some_and(is_unspaced) {
        let stop = (at..text.len()).find(|i| !text.char_at(*i).is_some_and(is_unspaced));
        let stop = stop.unwrap_or(text.len()).min(at + MOST_CHARACTERS);
        (at + 2..=stop).collect()
    } else {
        word_ends(text, at)
    };
    ends.reverse();
    ends
}

fn word_ends(text: &Text, at: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut gap = 0;
    for i in at..=text.len() {
        let c = text.char_at(i).filter(|c| !is_unspaced(*c));
        let inside = c.is_some_and(|c| c.is_alphanumeric() || is_mark(c));
        if inside {
            gap = 0;
            continue;
        }
        if gap == 0 {
            ends.push(i);
        }
        gap += 1;
        let joins = c.is_some_and(|c| matches!(c, ' ' | '-' | '–' | '\'' | '’' | '.' | ',' | '\n'));
        if !joins || gap > 2 || ends.len() == MOST_WORDS {
            break;
        }
    }
    ends
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, at: usize, expect: &[&str]) {
        let text = Text::new(text);
        let found: Vec<&str> = ends(&text, at).into_iter().map(|end| text.slice(at, end)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn names_end_with_words_or_anywhere() {
        check("New York; it", 0, &["New York", "New"]);
        check("在纽约,", 1, &["纽约"]);
        check("St. Gallen", 0, &["St. Gallen", "St"]);
    }

    #[test]
    fn names_begin_with_words() {
        let text = Text::new("Inaworld C40城市");
        let begins: Vec<usize> = (0..text.len()).filter(|at| may_begin(&text, *at)).collect();
        assert_eq!(begins, [0, 9, 12, 13]);
    }
}
