//! Words in a drawing: how wide they are about, cut to their room, escaped.

use std::borrow::Cow;

/// About how wide letters of this size are, in units, whatever sans-serif face the reader has.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(letter).sum::<f64>() * size
}

/// Shares of the letter size, as wide as the widest face in use, which is that of the PNG files.
fn letter(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '|' | '!' | '\'' | '’' => 0.29,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '[' | ']' | '-' | '/' | '·' => 0.41,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' => 0.98,
        '\u{0300}'..='\u{036F}' => 0.0,
        c if c >= '\u{2E80}' => 1.02,
        c if c.is_uppercase() => 0.74,
        _ => 0.63,
    }
}

/// As much of `text` as `room` holds, with an ellipsis where some is left out.
pub(super) fn fitted(text: &str, room: f64, size: f64) -> Cow<'_, str> {
    if width(text, size) <= room {
        return Cow::Borrowed(text);
    }
    let mut left = room - size;
    let kept: String = text
        .chars()
        .take_while(|c| {
            left -= letter(*c) * size;
            left >= 0.0
        })
        .collect();
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// Lines of whole words, at most `most` of them; the last one is cut where there is more.
pub(super) fn lines(text: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let more = lines.len() < most;
        match lines.last_mut() {
            Some(line) if !more || width(&format!("{line} {word}"), size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| fitted(line, room, size).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        assert_eq!(fitted("Lyon", 100.0, 14.0), "Lyon");
        assert_eq!(fitted("Rochester, New York, United States", 120.0, 14.0), "Rochester, Ne…");
        assert_eq!(fitted("紐約 城市 外交", 60.0, 14.0), "紐約…");
    }

    #[test]
    fn titles_break_between_words() {
        assert_eq!(lines("one two three", 64.0, 14.0, 2), ["one two", "three"]);
        assert_eq!(lines("one two three four five six", 64.0, 14.0, 2), ["one two", "three f…"]);
        assert_eq!(lines("", 60.0, 14.0, 2), [""; 0]);
    }
}
