//! The beginning of a text that somebody gave: enough to know it again in a message, never all of it.

/// Letters of it. The longest word of our closed lists has 18; a date, an id or a name is known by so many.
const LETTERS: usize = 48;

/// The text itself where it is short; else its first letters and how many it has.
///
/// ```
/// assert_eq!(comity_model::excerpt("yesterday"), "yesterday");
/// let long = comity_model::excerpt(&"x".repeat(10_000));
/// assert!(long.ends_with("x… (10000 characters)") && long.len() < 100);
/// ```
pub fn excerpt(text: &str) -> String {
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}… ({} characters)", text.split_at(end).0, text.chars().count()),
        None => text.to_owned(),
    }
}
