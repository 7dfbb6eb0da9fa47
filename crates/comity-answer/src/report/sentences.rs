//! Sentences one after the other.

use comity_messages::Language;

/// With a space between them, but between Chinese ones.
pub(crate) fn sentences(said: impl IntoIterator<Item = String>) -> String {
    let between = if Language::current() == Language::Chinese { "" } else { " " };
    said.into_iter().collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_put_together_as_their_language_does() {
        let said = || sentences(["一。".to_owned(), "二。".to_owned()]);
        assert_eq!([said(), Language::Chinese.within(said)], ["一。 二。", "一。二。"]);
        assert_eq!(sentences([]), "");
    }
}
