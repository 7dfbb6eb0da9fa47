//! Words from outside, short enough to be repeated: the one place where a message is cut.

use std::borrow::Cow;

/// Characters of a whole message, whatever it repeats. Guessed: three or four lines of a terminal.
pub const MESSAGE: usize = 300;

/// Characters of one quotation in a message. Guessed: two of them fit beside what is said of them.
pub const QUOTATION: usize = 120;

/// A text of at most `most` characters: its beginning and its end, and between them how much was left out.
///
/// ```
/// use comity_model::shortened;
/// assert_eq!(shortened("Lyon", 120), "Lyon");
/// assert_eq!(shortened(&"x".repeat(1_000), 40), "xxxxxxxx… 988 characters left out …xxxx");
/// ```
pub fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    // A character has one byte at least: most texts need not be counted.
    if text.len() <= most || text.chars().nth(most).is_none() {
        return Cow::Borrowed(text);
    }
    let count = text.chars().count();
    let room = most.saturating_sub(note(count).chars().count());
    let tail = room / 3;
    let head = room - tail;
    let start: String = text.chars().take(head).collect();
    let end: String = text.chars().skip(count - tail).collect();
    Cow::Owned(format!("{start}{}{end}", note(count - head - tail)))
}

/// What somebody gave, as it is repeated in a message: whole where it is short.
///
/// ```
/// assert_eq!(comity_model::excerpt("yesterday"), "yesterday");
/// assert!(comity_model::excerpt(&"x".repeat(10_000)).contains(" characters left out …"));
/// ```
pub fn excerpt(text: &str) -> String {
    shortened(text, QUOTATION).into_owned()
}

fn note(left_out: usize) -> String {
    format!("… {left_out} characters left out …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_never_outgrows_its_limit() {
        for length in [0, 1, 299, 300, 301, 320, 1_000, 1_000_000] {
            let text = "é".repeat(length);
            let short = shortened(&text, MESSAGE);
            assert!(short.chars().count() <= MESSAGE, "{length}: {short}");
            assert_eq!(short == text, length <= MESSAGE, "{length}");
        }
    }

    #[test]
    fn both_ends_are_kept() {
        let text = format!("row 5: `{}`: expected a year", "x".repeat(100_000));
        let short = shortened(&text, 100);
        assert!(short.starts_with("row 5: `xxx"), "{short}");
        assert!(short.ends_with("expected a year"), "{short}");
        assert!(short.contains(" characters left out "), "{short}");
    }
}
