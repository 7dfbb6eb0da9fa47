//! Text in lines of a terminal: as wide as it is shown, not as it is long.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

pub(super) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Lines of at most `width` columns, the first without and all others with `hanging` columns before them.
pub(super) fn wrapped(text: &str, most: usize, hanging: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    let mut is_begun = false;
    for word in text.split_whitespace() {
        let wide = width(word);
        if is_begun && used + 1 + wide > most {
            lines.push(std::mem::replace(&mut line, " ".repeat(hanging)));
            (used, is_begun) = (hanging, false);
        }
        if is_begun {
            line.push(' ');
            used += 1;
        }
        is_begun = true;
        if used + wide <= most {
            line.push_str(word);
            used += wide;
            continue;
        }
        for letter in word.chars() {
            let wide = letter.width().unwrap_or(0);
            if used + wide > most {
                lines.push(std::mem::replace(&mut line, " ".repeat(hanging)));
                used = hanging;
            }
            line.push(letter);
            used += wide;
        }
    }
    if is_begun {
        lines.push(line);
    }
    lines
}

/// The text, or as much of it as fits with an ellipsis.
pub(super) fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut out = String::new();
    for letter in text.chars() {
        if width(&out) + letter.width().unwrap_or(0) + 1 > most {
            break;
        }
        out.push(letter);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

/// With spaces before or after it up to a width.
pub(super) fn padded(text: &str, to: usize, right: bool) -> String {
    let space = " ".repeat(to.saturating_sub(width(text)));
    if right { space + text } else { text.to_owned() + &space }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_inside_one_that_is_too_long() {
        assert_eq!(wrapped("a city and a network", 10, 2), ["a city and", "  a", "  network"]);
        assert_eq!(wrapped("abcdefghij", 4, 1), ["abcd", " efg", " hij"]);
        assert_eq!(wrapped("", 4, 1), [""; 0]);
    }

    #[test]
    fn letters_are_as_wide_as_they_are_shown() {
        assert_eq!([cut("東京都", 6), cut("東京都", 5), cut("Lyon", 4)], ["東京都", "東京…", "Lyon"]);
        assert_eq!(padded("東", 4, true), "  東");
    }
}
