//! How alike two folded names are: by the triples of letters they share, and by the letters to be changed.

use rapidfuzz::distance::{damerau_levenshtein, osa as aligned};

/// Three letters in a row.
pub type Triple = [char; 3];

/// The triples of a folded name, each once, in order; the name's two ends count as letters.
///
/// ```
/// assert_eq!(comity_names::triples("ab"), [[' ', 'a', 'b'], ['a', 'b', ' ']]);
/// assert!(comity_names::triples("").is_empty());
/// ```
pub fn triples(key: &str) -> Vec<Triple> {
    if key.is_empty() {
        return Vec::new();
    }
    let letters: Vec<char> = std::iter::once(' ').chain(key.chars()).chain([' ']).collect();
    let mut triples: Vec<Triple> = letters.windows(3).map(|three| [three[0], three[1], three[2]]).collect();
    triples.sort_unstable();
    triples.dedup();
    triples
}

/// How many triples two names share; both as [`triples`] made them.
pub fn shared_triples(one: &[Triple], other: &[Triple]) -> usize {
    one.iter().filter(|triple| other.binary_search(triple).is_ok()).count()
}

/// Dice's coefficient, 0 to 1: twice what two names share over what both have together.
#[expect(clippy::cast_precision_loss, reason = "names are short")]
pub fn dice(shared: usize, both: usize) -> f32 {
    2.0 * shared as f32 / both.max(1) as f32
}

/// Letters added, dropped, changed or swapped with a neighbour that make `one` of `other`, no letter touched twice
/// (optimal string alignment); `None` where they are more than `most`.
///
/// ```
/// assert_eq!(comity_names::osa("leipzig", "liepzig", 1), Some(1));
/// assert_eq!(comity_names::osa("lyon", "leipzig", 2), None);
/// ```
pub fn osa(one: &str, other: &str, most: usize) -> Option<usize> {
    let args = aligned::Args::default().score_cutoff(most);
    aligned::distance_with_args(one.chars(), other.chars(), &args)
}

/// The same where a letter may be touched twice (Damerau's and Levenshtein's distance).
pub fn damerau(one: &[char], other: &str, most: usize) -> Option<usize> {
    let args = damerau_levenshtein::Args::default().score_cutoff(most);
    damerau_levenshtein::distance_with_args(one.iter().copied(), other.chars(), &args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn likeness(one: &str, other: &str) -> f32 {
        let (one, other) = (triples(one), triples(other));
        dice(shared_triples(&one, &other), one.len() + other.len())
    }

    proptest! {
        #[test]
        fn likeness_goes_both_ways(one in "[a-c ]{1,8}", other in "[a-c ]{1,8}") {
            prop_assert!((likeness(&one, &other) - likeness(&other, &one)).abs() < f32::EPSILON);
            prop_assert!((likeness(&one, &one) - 1.0).abs() < f32::EPSILON);
        }

        #[test]
        fn touching_twice_costs_no_more(one in "[a-c]{0,6}", other in "[a-c]{0,6}") {
            let letters: Vec<char> = one.chars().collect();
            prop_assert!(damerau(&letters, &other, 9) <= osa(&one, &other, 9));
            prop_assert_eq!(osa(&one, &other, 9), osa(&other, &one, 9));
        }
    }
}
