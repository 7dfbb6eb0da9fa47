//! Readings made of those of the text: `City of X` as X, a part of the words, the same name spelt otherwise.

use comity_names::{cores, fold};

use crate::name_variant::NameVariant;

/// Runs of words from either end, the longest first: of `Bokaro Steel` only `bokaro` may be known.
pub(crate) fn parts(readings: &[NameVariant]) -> Vec<NameVariant> {
    let mut found: Vec<NameVariant> = Vec::new();
    for reading in readings.iter().filter(|reading| !reading.is_container && !reading.is_inverted) {
        let words: Vec<&str> = reading.name.split(' ').collect();
        for kept in (1..words.len()).rev() {
            for part in [&words[..kept], &words[words.len() - kept..]] {
                let name = part.join(" ");
                if name.chars().count() > 3 && !found.iter().any(|old| old.name == name) {
                    let how = format!("of the name only `{name}` is known");
                    found.push(NameVariant {
                        name,
                        accented: None,
                        is_container: true,
                        trust: 0.8,
                        how,
                        ..reading.clone()
                    });
                }
            }
        }
    }
    found.sort_by_key(|reading| std::cmp::Reverse(reading.name.split(' ').count()));
    found
}

/// Further readings once the words that say the kind are taken away, for each reading in turn.
pub(crate) fn without_affixes(readings: &[NameVariant]) -> Vec<NameVariant> {
    let mut found: Vec<NameVariant> = Vec::new();
    for reading in readings.iter().filter(|reading| !reading.is_container && !reading.is_inverted) {
        for core in cores(&reading.name) {
            let how = match reading.how.as_str() {
                "" => format!("without `{}`", core.taken),
                how => format!("{how}, without `{}`", core.taken),
            };
            if !found.iter().any(|old| old.name == core.text && old.within == reading.within) {
                let trust = reading.trust - if is_often_of_the_name(&core.taken) { 0.12 } else { 0.02 };
                found.push(NameVariant {
                    name: core.text,
                    accented: None,
                    kind: Some(core.kind),
                    taken: core.taken,
                    how,
                    trust,
                    ..reading.clone()
                });
            }
        }
    }
    found
}

/// The same name in other letters.
pub(crate) fn respelt(reading: &NameVariant, form: &str) -> NameVariant {
    let how = match reading.how.as_str() {
        "" => format!("spelt `{form}`"),
        how => format!("{how}, spelt `{form}`"),
    };
    NameVariant { how, trust: reading.trust - 0.04, name: fold(form), accented: None, ..reading.clone() }
}

/// `Maury City` is a name, not the city of Maury.
pub(crate) fn is_often_of_the_name(taken: &str) -> bool {
    matches!(taken, "city" | "village" | "town" | "township" | "parish" | "settlement")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name_variant::readings;

    #[test]
    fn words_of_kind_are_taken_away() {
        let found = without_affixes(&readings("City of Rochester, NY"));
        assert!(
            found.iter().any(|reading| reading.name == "rochester" && reading.within == ["NY"]),
            "{found:?}"
        );
    }
}
