//! What many texts are put together of: a few things in a row, from one number to another, sentences.

use crate::Language;

/// "Lyon", "Lyon and Nice", "Lyon, Nice and Ulm"; empty for none.
pub fn listed(parts: impl IntoIterator<Item = String>) -> String {
    let mut parts: Vec<String> = parts.into_iter().collect();
    let last = parts.pop().unwrap_or_default();
    let before = parts.into_iter().reduce(|first, next| crate::say!("list-more", first = first, next = next));
    match before {
        Some(first) => crate::say!("list-last", first = first, next = last),
        None => last,
    }
}

/// "96 to 97"; one number where both are the same.
pub fn range(low: u64, high: u64) -> String {
    if low == high { crate::number(&low) } else { crate::say!("range", low = low, high = high) }
}

/// One after the other, with a space between them, but between Chinese ones.
pub fn sentences(said: impl IntoIterator<Item = String>) -> String {
    let between = if Language::current() == Language::Chinese { "" } else { " " };
    said.into_iter().collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_said_in_a_row() {
        let said = |names: &[&str]| listed(names.iter().map(ToString::to_string));
        assert_eq!([said(&[]), said(&["Lyon"]), said(&["Lyon", "Nice"])], ["", "Lyon", "Lyon and Nice"]);
        assert_eq!(said(&["Lyon", "Nice", "Ulm", "Bonn"]), "Lyon, Nice, Ulm and Bonn");
        assert_eq!([range(96, 97), range(1743, 1743)], ["96 to 97", "1,743"]);
    }

    #[test]
    fn sentences_are_put_together_as_their_language_does() {
        let said = || sentences(["一。".to_owned(), "二。".to_owned()]);
        assert_eq!([said(), Language::Chinese.within(said)], ["一。 二。", "一。二。"]);
        assert_eq!(sentences([]), "");
    }
}
